"""Start a site: write a small one that works, whole or not at all."""

import re
import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import jinja2
import yaml

from explainer.entries.formats import FORMAT
from explainer.entries.kinds import KINDS
from explainer.entries.near import did_you_mean
from explainer.problems import visible
from explainer.publish.config import WrongConfigurationError
from explainer.publish.languages import brought_languages
from explainer.publish.output import Output
from explainer.subjects import available

_STARTER = Path(__file__).parent / "starter"
_HIDDEN = "dot_"
"""What a name in the starter begins with that is to begin with a dot in the site."""

_SETTINGS = "mkdocs.yml"
_MOST_NAMED = 8
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&#|])")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSite:
    """What a new site is to be.

    `bare` leaves the examples out; `program` is what pip installs to get this program, if
    anybody knows.
    """

    title: str
    language: str = "en"
    subjects: tuple[str, ...] = ()
    bare: bool = False
    program: str | None = None


def start_site(folder: Path, site: NewSite) -> tuple[str, ...]:
    """Write a new site, and return the paths of its files.

    The folder may be there, but it must be empty, or hold nothing but an empty clone of git.
    Raises `WrongConfigurationError` when it is not or the site cannot be like this, and `OSError`
    when it cannot be written; then the folder is as it was.
    """
    _refuse_used(folder)
    files = files_of(site)
    if folder.is_dir():
        _write_into(folder, files)
    else:
        _write_beside(folder, files)
    return tuple(files)


def files_of(site: NewSite) -> Mapping[str, str]:
    """Return the text of every file of a new site, by its path.

    Raises `WrongConfigurationError` for a title, a language, a subject or a program that cannot be.
    """
    title = " ".join(site.title.split())
    _refuse_unprintable("title", title)
    _refuse_unprintable("program", site.program if site.program is not None else "-")
    _refuse_unknown("language", site.language, brought_languages())
    for subject in site.subjects:
        _refuse_unknown("subject", subject, available())
    words = {
        "title": _as_yaml(title),
        "heading": _MARKDOWN.sub(r"\\\1", title),
        "language": _as_yaml(site.language),
        "subjects": f"[{', '.join(dict.fromkeys(site.subjects))}]",
        "format": FORMAT,
        "bare": site.bare,
        "program": site.program,
    }
    starter = _environment()
    names = [name for name in starter.list_templates() if not (site.bare and _is_example(name))]
    return {_path(name): starter.get_template(name).render(words) for name in names}


def _environment() -> jinja2.Environment:
    """Return the files of the starter; their marks are none that Markdown or workflows have."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(_STARTER),
        variable_start_string="<<",
        variable_end_string=">>",
        block_start_string="<%",
        block_end_string="%>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        keep_trailing_newline=True,
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # plain text, and every value is made fit for its place
    )


def _is_example(name: str) -> bool:
    return any(name.startswith(f"docs/{kind.folder}/") for kind in KINDS)


def _path(name: str) -> str:
    parts = name.split("/")
    return "/".join(f".{p.removeprefix(_HIDDEN)}" if p.startswith(_HIDDEN) else p for p in parts)


def _as_yaml(text: str) -> str:
    written: str = yaml.safe_dump(text, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").strip()


def _refuse_unprintable(what: str, text: str) -> None:
    if not text or not text.isprintable():
        raise WrongConfigurationError(f"the {what} {visible(text)!r} has to be one line of text")


def _refuse_unknown(what: str, name: str, known: Collection[str]) -> None:
    if name not in known:
        near = did_you_mean(name, known)
        hint = f"did you mean {near}?" if near else f"there are: {', '.join(known) or 'none'}"
        raise WrongConfigurationError(f"there is no {what} {name!r}; {hint}")


def _refuse_used(folder: Path) -> None:
    """Refuse a folder in which anything lies; a clone that is empty still has its .git."""
    if folder.exists() and not folder.is_dir():
        raise WrongConfigurationError(f"{folder} is a file; name a folder that is not there yet")
    found = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    found = [visible(name) for name in found if name != ".git"]
    if found:
        more = len(found) - _MOST_NAMED
        listed = ", ".join(found[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        raise WrongConfigurationError(
            f"{folder} is not empty: it has {listed}; name a folder that is not there yet"
        )


def _write_beside(folder: Path, files: Mapping[str, str]) -> None:
    output = Output.beside(folder)
    try:
        _fill(output.new, files)
        output.publish()
    except BaseException:
        output.discard()
        raise


def _write_into(folder: Path, files: Mapping[str, str]) -> None:
    """Write into a folder that is there, which may be the one that the user stands in.

    The settings come last: before them it is no site.
    """
    workshop = Path(mkdtemp(prefix=".init-", dir=folder))
    moved: list[Path] = []
    try:
        _fill(workshop, files)
        for path in sorted(workshop.iterdir(), key=lambda path: path.name == _SETTINGS):
            target = path.rename(folder / path.name)
            moved.append(target)
    except BaseException:
        for path in moved:
            path.rename(workshop / path.name)
        raise
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _fill(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
