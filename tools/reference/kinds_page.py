"""The tables of KINDS.md: what a site may say of kinds and fields of its own."""

from typing import Any

from pydantic import BaseModel

from explainer.entries.definitions.options import FieldOptions, KindOptions
from explainer.entries.definitions.types import ITEMS, TYPES
from tools.reference.markdown import code, flow, table

_FROM_OTHERS = {
    "plural": "from the folder",
    "about": "from the title and the order",
    "title": "from the name",
    "relation": "from the title",
    "listed_as": "from the titles of kind and field",
    "inverse": "the title of the field",
}


def options(model: type[BaseModel]) -> str:
    """Return the table of the options of a definition."""
    rows = (
        (
            code(name),
            field.description or "",
            _default(name, field.default, is_required=field.is_required()),
            code(flow((field.examples or [""])[0])),
        )
        for name, field in model.model_fields.items()
    )
    return table(("option", "what it says", "default", "example"), rows)


def _default(name: str, default: Any, *, is_required: bool) -> str:
    """Say what holds without an option."""
    if is_required:
        return "must be there"
    if default is False:
        return "`false`"
    return _FROM_OTHERS.get(name, code(str(default)) if default else "")


def types() -> str:
    """Return the table of the types of fields."""
    rows = [(code(t.name), code(t.many) if t.many else "", t.takes, code(t.example)) for t in TYPES]
    items = ("", code(ITEMS), "items with the `fields` that the definition lists", "")
    return table(("type", "and several", "takes", "example"), [*rows, items])


def renewed(text: str) -> str:
    """Return the page with the tables that the code gives."""
    made = {
        "kinds": options(KindOptions),
        "fields": options(FieldOptions),
        "types": types(),
    }
    for name, inner in made.items():
        start, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(start)
        _, found, after = rest.partition(end)
        if not found:
            raise ValueError(f"KINDS.md has no region {name}")
        text = f"{before}{start}{inner}\n{end}{after}"
    return text
