"""Compare two versions of a site: what each entry says, and what is wrong with it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from explainer.changes.documents import Contents, about
from explainer.changes.pairs import Pairs, pair
from explainer.changes.problems import problem_changes
from explainer.changes.records import Changes, EntryChange, FactChange
from explainer.changes.versions import Version
from explainer.entries.entry import DocPath, Document, Entry, Page
from explainer.site.files import former_file
from explainer.site.sensitive import SENSITIVE, Sensitive

ONLY_MARKS = "The text says the same; links or marks in it are written otherwise."
DRAFT = "It is a draft: it has no page on the published site."
NOW_DRAFT = "It is a draft now: its page leaves the published site."
NOW_PUBLISHED = "It was a draft; now it gets its page on the published site."
UNREADABLE = "The file is there, but it cannot be read as an entry; see the problems."
WAS_UNREADABLE = "The file was there before, but it could not be read as an entry."
NO_REDIRECT = "The old address leads nowhere now; `redirect_from` would lead on from it."


def compare(
    before: Version,
    after: Version,
    sensitive: Iterable[Sensitive] = (),
    pairs: Pairs | None = None,
) -> Changes:
    """Return what changed from one version to the other, sensitive changes first.

    Both must have been read with the same settings; `sensitive` are the fields of the site's
    subjects whose changes somebody else should look at. `pairs` are those of the two, if they are
    known already.
    """
    pairs = pairs or pair(before, after)
    contents = Contents(before, after, pairs.renamed, (*SENSITIVE, *sensitive))
    found = sorted(_Comparison(before, after, pairs, contents).entries(), key=_order)
    docs = after.site.settings.docs
    moved = {f"{docs}/{old}": f"{docs}/{new}" for old, new in pairs.moved.items()}
    brought, cured = problem_changes(before.problems, after.problems, moved)
    return Changes(entries=tuple(found), brought=brought, cured=cured)


_WHATS = ("removed", "renamed", "changed", "added")


def _order(change: EntryChange) -> tuple[object, ...]:
    """Put sensitive changes first, those of living people before others."""
    is_sensitive = bool(change.reasons)
    return not is_sensitive, is_sensitive and not change.living, _WHATS.index(change.what)


@dataclass(frozen=True)
class _Comparison:
    before: Version
    after: Version
    pairs: Pairs
    contents: Contents

    def entries(self) -> Iterator[EntryChange]:
        """Yield what changed in each document, in the order of their paths."""
        kept = {path: path for path in self.pairs.same} | {
            new: old for old, new in self.pairs.moved.items()
        }
        for path in sorted([*kept, *self.pairs.come, *self.pairs.gone]):
            if path in self.pairs.gone and path not in self.after.site.all_documents:
                yield self._gone(path)
            elif path in kept:
                yield from self._kept(kept[path], path)
            else:
                yield self._come(path)

    def _come(self, path: DocPath) -> EntryChange:
        document = self.after.site.all_documents[path]
        found = self.contents.change(None, document)
        notes = (WAS_UNREADABLE,) if path in self.before.by_path else ()
        draft = (DRAFT,) if _is_draft(document) else ()
        return replace(found, what="added", notes=(*notes, *draft, *found.notes))

    def _gone(self, path: DocPath) -> EntryChange:
        gone = about(self.before, path)
        if path in self.after.by_path:
            # What it says now is not known, so somebody has to look.
            return replace(gone, notes=(UNREADABLE,), sensitive=("file that cannot be read",))
        document = self.before.site.all_documents[path]
        gone = replace(gone, what="removed", facts=_summary(document))
        if _is_draft(document):
            return replace(gone, notes=(DRAFT,))
        whose = "a living person" if gone.living else "an entry" if gone.id else "a page"
        return replace(gone, sensitive=(f"removal of {whose}",))

    def _kept(self, old_path: DocPath, path: DocPath) -> Iterator[EntryChange]:
        old = self.before.site.all_documents[old_path]
        new = self.after.site.all_documents[path]
        if old is new or (old_path == path and _same(old, new)):
            return
        found = self.contents.change(old, new)
        found = self._drafted(found, old, new)
        if old_path != path:
            found = self._renamed(found, old_path)
        elif not _says_anything(found):
            if old.prose.split() == new.prose.split():
                return
            found = replace(found, notes=(ONLY_MARKS,))
        yield found

    def _drafted(self, change: EntryChange, old: Document, new: Document) -> EntryChange:
        was, now = _is_draft(old), _is_draft(new)
        if was == now:
            return replace(change, notes=(DRAFT,)) if now else change
        if was:
            return replace(change, notes=(NOW_PUBLISHED,))
        return replace(
            change,
            notes=(NOW_DRAFT,),
            sensitive=(*change.sensitive, "removal from the published site"),
        )

    def _renamed(self, change: EntryChange, old_path: DocPath) -> EntryChange:
        directory_urls = self.after.site.settings.directory_urls
        file = former_file(old_path, directory_urls=directory_urls)
        led = (
            former_file(path, directory_urls=directory_urls)
            for entry in self.after.site.entries.values()
            for path in entry.fields.redirect_from
        )
        redirected = file in led
        return replace(
            change,
            what="renamed",
            former=old_path,
            former_url=self.before.url_of(old_path),
            redirected=redirected,
            notes=change.notes if redirected else (*change.notes, NO_REDIRECT),
        )


def _same(old: Document, new: Document) -> bool:
    """Say whether two documents are the same, but for the lines that things stand in."""
    if isinstance(old, Entry) and isinstance(new, Entry):
        return old.prose == new.prose and old.fields is new.fields
    if isinstance(old, Page) and isinstance(new, Page):
        return old.prose == new.prose and old.meta == new.meta
    return False


def _summary(document: Document) -> tuple[FactChange, ...]:
    """Say of a document that is gone what it was about."""
    words = document.fields.summary if isinstance(document, Entry) else ""
    fact = FactChange(field=("summary",), label="Summary", before=words or "", after="")
    return (fact,) if words else ()


def _is_draft(document: Document) -> bool:
    return isinstance(document, Entry) and document.fields.draft


def _says_anything(change: EntryChange) -> bool:
    """Say whether anything is known of what changed."""
    return bool(
        change.notes
        or change.facts
        or change.prose
        or change.links_gained
        or change.links_lost
        or change.citations_gained
        or change.citations_lost
    )
