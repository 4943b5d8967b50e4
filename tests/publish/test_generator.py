"""From files to pages in memory, as every door does it."""

import pytest

from explainer.publish.generator import pages_of
from tests.archive import checked, default_subjects

BROKEN_SITES = {
    "nothing": "",
    "front matter": "-- people/a.md --\n---\ntitle: [\n---\n",
    "no front matter": "-- events/a.md --\nhello\n",
    "missing fields": "-- events/a.md --\n---\ntitle: A\n---\n-- events/b.md --\n---\nx: 1\n---\n",
    "links": "-- a.md --\n[[x]] [[#y]] [@z] [[people]]\n",
    "itself": "-- glossary/a.md --\n---\ntitle: A\nsummary: A.\nsee_also: [a]\n---\n[[a]]\n",
    "circle": "-- places/a.md --\n---\ntitle: A\ncountry: DE\npart_of: b\n---\n"
    "-- places/b.md --\n---\ntitle: B\ncountry: DE\npart_of: a\n---\n",
    "end before start": "-- people/a.md --\n---\ntitle: A\nsummary: A.\ndetentions:\n"
    "  - {held_by: RU, from: 2024, to: 2020}\n  - {held_by: RU, from: ../2020}\n"
    "  - {held_by: RU, from: 2024, ended_by: e}\n---\n"
    "-- events/e.md --\n---\ntitle: E\nsummary: E.\ncategory: law\ndate: 2021/..\n---\n",
    "the far future": "-- people/a.md --\n---\ntitle: A\nsummary: A.\nborn: 9999-12\ndetentions:\n"
    "  - {held_by: RU, from: 9999-12-31}\n---\n",
    "odd dates": "-- events/e.md --\n---\ntitle: E\nsummary: E.\ncategory: law\ndate: ../..\n---\n"
    "-- events/f.md --\n---\ntitle: F\nsummary: F.\ncategory: law\ndate: XXXX\n---\n"
    "-- events/g.md --\n---\ntitle: G\nsummary: G.\ncategory: law\ndate: -0044-03-15\n---\n",
    "wrong kinds": "-- people/a.md --\n---\ntitle: A\nsummary: A.\nsources: [a]\ndetentions:\n"
    "  - {held_by: RU, from: 2020, place: a, ended_by: a, sources: [a]}\n---\n[@a]\n"
    "-- events/e.md --\n---\ntitle: E\nsummary: E.\ncategory: law\ndate: 2020\nplace: a\n"
    "participants: [{who: e}]\ntransfers: [{who: e, from: RU, to: RU}]\n---\n",
    "titles": "-- glossary/a.md --\n---\ntitle: '!'\nsummary: A.\n---\n"
    "-- glossary/b.md --\n---\ntitle: 北京\nsummary: B.\n---\n",
}


@pytest.mark.parametrize("name", BROKEN_SITES)
def test_a_site_with_problems_still_makes_pages(name: str) -> None:
    """While a site is served it is shown as far as it can be, whatever is wrong with it."""
    found = checked(BROKEN_SITES[name])
    pages = pages_of(found.site, default_subjects())
    published = {entry.path for entry in found.site.entries.values()}
    assert published <= set(pages)
    assert {"index.md", "people/index.md", "timeline/index.md"} <= set(pages)
    assert all(page.path == path for path, page in pages.items())


def test_entries_are_counted_whether_they_can_be_read_or_not() -> None:
    """The count is that of the entries' files; an ordinary page is none."""
    archive = """
        -- people/ada.md --
        ---
        title: Ada
        summary: A mathematician.
        ---
        -- people/broken.md --
        ---
        title: Broken
        ---
        -- people/draft.md --
        ---
        title: Draft
        summary: Not yet.
        draft: true
        ---
        -- people/index.md --
        People.
        -- about.md --
        About.
    """
    assert checked(archive).entries == 3
