"""The kinds that a site defines in `mkdocs.yml`: what is wrong with them is said at its line."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import settings as effort
from hypothesis import strategies as st

from explainer.entries.definitions.options import FieldOptions, KindOptions
from explainer.entries.definitions.types import CHOICES
from explainer.publish.config import WrongConfigurationError, subjects_of
from explainer.publish.options import PluginConfig
from explainer.subjects import kinds_with
from tests.bridges import KINDS
from tests.sites import mkdocs, run, write

HEAD = "site_name: S\nplugins:\n  - search\n  - explainer:\n      kinds:\n"
FIRST = HEAD.count("\n") + 1  # the line of the first kind
FIELDS = "bridge:\n  folder: bridges\n  fields:\n"


def settings(kinds: str) -> str:
    """Return settings with some kinds."""
    return HEAD + re.sub(r"^(?=.)", " " * 8, kinds, flags=re.MULTILINE)


def taken_up(folder: Path, kinds: str) -> None:
    """Take definitions up as every command does."""
    path = write(folder, "mkdocs.yml", settings(kinds))
    loaded = yaml.safe_load(path.read_text())["plugins"][1]["explainer"]
    config = PluginConfig(config_file_path=str(path))
    config.load_dict(loaded)
    kinds_with(subjects_of(config))


def refused(folder: Path, kinds: str) -> list[str]:
    """Return what is said of definitions that are refused, a line for each problem."""
    with pytest.raises(WrongConfigurationError) as raised:
        taken_up(folder, kinds)
    return str(raised.value).splitlines()


@pytest.mark.parametrize(
    ("kinds", "line", "words"),
    [
        ("bridge: 5", 1, "kinds.bridge must have options of its own; write folder below it"),
        ("bridge: {}", 1, "kinds.bridge needs the option 'folder': where its entries lie"),
        ("persn: {}", 1, "kinds.persn is no kind of the site; did you mean person?"),
        ("Bridge: {folder: bridges}", 1, "kinds.Bridge: 'Bridge' cannot be the name of a kind"),
        ("bridge: {folder: Bridges}", 1, "'Bridges' cannot be the name of a folder"),
        ("bridge: {folder: bridges, foldr: x}", 1, "no such option; did you mean folder?"),
        ("bridge: {folder: bridges, order: newest}", 1, "kinds.bridge.order: 'newest' is none of"),
        ("bridge: {folder: bridges, order: latest}", 1, "there is no date to order by"),
        ("bridge: {folder: bridges, schema_type: bridge}", 1, "no class of schema.org"),
        ("bridge: {folder: bridges, fields: [a]}", 1, "must have a line for each field"),
        ("bridge: {folder: people}", 1, "the folder 'people' belongs to the kind person"),
        ("bridge: {folder: timeline}", 1, "the folder 'timeline' belongs to the page /timeline/"),
        ("bridge: {folder: held}", 1, "the folder 'held' belongs to the page /held/"),
        ("bridge: {folder: data}", 1, "belongs to the page /data/"),
        ("bridge: {folder: claims}", 1, "belongs to a table of /data/, claims"),
        ("bridge: {folder: latest}", 1, "belongs to the template index_latest.html"),
        ("bridge: {folder: assets}", 1, "belongs to the site itself"),
        ("card: {folder: cards}", 1, "kinds.card: the name belongs to the template card.html"),
        ("page: {folder: leaves}", 1, "kinds.page: the name belongs to ordinary pages"),
        ("person: {folder: persons, fields: {}}", 1, "kinds.person.folder cannot be set for this"),
        ("person: {}", 1, "kinds.person needs the option 'fields'"),
        ("person: {fields: {born: {type: date}}}", 1, "'born' is a field of every such entry"),
        ("person: {fields: {detentions: {type: date}}}", 1, "is a field of every such entry"),
        ("a: {folder: x}\nb: {folder: x}", 2, "the folder 'x' belongs to the kind a"),
        (FIELDS + "    title: {type: text}", 4, "'title' is a field of every such entry"),
        (FIELDS + "    Opened: {type: date}", 4, "'Opened' cannot be the name of a field"),
        (FIELDS + "    a__b: {type: date}", 4, "cannot be the name of a field"),
        (FIELDS + "    opened: date", 4, "kinds.bridge.fields.opened must have options of its own"),
        (FIELDS + "    opened: {}", 4, "needs the option 'type': what the field takes"),
        (FIELDS + "    opened: {type: dat}", 4, "is no type of field; did you mean date?"),
        (FIELDS + "    opened: {type: boolean}", 4, "did you mean true or false?"),
        (FIELDS + "    opened: {type: xyzzy}", 4, "the types are: text, date, date or"),
        (FIELDS + "    opened: {type: date, titel: x}", 4, "did you mean title?"),
        (FIELDS + "    opened: {type: date, claim: perhaps}", 4, "neither true nor false"),
        (FIELDS + "    opened: {type: date, claim: yes}", 4, "write true"),
        (
            FIELDS + "    opened: {type: date, title: }",
            4,
            "kinds.bridge.fields.opened.title is empty",
        ),
        (FIELDS + "    length: {type: count, timeline: true}", 4, "a count has no place in time"),
        (
            FIELDS + "    opened: {type: date, until: x}",
            4,
            "only a date on the timeline has an end",
        ),
        (
            FIELDS + "    a: {type: date, timeline: true, until: b}\n    b: {type: text}",
            4,
            "there is no date 'b' beside it",
        ),
        (
            FIELDS + "    a: {type: date, timeline: true, until: closd}\n    closed: {type: date}",
            4,
            "did you mean closed?",
        ),
        (FIELDS + "    state: {type: one of}", 4, "of the type 'one of' needs `values`"),
        (FIELDS + "    state: {type: one of, values: []}", 4, "needs `values`"),
        (FIELDS + "    state: {type: one of, values: a}", 4, "state.values must be a list"),
        (FIELDS + "    state: {type: one of, values: [a, b, a]}", 4, "'a' stands there twice"),
        (FIELDS + "    state: {type: text, values: [a]}", 4, "it is an option of `one of` or"),
        (FIELDS + "    owner: {type: reference}", 4, "of the type 'reference' needs `to`"),
        (
            FIELDS + "    owner:\n      type: reference\n      to: [person, persn]",
            6,
            "kinds.bridge.fields.owner.to: there is no kind 'persn'; did you mean person?",
        ),
        (FIELDS + "    owner: {type: text, to: [person]}", 4, "it is an option of `reference`"),
        (FIELDS + "    owner: {type: text, relation: x}", 4, "only a reference has it; delete it"),
        (
            FIELDS + "    paper: {type: reference, to: [source], listed_as: x}",
            4,
            "naming a source is citing it; delete it",
        ),
        (
            FIELDS + "    at: {type: reference, to: [place], relation: held here}",
            4,
            "the relation 'held here' is that of another field",
        ),
        (
            FIELDS + "    see: {type: reference, to: [place], relation: see also}",
            4,
            "the relation 'see also' is that of another field",
        ),
        (FIELDS + "    jobs: {type: list of items}", 4, "'list of items' needs `fields`"),
        (FIELDS + "    jobs: {type: list of items, fields: {}}", 4, "need at least one field"),
        (
            FIELDS + "    jobs: {type: list of items, claim: true, fields: {a: {type: text}}}",
            4,
            "a list of items is no claim",
        ),
        (
            FIELDS + "    jobs:\n      type: list of items\n      fields:\n"
            "        a: {type: list of items, fields: {b: {type: text}}}",
            7,
            "items cannot have items",
        ),
        (
            FIELDS + "    jobs:\n      type: list of items\n      fields:\n"
            "        a: {type: date, timeline: true}",
            7,
            "kinds.bridge.fields.jobs.fields.a.timeline: a field of an item does not have it",
        ),
        (
            FIELDS + "    jobs: {type: list of items, fields: {role: {type: date}}}",
            4,
            "the role in an item is text",
        ),
        (FIELDS + "    a: {type: text, sourced: true}", 4, "only a claim has sources; add `claim:"),
        (FIELDS + "    a: {type: text, item: x}", 4, "only a list of items has it"),
        (
            FIELDS + "    a: {type: text}\n    a: {type: date}",
            5,
            "kinds.bridge.fields.a is there twice",
        ),
        (
            FIELDS + "    a: {type: count, claim: true}\n    a_note: {type: text}",
            3,
            "would both become the column a_note of the data files",
        ),
        (
            FIELDS + "    a_b: {type: list of text}\n"
            "    a: {type: list of items, fields: {b: {type: list of text}}}",
            3,
            "would both become the table bridges_a_b of the data files",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_line_with_the_cure(
    tmp_path: Path, kinds: str, line: int, words: str
) -> None:
    """And the kind, the field and the option are named."""
    [said] = refused(tmp_path, kinds)
    assert said.startswith(f"mkdocs.yml:{FIRST + line - 1}: kinds.")
    assert words in said


def test_everything_wrong_is_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    """One run shows every problem, of all kinds and fields."""
    wrong = (
        "bridge:\n  folder: people\n  fields:\n    a: {type: dat}\n    b: {type: one of}\n"
        "ferry:\n  folder: Ferries\n"
    )
    said = refused(tmp_path, wrong)
    assert [int(line.split(":")[1]) - FIRST + 1 for line in said] == [2, 4, 5, 7]


def test_every_command_says_it_and_ends_with_2(tmp_path: Path) -> None:
    """As for every wrong setting; MkDocs says the same, without a traceback."""
    write(tmp_path, "mkdocs.yml", settings(FIELDS + "    a: {type: dat}\n    b: {}"))
    write(tmp_path, "docs/index.md", "Hello")
    words = (
        "mkdocs.yml:9: kinds.bridge.fields.a.type: 'dat' is no type of field; did you mean date?\n"
        "mkdocs.yml:10: kinds.bridge.fields.b needs the option 'type': what the field takes\n"
    )
    for command in (["build"], ["check"], ["serve"], ["schema"], ["new", "bridge", "Old"]):
        done = run(*command, cwd=tmp_path)
        assert (done.status, done.out, done.err) == (2, "", f"Configuration: {words}"), command
    done = mkdocs("build", cwd=tmp_path)
    assert done.status == 1
    assert "did you mean date?" in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    "plugins",
    ["  search: {}\n  explainer:\n    kinds: {persn: {}}\n", "- explainer: {kinds: {persn: {}}}\n"],
)
def test_a_plugin_can_be_written_in_both_ways(tmp_path: Path, plugins: str) -> None:
    """As a list or a mapping of plugins; the line is found in both."""
    text = f"site_name: S\nplugins:\n{plugins}"
    write(tmp_path, "mkdocs.yml", text)
    write(tmp_path, "docs/index.md", "Hello")
    line = text[: text.index("persn")].count("\n") + 1
    done = run("check", cwd=tmp_path)
    assert f"mkdocs.yml:{line}: kinds.persn is no kind of the site" in done.err


def test_definitions_of_another_file_have_no_line(tmp_path: Path) -> None:
    """What a site inherits is checked all the same; values of YAML's own types are text again."""
    kinds = "bridge: {folder: bridges, fields: {a: {type: one of, values: [no, 1], claim: maybe}}}"
    write(tmp_path, "base.yml", settings(kinds))
    write(tmp_path, "mkdocs.yml", "INHERIT: base.yml\n")
    write(tmp_path, "docs/index.md", "Hello")
    done = run("check", cwd=tmp_path)
    assert done.status == 2
    assert done.err.startswith("Configuration: mkdocs.yml: kinds.bridge.fields.a.claim: 'maybe'")
    write(tmp_path, "base.yml", settings(kinds.replace(", claim: maybe", ", required: true")))
    write(tmp_path, "docs/bridges/x.md", "---\ntitle: X\na: 2\n---\n")
    assert "write false or 1" in run("check", cwd=tmp_path).out


