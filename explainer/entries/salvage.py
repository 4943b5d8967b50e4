"""Find what a broken entry is called, so that links to it are no further problems."""

import re
from collections.abc import Iterator, Mapping

from explainer.entries.marks import Value
from explainer.entries.scalars import one_line

_FIELD = re.compile(
    r"^(?P<name>title|aliases|names)[ \t]*:(?P<value>.*(?:\n(?:[ \t]|- ).*)*)", re.MULTILINE
)
_LONGEST = 10_000


def names_in(fields: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the names that fields carry, right or wrong: title, aliases, names by language."""
    found: list[str] = []
    for field in ("title", "aliases", "names"):
        value = fields.get(field, "")
        items = list(value.values()) if isinstance(value, dict) else value
        listed = [items] if isinstance(items, str) else items
        found.extend(item for item in listed if isinstance(item, str))
    return _tidy(found)


def names_in_text(text: str) -> tuple[str, ...]:
    """Return the names that a file seems to give its entry, if nothing else of it can be read."""
    return _tidy(name for match in _FIELD.finditer(text[:_LONGEST]) for name in _names(match))


def _names(match: re.Match[str]) -> Iterator[str]:
    value = match["value"].strip()
    if match["name"] == "title":
        yield value.strip("\"'")
        return
    for item in re.split(r"[,\n]", value.strip("[]{}")):
        name = item.rpartition(":")[2] if match["name"] == "names" else item
        yield name.strip(" \t-\"'")


def _tidy(names: Iterator[str] | list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in map(one_line, names) if name))
