"""Addresses of the web, and paths of the site."""

import pytest

from tests.entries.samples import check_wrong, found

NO_PATH = "write it from the site's root, such as people/old-name"
NO_OLD_PATH = "write the old address, or the old path of the file in the content folder"

# Folder, line, column, message, hint.
WRONG = [
    (
        "sources",
        "url: example.org/a",
        6,
        "url: 'example.org/a' is no web address",
        "did you mean https://example.org/a?",
    ),
    (
        "sources",
        "url: nowhere",
        6,
        "url: 'nowhere' is no web address",
        "write it whole, starting with https://",
    ),
    (
        "sources",
        "url: ftp://a.example",
        6,
        "url: 'ftp://a.example' is no web address",
        "write it whole, starting with https://",
    ),
    (
        "sources",
        "url: javascript:alert(1)",
        6,
        "url: 'javascript:alert(1)' is no web address",
        "write it whole, starting with https://",
    ),
    (
        "sources",
        "url: https://",
        6,
        "url: 'https://' is no web address",
        "write it whole, starting with https://",
    ),
    (
        "sources",
        "url: https://[::1",
        6,
        "url: 'https://[::1' is no web address",
        "write it whole, starting with https://",
    ),
    (
        "sources",
        "url: https://a.example:x",
        6,
        "url: 'https://a.example:x' is no web address",
        "write it whole, starting with https://",
    ),
    (
        "sources",
        "url: https://a.example/b c",
        6,
        "url: 'https://a.example/b c' is no web address: it has a blank in it",
        "copy the address from the browser's address bar",
    ),
    (
        "sources",
        "archived: 'https://a.example/<b>'",
        11,
        "archived: 'https://a.example/<b>' is no web address: it has < in it",
        "copy the address from the browser's address bar",
    ),
    (
        "organisations",
        "website: http://a.example/b",
        10,
        "website: 'http://a.example/b' is not an https address",
        "write https://a.example/b",
    ),
    (
        "people",
        "redirect_from: [../a]",
        17,
        "an item of redirect_from: '../a' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: [//a]",
        17,
        "an item of redirect_from: '//a' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: [a//b]",
        17,
        "an item of redirect_from: 'a//b' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: [/]",
        17,
        "an item of redirect_from: '/' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: [./a]",
        17,
        "an item of redirect_from: './a' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: ['a?b']",
        17,
        "an item of redirect_from: 'a?b' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        r"redirect_from: ['a\b']",
        17,
        r"an item of redirect_from: 'a\b' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: ['https://a.example']",
        17,
        "an item of redirect_from: 'https://a.example' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: [a/%2e%2E/b]",
        17,
        "an item of redirect_from: 'a/../b' is no path of the site",
        NO_PATH,
    ),
    (
        "people",
        "redirect_from: [.git/config]",
        17,
        "an item of redirect_from: '.git/config' is no path that a page can have had",
        NO_OLD_PATH,
    ),
    (
        "people",
        "redirect_from: [a%C2%85b]",
        17,
        "an item of redirect_from: 'a%C2%85b' is no path that a page can have had",
        NO_OLD_PATH,
    ),
]
RIGHT = [
    ("sources", "url: HTTP://example.org:8080/%20?a=b&c=(d)#e"),
    ("sources", "url: https://пример.example/путь"),
    ("sources", "url: 'https://a.example/it''s'"),
    ("organisations", "website: HTTPS://a.example"),
    ("people", "redirect_from: [people/ä b, a.html, /people/old/, people/%C3%A4-b/, 100%.md]"),
]


@pytest.mark.parametrize(("folder", "line", "column", "message", "hint"), WRONG)
def test_a_wrong_address_is_told_with_what_was_meant(
    folder: str, line: str, column: int, message: str, hint: str
) -> None:
    """An address that leads nowhere or out of the site is refused."""
    check_wrong(folder, line, column, message, hint)


@pytest.mark.parametrize(("folder", "line"), RIGHT)
def test_an_unusual_address_is_taken(folder: str, line: str) -> None:
    """No address is refused for its looks alone."""
    assert found(folder, f"{line}\n") == []
