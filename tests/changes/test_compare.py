"""What changed between two versions of a site, as facts, sources, links and sentences."""

from collections.abc import Mapping
from datetime import date

import pytest

from explainer.changes.records import Changes, EntryChange, FactChange
from explainer.publish.comparing import Versions
from explainer.settings import Settings
from tests.archive import default_subjects, files_of, source_files

SITE = """
    -- people/ada.md --
    ---
    title: Ada Lovelace
    summary: A mathematician.
    born: {value: 1990, sources: [paper]}
    detentions:
      - held_by: NO
        from: 2021~
        legal_status: {value: charged, sources: [paper, letter]}
        sources: [paper]
      - held_by: SE
        from: 2015
        to: 2016
        sources: [paper]
    ---
    She wrote [[note-g]] in Oslo.[@paper] Nobody read it for years.[@letter]
    -- people/charles.md --
    ---
    title: Charles Babbage
    summary: An engineer.
    died: 1871
    ---
    He built engines.
    -- events/meeting.md --
    ---
    title: The meeting
    summary: They met.
    date: 2022-05-01
    category: talks
    participants:
      - {who: ada, role: speaker}
      - {who: charles, role: listener}
    ---
    -- glossary/note-g.md --
    ---
    title: Note G
    summary: The last note, with a program in it.
    ---
    A note by [[ada]].
    -- sources/paper.md --
    ---
    title: The Paper
    publisher: Press
    ---
    -- sources/letter.md --
    ---
    title: A Letter
    publisher: Press
    ---
"""


def changed(edits: Mapping[str, Mapping[str, str]], settings: Settings | None = None) -> Changes:
    """Compare the site with itself after some edits: by path, what stands in place of what."""
    files = files_of(SITE)
    for path, replacements in edits.items():
        for old, new in replacements.items():
            assert old in files[path], old
            files[path] = files[path].replace(old, new)
    return between(SITE, "".join(f"-- {path} --\n{text}" for path, text in files.items()), settings)


def between(before: str, after: str, settings: Settings | None = None) -> Changes:
    """Compare two sites in memory."""
    sides = source_files(before), source_files(after)
    return Versions.of(*sides, settings or Settings(), default_subjects()).changes()


def only(changes: Changes) -> EntryChange:
    """Return the one entry that changed."""
    [entry] = changes.entries
    return entry


def fact(changes: Changes, label: str) -> FactChange:
    """Return the one change of a fact with a label."""
    [found] = [f for f in only(changes).facts if f.label == label]
    return found


def ada(replacements: Mapping[str, str]) -> Changes:
    """Compare the site with itself after edits in one entry."""
    return changed({"people/ada.md": replacements})


def test_nothing_changes_without_a_change() -> None:
    """A site is the same as itself."""
    assert changed({}) == Changes()


def test_lines_that_move_are_no_change() -> None:
    """Neither blank lines, nor the order of the fields, nor flow style for block style."""
    text = "born: {value: 1990, sources: [paper]}"
    block = "born:\n  value: 1990\n  sources: [paper]"
    assert ada({text: block, "---\nShe": "---\n\n\nShe"}) == Changes()
    assert (
        ada(
            {
                "summary: A mathematician.\nborn: {value: 1990, sources: [paper]}": ""
                f"{text}\nsummary: A mathematician."
            }
        )
        == Changes()
    )


def test_a_fact_is_told_before_and_after_in_the_words_of_the_pages() -> None:
    """A vague date becomes an exact one; the item is the same though its first field changed."""
    found = fact(ada({"from: 2021~": "from: 2021-08-14"}), "From")
    assert (found.before, found.after) == ("about 2021", "14 August 2021")
    assert found.field == ("detentions", "from")
    assert found.item == "Detention: Norway, 14 August 2021"
    assert found.item_what == "changed"


def test_a_claim_is_told_with_its_date_and_its_note() -> None:
    """The value, as of when, and what is noted of it."""
    new = "{value: convicted, as_of: 2024-07-19, note: In his absence., sources: [paper, letter]}"
    found = fact(ada({"{value: charged, sources: [paper, letter]}": new}), "Legal status")
    assert found.before == "charged"
    assert found.after == "convicted, as of 19 July 2024 (In his absence.)"
    assert not found.sources_lost
    assert found.sensitive == "legal status of a living person"


