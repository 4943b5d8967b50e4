"""The page of corrections, and the way to report what is wrong."""

import pytest

from explainer.settings import Settings
from tests.whole import built, laid_out

SITE = """
-- people/ada.md --
---
title: Ada Lovelace
summary: A mathematician.
corrections:
  - {date: 2024-08-01, text: Her <year> was wrong.}
  - {date: 2024-08-01, text: So was her name.}
---
"""


def corrections(repository: str = "") -> str:
    """Return the page of corrections of a site."""
    return laid_out(built(SITE, Settings(repository=repository))["corrections/index.md"])


def test_a_correction_leads_to_its_place_on_the_page_of_the_entry() -> None:
    """Where the very words stand."""
    page = corrections()
    assert "Her &lt;year&gt; was wrong." in page
    entry = laid_out(built(SITE)["people/ada.md"])
    for anchor in ("correction-2024-08-01", "correction-2024-08-01-2"):
        assert f'href="../people/ada/#{anchor}"' in page
        assert f'<li id="{anchor}">' in entry


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/issues"),
        ("https://gitlab.com/a/b/", "https://gitlab.com/a/b/-/issues"),
        ("https://git.example.org/a", "https://git.example.org/a"),
    ],
)
def test_an_error_is_reported_where_the_repository_is(repository: str, address: str) -> None:
    """In its list of issues, where that is known to be."""
    assert f'<a href="{address}" rel="noreferrer">' in corrections(repository)


@pytest.mark.parametrize("repository", ["", "git@example.org:a/b", "javascript:alert(1)"])
def test_without_an_address_nobody_is_sent_anywhere(repository: str) -> None:
    """A site may tell of its repository in a way that no browser can open."""
    assert "report it" not in corrections(repository)
