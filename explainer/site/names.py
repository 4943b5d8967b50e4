"""Look up what the names in links lead to: ids, titles and aliases."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from explainer.entries.entry import Entry, EntryId
from explainer.entries.front_matter import Location
from explainer.entries.near import did_you_mean
from explainer.entries.read import Documents
from explainer.site.files import former_id


@dataclass(frozen=True, slots=True)
class Names:
    """Every id of a site, and every title, alias and name in another script, ignoring case.

    `former` leads from an id that an entry had, as its `redirect_from` tells, to its id of now.
    """

    ids: frozenset[EntryId]
    by_name: Mapping[str, tuple[EntryId, ...]]
    former: Mapping[str, EntryId] = field(default_factory=dict)

    def find(self, target: str) -> tuple[EntryId, ...]:
        """Return the entries that an id, a title or an alias means, however many they are."""
        if target in self.ids:
            return (EntryId(target),)
        return self.by_name.get(folded(target), ())

    def near(self, target: str) -> str | None:
        """Return the id or name that was probably meant."""
        return did_you_mean(target, [*self.ids, *self.by_name])

    def near_id(self, target: str) -> str | None:
        """Return the id that was probably meant."""
        return did_you_mean(target, self.ids)


def folded(name: str) -> str:
    """Return the form of a name under which it is compared."""
    return " ".join(name.split()).casefold()


def names_of(entry: Entry[Any]) -> Iterator[tuple[Location, str]]:
    """Yield every name of an entry, and where it stands: title, aliases, names in other scripts."""
    fields = entry.fields
    yield ("title",), fields.title
    for index, alias in enumerate(fields.aliases):
        yield ("aliases", index), alias
    for tag, name in fields.names.items():
        yield ("names", tag), name


def collect_names(documents: Documents) -> Names:
    """Index every name that a link can use."""
    by_name: dict[str, dict[EntryId, None]] = {}

    def add(entry_id: EntryId, names: Iterable[str]) -> None:
        for name in names:
            by_name.setdefault(folded(name), {})[entry_id] = None

    for entry in documents.entries.values():
        add(entry.id, (name for _, name in names_of(entry)))
    for hidden in documents.unpublished.values():
        add(hidden.id, hidden.names)
    return Names(
        frozenset([*documents.entries, *documents.unpublished]),
        {name: tuple(ids) for name, ids in by_name.items()},
        _former(documents),
    )


def directory(documents: Documents) -> object:
    """Return all that names and links by name depend on; equal where they are the same."""
    entries = [
        (
            entry.id,
            entry.kind.name,
            tuple(name for _, name in names_of(entry)),
            entry.fields.redirect_from,
            getattr(entry.fields, "autolink", True),
        )
        for entry in documents.entries.values()
    ]
    return entries, dict(documents.unpublished)


def _former(documents: Documents) -> Mapping[str, EntryId]:
    """Return the ids of old that one entry alone had."""
    found: dict[str, set[EntryId]] = {}
    for entry in documents.entries.values():
        for path in entry.fields.redirect_from:
            found.setdefault(former_id(path), set()).add(entry.id)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}
