"""A second subject, turned on beside the first or instead of it: votes and rulings."""

from pathlib import Path

import pytest

from explainer.subjects import available
from tests.archive import checked, write_site
from tests.repositories import commit, repository
from tests.sites import run

SUBJECTS = [available()["decisions"]]

COUNCIL = """
    -- mkdocs.yml --
    site_name: The toll of Ostmark
    plugins: [search, explainer: {subjects: [decisions], event_categories: [vote, ruling]}]
    -- docs/index.md --
    The [[council]] decided on [[toll-vote]], and the [[toll-ruling]] followed.[@minutes]
    -- docs/events/toll-vote.md --
    ---
    title: Vote on the toll
    summary: The council votes for a toll.
    date: 2024-03-03
    category: vote
    decisions:
      - by: council
        question: Shall the bridge have a toll?
        outcome: {value: adopted, sources: [minutes]}
        for: {value: 7, sources: [minutes]}
        against:
          - {value: 4, sources: [minutes]}
          - {value: 5, sources: [minutes]}
        abstained: 1
        absent: 0
        seats: 12
        needed: 7
        sources: [minutes]
    ---
    The council sat until midnight.[@minutes]
    -- docs/events/toll-ruling.md --
    ---
    title: Ruling on the toll
    summary: The court sets the toll aside.
    date: 2024-06-01
    category: ruling
    decisions:
      - by: district-court
        question: Was the council free to ask for a toll?
        outcome:
          - {value: rejected, sources: [minutes]}
          - {value: dismissed, sources: [minutes], note: by another count}
        sets_aside: toll-vote
    ---
    The court heard both sides.[@minutes]
    -- docs/organisations/council.md --
    ---
    title: Town Council
    ---
    -- docs/organisations/district-court.md --
    ---
    title: District Court
    ---
    It ruled once: [[toll-ruling]].[@minutes]
    -- docs/sources/minutes.md --
    ---
    title: Minutes
    publisher: Town of Ostmark
    ---
"""
IN_MEMORY = (
    COUNCIL[COUNCIL.index("    -- docs/") :]
    .replace("-- docs/", "-- ")
    .replace("category: vote", "category: other")
    .replace("category: ruling", "category: other")
)


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the site, built without a warning."""
    site = write_site(COUNCIL, tmp_path_factory.mktemp("council")).parent
    done = run("build", "--strict", cwd=site)
    assert done.status == 0, done.out + done.err
    return site


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("events/toll-vote/", "<h3>Shall the bridge have a toll?</h3>"),
        ("events/toll-vote/", 'class="x-vote-for" x="0.0" y="2" width="58.333"'),
        ("events/toll-vote/", 'd="M58.333 0v12"'),
        ("events/toll-vote/", "<b>4</b> against"),
        ("events/toll-vote/", "Drawn is the first number of each"),
        ("events/toll-vote/", "Set aside by"),
        ("events/toll-ruling/", "Sources disagree:"),
        ("events/toll-ruling/", ">Vote on the toll</a>"),
        ("decisions/", "What parliaments and courts decided"),
        ("decisions/", "Was the council free to ask for a toll?"),
        ("organisations/council/", "Decided</h"),
        ("network/", "decided in this"),
        ("", "decisions"),
    ],
)
def test_the_site_shows_what_was_decided(council: Path, path: str, words: str) -> None:
    """On the page of the event, on that of all decisions, and of who decided."""
    assert words in (council / "site" / path / "index.html").read_text(encoding="utf-8")


def test_what_has_no_numbers_has_no_drawing(council: Path) -> None:
    """A ruling of which nobody says how many judges were for it is told in words alone."""
    text = (council / "site/events/toll-ruling/index.html").read_text(encoding="utf-8")
    assert "x-votes" not in text


def test_a_source_of_outcome_and_decision_is_marked_once(council: Path) -> None:
    """Who names the minutes for both does not see their number twice in a row."""
    text = (council / "site/events/toll-vote/index.html").read_text(encoding="utf-8")
    outcome = text.split('class="x-outcome"')[1].split("</p>")[0]
    assert outcome.count("doc-noteref") == 1


def test_nothing_of_custody_is_in_it(council: Path) -> None:
    """A site has the subjects that it names, and no other."""
    assert not (council / "site/held").exists()
    assert (council / "site/data/events_decisions.csv").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{value: 4,", "{value: 5,", "count-mismatch: there are 12 seats, and 13 votes"),
        ("absent: 0", "absent: unknown", ""),
        ("{value: 4,", "{value: 3,", "count-mismatch: there are 12 seats, and 11 votes"),
        ("needed: 7", "needed: 8", "contradiction: adopted with 7 votes, and 8 were needed"),
        ("value: adopted", "value: rejected", "contradiction: rejected with 7 votes, and 7 were"),
        ("date: 2024-06-01", "date: 2024-01", "impossible-dates: this was on January 2024, before"),
        ("by: council", "by: minutes", "wrong-kind: 'minutes' is a source"),
        ("for: {value: 7,", "for: {value: most,", "bad-value: decisions.for.value: 'most' is not"),
    ],
)
def test_numbers_that_do_not_fit_are_reported(old: str, new: str, said: str) -> None:
    """Votes and seats, votes and outcome, an earlier and a later decision."""
    assert old in IN_MEMORY
    found = checked(IN_MEMORY.replace(old, new), subjects=SUBJECTS).problems
    assert said in " | ".join(f"{problem.code}: {problem.message}" for problem in found)
    assert bool(found) == bool(said)


def test_another_outcome_is_a_sensitive_change(council: Path, tmp_path: Path) -> None:
    """A second person should look at it."""
    site = repository(write_site(COUNCIL, tmp_path).parent)
    path = site / "docs/events/toll-vote.md"
    path.write_text(path.read_text().replace("value: adopted", "value: rejected"))
    commit(site)
    done = run("diff", "HEAD~1", "--gate", cwd=site)
    assert done.status == 1
    assert "Outcome: adopted → rejected [sensitive]" in done.out


def test_both_subjects_fit_together() -> None:
    """With the checks, fields and pages of each."""
    assert not checked(IN_MEMORY, subjects=list(available().values())).problems
