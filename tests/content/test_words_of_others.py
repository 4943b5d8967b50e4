"""The site's own words: what it says is written anew, and no copy of what others wrote."""

from collections.abc import Iterator
from pathlib import Path

from explainer.site.resolve import Site
from tools.prose.fingerprints import RUN, fingerprints, known, words_of, write
from tools.prose.passages import passages

FEWEST = 5
"""Words of a run that are neither names nor numbers; the others cannot be written anew."""


def copied(text: str, others: frozenset[bytes]) -> Iterator[str]:
    """Yield the runs of words that a text has in common with others, names and numbers aside."""
    words = [match[0] for match in words_of(text)]
    for start, run in enumerate(fingerprints(text)):
        found = words[start : start + RUN]
        if run in others and sum(word[0].islower() for word in found) >= FEWEST:
            yield " ".join(found)


def test_no_run_of_words_is_that_of_a_source(first_docs: Site) -> None:
    """Nowhere do eight words in a row stand as they do in an article that was read."""
    others = known()
    found = [
        f"{passage.place}: {run}"
        for passage in passages(first_docs)
        for run in copied(passage.text, others)
    ]
    assert found == []


def test_a_copied_run_is_found(tmp_path: Path) -> None:
    """Marks, capitals and what stands around a run do not hide it; names alone are no run."""
    text = "The two sides, it said, had agreed to talk again next week in a third country."
    write([text, "Ada Byron King of Lovelace met Charles Babbage"], tmp_path / "words.bin")
    others = known(tmp_path / "words.bin")
    ours = "They wrote that the two sides it said had agreed to talk – again – next week."
    assert "sides it said had agreed to talk again" in list(copied(ours, others))
    assert list(copied("Ada Byron King of Lovelace met Charles Babbage.", others)) == []
    assert list(copied("The two sides said that they had agreed to talk again.", others)) == []


def test_the_fingerprints_of_what_was_read_are_there() -> None:
    """The two articles and every excerpt that was read left some."""
    assert len(known()) > 5000
