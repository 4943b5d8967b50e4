"""The page on values: every type, and every row is what the program does."""

import re
from collections.abc import Mapping

from explainer.entries.claims import Reading
from explainer.entries.definitions.types import TYPES
from explainer.entries.shapes import shapes_of
from tests.archive import lines_of
from tests.reference.reading import headings, names, table
from tests.whole import built, laid_out
from tools.reference.takes import ALL, OTHER
from tools.reference.values import REFUSED, types

PAGE = "reference/values.md"


def test_every_type_is_told_and_no_other(reference: Mapping[str, str]) -> None:
    """Those that sites can use, and those that only the generator's own fields have."""
    told = [heading[4:] for heading in headings(reference[PAGE]) if heading.startswith("### ")]
    assert told == [found.name for found in (*TYPES, *OTHER)]


def test_every_type_has_a_value_that_it_refuses() -> None:
    """In `REFUSED` of `tools/reference/values.py`, and the page says what `check` says of it."""
    assert sorted(REFUSED) == sorted(found.name for found in ALL)
    for part in types():
        assert part.why, part.name


def test_the_refusals_are_those_of_a_real_check(reference: Mapping[str, str]) -> None:
    """Word for word."""
    (line,) = lines_of("""
        -- places/rome.md --
        ---
        title: Rome
        country: Norway
        ---
    """)
    assert line == "docs/places/rome.md:3:10: bad-value: country: 'Norway' is no country code"
    assert "`check` says: 'Norway' is no country code: did you mean NO (Norway)?" in reference[PAGE]


def test_the_fields_of_a_reading_are_told(reference: Mapping[str, str]) -> None:
    """Those of a claim in its long form."""
    told = names(table(reference[PAGE], "Claims", "field"))
    assert told == [shape.name for shape in shapes_of(Reading)]


def test_dates_read_on_pages_as_the_table_says(reference: Mapping[str, str]) -> None:
    """Each is put into an event, and its page says it in these words."""
    rows = table(reference[PAGE], "Dates", "written")
    assert len(rows) > 10
    archive = "".join(
        f"-- events/e{number}.md --\n---\ntitle: E{number}\nsummary: S.\ncategory: talks\n"
        f"date: {row[0].strip('`')}\n---\n"
        for number, row in enumerate(rows)
    )
    pages = built(archive)
    for number, row in enumerate(rows):
        html = re.sub(r"</?time[^>]*>", "", laid_out(pages[f"events/e{number}.md"]))
        assert f"<dt>Date</dt>\n    <dd>{row[1]}</dd>" in html, row
