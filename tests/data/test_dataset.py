"""What a site knows, as tables."""

from dataclasses import replace

from explainer.data.dataset import MakeDataset
from explainer.publish.generator import plan_of
from tests.archive import checked, default_subjects
from tests.data.story import SETTINGS, STORY, dataset, plan, rows


def test_a_row_has_the_first_reading_with_its_sources() -> None:
    """And says that others disagree."""
    (ada,) = rows("people", id="ada")
    assert ada["born"] == ada["born_earliest"] == ada["born_latest"] == "1815-12-10"
    assert ada["born_words"] == "10 December 1815"
    assert (ada["born_sources"], ada["born_as_of"]) == ("herald", "1850")
    assert ada["born_note"] == "in the parish book"
    assert ada["born_disagrees"] is True
    assert (ada["nationality"], ada["nationality_disagrees"]) == ("GB; NA", False)


def test_every_reading_of_a_claim_keeps_its_sources() -> None:
    """Those of an item's claims, too."""
    readings = [row["id"] for row in rows("claims", entry="ada", field="born")]
    assert readings == ["ada/born/1", "ada/born/2"]
    second = rows("claims_sources", claim="ada/born/2")
    assert [row["source"] for row in second] == ["gazette", "herald"]
    (status,) = rows("claims", id="ada/detentions/1/legal_status/2")
    assert (status["value"], status["item"]) == ("convicted", "ada/detentions/1")
    assert rows("claims_sources", claim=status["id"])[0]["source"] == "gazette"


def test_what_is_not_stated_is_no_value() -> None:
    """The row of an entry says why as the front matter does, but where a number belongs."""
    assert rows("people", id="ada")[0]["died"] == "unknown"
    assert rows("people", id="bob")[0]["died"] is None
    assert rows("events", id="fair")[0]["total"] is None
    assert rows("events", id="fair")[0]["total_sources"] == "herald"
    (claim,) = rows("claims", entry="fair", field="total")
    assert (claim["value"], claim["unstated"]) == (None, "withheld")


def test_a_list_has_a_row_for_each_value() -> None:
    """So a value with a semicolon in it stays one."""
    authors = [row["value"] for row in rows("sources_authors", entry="gazette")]
    assert authors == ["A. Bee", "C. Dee; E. Eff"]
    assert [row["value"] for row in rows("claims_values")] == ["GB", "NA"]
    assert rows("entries_names") == [{"entry": "ada", "key": "ru", "value": "Ада"}]
    assert rows("entries_corrections")[0]["text"] == "=2+2 was wrong."


def test_an_item_has_a_row_of_its_own() -> None:
    (held,) = rows("people_detentions")
    assert (held["id"], held["entry"], held["held_by"]) == ("ada/detentions/1", "ada", "FR")
    assert (held["from_earliest"], held["from_words"]) == ("1841-01-01", "about 1841")
    assert held["legal_status_disagrees"] is True


def test_what_is_not_published_is_not_named() -> None:
    """Neither as an item's other end nor as a source; the item itself stays."""
    assert [row["who"] for row in rows("people_affiliations")] == ["society", None]
    assert [row["value"] for row in rows("people_detentions_sources")] == ["herald", "gazette"]
    cells = [str(cell) for table in dataset().tables for row in table.rows for cell in row]
    assert [cell for cell in cells if "secret" in cell or "Hidden" in cell] == []


def test_links_and_citations_come_with_their_sentences() -> None:
    """From entries and from ordinary pages; a name that links itself is told from a link."""
    written = rows("links", entry="ada", how="link")
    assert [(row["to"], row["sentence"]) for row in written] == [
        ("society", "Ada wrote to the Society in March.")
    ]
    named = rows("links", entry="ada", how="name")
    assert [row["to"] for row in named] == ["tower"]
    (part,) = rows("links", entry="fair", to="ada")
    assert (part["how"], part["field"]) == ("field", "participants/1/who")
    assert (part["relation"], part["role"]) == ("took part", "guest")
    assert rows("links", page="notes/method.md")[0]["to"] == "herald"
    cited = [(row["source"], row["locator"]) for row in rows("citations", entry="ada")]
    assert cited == [("herald", "p. 3"), ("gazette", None)]


def test_the_text_of_a_page_is_plain() -> None:
    (page,) = rows("pages")
    assert (page["title"], page["text"]) == ("The method", "The method\n\nWe read the A report.")
    (ada,) = rows("entries", id="ada")
    assert str(ada["text"]).startswith("Ada wrote to the Society in March. She never said why.\n\n")


def test_addresses_are_whole_where_the_site_has_one() -> None:
    """Without, they begin at its root."""
    assert rows("entries", id="ada")[0]["page"] == "https://story.example/people/ada/"
    bare = plan_of(checked(STORY).site, default_subjects())
    table = bare.whole.once(MakeDataset(bare.kinds)).table("entries")
    assert table.rows[0][2] == "people/ada/"


def test_the_fields_of_a_subject_are_columns_as_all_others() -> None:
    """Without the subject there is no table of them."""
    names = {table.name for table in dataset().tables}
    assert {"people_detentions", "events_transfers"} <= names
    eve = "-- people/eve.md --\n---\ntitle: Eve\nsummary: x\n---\n"
    without = plan_of(checked(eve, subjects=[]).site, [])
    bare = without.whole.once(MakeDataset(without.kinds)).tables
    assert {"people_detentions", "events_transfers"}.isdisjoint(t.name for t in bare)


def test_every_table_is_described_and_whole() -> None:
    """Every column has a meaning and a name of its own, every key and reference holds."""
    tables = {table.name: table for table in dataset().tables}
    for table in tables.values():
        names = [column.name for column in table.columns]
        assert table.description
        assert len(set(names)) == len(names)
        assert [column.name for column in table.columns if not column.description] == []
        keys = [tuple(row[names.index(name)] for name in table.key) for row in table.rows]
        assert len(set(keys)) == len(keys)
        for column in table.references:
            known = {row[0] for row in tables[column.refers_to].rows} | {None}
            assert {row[names.index(column.name)] for row in table.rows} <= known, table.name


def test_drafts_are_there_while_they_are_shown() -> None:
    """As in a site that is served."""
    site = checked(STORY, replace(SETTINGS, drafts=True)).site
    shown = plan_of(site, default_subjects())
    ids = [row[0] for row in shown.whole.once(MakeDataset(plan().kinds)).table("entries").rows]
    assert "secret-society" in ids