def test_items_of_a_list_are_found_again_in_another_order() -> None:
    """Only the one that is new is told, not the ones that it pushes down."""
    new = "detentions:\n  - held_by: FI\n    from: 2010\n    to: 2011\n    sources: [paper]\n"
    entry = only(ada({"detentions:\n": new}))
    assert {f.item for f in entry.facts} == {"Detention: Finland, 2010"}
    assert {f.item_what for f in entry.facts} == {"added"}
    assert [(f.label, f.after) for f in entry.facts if f.after] == [
        ("Held by", "Finland"),
        ("From", "2010"),
        ("To", "2011"),
    ]


def test_an_item_about_another_entry_is_another_item() -> None:
    """Who takes the part of somebody else has not changed into that person."""
    edits = {"events/meeting.md": {"who: charles, role": "who: paper, role"}}
    wrong = changed(edits)  # a source takes no part, so the entry stays, with a problem
    assert "wrong-kind" in {p.code for p in wrong.brought}
    facts = only(wrong).facts
    assert {(f.item, f.item_what) for f in facts} == {
        ("Participant: The Paper", "added"),
        ("Participant: Charles Babbage", "removed"),
    }


def test_sources_of_a_claim_come_and_go() -> None:
    """The claim says the same; a source less about a living person is sensitive."""
    found = fact(ada({"sources: [paper, letter]}": "sources: [paper]}"}), "Legal status")
    assert found.only_sources
    assert [source.title for source in found.sources_lost] == ["A Letter"]
    born = fact(ada({"sources: [paper]}\ndet": "sources: [paper, letter]}\ndet"}), "Born")
    assert [source.id for source in born.sources_gained] == ["letter"]
    assert not born.sensitive
    lost = fact(ada({"born: {value: 1990, sources: [paper]}": "born: 1990"}), "Born")
    assert lost.sensitive == "sources lost about a living person"


def test_sources_in_another_order_are_the_same() -> None:
    """Order says nothing there."""
    assert ada({"[paper, letter]": "[letter, paper]"}) == Changes()


def test_a_source_that_passes_to_another_reading_is_told() -> None:
    """Both readings keep their words; who says which has changed."""
    one = "born:\n  - {value: 1990, sources: [paper]}\n  - {value: 1991, sources: [letter]}"
    other = "born:\n  - {value: 1990, sources: [letter]}\n  - {value: 1991, sources: [paper]}"
    before = SITE.replace(
        "    born: {value: 1990, sources: [paper]}",
        one.replace("born", "    born").replace("\n", "\n    "),
    )
    after = before.replace(one.replace("\n", "\n    "), other.replace("\n", "\n    "))
    found = fact(between(before, after), "Born")
    assert found.only_sources
    assert {s.id for s in found.sources_gained} == {s.id for s in found.sources_lost}


def test_readings_begin_and_stop_to_disagree() -> None:
    """A second value is a disagreement; a second source for the same value is none."""
    two = "born:\n  - {value: 1990, sources: [paper]}\n  - {value: 1991, sources: [letter]}"
    began = fact(ada({"born: {value: 1990, sources: [paper]}": two}), "Born")
    assert (began.disagreement, began.after) == ("began", "1990 or 1991")
    before = ada({"born: {value: 1990, sources: [paper]}": two.replace("1991", "1990")})
    assert fact(before, "Born").disagreement == ""


def test_the_death_of_a_living_person_is_sensitive() -> None:
    """A wrong one is hard to take back."""
    found = fact(ada({"born:": "died: 2025\nborn:"}), "Died")
    assert found.sensitive == "death of a living person"


def test_a_birth_that_makes_somebody_too_old_to_live_is_sensitive() -> None:
    """Rules for the living would hold no longer, so somebody should look."""
    settings = Settings(today=date(2026, 1, 1).toordinal())
    older = changed({"people/ada.md": {"value: 1990": "value: 1890"}}, settings)
    assert only(older).reasons == ("person no longer counted as living",)
    younger = changed({"people/ada.md": {"value: 1990": "value: 1991"}}, settings)
    assert only(younger).reasons == ()


