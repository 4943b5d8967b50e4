"""What entries are about, in the vocabulary of schema.org.

A program sees no doubt and no dispute, so nothing is stated here that the page does not state
flatly. Where readings differ, where a value is unknown or withheld, was so on some day, or needs
a note, it is left out. So is a date that is uncertain; one that is not exact comes as the year or
month that holds it. Who had a part in an event is what the event is about: roles, which may be
what one side alleges, are not repeated.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from explainer.dates import Edtf
from explainer.entries.claims import Reading
from explainer.entries.entry import Entry, EntryId
from explainer.entries.fields import Fields
from explainer.entries.kinds import KINDS
from explainer.entries.values import CountryCode, Number, Reference
from explainer.pages.scope import Scope
from explainer.pages.urls import index_path

Node: TypeAlias = dict[str, Any]

TERMS = next(index_path(kind) for kind in KINDS if kind.name == "term")
"""The page with all terms, which are one set."""

_MEDIA = {"article": "Article", "dataset": "Dataset", "book": "Book"}
_PARTIES = ("person", "organisation")


def thing_id(entry: Entry[Any], scope: Scope) -> str:
    """Return what an entry is named by, on its own page and on others."""
    return f"{scope.address(entry.path)}#{entry.kind.name}"


def thing(entry: Entry[Any], scope: Scope) -> Node:
    """Describe what an entry is about, with what its kind has to say of itself."""
    fields: Fields = entry.fields
    says = _OF_KINDS.get(entry.kind.name)
    return {
        "@type": entry.kind.schema_type,
        "@id": thing_id(entry, scope),
        "name": fields.title,
        "alternateName": [*fields.aliases, *_names(fields.names.items())],
        "description": fields.summary or "",
        "mainEntityOfPage": {"@id": scope.address(entry.path)},
        "image": _image(entry, scope),
        **(says(entry, scope) if says else {}),
        **{name: _stated(entry, field, scope) for field, name in entry.kind.schema_properties},
    }


def cited(entry: Entry[Any], scope: Scope) -> Node:
    """Name a source that a page cites, so that it can be found without the page."""
    kept = ("@type", "url", "archivedAt", "publisher", "author", "datePublished")
    says = _source(entry, scope)
    return {
        "@id": thing_id(entry, scope),
        "name": entry.fields.title,
        **{name: says[name] for name in kept},
    }


def _names(names: Iterable[tuple[str, str]]) -> Iterator[Node]:
    for tag, name in names:
        yield {"@value": name, "@language": tag}


def _image(entry: Entry[Any], scope: Scope) -> Node | None:
    image = entry.fields.image
    if image is None:
        return None
    return {
        "@type": "ImageObject",
        "contentUrl": scope.address_of_file(image.file),
        "caption": image.alt,
        "creditText": image.credit,
        "license": image.licence if image.licence.startswith("https://") else "",
    }


def _person(entry: Entry[Any], scope: Scope) -> Node:
    fields = entry.fields
    return {
        "birthDate": date_of(_only(fields.born)),
        "deathDate": date_of(_only(fields.died)),
        "nationality": [_country(code, scope) for code in _only(fields.nationality) or ()],
        "jobTitle": _only(fields.occupation),
        "affiliation": [_reference(item.who, scope) for item in fields.affiliations if not item.to],
    }


def _event(entry: Entry[Any], scope: Scope) -> Node:
    fields = entry.fields
    date: Edtf = fields.date
    start, end = (date.start, date.end) if date.is_interval else (date, None)
    own = (ref for place, ref, _ in entry.references() if place[0] != "see_also")
    parties = dict.fromkeys(str(ref) for ref in own if _kind_of(ref, scope) in _PARTIES)
    return {
        "startDate": date_of(start),
        "endDate": date_of(end),
        "location": _reference(fields.place, scope),
        "superEvent": _reference(fields.part_of, scope),
        "about": [_reference(party, scope) for party in parties],
    }


def _term(_: Entry[Any], scope: Scope) -> Node:
    return {"inDefinedTermSet": term_set(scope)}


def _organisation(entry: Entry[Any], _: Scope) -> Node:
    fields = entry.fields
    code = _only(fields.country)
    return {"address": _address(code) if code else None, "sameAs": fields.website}


def _place(entry: Entry[Any], scope: Scope) -> Node:
    fields = entry.fields
    return {
        "address": _address(fields.country),
        "geo": _geo(*fields.coordinates) if fields.coordinates else None,
        "containedInPlace": _reference(fields.part_of, scope),
    }


def _source(entry: Entry[Any], _: Scope) -> Node:
    """Describe a source: a work of somebody else's, at its own address."""
    fields = entry.fields
    return {
        "@type": _MEDIA.get(fields.medium, entry.kind.schema_type),
        "url": fields.url,
        "archivedAt": fields.archived,
        "publisher": {"@type": "Organization", "name": fields.publisher},
        "author": [_author(name, fields.publisher) for name in fields.authors],
        "datePublished": date_of(fields.date),
        "inLanguage": fields.language,
    }


_OF_KINDS: dict[str, Callable[[Entry[Any], Scope], Node]] = {
    "person": _person,
    "event": _event,
    "term": _term,
    "organisation": _organisation,
    "place": _place,
    "source": _source,
}


def _stated(entry: Entry[Any], field: str, scope: Scope) -> Any:
    """Return what a field states without any reserve, as schema.org takes it."""
    value = entry.fields.__dict__.get(field)
    is_claim = isinstance(value, tuple) and any(isinstance(item, Reading) for item in value)
    return _said(_only(value) if is_claim else value, scope)


def _said(value: object, scope: Scope) -> Any:
    if isinstance(value, Edtf):
        return date_of(value)
    if isinstance(value, Reference):
        return _reference(value, scope)
    if isinstance(value, CountryCode):
        return _country(value, scope)
    if isinstance(value, tuple):
        return [_said(item, scope) for item in value]
    if isinstance(value, Number):
        return value.value
    return str(value) if isinstance(value, str) else value


def _author(name: str, publisher: str) -> Node:
    return {"@type": "Organization" if name == publisher else "Person", "name": name}


def _country(code: str, scope: Scope) -> Node:
    return {"@type": "Country", "name": scope.words.country(code), "identifier": str(code)}


def _address(code: str) -> Node:
    return {"@type": "PostalAddress", "addressCountry": str(code)}


def _geo(latitude: float, longitude: float) -> Node:
    return {"@type": "GeoCoordinates", "latitude": latitude, "longitude": longitude}


def term_set(scope: Scope) -> Node:
    """Name the set that all terms of the site are in."""
    return {"@type": "DefinedTermSet", "@id": f"{scope.address(TERMS)}#terms"}


def _kind_of(reference: str, scope: Scope) -> str:
    entry = scope.site.entries.get(EntryId(str(reference)))
    return entry.kind.name if entry else ""


def _reference(named: str | None, scope: Scope) -> Node | None:
    """Name another entry; one that is not published is left out."""
    entry = scope.site.entries.get(EntryId(str(named))) if named else None
    if entry is None:
        return None
    return {
        "@type": entry.kind.schema_type,
        "@id": thing_id(entry, scope),
        "name": entry.fields.title,
    }


def _only(claim: tuple[Reading[Any], ...] | None) -> Any:
    """Return the value of a claim that is made without any reserve; None for every other."""
    if not claim or len(claim) > 1:
        return None
    reading = claim[0]
    return reading.value if reading.is_stated and not (reading.as_of or reading.note) else None


def date_of(date: Edtf | None) -> str | None:
    """Return a date as schema.org takes it: the day, month or year that holds it for certain."""
    return date.datetime_attr if date else None
