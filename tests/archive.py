"""Whole sites inside a test: an archive of files as one visible text, checked in memory or written.

An archive is a text with a line `-- path --` before each file:

    -- people/ada.md --
    ---
    title: Ada
    summary: A mathematician.
    ---
"""

import re
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from textwrap import dedent

from explainer.entries.entry import DocPath
from explainer.entries.text import SourceFile
from explainer.pages.build import BuiltPage
from explainer.problems import Problem, error_count
from explainer.publish.generator import Checked, check, pages_of
from explainer.settings import Settings
from explainer.subjects import Subject, available

_MARKER = re.compile(r"^-- (?P<path>\S+) --\n", re.MULTILINE)


def files_of(archive: str) -> dict[str, str]:
    """Take an archive apart into files by path."""
    parts = _MARKER.split(dedent(archive).lstrip("\n"))
    assert not parts[0].strip(), "an archive starts with a line `-- path --`"
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def source_files(archive: str) -> list[SourceFile]:
    """Return the files of an archive as the generator reads them."""
    return [
        SourceFile(path, lambda text=text: text.encode())  # type: ignore[misc]
        for path, text in files_of(archive).items()
    ]


def default_subjects() -> tuple[Subject, ...]:
    """Return the subject modules that a site has when it names none."""
    return tuple(subject for subject in available().values() if subject.default)


def checked(
    archive: str,
    settings: Settings | None = None,
    subjects: Sequence[Subject] | None = None,
    *,
    others: Collection[str] = (),
) -> Checked:
    """Check a site in memory; paths in the archive are relative to `docs/`."""
    chosen = default_subjects() if subjects is None else subjects
    return check(source_files(archive), settings or Settings(), chosen, others=others)


def problems_of(
    archive: str, settings: Settings | None = None, *, warnings: bool = False
) -> list[Problem]:
    """List the errors of a site in memory, and its warnings where a test is about them."""
    problems = checked(archive, settings).problems
    return [problem for problem in problems if warnings or problem.level == "error"]


def lines_of(archive: str, settings: Settings | None = None) -> list[str]:
    """List the errors of a site as `path:line:column: code: message`."""
    return [f"{p.place}: {p.code}: {p.message}" for p in problems_of(archive, settings)]


def pages(archive: str, settings: Settings | None = None) -> Mapping[DocPath, BuiltPage]:
    """Build the pages of a site in memory; the site must be free of errors."""
    found = checked(archive, settings)
    assert not error_count(found.problems), found.problems
    return pages_of(found.site, default_subjects())


def write_site(archive: str, folder: Path) -> Path:
    """Write an archive to disk (with `mkdocs.yml` and `docs/...` paths); return its mkdocs.yml."""
    for path, text in files_of(archive).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"
