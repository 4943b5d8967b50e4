"""A build that fails leaves the earlier site as it was; one that works always writes the same."""

import gzip
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import (
    BROKEN,
    REPOSITORY,
    Ran,
    build_py,
    contents,
    mkdocs,
    run,
    run_program,
    write,
)

Break = Callable[[Path], object]

FAILING_MAIN = '{% extends "base.html" %}\n{% block footer %}{{ 1 / 0 }}{% endblock %}\n'
KILLING_HOOK = """
import os, signal

def on_post_page(output, page, config):
    if page.file.src_uri == "glossary/note-g.md":
        os.kill(os.getpid(), signal.SIGKILL)
"""
FAILING_HOOK = """
from mkdocs.exceptions import PluginError

def on_post_page(output, page, config):
    raise PluginError("the other plugin has had enough")
"""


def hook(text: str) -> Break:
    """Return a function that gives a site a hook of MkDocs."""

    def add(site: Path) -> None:
        write(site, "hook.py", text)
        with (site / "mkdocs.yml").open("a") as settings:
            settings.write("hooks: [hook.py]\n")

    return add


def file(path: str, text: str) -> Break:
    """Return a function that writes a file of a site."""
    return lambda site: write(site, path, text)


BREAKS: dict[str, tuple[Break, str]] = {
    "content": (file("docs/people/x.md", BROKEN), "[missing-field]"),
    "no-template": (file("templates/person.html", '{% extends "no.html" %}'), "no.html"),
    "template-syntax": (file("templates/person.html", "{% if %}"), "templates/person.html:1:1"),
    "template-runtime": (file("templates/term.html", "\n{{ nope }}"), "templates/term.html:2:1"),
    "theme-syntax": (file("templates/theme/main.html", "{% if %}"), "theme/main.html:1:1"),
    "theme-runtime": (file("templates/theme/main.html", FAILING_MAIN), "theme/main.html:2:1"),
    "theme-404": (file("templates/theme/404.html", "\n\n{{ 1 / 0 }}"), "theme/404.html:3:1"),
    "theme-missing": (file("docs/a.md", "---\ntemplate: no.html\n---\n# A\n"), "docs/a.md:2:11"),
    "unsafe": (file("docs/about.md", "# A\n\n[x](javascript:alert)\n"), "[unsafe-markup]"),
    "other-plugin": (hook(FAILING_HOOK), "the other plugin has had enough"),
}


@pytest.fixture
def built(small: Path) -> Path:
    """Return the folder of a small site that has been built."""
    assert run("build", cwd=small).status == 0
    return small


def not_touched(site: Path, build: Callable[[], Ran]) -> Ran:
    """Build, and fail unless the earlier site stands and nothing lies beside it."""
    before, beside = contents(site / "site"), sorted(site.iterdir())
    done = build()
    assert contents(site / "site") == before
    assert sorted(site.iterdir()) == beside
    return done


@pytest.mark.parametrize("name", BREAKS)
def test_a_failed_build_touches_nothing(built: Path, name: str) -> None:
    """Whatever goes wrong, the earlier site stays byte for byte, and the reason is told once."""
    spoil, words = BREAKS[name]
    spoil(built)
    done = not_touched(built, lambda: run("build", cwd=built))
    assert (done.status, done.out) == (1, "")
    assert done.err.count(words) == 1, done.err
    assert "Traceback" not in done.err
    assert done.err.splitlines()[-1].startswith("Not built")


@pytest.mark.parametrize("name", ["content", "theme-runtime"])
def test_a_failed_mkdocs_build_touches_nothing(built: Path, name: str) -> None:
    """The same holds for `mkdocs build`, through the plugin alone."""
    spoil, words = BREAKS[name]
    spoil(built)
    done = not_touched(built, lambda: mkdocs("build", cwd=built))
    assert done.status == 1
    assert words in done.err
    assert "Traceback" not in done.err


def test_a_strict_mkdocs_build_that_warns_touches_nothing(built: Path) -> None:
    """MkDocs counts its warnings at the very end; the old site is still there then."""
    write(built, "docs/about.md", "# About\n\n[More](nowhere.md)\n")
    done = not_touched(built, lambda: mkdocs("build", "--strict", cwd=built))
    assert done.status == 1
    assert "nowhere.md" in done.err


def test_the_same_problem_of_many_pages_is_told_once(built: Path) -> None:
    """A theme that fails on every page is one problem."""
    write(built, "templates/theme/main.html", FAILING_MAIN)
    done = run("build", cwd=built)
    assert done.err.count("ZeroDivisionError") == 1
    assert "Not built, 1 error" in done.err


