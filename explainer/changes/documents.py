"""What changed in what one document says: its facts, links, citations and sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from explainer.changes.facts import Side, fact_changes
from explainer.changes.pairs import kind_name
from explainer.changes.prose import Change, changed_sentences, counted_words
from explainer.changes.records import EntryChange, FactChange, Named, ProseChange, SentenceChange
from explainer.changes.values import Renamed
from explainer.changes.versions import Version
from explainer.entries.entry import DocPath, Document, Entry, Page
from explainer.pages.titles import page_title
from explainer.site.coverage import is_living
from explainer.site.excerpts import Sentence, sentences
from explainer.site.sensitive import Sensitive
from explainer.words import ENGLISH_WORDS

_LOST_SOURCE = "sources lost about a living person"


def about(version: Version, path: DocPath) -> EntryChange:
    """Say which document changed, and nothing yet of what did."""
    document = version.site.all_documents[path]
    return EntryChange(
        id=str(getattr(document, "id", "")),
        kind=kind_name(document),
        title=_title(document),
        path=path,
        shown_path=document.shown_path,
        url=version.url_of(path),
        what="changed",
        living=_is_living(document, version),
    )


def _title(document: Document) -> str:
    if isinstance(document, Entry):
        return str(document.fields.title)
    return page_title(document, ENGLISH_WORDS) if isinstance(document, Page) else document.path


def _is_living(document: Document | None, version: Version) -> bool:
    if not isinstance(document, Entry) or document.kind.name != "person":
        return False
    return is_living(document, version.site.settings.today)


@dataclass(frozen=True)
class Contents:
    """Compare what documents say in two versions of a site."""

    before: Version
    after: Version
    renamed: Renamed
    rules: Sequence[Sensitive]

    def change(self, old: Document | None, new: Document) -> EntryChange:
        """Return what changed in a document; everything, where it is new."""
        was = _Content(self.before, old)
        now = _Content(self.after, new)
        found = about(self.after, new.path)
        was_living = _is_living(old, self.before)
        living = found.living or was_living
        is_too_old = was_living and not found.living and not getattr(now.side.fields, "died", None)
        reasons = _Reasons.among(self.rules, (was.side, now.side), living=living)
        prose = self._prose(was, now, living=living)
        return replace(
            found,
            living=living,
            facts=(
                *fact_changes(was.side, now.side, self.renamed, reasons.of),
                *_meta_changes(old, new),
            ),
            links_gained=self._gained(was.links, now.links, now.side),
            links_lost=self._lost(was.links, now.links, was.side),
            citations_gained=self._gained(was.citations, now.citations, now.side),
            citations_lost=self._lost(was.citations, now.citations, was.side),
            prose=prose if prose.sentences else None,
            sensitive=("person no longer counted as living",) if is_too_old else (),
        )

    def _gained(self, before: Iterable[str], after: Iterable[str], side: Side) -> tuple[Named, ...]:
        known = {self.renamed.get(name, name) for name in before}
        return tuple(side.named(name) for name in dict.fromkeys(after) if name not in known)

    def _lost(self, before: Iterable[str], after: Iterable[str], side: Side) -> tuple[Named, ...]:
        kept = set(after)
        names = dict.fromkeys(before)
        return tuple(side.named(n) for n in names if self.renamed.get(n, n) not in kept)

    def _prose(self, was: "_Content", now: "_Content", *, living: bool) -> ProseChange:
        if was.text == now.text:
            return ProseChange()
        changes = tuple(changed_sentences(was.sentences, now.sentences))
        added, removed = counted_words(changes)
        found = (self._sentence(change, was.side, now.side) for change in changes)
        told = tuple(s for s in found if s.before != s.after or s.sources_gained or s.sources_lost)
        if living:
            told = tuple(_marked(told, self.renamed))
        return ProseChange(words_added=added, words_removed=removed, sentences=told)

    def _sentence(self, change: Change, was: Side, now: Side) -> SentenceChange:
        old, new = change.before, change.after
        cited = (old.sources if old else ()), (new.sources if new else ())
        return SentenceChange(
            before=old.text if old else "",
            after=new.text if new else "",
            sources_gained=self._gained(*cited, now),
            sources_lost=self._lost(*cited, was),
        )


def _marked(sentences: Sequence[SentenceChange], renamed: Renamed) -> Iterator[SentenceChange]:
    """Mark sentences about a living person that stayed and lost a source.

    A source that another changed sentence has gained has only moved, as when one is made two.
    """
    moved = Counter(source.id for sentence in sentences for source in sentence.sources_gained)
    for sentence in sentences:
        lost = [renamed.get(source.id, source.id) for source in sentence.sources_lost]
        gone = [source for source in lost if not moved[source]]
        moved.subtract(source for source in lost if moved[source])
        is_sensitive = bool(gone and sentence.before and sentence.after)
        yield replace(sentence, sensitive=_LOST_SOURCE) if is_sensitive else sentence


def _meta_changes(old: Document | None, new: Document) -> Iterator[FactChange]:
    """List what changed in the front matter of an ordinary page, which belongs to the theme."""
    before = old.meta if isinstance(old, Page) else {}
    after = new.meta if isinstance(new, Page) else {}
    for name in dict.fromkeys([*after, *before]):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            label = name.replace("_", " ").capitalize()
            yield FactChange(field=(name,), label=label, before=str(was), after=str(now))


@dataclass(frozen=True)
class _Content:
    """A document in one version, or nothing."""

    version: Version
    document: Document | None

    @property
    def side(self) -> Side:
        return Side(self.version, self.document if isinstance(self.document, Entry) else None)

    @property
    def text(self) -> str:
        return self.document.prose if self.document else ""

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return sentences(self.version.site, self.document.path) if self.document else ()

    @property
    def links(self) -> list[str]:
        site = self.version.site
        targets = site.targets[self.document.path].values() if self.document else ()
        return [str(target) for target in targets if target in site.entries]

    @property
    def citations(self) -> list[str]:
        prose = self.version.site.prose[self.document.path] if self.document else None
        return [item.source for c in (prose.citations if prose else ()) for item in c.items]


@dataclass(frozen=True)
class _Reasons:
    """Say why the change of a field is sensitive."""

    rules: Sequence[Sensitive]
    living: bool

    @classmethod
    def among(
        cls, rules: Iterable[Sensitive], sides: Sequence[Side], *, living: bool
    ) -> "_Reasons":
        """Take the rules that apply to an entry, as it was or as it is."""
        return cls([r for r in rules if any(_applies(r, side) for side in sides)], living)

    def of(self, field: tuple[str, ...], lost_source: bool) -> str:
        """Return the reason for one field; empty for none."""
        whose = " of a living person" if self.living else ""
        for rule in self.rules:
            if field[: len(rule.field)] == rule.field:
                return f"{rule.words}{whose}"
        return _LOST_SOURCE if lost_source and self.living else ""


def _applies(rule: Sensitive, side: Side) -> bool:
    entry = side.entry
    return (
        entry is not None
        and entry.kind.name == rule.kind
        and rule.applies(entry, side.version.site)
    )
