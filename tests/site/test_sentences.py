"""Cutting text into sentences: abbreviations, initials, numbers, quotations, brackets."""

import pytest

from explainer.entries.entry import EntryId
from explainer.site.excerpts import naming
from explainer.site.sentences import sentence_starts
from tests.whole import site_of


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, without the blanks between them."""
    starts = sentence_starts(text)
    return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]


# Each `|` is where a sentence ends.
TEXTS = [
    "The U.S. freed him.|Next.",
    "He left the U.S.|The plane landed.",
    "U.S. Sen. Jim Risch met the U.S. State Department's envoy.|Next.",
    "They came from the U.S., the U.K. and Washington, D.C. on time.|Next.",
    "On Feb. 18 he met them.|Next.",
    "He was freed on Feb. 18.|Vance met him.",
    "Jan. 20, 2025, was a Monday.|Next.",
    "J. D. Vance met Mr. Smith.|J.D. Vance left.",
    "V. V. Putin met A. Lukashenko.|Next.",
    "Yu. Ushakov and Ya. Ivanov spoke.|Next.",
    "Mr. and Mrs. Smith saw Dr. Brown, Gen. Lee and Prof. Gray.|Next.",
    "Amb. Roger Brown came.|Next.",
    "Martin L. King Jr. spoke.|Next.",
    "Prisons, e.g. this one, are old; i.e. built before 1900.|Next.",
    "Colony No. 5 is old.|Next.",
    "It is in para. 4 and paras. 6-8, ch. 2, vol. 3.|Next.",
    "It took approx. 3 hours.|Next.",
    "He was born ca. 1961.|Next.",
    "At 5 a.m. he left.|Next.",
    "He left at 5 a.m.|The plane rose.",
    "It came at 10 a.m. Moscow time.|Next.",
    "He paid $3.5 million.|Next.",
    "Smith et al. (2024) said so.|Next.",
    "He asked: “Who?”|She came.",
    "“Who?” he asked.|Next.",
    "“He is free,” she said.|“It is good.”|Next.",
    'He said: "It is over."|She left.',
    "«Да.»|„Ja.“|Next.",
    "He said ... and left.|Next.",
    "He waited... and left.|Next.",
    "He waited...|Then he left.",
    "(He left.)|She stayed.",
    "(He left (in 2024).)|She stayed.",
    "He left (by the U.S. plane) then.|Next.",
    "Was he?|Yes!|He was.",
    "It happened in 2024.|15 people came.",
    "One sentence without an end",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_text_is_cut_where_sentences_end(text: str) -> None:
    """Not behind abbreviations, initials and quoted questions in the middle of a sentence."""
    assert sentences(text.replace("|", " ")) == text.split("|")


@pytest.mark.parametrize(
    ("text", "names", "others", "expected"),
    [
        ("First. Ada came. Last.", ["Ada"], [], "<Ada> came."),
        ("Adam met Ada-Lou and Ada.", ["Ada"], ["Ada-Lou"], "Adam met Ada-Lou and <Ada>."),
        ("Ada Byron came.", ["Ada", "Ada Byron"], [], "<Ada Byron> came."),
        ("The Rome talks began.", ["Rome"], ["The Rome talks"], None),
        (
            "The Rome talks were held. They left Rome.",
            ["Rome"],
            ["Rome talks"],
            "They left <Rome>.",
        ),
        ("The us of it.", ["US"], [], None),
        ("See C++ (new).", ["C++ (new)"], [], "See <C++ (new)>."),
        ("", ["Ada"], [], None),
    ],
)
def test_a_name_is_found_in_a_text_as_whole_words(
    text: str, names: list[str], others: list[str], expected: str | None
) -> None:
    """The longest one, and not within the name of something else."""
    entry = "title: {0[0]}\naliases: {0}\nsummary: Somebody.\n"
    archive = f"-- people/ada.md --\n---\n{entry.format(names)}---\n"
    if others:
        archive += f"-- people/other.md --\n---\n{entry.format(others)}---\n"
    found = naming(text, EntryId("ada"), site_of(archive).mentions)
    assert (found and f"{found.before}<{found.mention}>{found.after}") == expected