def test_a_variable_is_taken_for_its_value(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a definition has a tag of MkDocs, only its value counts."""
    monkeypatch.setenv("FOLDER_OF_BRIDGES", "people")
    write(tmp_path, "mkdocs.yml", settings("bridge: {folder: !ENV FOLDER_OF_BRIDGES}"))
    write(tmp_path, "docs/index.md", "Hello")
    assert "the folder 'people' belongs to" in run("check", cwd=tmp_path).err


def test_the_kinds_of_the_example_are_taken_up(tmp_path: Path) -> None:
    """With everything that a definition can say."""
    taken_up(tmp_path, KINDS)
    options = {*FieldOptions.model_fields, *KindOptions.model_fields} - {"network"}
    assert [name for name in options if f"{name}:" not in KINDS] == []


NAMES = st.sampled_from(
    [
        "bridge",
        "person",
        "people",
        "from",
        "copy",
        "model_x",
        "json",
        "id",
        "sources",
        "x",
        "a b",
        "",
    ]
)
SCALARS = NAMES | st.booleans() | st.none() | st.integers(0, 9) | st.text(max_size=5)
TYPES = st.sampled_from([*CHOICES, "dat", "list"])


def mappings(names: Any, values: Any) -> st.SearchStrategy[dict[Any, Any]]:
    """Make small mappings."""
    return st.dictionaries(names, values, max_size=3)


LISTS = st.lists(NAMES | SCALARS, max_size=3)
OPTIONS = st.fixed_dictionaries(
    {"type": TYPES},
    optional={
        "to": st.lists(st.sampled_from(["person", "bridge", "source", "x"]), max_size=2) | SCALARS,
        "values": LISTS | SCALARS,
        "fields": mappings(NAMES, st.fixed_dictionaries({"type": TYPES}) | SCALARS) | SCALARS,
        **{
            name: SCALARS
            for name in FieldOptions.model_fields
            if name not in ("type", "to", "values", "fields")
        },
    },
)
KIND = st.fixed_dictionaries(
    {"folder": NAMES, "fields": mappings(NAMES, OPTIONS | SCALARS | LISTS) | SCALARS},
    optional={
        name: SCALARS for name in KindOptions.model_fields if name not in ("folder", "fields")
    },
)


@effort(max_examples=50)
@given(mappings(NAMES | SCALARS, KIND | SCALARS | LISTS))
def test_no_definition_is_a_surprise(tmp_path_factory: pytest.TempPathFactory, kinds: Any) -> None:
    """Whatever it is, it makes kinds, or one line for each thing that is wrong with it."""
    path = tmp_path_factory.getbasetemp() / "mkdocs.yml"
    written = {"plugins": [{"explainer": {"kinds": kinds}}]}
    path.write_text(yaml.safe_dump(written, allow_unicode=True), encoding="utf-8")
    config = PluginConfig(config_file_path=str(path))
    config.load_dict({"kinds": kinds})
    try:
        found = kinds_with(subjects_of(config))
    except WrongConfigurationError as error:
        lines = str(error).splitlines()
        assert lines
        assert all(re.match(r"mkdocs\.yml:\d+: kinds", line) for line in lines)
    else:
        assert {name for name in kinds if isinstance(name, str)} <= {kind.name for kind in found}
