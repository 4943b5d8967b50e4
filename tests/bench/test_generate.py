"""Synthetic sites in our format: the same every time, without errors, and linked as meant."""

from collections import Counter
from functools import cache

from bench.content import sentences
from bench.generate import our_site, site_files
from bench.invent import invent
from bench.words import headline, organisation_name, person_name, place_name, term_name
from explainer.entries.entry import DocPath
from explainer.entries.text import SourceFile
from explainer.problems import Problem
from explainer.publish.generator import Checked, check
from explainer.settings import Settings
from tests.archive import default_subjects

ENTRIES = 120


@cache
def synthetic() -> Checked:
    """Check a synthetic site in memory."""
    files = [
        SourceFile(path.removeprefix("docs/"), text.encode)
        for path, text in our_site(invent(ENTRIES))
        if path.startswith("docs/")
    ]
    return check(files, Settings(), default_subjects())


def problems(level: str) -> list[Problem]:
    return [problem for problem in synthetic().problems if problem.level == level]


def test_a_site_is_the_same_every_time() -> None:
    """The same size and seed give the same bytes; another seed gives others."""
    assert list(site_files(60)) == list(site_files(60))
    assert list(site_files(60)) != list(site_files(60, seed=2))


def test_a_site_has_as_many_entries_as_asked_for() -> None:
    """The shares of the kinds add up, and stay what they are at every size."""
    for size in (100, 1_000, 10_000):
        names = Counter(entry.folder for entry in invent(size).entries.values())
        assert names.total() == size
        assert names["people"] == size * 4 // 10


def test_a_site_has_no_errors() -> None:
    """What is measured is the work on a good site, and no more warnings than one has."""
    assert problems("error") == []
    assert {problem.code for problem in problems("warning")} <= {"orphan", "unused-source"}


def test_every_link_is_one_for_the_generator_too() -> None:
    """A name in the prose links itself, as much as what the author links."""
    content = invent(ENTRIES)
    site = synthetic().site
    for entry in content.entries.values():
        meant = {sentence.link.target for sentence in sentences(entry.prose) if sentence.link}
        prose = site.prose.get(DocPath(f"{entry.path}.md"))
        found = {link.target for link in prose.links} if prose else set()
        assert found == meant, entry.id


def test_names_do_not_run_out() -> None:
    """However many entries of a kind there are, each has a name of its own."""
    for name in (person_name, place_name, term_name, headline):
        assert len({name(number) for number in range(25_000)}) == 25_000
    seats = (organisation_name(number, place_name(number // 3)) for number in range(2_000))
    assert len(set(seats)) == 2_000