@pytest.mark.parametrize("target", ["a-file", "a-file/below"])
def test_an_output_folder_that_cannot_be_written(built: Path, target: str) -> None:
    """A file in the way is reported, and is still there."""
    write(built, "a-file", "precious")
    done = not_touched(built, lambda: run("build", "-d", target, cwd=built))
    assert done.status == 1
    assert f"the site cannot be written to {built / target}" in done.err
    assert (built / "a-file").read_text() == "precious"


@pytest.mark.parametrize("target", [".", "docs", "docs/site", "templates"])
def test_an_output_folder_around_the_content_is_refused(built: Path, target: str) -> None:
    """A folder that holds what the site is made from is never replaced."""
    write(built, "templates/own.html", "mine")
    before = contents(built)
    done = run("build", "-d", target, cwd=built)
    assert done.status == 2
    assert contents(built) == before


def test_a_full_disk_is_told(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the system while the site is written is reported in words."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mkdocs.utils.write_file", full)
    done = not_touched(built, lambda: run("build", "--no-cache", cwd=built))
    assert (done.status, "No space left on device" in done.err) == (1, True)


def test_a_killed_build_leaves_the_old_site(built: Path) -> None:
    """After SIGKILL in the middle the old site is whole, and the next build clears up."""
    before = contents(built / "site")
    settings = (built / "mkdocs.yml").read_text()
    hook(KILLING_HOOK)(built)
    killed = build_py(cwd=built)
    assert killed.status == -signal.SIGKILL
    assert contents(built / "site") == before
    strays = [path for path in built.iterdir() if path.name.startswith(".site-build-")]
    assert len(strays) == 1
    assert contents(strays[0]), "the build was not killed in the middle"
    write(built, "mkdocs.yml", settings)
    write(built, "docs/about.md", "# About\n")
    assert build_py(cwd=built).status == 0
    assert (built / "site/about/index.html").is_file()
    left = [path.name for path in built.iterdir() if path.name.startswith(".")]
    assert left in ([], [".cache"])


def test_an_interrupted_build_leaves_nothing(built: Path) -> None:
    """Ctrl+C in the middle of a build: status 130, the old site, no stray folder."""
    interrupting = KILLING_HOOK.replace("SIGKILL", "SIGINT")
    hook(interrupting)(built)
    done = not_touched(built, lambda: build_py(cwd=built))
    assert done.status == 130
    assert done.err.endswith("Stopped.\n")
    assert "Traceback" not in done.err


def test_two_builds_write_the_same_bytes(small: Path, tmp_path: Path) -> None:
    """Neither the day, nor the order in a hash table, nor the folder shows in the output."""
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text() + "site_url: https://example.org/small/\n")
    for number, day in enumerate(("86400", "1700000000")):
        done = run_program(
            sys.executable,
            REPOSITORY / "build.py",
            "-d",
            tmp_path / f"out{number}",
            cwd=small,
            SOURCE_DATE_EPOCH=day,
            PYTHONHASHSEED=str(number + 1),
            TZ=("Asia/Tokyo", "America/Lima")[number],
            LC_ALL=("C", "C.UTF-8")[number],
        )
        assert done.status == 0, done.err
    first, second = contents(tmp_path / "out0"), contents(tmp_path / "out1")
    assert [name for name in first if first[name] != second.get(name)] == []
    assert len(first) == len(second)


def test_the_sitemap_lists_every_page_and_claims_no_date(small: Path) -> None:
    """The day of the build is not the day on which a page was changed."""
    settings = small / "mkdocs.yml"
    settings.write_text(settings.read_text() + "site_url: https://example.org/small/\n")
    assert run("build", cwd=small).status == 0
    sitemap = (small / "site/sitemap.xml").read_text()
    assert "<loc>https://example.org/small/people/ada-lovelace/</loc>" in sitemap
    assert "<lastmod>" not in sitemap
    assert gzip.decompress((small / "site/sitemap.xml.gz").read_bytes()).decode() == sitemap


def test_one_process_builds_several_sites(small: Path, tmp_path: Path) -> None:
    """Nothing of one build is left for the next: problems, pages or subjects."""
    write(small, "docs/people/x.md", BROKEN)
    assert run("build", cwd=small).status == 1
    (small / "docs/people/x.md").unlink()
    first = run("build", cwd=small)
    assert (first.status, first.err) == (0, "Checked 3 entries: no problems.\n")
    other = tmp_path / "other"
    write(other, "mkdocs.yml", "site_name: O\nplugins: [search, explainer: {subjects: []}]\n")
    write(other, "docs/glossary/word.md", "---\ntitle: Word\nsummary: A word.\n---\n")
    assert run("build", cwd=other).status == 0
    assert not (other / "site/people/ada-lovelace").exists()
    assert not (other / "site/held").exists()
    assert run("build", cwd=small).status == 0
    assert (small / "site/held/index.html").is_file()
    assert not (small / "site/glossary/word").exists()
    assert os.environ.get("SOURCE_DATE_EPOCH") is None
