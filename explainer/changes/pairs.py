"""Which document of the one version is which of the other: kept, moved, new or gone."""

from collections.abc import Mapping
from dataclasses import dataclass

from explainer.changes.versions import Version
from explainer.entries.entry import DocPath, Document, EntryId
from explainer.site.moves import Past, Successors, entry_texts


@dataclass(frozen=True, slots=True)
class Pairs:
    """The documents of two versions.

    `same` has the documents of both versions at one path, `moved` those at another by their old
    path; the rest came or went.
    """

    same: tuple[DocPath, ...]
    moved: Mapping[DocPath, DocPath]
    come: tuple[DocPath, ...]
    gone: tuple[DocPath, ...]
    renamed: Mapping[str, str]
    """The new ids of entries that have another now, by the old ones."""


def pair(before: Version, after: Version) -> Pairs:
    """Find every document of a version again in the other one."""
    old, new = before.site.all_documents, after.site.all_documents
    lost = [path for path in old if path not in new]
    moved = _moved(before, after, lost)
    taken = set(moved.values())
    renamed = {
        str(before.entries[path].id): str(after.entries[target].id)
        for path, target in moved.items()
    }
    return Pairs(
        same=tuple(path for path in new if path in old),
        moved=moved,
        come=tuple(path for path in new if path not in old and path not in taken),
        gone=tuple(path for path in lost if path not in moved),
        renamed={one: other for one, other in renamed.items() if one != other},
    )


def _moved(before: Version, after: Version, lost: list[DocPath]) -> dict[DocPath, DocPath]:
    """Return where entries that are gone live on; one entry goes on in one other."""
    entries = [path for path in lost if path in before.entries and path not in after.by_path]
    if not entries:
        return {}
    texts = entry_texts(before.files, before.site.kinds)
    successors = Successors(texts, after.by_path, after.site)
    moved: dict[DocPath, DocPath] = {}
    taken: set[EntryId] = set()
    for path in sorted(entries):
        entry = before.entries[path]
        past = Past(path, entry.fields.title, entry.fields.redirect_from, texts[path])
        successor = successors.of(past)
        if successor is not None and successor.id not in taken:
            moved[path] = successor.path
            taken.add(successor.id)
    return moved


def kind_name(document: Document) -> str:
    """Return the kind of an entry; `page` for an ordinary page."""
    kind = getattr(document, "kind", None)
    return str(kind.name) if kind else "page"
