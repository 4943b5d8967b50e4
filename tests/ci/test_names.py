"""Which names, types and sizes a change may bring, and a preview may have."""

import pytest

from explainer.ci.names import CONTENT, SITE, fault_of, fault_of_name

FINE = ["a.md", "people/ada-lovelace.md", "images/Ada (1840).jpg", "ru/Путин.md", "a/b/c/d.csv"]


@pytest.mark.parametrize("path", FINE)
def test_an_ordinary_name_is_taken(path: str) -> None:
    assert fault_of_name(path, CONTENT.types) is None


WRONG = {
    "": "no path",
    "/etc/passwd.md": "plain relative",
    "../a.md": "plain relative",
    "a/../b.md": "plain relative",
    "a//b.md": "plain relative",
    "./a.md": "plain relative",
    "a/./b.md": "plain relative",
    "C:/a.md": "systems do not take",
    "a\\b.md": "systems do not take",
    "a?.md": "systems do not take",
    ".git/config.md": "begins or ends",
    ".htaccess": "begins or ends",
    "a/.meta.md": "begins or ends",
    "-rf.md": "begins or ends",
    "a./b.md": "begins or ends",
    "a /b.md": "begins or ends",
    "con.md": "device",
    "a/LPT1.txt": "device",
    "a\x00.md": "cannot be told",
    "a\n.md": "cannot be told",
    "a\u202eb.md": "cannot be told",
    "a\u200bb.md": "cannot be told",
    "e\u0301.md": "cannot be told",
    "a\udcff.md": "cannot be told",
    "_redirects": "underscore",
    "_headers": "underscore",
    "_worker.js": "underscore",
    "netlify.toml": "type",
    "CNAME": "type",
    "a.php": "type",
    "a.MD": "type",
    "md": "type",
    f"{'a' * 300}.md": "too long",
    f"{'a/' * 500}a.md": "too long",
}


@pytest.mark.parametrize(("path", "reason"), WRONG.items())
def test_a_name_that_means_anything_else_is_refused(path: str, reason: str) -> None:
    """Ways out, names that systems or static hosts take for something else, disguises."""
    for limits in (CONTENT, SITE):
        assert reason in (fault_of_name(path, limits.types) or "")


@pytest.mark.parametrize("path", ["a.html", "a.js", "a.css", "a.svg", "a.xml", "a.yml", "a.py"])
def test_content_brings_nothing_that_a_browser_or_a_builder_runs(path: str) -> None:
    assert "type" in (fault_of_name(path, CONTENT.types) or "")


SETS = {
    "there are more than": [(f"{n}.md", 1) for n in range(2_001)],
    "larger than 100 MB together": [(f"{n}.md", 9_000_000) for n in range(12)],
    "'big.md' is larger than 10 MB": [("big.md", 10_000_001)],
    "'A.md' is the same as 'a.md'": [("a.md", 1), ("A.md", 1)],
    "'x/B/c.md' is the same as 'x/b/'": [("x/b/c.md", 1), ("x/B/c.md", 1)],
    "'a.md/b.md' is the same as 'a.md'": [("a.md", 1), ("a.md/b.md", 1)],
    "'a.md' is the same as 'a.md/'": [("a.md/b.md", 1), ("a.md", 1)],
    "'b.md' is the same as 'b.md'": [("b.md", 1), ("b.md", 1)],
}


@pytest.mark.parametrize(("reason", "files"), SETS.items())
def test_a_set_of_files_keeps_to_its_limits(reason: str, files: list[tuple[str, int]]) -> None:
    """Number, sizes, and no two names that one system would write to one place."""
    assert reason in (fault_of(files, CONTENT) or "")


def test_files_of_one_folder_do_not_clash() -> None:
    assert fault_of([("a/b/c.md", 1), ("a/b/d.md", 1), ("a/e.md", 1)], CONTENT) is None
