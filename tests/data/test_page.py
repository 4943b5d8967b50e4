"""The page that says what the data hold."""

from selectolax.lexbor import LexborHTMLParser

from explainer.data.csv_file import file_of
from explainer.data.page import PAGE
from explainer.publish.data import data_files
from explainer.publish.generator import Plan
from tests.data.story import dataset, plan
from tests.whole import laid_out


def page(of: Plan) -> LexborHTMLParser:
    """Lay the page out."""
    return LexborHTMLParser(laid_out(of.pages[PAGE].build()))


def test_it_has_every_table_and_every_column() -> None:
    """Those that the tables of all kinds have stand once."""
    shown = page(plan())
    for table in dataset().tables:
        anchor = f"table-{table.name.replace('_', '-')}"
        heading = shown.css_first(f"#{anchor}")
        assert heading is not None
        listed = shown.css_first(f'[aria-label="Columns of {file_of(table)}"]')
        common = shown.css_first('[aria-label="Columns of every kind"]')
        assert listed is not None
        assert common is not None
        names = {node.text() for part in (listed, common) for node in part.css("th code")}
        assert {column.name for column in table.columns} <= names


def test_it_leads_to_every_file() -> None:
    """By links that work from a folder on a disk."""
    links = {node.attributes["href"] for node in page(plan()).css("a[href]")}
    files = {file.path.removeprefix("data/") for file in data_files(plan())}
    assert files <= links


def test_it_says_on_what_terms_and_how_to_cite() -> None:
    words = page(plan()).css_first("body").text()  # type: ignore[union-attr]
    assert "Attribution. It covers this site’s own words" in words
    assert "The story, https://story.example/" in words
