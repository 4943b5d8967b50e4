"""What `build` says while it works, and at the end."""

import os
import pty
import re
import sys
from pathlib import Path

from tests.sites import BROKEN, REPOSITORY, build_py, run, write

RESULT = re.compile(r"Built (\d+) pages in \d+\.\d s, no problems: (.+)")


def test_the_result_is_one_line(small: Path) -> None:
    """Standard output has one line: pages, time, problems, and where the site is."""
    done = run("build", cwd=small)
    result = RESULT.fullmatch(done.out.rstrip("\n"))
    assert result, done.out
    assert Path(result[2]) == small / "site"
    no_pages = {small / "site/404.html", small / "site/print/index.html"}
    pages = set((small / "site").rglob("*.html")) - no_pages
    assert int(result[1]) == len(pages)


def test_without_a_terminal_the_lines_are_plain(small: Path) -> None:
    """Into a file or a pipe go plain lines: no colours, no moving bar."""
    done = build_py(cwd=small)
    assert done.err == "Checked 3 entries: no problems.\n"
    assert RESULT.fullmatch(done.out.rstrip("\n"))


def test_on_a_terminal_progress_is_shown(small: Path) -> None:
    """On a terminal a bar moves while pages are made, and is gone at the end."""
    shown = _on_a_terminal([sys.executable, str(REPOSITORY / "build.py")], cwd=small)
    assert "Building" in shown
    assert re.search(r"\b\d+/\d+\b", shown)
    last = shown.rstrip().splitlines()[-1]
    assert "Built" in last
    assert "\x1b[2K" in shown, "the bar was not wiped away"


def _on_a_terminal(command: list[str], cwd: Path) -> str:
    """Run a command on a pseudo-terminal, and return all it wrote there."""
    child, terminal = pty.fork()
    if child == 0:  # pragma: no cover - the child is another program
        os.chdir(cwd)
        os.execvpe(command[0], command, {**os.environ, "TERM": "xterm-256color"})
    parts: list[bytes] = []
    with open(terminal, "rb", buffering=0, closefd=True) as screen:  # noqa: PTH123 - a descriptor
        while True:
            try:
                part = screen.read(4096)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            parts.append(part)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) == 0
    return b"".join(parts).decode()


def test_problems_are_printed_with_place_and_cure(small: Path) -> None:
    """Each problem says file, line, column, level, what is wrong, and its code."""
    write(small, "docs/people/charles-babbage.md", BROKEN)
    done = run("build", cwd=small)
    assert done.status == 1
    assert (
        "docs/people/charles-babbage.md:2:1: error: a person needs the field 'summary' "
        "[missing-field]" in done.err
    )
    assert "Not built, 1 error, no warnings; the site as it was has not been touched." in done.err
    assert not done.out


def test_strict_stops_at_warnings(small: Path) -> None:
    """A warning lets a build through, and stops a strict one before anything is written."""
    write(small, "docs/sources/herald.md", "---\ntitle: A report\npublisher: The Herald\n---\n")
    loose = run("build", "-d", "loose", cwd=small)
    assert loose.status == 0, loose.err
    assert re.search(r"Built .* no errors, \d warnings?: ", loose.out)
    strict = run("build", "-d", "strict", "--strict", cwd=small)
    assert strict.status == 1
    assert "[unused-source]" in strict.err
    assert "Not built, no errors, " in strict.err
    assert not (small / "strict").exists()


def test_strict_stops_at_warnings_of_mkdocs(small: Path) -> None:
    """What MkDocs warns of, such as a plain link that leads nowhere, stops a strict build too."""
    write(small, "docs/about.md", "# About\n\n[More](nowhere.md)\n")
    loose = run("build", "-d", "loose", cwd=small)
    assert (loose.status, "nowhere.md" in loose.err) == (0, True)
    strict = run("build", "-d", "strict", "--strict", cwd=small)
    assert (strict.status, "nowhere.md" in strict.err) == (1, True)
    assert not (small / "strict").exists()


def test_a_wrong_setting_is_a_warning_and_stops_a_strict_build(small: Path) -> None:
    """A setting that MkDocs does not know is told; `--strict` takes it as wrong configuration."""
    with (small / "mkdocs.yml").open("a") as settings:
        settings.write("site_nmae: Typo\n")
    assert "site_nmae" in run("build", cwd=small).err
    assert run("build", "--strict", cwd=small).status == 2
    assert "site_nmae" in run("check", cwd=small).err


def test_markdown_that_cannot_be_taken_is_an_error_in_words(small: Path) -> None:
    """A list nested deeper than Python-Markdown can follow is told with the page's name."""
    write(small, "docs/deep.md", f"# Deep\n\n{'- ' * 700}x\n")
    done = run("build", cwd=small)
    assert done.status == 1
    assert "docs/deep.md:1:1: error" in done.err
    assert "nested too deeply" in done.err
    assert done.err.endswith("the site as it was has not been touched.\n")
    assert not (small / "site").exists()
