"""The kinds of a site as collections of Decap CMS (and Sveltia CMS), which edit in the browser.

The files that such a program writes are those of the format: a date is text with a pattern, a
claim is a list of readings, which is one of the ways to write it, and an id is chosen from the
entries of a kind. What such a program cannot edit it leaves as it is in the file.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from pydantic import BaseModel, WithJsonSchema

from explainer.dates import Edtf
from explainer.entries.claims import UNSTATED, Reading
from explainer.entries.countries import COUNTRIES
from explainer.entries.fields import SUMMARY_LENGTH, Image
from explainer.entries.kinds import Kind
from explainer.entries.shapes import Shape, ValueType, shapes_of
from explainer.entries.values import CountryCode, OneOf, OneOfSetting, RefersTo
from explainer.problems import listed, with_article
from explainer.settings import Settings

Widget: TypeAlias = dict[str, Any]

_COUNTRIES = [{"label": name, "value": code} for code, name in sorted(COUNTRIES.items())]
_TRUTH = ["true", "false"]
_PICTURES = "images"


def cms_config(kinds: Sequence[Kind], settings: Settings) -> dict[str, Any]:
    """Return the configuration of a CMS that edits the entries of a site.

    The backend is the one for trying it out; where the files lie only the site's owner knows.
    """
    maker = _Maker({kind.name: kind for kind in kinds}, settings)
    return {
        "backend": {"name": "test-repo"},
        "media_folder": f"{settings.docs}/{_PICTURES}",
        "public_folder": _PICTURES,
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},  # which Sveltia CMS knows
        "collections": [maker.collection(kind) for kind in kinds],
    }


class _Maker:
    def __init__(self, kinds: dict[str, Kind], settings: Settings) -> None:
        self._kinds, self._settings = kinds, settings

    def collection(self, kind: Kind) -> dict[str, Any]:
        """Return the collection of the entries of one kind."""
        fields = list(self._fields(kind.model))
        body = {"name": "body", "label": "Text", "widget": "markdown", "required": False}
        return {
            "name": kind.folder,
            "label": kind.plural,
            "label_singular": kind.name.capitalize(),
            "description": (kind.model.__doc__ or "").strip(),
            "folder": f"{self._settings.docs}/{kind.folder}",
            "create": True,
            "format": "yaml-frontmatter",
            "extension": "md",
            "identifier_field": "title",
            "slug": "{{title}}",
            "fields": [*fields, body],
        }

    def _fields(self, model: type[BaseModel]) -> Iterator[Widget]:
        for shape in shapes_of(model):
            if shape.form != "mapping":  # whose keys would have to be known
                widget = self._claim(shape) if shape.is_claim else self._taken(shape)
                default = model.model_fields[shape.attribute].default
                yield {**_labelled(shape), **widget, **_default(widget, default)}

    def _claim(self, shape: Shape) -> Widget:
        """Return the list of the readings of a claim, each with who says so."""
        readings = [{**_labelled(inner), **self._taken(inner)} for inner in shapes_of(Reading)]
        value = {"name": "value", "label": "Value", "required": True, **self._taken(shape)}
        readings[0] = _or_unstated(value)
        return {
            "widget": "list",
            "label_singular": "Reading",
            "summary": "{{fields.value}}",
            "collapsed": False,
            "fields": readings,
        }

    def _taken(self, shape: Shape) -> Widget:
        """Return the widget of what a field takes, as if it were no claim."""
        if shape.model is Image:
            picture = {"name": "file", "label": "File", "widget": "image"}
            _, *others = self._fields(Image)
            return {"widget": "object", "collapsed": True, "fields": [picture, *others]}
        if shape.model:
            fields = list(self._fields(shape.model))
            if shape.form == "item":
                return {"widget": "object", "collapsed": True, "fields": fields}
            return {"widget": "list", "label_singular": shape.model.__name__, "fields": fields}
        value = self._value(shape.holds)
        if shape.form != "list":
            return value
        if value["widget"] in ("select", "relation"):
            return {**value, "multiple": True}
        inner = {"name": "value", "label": "Value", **value}
        return {"widget": "list", "field": inner}

    def _value(self, holds: ValueType) -> Widget:
        names, setting = holds.mark(OneOf), holds.mark(OneOfSetting)
        refers = holds.mark(RefersTo)
        if names:
            return {"widget": "select", "options": list(names.names)}
        if setting:
            return {"widget": "select", "options": list(getattr(self._settings, setting.setting))}
        if refers:
            return self._relation(refers)
        if issubclass(holds.python, CountryCode):
            return {"widget": "select", "options": _COUNTRIES}
        if issubclass(holds.python, bool):
            return {"widget": "boolean"}
        if issubclass(holds.python, int):
            return {"widget": "number", "value_type": "int", "min": 0, "step": 1}
        if issubclass(holds.python, tuple):
            degrees = {"widget": "number", "value_type": "float"}
            inner = {"name": "value", "label": "Degrees", **degrees}
            return {"widget": "list", "field": inner, "min": 2, "max": 2}
        return _text(holds)

    def _relation(self, refers: RefersTo) -> Widget:
        """Return a choice among the entries of a kind; of several kinds only the id can be told."""
        if len(refers.kinds) == 1:
            return {
                "widget": "relation",
                "collection": self._kinds[refers.kinds[0]].folder,
                "value_field": "{{slug}}",
                "search_fields": ["title"],
                "display_fields": ["title"],
            }
        kinds = [with_article(kind) for kind in refers.kinds or ("entry",)]
        pattern = "^[a-z0-9]+(?:-[a-z0-9]+)*$"
        return {"widget": "string", "pattern": [pattern, f"The id of {listed(kinds)}."]}


def _labelled(shape: Shape) -> Widget:
    found = {"name": shape.name, "label": shape.title or shape.name.replace("_", " ").capitalize()}
    hint = {"hint": _hint(shape)} if shape.description else {}
    return {**found, **hint, "required": shape.is_required}


def _hint(shape: Shape) -> str:
    """Say what a field means, with an example where any words can stand in it."""
    is_chosen = shape.holds.mark(OneOf) or shape.holds.mark(OneOfSetting)
    if is_chosen or shape.form != "value" or shape.holds.python is not str or not shape.examples:
        return shape.description
    return f"{shape.description}; for example: {shape.examples[0]}"


def _default(widget: Widget, default: object) -> Widget:
    """Say what a switch is set to; one that says nothing as a rule has three ways to stand."""
    if widget["widget"] != "boolean":
        return {}
    if isinstance(default, bool):
        return {"default": default}
    return {"widget": "select", "options": _TRUTH}


def _text(holds: ValueType) -> Widget:
    declared = holds.mark(WithJsonSchema)
    schema: Any = declared.json_schema if declared else {}
    if schema.get("maxLength") == SUMMARY_LENGTH:
        words = f"At most {SUMMARY_LENGTH} characters."
        return {"widget": "text", "pattern": [rf"^[\s\S]{{0,{SUMMARY_LENGTH}}}$", words]}
    pattern, example = schema.get("pattern", ""), listed(list(map(str, schema.get("examples", ()))))
    if pattern in ("", r"\S"):
        return {"widget": "string"}
    words = "A date in EDTF, such as" if issubclass(holds.python, Edtf) else "Such as"
    return {"widget": "string", "pattern": [pattern, f"{words} {example}."]}


def _or_unstated(value: Widget) -> Widget:
    """Let the value of a claim say that nobody knows, or tells."""
    match value["widget"]:
        case "select" if not value.get("multiple"):
            return {**value, "options": [*value["options"], *UNSTATED]}
        case "boolean":
            return {**value, "widget": "select", "options": [*_TRUTH, *UNSTATED]}
        case "number":
            words = "A whole number, unknown or withheld."
            kept = {n: v for n, v in value.items() if n not in ("value_type", "min", "step")}
            pattern = [f"^(?:[0-9]{{1,12}}|{'|'.join(UNSTATED)})$", words]
            return {**kept, "widget": "string", "pattern": pattern}
        case "string" if "pattern" in value:
            pattern, words = value["pattern"]
            inner = re.sub(r"^\^|\$$", "", pattern)
            either = f"^(?:{inner}|{'|'.join(UNSTATED)})$"
            return {**value, "pattern": [either, f"{words[:-1]}; or unknown, or withheld."]}
    return value
