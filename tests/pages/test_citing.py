"""How a page says it may be cited, with and without a history and an address of the site."""

import json
from datetime import UTC, datetime

from explainer.entries.entry import DocPath
from explainer.pages.citing import Citation, citation_of
from explainer.pages.scope import Scope, Whole
from explainer.settings import Settings
from explainer.site.backlinks import turn_around
from explainer.site.history import FileHistory, History, Revision
from tests.whole import site_of

ADA = """
-- people/ada.md --
---
title: Who was Ada?
summary: A mathematician.
reviewed: 2024-05
---
"""
PATH = DocPath("people/ada.md")
REVISION = Revision("0123456789abcdef", datetime(2024, 8, 1, 23, 30, tzinfo=UTC))
KNOWN = History("whole", {PATH: FileHistory(REVISION, REVISION)})


def cited(settings: Settings, history: History) -> Citation | None:
    """Cite the page of the one person of a site."""
    site = site_of(ADA, settings)
    whole = Whole(site, turn_around(site), history=history)
    person = next(iter(site.entries.values()))
    return citation_of("ada", person.fields.title, person.fields.reviewed, Scope.of(whole, PATH))


def test_a_page_is_cited_with_the_last_revision_of_its_file() -> None:
    """And the day of it; a title that ends a sentence gets no second full stop."""
    found = cited(Settings(name="S & T", url="https://site.example/"), KNOWN)
    assert found is not None
    assert found.plain == (
        "“Who was Ada?” S & T. Revision 0123456, 1 August 2024. https://site.example/people/ada/"
    )
    assert found.bibtex.splitlines() == [
        "@misc{ada,",
        "  title = {{Who was Ada?}},",
        r"  howpublished = {S \& T},",
        "  year = {2024},",
        "  month = {8},",
        "  url = {https://site.example/people/ada/},",
        "  note = {Revision 0123456, 1 August 2024},",
        "}",
    ]
    assert json.loads(found.csl) == [
        {
            "id": "ada",
            "type": "webpage",
            "title": "Who was Ada?",
            "container-title": "S & T",
            "URL": "https://site.example/people/ada/",
            "language": "en",
            "issued": {"date-parts": [[2024, 8, 1]]},
            "version": "0123456",
            "note": "Last checked: May 2024",
        }
    ]


def test_without_a_history_a_page_is_cited_by_its_last_check() -> None:
    """No day of publication is made up, nor an address."""
    found = cited(Settings(name="S"), History())
    assert found is not None
    assert found.plain == "“Who was Ada?” S. Last checked: May 2024."
    assert "issued" not in json.loads(found.csl)[0]
    assert "URL" not in json.loads(found.csl)[0]
    assert "year" not in found.bibtex


def test_a_page_of_a_site_without_a_name_cannot_be_cited() -> None:
    assert cited(Settings(), KNOWN) is None