def test_facts_of_the_dead_are_not_called_those_of_the_living() -> None:
    """Charles died long ago."""
    edits = {"people/charles.md": {"died: 1871": "died: 1872"}}
    assert only(changed(edits)).reasons == ("death",)
    assert not only(changed(edits)).living


def test_the_date_of_an_event_matters_where_custody_ended_with_it() -> None:
    """The same change of another event is not sensitive."""
    edit = {"events/meeting.md": {"2022-05-01": "2022-05-02"}}
    assert only(changed(edit)).reasons == ()
    ending = SITE.replace("from: 2021~\n", "from: 2021~\n        ended_by: meeting\n")
    [event] = between(ending, ending.replace("2022-05-01", "2022-05-02")).entries
    assert event.reasons == ("dates of custody",)


def test_prose_is_compared_sentence_by_sentence() -> None:
    """The one that changed is told, with the words counted; links and citations by title."""
    entry = only(
        ada({"Nobody read it for years.[@letter]": "Nobody read it for ten years.[@paper]"})
    )
    assert entry.prose is not None
    [sentence] = entry.prose.sentences
    assert sentence.before == "Nobody read it for years."
    assert sentence.after == "Nobody read it for ten years."
    assert (entry.prose.words_added, entry.prose.words_removed) == (1, 0)
    assert [source.title for source in entry.citations_lost] == ["A Letter"]
    assert sentence.sensitive == "sources lost about a living person"


def test_a_sentence_in_two_keeps_its_source() -> None:
    """The citation stands behind the second one now, which is no loss."""
    entry = only(
        ada({"She wrote [[note-g]] in Oslo.": "She wrote [[note-g]]. She did so in Oslo."})
    )
    assert entry.reasons == ()


def test_links_come_and_go_by_title() -> None:
    """A name that links itself counts as one that the author linked."""
    entry = only(ada({"[[note-g]]": "[[!Note G]]"}))
    assert [link.title for link in entry.links_lost] == ["Note G"]
    gained = only(ada({"in Oslo": "with Charles Babbage"}))
    assert [link.id for link in gained.links_gained] == ["charles"]


def test_marks_alone_are_told_as_such() -> None:
    """What is said is the same; the page may look different."""
    entry = only(ada({"in Oslo": "*in Oslo*"}))
    assert entry.prose is None
    assert entry.notes == ("The text says the same; links or marks in it are written otherwise.",)


def test_a_removed_entry_is_sensitive() -> None:
    """Its summary says what is lost."""
    after = SITE.replace("[[ada]]", "her").split("    -- people/charles.md --")[0]
    rest = SITE[SITE.index("    -- events/") :].replace("[[ada]]", "her")
    entry, event = between(
        SITE, after + rest.replace("      - {who: charles, role: listener}\n", "")
    ).entries[:2]
    assert (entry.what, entry.title, entry.reasons) == (
        "removed",
        "Charles Babbage",
        ("removal of an entry",),
    )
    assert entry.facts[0].before == "An engineer."
    assert event.what == "changed"


def renamed(redirect: str = "") -> Changes:
    """Compare the site with itself after an entry got another name, and all links to it."""
    after = SITE.replace("people/ada.md", "people/ada-lovelace.md").replace(
        "[[ada]]", "[[ada-lovelace]]"
    )
    after = after.replace("who: ada,", "who: ada-lovelace,")
    return between(
        SITE, after.replace("    born: {value: 1990", f"{redirect}    born: {{value: 1990")
    )


def test_a_renamed_entry_is_one_entry() -> None:
    """It is found again, and what links to it has not changed what it says."""
    entry, *others = renamed().entries
    assert (entry.what, entry.path, entry.former) == (
        "renamed",
        "people/ada-lovelace.md",
        "people/ada.md",
    )
    assert not entry.redirected
    assert not entry.facts
    assert any("leads nowhere" in note for note in entry.notes)
    assert [other.id for other in others if other.facts or other.links_lost] == []


def test_a_redirect_is_noticed() -> None:
    """The old address leads on."""
    entry = renamed("    redirect_from: [people/ada/]\n").entries[0]
    assert (entry.what, entry.redirected) == ("renamed", True)
    assert not any("leads nowhere" in note for note in entry.notes)


