"""What a file that cannot be read seems to be called."""

import pytest

from explainer.entries.salvage import names_in, names_in_text

TEXTS = [
    ("title: Marc Fogel\n", ("Marc Fogel",)),
    ("title: 'Marc Fogel'\naliases: [Fogel, \"Mr Fogel\"]\n", ("Marc Fogel", "Fogel", "Mr Fogel")),
    ("aliases:\n- Fogel\n- Mr Fogel\ntags: [x]\n", ("Fogel", "Mr Fogel")),
    ("aliases:\n  - Fogel\n\n---\n- prose\n", ("Fogel",)),
    ("names: {ru: Марк Фогель, zh: 馬克}\n---\n", ("Марк Фогель", "馬克")),
    ("names:\n  ru: Марк Фогель\nborn: 1961\n", ("Марк Фогель",)),
    ("title: Fogel\naliases: [Fogel]\n", ("Fogel",)),
    ("title:\naliases: []\nnames: {}\n", ()),
    ("subtitle: x\n  title: y\nProse on a title: z\n", ()),
    ("", ()),
    ("x" * 20_000 + "\ntitle: far away\n", ()),
]


@pytest.mark.parametrize(("text", "names"), TEXTS)
def test_names_are_found_in_text_that_cannot_be_parsed(text: str, names: tuple[str, ...]) -> None:
    """The lines that look like names are taken for names, each once."""
    assert names_in_text(text) == names


def test_names_are_found_in_fields_of_any_type() -> None:
    """A wrong field may still say what the entry is called."""
    assert names_in({"title": " A\n b ", "aliases": "Fogel", "names": {"ru": "Марк", "x": []}}) == (
        "A b",
        "Fogel",
        "Марк",
    )
    assert names_in({"title": ["A"], "aliases": {"a": "B"}, "born": "C"}) == ("A", "B")
