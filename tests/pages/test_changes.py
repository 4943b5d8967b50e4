"""The page of what is new, in words."""

from explainer.settings import Settings
from explainer.site.history import History
from tests.changes.test_news import ADA, AUGUST, BOB, LATER
from tests.pasts import changes_page, past

CORRECTED = ADA.replace(
    "born", "corrections: [{date: 2024-08-05, text: A <year> was wrong.}]\nborn"
)
REVIEWED = ADA.replace("born", "reviewed: 2024-08\nborn")


def test_a_day_says_what_it_brought() -> None:
    """Links to what is new, lines of what changed, with the words before."""
    found = changes_page(
        ADA + BOB, past(("2024-08-01", ADA.replace("1815", "1816")), (LATER, ADA + BOB))
    )
    assert '<h2 id="in-2024-08">August 2024</h2>' in found
    assert '<h3 id="on-2024-08-05"><time datetime="2024-08-05">5 August 2024</time></h3>' in found
    assert '1 new person: <a class="ref ref-person" href="../people/bob/">Bob</a>' in found
    assert "<dd>Born: now “1815”, before “1816”</dd>" in found
    assert "since 1 August 2024." in found


def test_an_item_of_a_list_is_named_beside_its_fact() -> None:
    """As it is today."""
    held = ADA.replace("born", "affiliations: [{who: club, role: HEAD}]\nborn")
    club = "-- organisations/club.md --\n---\ntitle: Club\n---\n"
    member = held.replace("HEAD", "Member") + club
    found = changes_page(
        held.replace("HEAD", "Head") + club,
        past(AUGUST, ("2024-08-03", member), (LATER, held.replace("HEAD", "Head") + club)),
    )
    assert "<dd>Affiliation (Club), role: now “Head”, before “Member”</dd>" in found
    assert "<dd>Affiliation (Club): added</dd>" in found


def test_a_correction_stands_on_its_own_day() -> None:
    """It leads to its place on the page of the entry."""
    found = changes_page(CORRECTED, past(AUGUST, ("2024-08-09", CORRECTED)))
    assert 'href="../people/ada/#correction-2024-08-05">Ada Lovelace</a></dt>' in found
    assert "A &lt;year&gt; was wrong." in found
    assert "9 August" not in found


def test_words_alone_are_told_in_one_list() -> None:
    """A line for each of them would hide what matters."""
    found = changes_page(
        ADA.replace("program", "note"), past(AUGUST, (LATER, ADA.replace("program", "note")))
    )
    assert "Revised wording" in found
    assert '1 person: <a class="ref ref-person" href="../people/ada/">' in found


def test_without_a_history_the_entries_speak_for_themselves() -> None:
    """And the page says why."""
    found = changes_page(CORRECTED + REVIEWED.replace("people/ada", "people/eve"), History())
    assert "The history of this copy of the site is not available." in found
    assert "A &lt;year&gt; was wrong." in found
    assert "Checked again" in found
    assert 'href="../people/eve/"' in found


def test_a_part_of_a_history_is_called_one() -> None:
    """Nothing that was there before is called new."""
    history = past(AUGUST, (LATER, ADA + BOB), complete=False)
    found = changes_page(ADA + BOB, history)
    assert "The history of this copy of the site is incomplete." in found
    assert "Bob</a>" in found
    assert "Ada Lovelace</a>" not in found
    nothing = changes_page(ADA, past(AUGUST, complete=False))
    assert "is incomplete. This page lists what was corrected" in nothing
    assert "There is nothing new yet." in nothing


def test_a_site_that_wants_no_history_says_nothing_of_it() -> None:
    """There is nothing amiss."""
    found = changes_page(REVIEWED, History("off"))
    assert "This page lists what was corrected" in found
    assert "history" not in found


def test_long_lists_fold_and_very_long_ones_lead_to_the_index() -> None:
    """So that a day with many new entries can be read past."""
    many = "".join(ADA.replace("ada", f"ada-{n}") for n in range(13))
    found = changes_page(many, past(("2024-08-01", many)))
    assert "<details><summary>13 new people</summary>" in found
    very_many = "".join(ADA.replace("ada", f"ada-{n}") for n in range(151))
    found = changes_page(very_many, past(("2024-08-01", very_many)))
    assert '<p>151 new people: see <a href="../people/">People</a>.</p>' in found


def test_feeds_are_named_where_the_site_has_them() -> None:
    """Without an address of its own it has none."""
    assert "feed.xml" not in changes_page(ADA, History())
    found = changes_page(ADA, History(), Settings(feeds=True))
    assert '<a href="../feed.xml">Atom</a>, <a href="../feed.json">JSON Feed</a>' in found
