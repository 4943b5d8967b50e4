"""Which fields of an entry somebody else should look at again when they change, and why."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from explainer.entries.entry import Entry
from explainer.site.resolve import Site


def _always(_: Entry[Any], __: Site) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A field of one kind of entry whose changes are sensitive.

    `field` is its way from the top of the front matter, without the numbers of items, and
    everything below it; `words` name what it says, as in "{words} of a living person". `applies`
    may narrow it to some entries.
    """

    kind: str
    field: tuple[str, ...]
    words: str
    applies: Callable[[Entry[Any], Site], bool] = _always


SENSITIVE: tuple[Sensitive, ...] = (Sensitive("person", ("died",), "death"),)
"""The sensitive fields of every site; a subject module has further ones."""
