"""Every example in the documentation is run in the way in which its reader would."""

import ast
import os
import threading
from pathlib import Path

import pytest

from tests.documentation.collect import Example, all_examples, examples_in
from tests.documentation.commands import OF_TESTS, PROVED, interrupted_after
from tests.documentation.running import Desk, is_of_starter, run_example
from tests.sites import PATIENCE, REPOSITORY


def once_each() -> list[Example]:
    """Return the examples; one that stands at several places counts once."""
    found: dict[tuple[bool, str, str, str], Example] = {}
    for example in all_examples():
        key = (is_of_starter(example), example.form, example.name, example.text)
        found.setdefault(key, example)
    return list(found.values())


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Return the sites that readers have."""
    with pytest.MonkeyPatch.context() as surroundings:
        surroundings.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        surroundings.setenv("GIT_CONFIG_NOSYSTEM", "1")
        for role in ("AUTHOR", "COMMITTER"):
            surroundings.setenv(f"GIT_{role}_NAME", "A Tester")
            surroundings.setenv(f"GIT_{role}_EMAIL", "tester@example.org")
        return Desk.in_folder(tmp_path_factory.mktemp("desk"))


@pytest.mark.parametrize("example", once_each(), ids=lambda found: f"{found.place}-{found.form}")
def test_an_example_holds(
    example: Example, desk: Desk, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """A command ends well, settings and entries have no problem, output is what is printed."""
    run_example(example, desk, tmp_path, pytestconfig)


WRONG = [
    ("```\nwhatever\n```\n", "nothing runs this block"),
    ("```json\n{}\n```\n", "nothing runs this block"),
    ("```text\nwhatever\n```\n", "nothing runs this block"),
    ("```text\npython build.py diff [OPTIONS] HEAD\n```\n", "BASE"),
    ("### bad-date\n```text\nborn: 1815-12-10\n```\n", "is not in"),
    ("<!-- example: nobody -->\n```text\nwhatever\n```\n", "there is no sample nobody"),
    ("<!-- example: diff -->\n```text\nJohn Doe (dead, changed)\n```\n", "John Doe"),
    ("```yaml\nborm: 1961\n```\n", "no kind has the fields borm"),
    ("```yaml\nborn: 10.12.1815\n```\n", "bad-date"),
    ("```yaml\nplugins: [search, explainer: {stale_aftr: 3}]\n```\n", "stale_aftr"),
    ("```markdown\n---\ntitle: X\nsummary: X.\n---\nNobody knows.\n```\n", "uncited-paragraph"),
    ("```markdown\n[x](javascript:alert(1))\n```\n", "unsafe-markup"),
    ("```sh\npython build.py chek\n```\n", "chek"),
    ("```sh\nnpm install\n```\n", "nothing runs 'npm install'"),
    ("```sh\nmake serves\n```\n", "serves"),
    ("Run `make serves`.\n", "serves"),
    ("Run `SITE_ULR=x python build.py`.\n", "nothing reads SITE_ULR"),
    ("```sh\nSOURCE_DATE_EPOCH=noon python build.py check\n```\n", "number of seconds"),
    ("| `python build.py check [--format text\\|xml]` |\n", "xml"),
    ("Run `python -m bench.serv`.\n", "no program"),
    ("Run `python -m fuzz dats`.\n", "fuzz does not take dats"),
    ("Run `python -m tools.reference twice`.\n", "tools.reference takes no arguments"),
    ("Run `python -m tools.catalogues --all`.\n", "tools.catalogues does not take --all"),
    ("Run `python -m bench.search many`.\n", "does not take many"),
    ("Run `python -m ruff chek`.\n", "chek"),
    ("Run `python -m mypy --strickt`.\n", "mypy does not take --strickt"),
    ("Run `python build.py ci swep`.\n", "swep"),
    ("Run `make pytest ARGS=tests/nothing`.\n", "tests/nothing"),
    ("Run `make pytest ARGS=nothing`.\n", "there is no nothing"),
    ("Run `make pytest ARGS=-J`.\n", "pytest does not take -J"),
    ("With `--gat` it fails.\n", "no command knows --gat"),
    ("With `check --gate` it fails.\n", "no command knows --gate"),
    ("With `--strict --gat` it fails.\n", "no command knows --gat"),
    ("With `--format jsn` it prints.\n", "no command knows jsn"),
    ("With `--base TAG` it compares.\n", "no command knows TAG"),
    ("Write `dates: 1961`.\n", "no kind has the fields dates"),
    ('Begin with `{% extends "entri.html" %}`.\n', "there is no template entri.html"),
]


@pytest.mark.parametrize(("text", "said"), WRONG)
def test_a_wrong_example_is_told(
    text: str, said: str, desk: Desk, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """So is one that nothing runs, with its file and line."""
    (example,) = examples_in("README.md", f"# Title\n\n{text}")
    with pytest.raises(AssertionError, match=said):
        run_example(example, desk, tmp_path, pytestconfig)


def test_a_wrong_command_is_told_at_every_place(
    desk: Desk, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    """Only what went well is not run again."""
    for place in ("README.md", "KINDS.md"):
        (example,) = examples_in(place, "Run `python build.py check --absent Lovelace`.\n")
        with pytest.raises(AssertionError, match="Lovelace"):
            run_example(example, desk, tmp_path / place, pytestconfig)


def test_what_does_not_end_is_interrupted() -> None:
    """So a server that opens no browser makes a failure."""
    with pytest.raises(KeyboardInterrupt), interrupted_after(0.05):
        threading.Event().wait(PATIENCE)


def test_a_block_is_found_wherever_it_stands() -> None:
    """In lists, with longer fences, and after a comment; what is in a block is no other example."""
    text = (
        "## A heading\n- a list\n\n  <!-- example: diff -->\n\n"
        "  ~~~~text\n  one\n    two\n  ~~~\n  ~~~~\n"
        "and ``make `x` `` in a line\n```sh\n`make`\n```\n"
    )
    found = list(examples_in("README.md", text))
    assert found == [
        Example("README.md", 6, "text", "one\n  two\n~~~\n", "diff", "A heading"),
        Example("README.md", 11, "command", "make `x`"),
        Example("README.md", 12, "sh", "`make`\n", heading="A heading"),
    ]
    with pytest.raises(AssertionError, match=r"README\.md:2: the block has no end"):
        list(examples_in("README.md", "\n```sh\nmake\n"))


def test_every_document_is_read() -> None:
    """Those of today at any rate, and the texts of programs."""
    paths = {example.path for example in all_examples()}
    of_today = {"README.md", "CONTRIBUTING.md", "KINDS.md", "MAINTAINING.md", "SECURITY.md"}
    further = {"ARCHITECTURE.md", "examples/README.md", "Makefile", "fuzz/__main__.py"}
    assert of_today | further | {"explainer/publish/starter/README.md"} <= paths


@pytest.mark.parametrize(("path", "name"), PROVED.values())
def test_what_is_proved_elsewhere_is(path: str, name: str) -> None:
    """The tests that are named in the place of a run are there."""
    tree = ast.parse((REPOSITORY / "tests" / path).read_text(encoding="utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize(("name", "path"), OF_TESTS.items())
def test_the_variables_of_tests_are_read(name: str, path: str) -> None:
    """By the test that is said to."""
    assert f'os.environ.get("{name}")' in (REPOSITORY / "tests" / path).read_text("utf-8")
