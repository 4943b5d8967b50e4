"""What fields take, read off their types."""

from explainer.entries.fields import Image
from explainer.entries.models import Event, Person
from explainer.entries.shapes import Shape, shapes_of
from explainer.entries.values import OneOfSetting, RefersTo
from explainer.subjects import kinds_with
from tests.archive import default_subjects


def shape(model: type[Person] | type[Event], name: str) -> Shape:
    """Return the shape of a field."""
    return next(shape for shape in shapes_of(model) if shape.name == name)


def test_a_claim_is_told_by_what_its_readings_hold() -> None:
    """One date, or a list of countries."""
    born, nationality = shape(Person, "born"), shape(Person, "nationality")
    assert (born.form, born.is_claim, born.holds.python.__name__) == ("value", True, "Edtf")
    assert (nationality.form, nationality.is_claim) == ("list", True)
    assert nationality.holds.python.__name__ == "CountryCode"


def test_items_have_a_model_and_the_names_that_editors_write() -> None:
    affiliations = shape(Person, "affiliations")
    assert affiliations.form == "items"
    assert affiliations.model is not None
    names = [(inner.name, inner.attribute) for inner in shapes_of(affiliations.model)]
    assert ("from", "from_") in names
    assert (shape(Person, "image").form, shape(Person, "image").model) == ("item", Image)


def test_what_an_annotation_says_is_kept() -> None:
    """Whether or not the field must be there, which is written another way."""
    assert shape(Event, "category").holds.mark(OneOfSetting) == OneOfSetting("event_categories")
    place = shape(Event, "place").holds.mark(RefersTo)
    assert place is not None
    assert place.kinds == ("place",)
    assert shape(Event, "date").is_required
    assert not shape(Event, "place").is_required


def test_every_field_says_what_it_means() -> None:
    """Those of subjects, too: data, schemas and editors all tell from it."""
    silent = [
        (kind.name, found.name)
        for kind in kinds_with(default_subjects())
        for found in shapes_of(kind.model)
        if not found.description
    ]
    assert silent == []
