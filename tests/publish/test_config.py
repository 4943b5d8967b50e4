"""What can be wrong with a site before its first entry is read: one line, never a traceback."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sites import build_py, mkdocs, run, write

GOOD = "site_name: Small\nplugins: [search, explainer]\n"


def configured(site: Path, settings: str) -> Path:
    """Replace the settings of a site."""
    write(site, "mkdocs.yml", settings)
    return site


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("", "site_name"),
        ("plugins: [search, explainer]\n", "site_name"),
        ("site_name: [x\n", "parsing"),
        ("- site_name\n", "key-value"),
        ("just text\n", "key-value"),
        ("site_name: !nope x\n", "!nope"),
        ("site_name: Small\n", "write `plugins: [search, explainer]`"),
        ("site_name: Small\nplugins:\n", "write `plugins: [search, explainer]`"),
        ("site_name: Small\nplugins: explainer\n", "plugins"),
        (GOOD.replace("explainer", "explainer, nope"), '"nope" plugin is not installed'),
        (GOOD.replace("explainer", "explainer, explainer"), "twice"),
        (GOOD.replace("explainer", "explainer: [custody]"), "explainer"),
        (GOOD.replace("explainer", "explainer: {subject: []}"), "did you mean subjects?"),
        (GOOD.replace("explainer", "explainer: {xyzzy: 1}"), "there are: subjects, "),
        (
            GOOD.replace("explainer", "explainer: {format: 99}"),
            "written for format 99",
        ),
        (GOOD.replace("explainer", "explainer: {format: one}"), "format"),
        (GOOD.replace("explainer", "explainer: {subjects: custody}"), "list"),
        (GOOD.replace("explainer", "explainer: {subjects: [1]}"), "subjects"),
        (GOOD.replace("explainer", "explainer: {subjects: [custdy]}"), "did you mean custody?"),
        (GOOD.replace("explainer", "explainer: {subjects: [xyzzy]}"), "there are: custody"),
        (GOOD.replace("explainer", "explainer: {event_categories: talks}"), "list"),
        (GOOD.replace("explainer", "explainer: {event_categories: []}"), "event_categories"),
        (GOOD.replace("explainer", "explainer: {source_marks: [a]}"), "source_marks"),
        (GOOD.replace("explainer", "explainer: {source_marks: {a: [b]}}"), "source_marks"),
        (GOOD.replace("explainer", "explainer: {stale_after: 0}"), "at least 1"),
        (GOOD.replace("explainer", "explainer: {stale_after: soon}"), "stale_after"),
        (GOOD.replace("explainer", "explainer: {long_summary: -5}"), "at least 1"),
        (GOOD.replace("explainer", "explainer: {changes_within: 0}"), "at least 1"),
        (GOOD.replace("explainer", "explainer: {history: often}"), "history"),
        (GOOD.replace("explainer", "explainer: {tolerated_warnings: orphan}"), "list"),
        (GOOD + "theme: nope\n", "nope"),
        (GOOD + "docs_dir: nowhere\n", "nowhere"),
        (GOOD + "markdown_extensions: [nope]\n", "nope"),
        (GOOD + "site_url: 5\n", "site_url"),
        (GOOD + "hooks: [nope.py]\n", "nope.py"),
        (GOOD + "INHERIT: nowhere.yml\n", "nowhere.yml"),
    ],
)
def test_a_wrong_configuration_is_said_in_one_line(small: Path, settings: str, words: str) -> None:
    """Every command that reads the settings names what is wrong, and ends with 2."""
    configured(small, settings)
    for command in ("build", "check", "serve"):
        done = run(command, cwd=small)
        assert (done.status, done.out) == (2, ""), command
        assert done.err.startswith("Configuration: ")
        assert done.err.count("\n") == 1
        assert words in done.err
    assert not (small / "site").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ("{subject: []}", "did you mean subjects?"),
        ("{subjects: [custdy]}", "did you mean custody?"),
    ],
)
def test_mkdocs_says_what_is_wrong_too(small: Path, options: str, words: str) -> None:
    """`mkdocs build` gives the same reasons without a traceback."""
    configured(small, GOOD.replace("explainer", f"explainer: {options}"))
    done = mkdocs("build", cwd=small)
    assert done.status == 1
    assert words in done.out + done.err
    assert "Traceback" not in done.err


def test_no_settings_at_all(tmp_path: Path) -> None:
    """A folder without mkdocs.yml is no site; the message says what to do."""
    done = build_py(cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("Configuration: there is no mkdocs.yml; go to the folder")


def test_settings_that_are_a_folder(small: Path) -> None:
    """A folder named mkdocs.yml cannot be read."""
    (small / "mkdocs.yml").unlink()
    (small / "mkdocs.yml").mkdir()
    done = run("build", cwd=small)
    assert (done.status, done.err) == (
        2,
        "Configuration: mkdocs.yml cannot be read: is a directory\n",
    )


def test_settings_that_may_not_be_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without permission to read is said to be one."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "mkdocs.yml")

    monkeypatch.setattr("mkdocs.config.base.open", refuse, raising=False)
    done = run("build", cwd=small)
    assert (done.status, done.err) == (
        2,
        "Configuration: mkdocs.yml cannot be read: permission denied\n",
    )


def test_settings_in_another_encoding(small: Path) -> None:
    """mkdocs.yml is UTF-8."""
    (small / "mkdocs.yml").write_bytes(b"site_name: \xff\n")
    done = run("build", cwd=small)
    assert (done.status, done.err.count("\n")) == (2, 1)


def test_no_content_folder(small: Path) -> None:
    """A site without docs/ is no site."""
    (small / "docs").rename(small / "content")
    done = run("build", cwd=small)
    assert (done.status, "docs" in done.err, done.err.count("\n")) == (2, True, 1)


def test_an_empty_content_folder(tmp_path: Path) -> None:
    """A site without an entry has its overviews, and says so on each."""
    configured(tmp_path, GOOD)
    (tmp_path / "docs").mkdir()
    done = run("build", cwd=tmp_path)
    assert done.status == 0, done.err
    assert "There are none yet." in (tmp_path / "site/people/index.html").read_text()
    assert "Nothing has a date yet." in (tmp_path / "site/timeline/index.html").read_text()
    assert (tmp_path / "site/index.html").is_file()


def test_a_folder_that_looks_like_a_kind(small: Path) -> None:
    """A folder of a name near to that of a kind is taken for a slip."""
    write(small, "docs/peopel/someone.md", "---\ntitle: Someone\nsummary: Yes.\n---\n")
    done = run("check", cwd=small)
    assert done.status == 1
    assert "docs/peopel/someone.md:1:1: error: " in done.out
    assert "people/" in done.out


def test_a_folder_of_ordinary_pages(small: Path) -> None:
    """A folder of any other name holds ordinary pages."""
    write(small, "docs/guides/reading.md", "# Reading\n\n[[Ada Lovelace]] wrote.\n")
    assert run("build", cwd=small).status == 0
    page = (small / "site/guides/reading/index.html").read_text()
    assert 'href="../../people/ada-lovelace/">Ada Lovelace</a>' in page


def dangling(path: Path) -> None:
    """Make a link that leads nowhere."""
    path.symlink_to("nowhere.md")


def round_and_round(path: Path) -> None:
    """Make a link that leads to itself."""
    path.symlink_to(path.name)


def outside(path: Path) -> None:
    """Make a link that leads out of the content folder."""
    path.symlink_to(write(path.parents[2], "secret.txt", "---\ntitle: Secret\n---\n"))


def latin(path: Path) -> None:
    """Write a file in another encoding."""
    path.write_bytes("---\ntitle: Müller\nsummary: X.\n---\n".encode("latin-1"))


def binary(path: Path) -> None:
    """Write what is no text at all."""
    path.write_bytes(bytes(range(256)))


@pytest.mark.parametrize("make", [dangling, round_and_round, outside, latin, binary])
def test_a_file_that_cannot_be_read_is_a_problem(small: Path, make: Callable[[Path], None]) -> None:
    """An entry that is no readable text is reported at its own place; the others are built."""
    make(small / "docs/people/strange.md")
    done = run("build", cwd=small)
    assert done.status == 1
    assert "docs/people/strange.md:" in done.err
    assert "[front-matter]" in done.err
    assert "Secret" not in done.err


def test_a_pipe_is_not_waited_for(small: Path) -> None:
    """A named pipe in the place of a file is no ordinary file, and nobody waits for its end."""
    os.mkfifo(small / "docs/people/pipe.md")
    done = build_py(cwd=small)
    assert done.status == 1
    assert "docs/people/pipe.md:1:1: error: " in done.err


def test_a_file_without_permission_is_a_problem(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's reason is given."""
    real = os.open

    def refuse(path: str | Path, *rest: int) -> int:
        if str(path).endswith("ada-lovelace.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    monkeypatch.setattr("explainer.publish.files.os.open", refuse)
    done = run("check", cwd=small)
    assert done.status == 1
    assert "docs/people/ada-lovelace.md:1:1: error: " in done.out
    assert "permission denied" in done.out


def test_the_separator_of_anchors_is_that_of_the_site(small: Path) -> None:
    """A link to a heading is checked against the anchor that the site's own settings make."""
    configured(small, GOOD + "markdown_extensions:\n  - toc:\n      separator: _\n")
    write(small, "docs/more.md", "## Two words\n\n[[#two_words]] and [[#two-words]]\n")
    ran = run("check", cwd=small)
    assert ran.status == 1
    assert "docs/more.md:3:20: error: this page has no heading #two-words" in ran.out
    assert ran.lines[-1] == "Checked 3 entries: 1 error, no warnings."


def test_the_day_of_the_build_can_be_set(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH decides what is stale; anything but seconds is a wrong setting."""
    held = "detentions: [{held_by: GB, from: 1840, sources: [menabrea-1843]}]"
    fields = f"title: X\nsummary: X.\nreviewed: 2020-01-01\n{held}"
    write(small, "docs/people/x.md", f"---\n{fields}\n---\n[[note-g]][@menabrea-1843]\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1580000000")
    assert "[stale]" not in run("check", cwd=small).out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1680000000")
    assert "[stale]" in run("check", cwd=small).out
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    ran = run("check", cwd=small)
    assert ran.status == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in ran.err
