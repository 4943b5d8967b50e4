"""The catalogues of the generator are complete, and say what the English texts say."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from pydantic import BaseModel

from explainer.entries.fields import Fields
from explainer.entries.shapes import shapes_of
from explainer.settings import EVENT_CATEGORIES
from explainer.subjects import available, kinds_with
from explainer.words.catalogue import slots_of
from tools.catalogues import ROOT, catalogue_of, everything, languages, subjects, texts_of, updated

CATALOGUES = [(subject, language) for language in languages() for subject in ("", *subjects())]
UNTOLD = {"reviewed", "corrections", "redirect_from", "draft", "detentions", "transfers"}


def read(subject: str, language: str) -> Catalog:
    """Read a catalogue."""
    with catalogue_of(subject, language).open("rb") as file:
        return read_po(file, locale=language)


@pytest.mark.parametrize(("subject", "language"), CATALOGUES)
def test_a_catalogue_is_up_to_date(subject: str, language: str) -> None:
    """It has the texts of the sources, no others, in the form in which `make words` writes it."""
    path = catalogue_of(subject, language)
    now = updated(path, texts_of(subject), language)
    assert path.read_text("utf-8") == now, "run `make words`"


@pytest.mark.parametrize(("subject", "language"), CATALOGUES)
def test_a_catalogue_is_complete(subject: str, language: str) -> None:
    """Every text is translated, without doubt, in every form that its numbers ask for."""
    catalogue = read(subject, language)
    for message in catalogue:
        if message.id:
            plain = isinstance(message.id, str)
            forms = [message.string] if plain else list(message.string or ())
            assert not message.fuzzy, message.id
            assert len(forms) == (1 if plain else catalogue.num_plurals), message.id
            assert all(str(form or "").strip() for form in forms), message.id


@pytest.mark.parametrize(("subject", "language"), CATALOGUES)
def test_a_translation_has_the_slots_of_its_text(subject: str, language: str) -> None:
    """Nothing is lost, and nothing is asked for that is not there."""
    for message in read(subject, language):
        if message.id:
            plain = isinstance(message.id, str)
            text = message.id if plain else message.id[1]
            forms = [message.string] if plain else message.string
            for form in forms or ():
                assert slots_of(str(form)) == slots_of(str(text)), message.id
                assert str(form).count("<code>") == str(text).count("<code>"), message.id


def models() -> Iterator[type[BaseModel]]:
    """Yield the models of all kinds with the fields of all subjects, and those within them."""
    for kind in kinds_with(available().values()):
        yield kind.model
        yield from (shape.model for shape in shapes_of(kind.model) if shape.model)


def test_everything_that_names_a_field_is_a_text() -> None:
    """Titles of fields; where a field has none, what lists of changes make of its name."""
    known = {message.id for message in everything("ru")}
    for model in models():
        for shape in shapes_of(model):
            label = shape.title or shape.name.replace("_", " ").capitalize()
            assert label in known or shape.name in UNTOLD or model is Fields, (model, label)


def test_every_category_is_a_text() -> None:
    """Those that a site has when it names none."""
    assert set(EVENT_CATEGORIES) <= {message.id for message in everything("ru")}


def test_a_new_language_has_the_texts_of_dates() -> None:
    """One with a table of its own does without."""
    assert everything("uk").get("{day} {month} {year}", "date")
    assert everything("ru").get("{day} {month} {year}", "date") is None


def test_no_compiled_catalogue_is_kept() -> None:
    """Catalogues are read as they are written."""
    assert not list((ROOT / "explainer").rglob("*.mo"))


def test_templates_ask_for_texts_of_their_own_alone() -> None:
    """What Jinja's gettext gives is not escaped any more, so it is not for data."""
    templates = [path for path in ROOT.rglob("*.html") if "templates" in path.parts]
    assert templates
    asked = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in templates
        for found in re.findall(r"\b(?:_|n?gettext|pgettext)\([^\"].*", path.read_text("utf-8"))
    ]
    assert asked == []
