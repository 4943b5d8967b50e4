"""Places of values that a model has and the editor did not write."""

import pytest

from explainer.entries.front_matter import FrontMatter, read_front_matter
from explainer.entries.marks import Location, Marks

BLOCK = """\
---
born: 1961
died: {value: 2024, sources: [a, b]}
nationality: [US, RU]
occupation:
  - {value: teacher}
  - value: driver
    sources: [c]
"#key": x
empty:
detentions:
  - from: 2021
    sentence: 14 years
---
"""
# A location of a model, and line and column of the value and of its name.
PLACES: list[tuple[Location, tuple[int, int], tuple[int, int]]] = [
    ((), (2, 1), (2, 1)),
    (("born",), (2, 7), (2, 1)),
    (("born", 0, "value"), (2, 7), (2, 1)),
    (("born", 0, "sources", 1), (2, 7), (2, 1)),
    (("died", 0, "value"), (3, 15), (3, 8)),
    (("died", 0, "sources", 1), (3, 34), (3, 34)),
    (("died", 0, "note"), (3, 7), (3, 1)),
    (("nationality", 0, "value"), (4, 14), (4, 1)),
    (("nationality", 0, "value", 0), (4, 15), (4, 15)),
    (("nationality", 0, "value", 1), (4, 19), (4, 19)),
    (("occupation", 0, "value"), (6, 13), (6, 6)),
    (("occupation", 1, "value"), (7, 12), (7, 5)),
    (("occupation", 1, "sources", 0), (8, 15), (8, 15)),
    (("#key",), (9, 9), (9, 1)),
    (("empty",), (10, 7), (10, 1)),
    (("detentions", 0, "from"), (12, 11), (12, 5)),
    (("detentions", 0, "sentence", 0, "value"), (13, 15), (13, 5)),
    (("detentions", 0, "to"), (12, 5), (12, 5)),
    (("nothing", 3, "at all"), (2, 1), (2, 1)),
]


@pytest.mark.parametrize(("location", "value", "key"), PLACES)
def test_a_value_is_found_however_it_was_written(
    location: Location, value: tuple[int, int], key: tuple[int, int]
) -> None:
    """Steps that only the model has are left out, and nothing is taken for something else."""
    front = read_front_matter(BLOCK, "a.md", required=True)
    assert isinstance(front, FrontMatter)
    assert front.marks.at(location) == value
    assert front.marks.at(location, key=True) == (key if location else value)


def test_without_front_matter_everything_is_at_the_start() -> None:
    """A page that has no fields has a place for them all the same."""
    assert Marks({}).at(("title",)) == (1, 1)
    assert Marks({}).at(("title",), key=True) == (1, 1)
