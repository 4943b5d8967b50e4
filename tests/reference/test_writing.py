"""The pages in the repository are those that the code gives."""

import json
import sys
from collections.abc import Mapping

from tests.sites import REPOSITORY, run_program
from tools.reference.writing import FOLDER, MARK


def test_the_reference_is_what_the_code_gives(reference: Mapping[str, str]) -> None:
    """Every page to the letter; where one is not: `make reference`."""
    old = [
        path
        for path, text in reference.items()
        if not (REPOSITORY / path).is_file() or (REPOSITORY / path).read_text("utf-8") != text
    ]
    assert old == [], "run `make reference`, and look at what it changes"


def test_there_is_no_other_page(reference: Mapping[str, str]) -> None:
    """A page that nothing makes any more is gone from the folder."""
    found = {path.relative_to(REPOSITORY).as_posix() for path in (REPOSITORY / FOLDER).iterdir()}
    assert found == {path for path in reference if path.startswith(FOLDER)}


def test_every_page_says_what_makes_it(reference: Mapping[str, str]) -> None:
    """On its first line, where nobody who reads it is disturbed."""
    for path, text in reference.items():
        if path.startswith(FOLDER):
            assert text.startswith(f"{MARK}\n\n# "), path
    assert "`make reference`" in MARK


def test_it_is_the_same_in_every_run(reference: Mapping[str, str]) -> None:
    """In another process, with another order of sets."""
    code = (
        "import json; from tools.reference.writing import ROOT, written; "
        "print(json.dumps(dict(written(ROOT))))"
    )
    done = run_program(sys.executable, "-c", code, cwd=REPOSITORY, PYTHONHASHSEED="4")
    assert done.status == 0, done.err
    assert json.loads(done.out) == dict(reference)
