"""Checks that hold dates and names against each other, within an entry and across entries."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from explainer.dates import Edtf
from explainer.entries.entry import Document, Entry
from explainer.entries.front_matter import Location
from explainer.problems import Place, Problem
from explainer.site.names import folded, names_of
from explainer.site.periods import stated_windows, window
from explainer.site.resolve import Site


def check_dates(document: Document, *_: object) -> Iterator[Problem]:
    """Report deaths before births, and ends before starts in every list that has both."""
    if isinstance(document, Entry):
        yield from _check_spans(document, document.fields, ())
        if document.kind.name == "person":
            yield from _check_life(document)


def _check_life(person: Entry[Any]) -> Iterator[Problem]:
    born = stated_windows(person.fields.born)
    died = stated_windows(person.fields.died)
    if born and died and all(death.before(birth) for death in died for birth in born):
        start = person.place_of(("born",))
        yield Problem(
            "impossible-dates",
            person.place_of(("died",)),
            f"{person.fields.title} would have died before the birth in line {start.line}",
            "correct one of the two dates",
        )


def _check_spans(entry: Entry[Any], value: object, location: Location) -> Iterator[Problem]:
    if isinstance(value, BaseModel):
        fields = value.__dict__
        start, end = fields.get("from_"), fields.get("to")
        if isinstance(start, Edtf) and isinstance(end, Edtf) and window(end).before(window(start)):
            yield Problem(
                "impossible-dates",
                entry.place_of((*location, "to")),
                f"this ends ({end.words()}) before it starts ({start.words()})",
                f"correct it, or `from` in line {entry.place_of((*location, 'from')).line}",
            )
        for name, inner in fields.items():
            if isinstance(inner, BaseModel | tuple):
                step = type(value).model_fields[name].alias or name
                yield from _check_spans(entry, inner, (*location, step))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, BaseModel):
                yield from _check_spans(entry, item, (*location, index))


def check_names(site: Site) -> Iterator[Problem]:
    """Report each name that several entries carry, once, at the last of them."""
    for name, ids in site.names.by_name.items():
        carriers = [site.entries[entry_id] for entry_id in ids if entry_id in site.entries]
        if len(carriers) < 2:
            continue
        *others, last = carriers
        places = ", ".join(str(_place_of_name(entry, name)) for entry in others)
        yield Problem(
            "name-clash",
            _place_of_name(last, name),
            f"the name {_written(last, name)!r} is also that of {places}",
            "tell them apart, or drop the alias; links by this name are refused",
        )


def _place_of_name(entry: Entry[Any], name: str) -> Place:
    return next(
        entry.place_of(location) for location, text in names_of(entry) if folded(text) == name
    )


def _written(entry: Entry[Any], name: str) -> str:
    return next(text for _, text in names_of(entry) if folded(text) == name)
