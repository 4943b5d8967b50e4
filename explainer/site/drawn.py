"""What the front matter of an ordinary page asks for: entries to be drawn below its prose."""

from collections.abc import Iterator
from dataclasses import dataclass

from explainer.entries.entry import EntryId, Page
from explainer.problems import Problem, quoted, with_article
from explainer.site.resolve import Site


@dataclass(frozen=True, slots=True)
class Asked:
    """A field with a list of ids; `kind` is what they all must be, empty where any kind will do."""

    field: str
    kind: str = ""

    def ids(self, page: Page) -> tuple[EntryId, ...]:
        """Return the ids that stand in the field, each once; what is no text is left out."""
        value = page.meta.get(self.field)
        items = value if isinstance(value, list) else []
        return tuple(dict.fromkeys(EntryId(item) for item in items if isinstance(item, str)))


TIMELINE = Asked("timeline", "event")
DRAWINGS = Asked("drawings")


def check_drawn(site: Site) -> Iterator[Problem]:
    """Report fields that are no list of ids, and ids that no entry of the right kind has."""
    for page in site.documents.pages.values():
        for asked in (TIMELINE, DRAWINGS):
            if asked.field in page.meta:
                yield from _problems(page, asked, site)


def _problems(page: Page, asked: Asked, site: Site) -> Iterator[Problem]:
    value = page.meta[asked.field]
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        message = f"{asked.field} must be a list of ids"
        place = page.place_of((asked.field,))
        yield Problem("bad-value", place, message, f"write {asked.field}: [one-id, another-id]")
        return
    for number, item in enumerate(value):
        entry_id, place = EntryId(str(item)), page.place_of((asked.field, number))
        known = site.entries.get(entry_id) or site.documents.unpublished.get(entry_id)
        if known is None:
            near = site.names.near_id(entry_id)
            hint = f"did you mean {near}?" if near else "correct the id, or write the entry"
            message = f"there is no entry {quoted(entry_id)}"
            yield Problem("unknown-reference", place, message, hint)
        elif asked.kind and known.kind.name != asked.kind:
            wanted = with_article(asked.kind)
            message = f"{quoted(entry_id)} is {with_article(known.kind.name)}"
            message += f", and {wanted} is needed here"
            yield Problem("wrong-kind", place, message, f"name {wanted}")