def test_an_added_entry_tells_its_facts() -> None:
    """All of them are new; a status is sensitive from the start."""
    new = (
        "    -- people/grace.md --\n    ---\n    title: Grace\n    summary: An admiral.\n"
        "    detentions: [{held_by: NO, from: 2024, legal_status: charged, sources: [paper]}]\n"
        "    ---\n"
    )
    entry = only(between(SITE, SITE + new))
    assert (entry.what, entry.living) == ("added", True)
    assert "legal status of a living person" in entry.reasons
    assert [f.label for f in entry.facts][:1] == ["Summary"]


def test_a_file_that_cannot_be_read_any_more_is_no_removal() -> None:
    """Nothing is known of what it says now, so somebody has to look; the problem is told."""
    changes = ada({"title: Ada Lovelace": "titel: Ada Lovelace"})
    entry = only(changes)
    assert entry.what == "changed"
    assert entry.reasons == ("file that cannot be read",)
    assert {p.code for p in changes.brought} >= {"unknown-field", "missing-field"}
    cured = between(SITE.replace("title: Ada Lovelace", "titel: Ada Lovelace"), SITE)
    assert {p.code for p in cured.cured} >= {"unknown-field", "missing-field"}
    assert only(cured).what == "added"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("", "    draft: true\n", "is a draft now"),
        ("    draft: true\n", "", "was a draft"),
    ],
)
def test_a_draft_comes_and_goes(before: str, after: str, word: str) -> None:
    """To take a page from the published site is sensitive."""
    settings = Settings(drafts=True)
    line = "    died: 1871\n"
    entry = only(
        between(SITE.replace(line, line + before), SITE.replace(line, line + after), settings)
    )
    assert word in entry.notes[0]
    assert bool(entry.reasons) == (word == "is a draft now")


def test_problems_in_other_lines_are_the_same() -> None:
    """What only moved down is neither brought nor cured."""
    before = SITE.replace("[[note-g]] in", "[[nobody]] in")
    after = before.replace("    She wrote", "    Once upon a time.\n\n    She wrote")
    changes = between(before, after)
    assert {p.code for p in changes.brought} == {"uncited-paragraph"}
    assert changes.cured == ()


def test_what_is_sensitive_comes_first() -> None:
    """Then what is about the living, whatever the names."""
    changes = changed(
        {
            "people/ada.md": {"charged": "convicted"},
            "people/charles.md": {"died: 1871": "died: 1872"},
            "events/meeting.md": {"They met": "They met again"},
        }
    )
    assert [entry.id for entry in changes.entries] == ["ada", "charles", "meeting"]
    assert [entry.id for entry in changes.sensitive] == ["ada", "charles"]


def test_an_entry_that_becomes_one_of_another_kind_keeps_its_facts() -> None:
    """The country of an organisation is a claim, that of a place is none."""
    field = "    country: %s\n    ---\n    It stands in Oslo.\n"
    front = "    ---\n    title: Central Prison\n"
    claim = f"    -- organisations/prison.md --\n{front}" + field % "{value: NO, sources: [paper]}"
    place = f"    -- places/prison.md --\n{front}" + field % "NO"
    entry = only(between(SITE + claim, SITE + place))
    assert (entry.what, entry.kind) == ("renamed", "place")
    [country] = entry.facts
    assert country.only_sources
    assert [source.id for source in country.sources_lost] == ["paper"]
    back = only(between(SITE + place, SITE + claim))
    assert [source.id for source in back.facts[0].sources_gained] == ["paper"]


def test_an_affiliation_and_a_picture_are_told() -> None:
    """A list that comes, a model that stands alone, and names in another script."""
    image = "image: {file: ada.png, alt: Ada, credit: A painter, licence: CC0}\n"
    names = "names: {ru: Ада, ar: آدا}\n"
    entry = only(ada({"born:": f"{image}{names}born:"}))
    told = {(fact.item, fact.label): fact.after for fact in entry.facts}
    assert told["Image", "Credit"] == "A painter"
    assert told["", "Name in its own script"] == "Ада (Russian), آدا (Arabic)"
