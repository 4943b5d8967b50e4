"""The house style: what the prose check finds, and that it finds nothing in the content."""

import sys
from pathlib import Path

import pytest

from explainer.problems import Place
from explainer.site.resolve import Site
from tests.sites import REPOSITORY, run_program
from tools.prose.passages import Passage, passages
from tools.prose.rules import findings, read_style

STYLE = read_style()
WRONG = {
    "judging-word": "The court passed a brutal sentence.",
    "loaded-word": "The regime freed three people.",
    "loaded-verb": "The minister insisted on his point.",
    "unattributed": "He allegedly carried a parcel.",
    "accused-by-whom": "She was accused of treason.",
    "long-way-round": "They met in order to talk.",
    "padding": "The talks were very short.",
    "long-sentence": "They met and talked, " * 11 + "and went home.",
    "lexical_illusions": "He came back to the the city.",
}
RIGHT = [
    "The paper called the sentence “brutal”.",
    "A colony of general regime.",
    "She was accused by prosecutors in Minsk of treason.",
    "Prosecutors said that she was suspected of treason.",
    "What he was accused of",
    "He did not admit guilt.",
    "Turkish security sources say that they met twice.",
]


def codes(text: str) -> list[str]:
    """List the codes of what is found in a text, those of proselint by their first part."""
    passage = Passage(Place("people/ada.md", 1), "prose", text)
    return [found.code.split(".")[0] for found in findings([passage], STYLE)]


def test_the_content_follows_the_house_style(first_docs: Site) -> None:
    """Nothing in docs/ is to be mended; `make prose` shows the same list."""
    assert list(map(str, findings(passages(first_docs), STYLE))) == []


@pytest.mark.parametrize(("code", "text"), WRONG.items())
def test_what_is_against_the_style_is_found(code: str, text: str) -> None:
    """Each rule by itself."""
    assert codes(text) == [code]


@pytest.mark.parametrize("text", RIGHT)
def test_what_looks_like_it_and_is_right_passes(text: str) -> None:
    """Quotations are somebody else's; some phrases are allowed; an accuser may be named."""
    assert codes(text) == []


def test_every_rule_is_shown_above() -> None:
    """A rule that is added comes with an example."""
    assert {rule.code for rule in STYLE.rules} < set(WRONG)


def test_the_check_says_file_and_line(tmp_path: Path) -> None:
    """Prose, table cells, fields and roles are all looked at, sources are not."""
    (tmp_path / "people").mkdir()
    (tmp_path / "people/ada.md").write_text(
        "---\ntitle: A very brutal name\nsummary: A truly brave mathematician.\n---\n"
        "She wrote.\n\nShe was\ntotally right.\n\n| A cell | a [[ada|sham]] |\n",
        encoding="utf-8",
    )
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/herald.md").write_text(
        "---\ntitle: A truly brutal report\npublisher: The Herald\n---\n", encoding="utf-8"
    )
    done = run_program(sys.executable, "-m", "tools.prose", str(tmp_path), cwd=REPOSITORY)
    lines = [line.split(": ")[0] + " " + line.split()[-1] for line in done.out.splitlines()[:-1]]
    assert done.status == 1
    assert lines == [
        "docs/people/ada.md:10:11 [judging-word]",
        "docs/people/ada.md:3:10 [judging-word]",
        "docs/people/ada.md:3:10 [padding]",
        "docs/people/ada.md:7:1 [padding]",
    ]
