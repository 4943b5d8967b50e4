"""Whatever stands in a file, the answer is a document or a problem at a place in it."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explainer.entries import composer
from explainer.entries.front_matter import FrontMatter, Value, read_front_matter
from explainer.entries.read import read_documents
from explainer.entries.text import SourceFile, uniform
from explainer.problems import Problem
from explainer.settings import Settings
from explainer.subjects import kinds_with
from tests.archive import default_subjects
from tests.bridges import bridge_subject

KINDS = kinds_with((*default_subjects(), bridge_subject()))
NAMES = [f.alias or name for kind in KINDS for name, f in kind.model.model_fields.items()]
FOLDERS = [kind.folder for kind in KINDS]
PATHS = st.sampled_from(
    [f"{folder}/x.md" for folder in (*FOLDERS, "about", "People", "people/a")]
    + ["x.md", "people/index.md", "people/A b.markdown"]
)
# What has a meaning in YAML, in front matter, or to those who print it.
SIGNS = st.sampled_from("\n\r\t :-?,[]{}'\"\\|>&*!#%@`~a0\0\x85\u2028\ufeff😀")
MARKS = st.sampled_from(
    ["---", "\n---\n", "\r\n", ": ", "- ", " #", "&a ", "*a", "!t ", "...", "<<"]
)
ESCAPES = st.sampled_from(["\\x00", "\\ud800", "\\U00110000", "\\q"])
FIELDS = st.sampled_from(
    ["title: ", "born: ", "value: ", "\nsources: ", "\ndetentions:\n  - ", "2024"]
)
TEXTS = st.one_of(st.text(), st.lists(SIGNS | MARKS | ESCAPES | FIELDS, max_size=40).map("".join))
BLOCKS = TEXTS.map(lambda text: f"---\n{text}\n---\nProse.\n")
FILES = st.one_of(
    st.binary(), st.one_of(TEXTS, BLOCKS).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
WORDS = ["unknown", "2024-08", "US", "a-b", "true", "https://a.example", "|"]
SCALARS = st.one_of(st.text(max_size=8), st.sampled_from(WORDS))
INNER = ["value", "sources", "who", "from", "to", "file", "ru", "note", "date", "x"]
STEPS = st.one_of(st.sampled_from(INNER), st.text(max_size=3))
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(STEPS, inner, max_size=3)),
    max_leaves=6,
)
# Words of the libraries below, which no editor should have to read.
FOREIGN = ("nput should", "function-", "did not find expected", "start any token", "xpected <")


def check_file(path: str, data: bytes) -> None:
    """Read one file; check that there is a document or a problem, and each problem's place."""
    documents, problems = read_documents([SourceFile(path, lambda: data)], KINDS, Settings())
    assert problems or documents.entries or documents.pages or documents.unpublished
    lines = uniform(data.decode("utf-8", "replace")).split("\n")
    for problem in problems:
        assert 1 <= problem.place.line <= len(lines) + 1
        assert problem.place.column >= 1
        assert problem.message
        assert not any(word in problem.message + problem.hint for word in FOREIGN)
        assert (problem.message + problem.hint).isprintable()


@settings(max_examples=2000)
@given(PATHS, FILES)
@example("people/x.md", b'---\ntitle: "\\U00110000"\n---\n')
@example("people/x.md", "---\ntitle: a\u2028b: c\n---".encode())
def test_any_file_is_a_document_or_a_problem(path: str, data: bytes) -> None:
    """Nothing is raised, and no problem is outside its file."""
    check_file(path, data)


@settings(max_examples=2000)
@given(PATHS, FILES)
def test_the_parser_in_python_is_as_robust(path: str, data: bytes) -> None:
    """Where PyYAML has no C parser, the same holds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composer, "_LOADER", yaml.BaseLoader)
        check_file(path, data)


@settings(max_examples=500)
@given(st.sampled_from(FOLDERS), st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6))
def test_any_value_of_any_field_is_taken_or_refused(folder: str, fields: dict[str, object]) -> None:
    """JSON is YAML, so that every structure can be written on the line of its field."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items()]
    text = "\n".join(["---", *lines, "---"])
    check_file(f"{folder}/x.md", text.encode("utf-8", "surrogatepass"))


@given(st.lists(st.integers(0, 30), max_size=60), st.binary(max_size=400))
def test_decoding_never_moves_a_place_out_of_the_file(cuts: list[int], tail: bytes) -> None:
    """Line ends of all systems, in any mixture, before bytes of any sort."""
    ends = b"".join((b"\n", b"\r", b"\r\n", "ä".encode(), b"-")[cut % 5] for cut in cuts)
    check_file("people/x.md", ends + tail)


needs_libyaml = pytest.mark.skipif(
    not hasattr(yaml, "CBaseLoader"), reason="PyYAML was built without libyaml here"
)
SUITE = json.loads((Path(__file__).parent / "data" / "yaml_test_suite.json").read_text("utf-8"))


@needs_libyaml
@pytest.mark.parametrize("case", SUITE["mappings"], ids=lambda case: str(case["id"]))
def test_mappings_of_the_yaml_test_suite_are_read(case: dict[str, Value]) -> None:
    """What YAML says is a mapping of text comes out as that mapping."""
    front = read_front_matter(f"---\n{case['yaml']}\n---\n", "a.md", required=True)
    assert isinstance(front, FrontMatter), front
    assert (front.fields, front.problems) == (case["fields"], ())


@needs_libyaml
@pytest.mark.parametrize("case", SUITE["refused"], ids=lambda case: str(case["id"]))
def test_what_is_no_yaml_is_a_problem(case: dict[str, str]) -> None:
    """Text that the suite calls an error is one, in words of our own."""
    front = read_front_matter(f"---\n{case['yaml']}\n---\n", "a.md", required=True)
    assert isinstance(front, Problem), front
    assert front.code == "front-matter"
    assert 2 <= front.place.line <= case["yaml"].count("\n") + 4
