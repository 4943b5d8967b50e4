"""Read all files of a site into documents; the first stage, and the first barrier."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from explainer.entries.entry import DocPath, Document, Entry, EntryId, Page
from explainer.entries.fields import Fields
from explainer.entries.filenames import id_in, kind_meant, kind_of, misnamed
from explainer.entries.front_matter import FrontMatter, read_front_matter
from explainer.entries.hidden import hidden_characters
from explainer.entries.kinds import Kind
from explainer.entries.memo import Memo
from explainer.entries.salvage import names_in, names_in_text
from explainer.entries.text import Content, SourceFile, load
from explainer.entries.validate import validate
from explainer.problems import Place, Problem, quoted
from explainer.settings import Settings

_NO_ID = EntryId("")


@dataclass(frozen=True, slots=True)
class Unpublished:
    """An entry that is there but not published, a draft or a broken one.

    Links to it are no problems.
    """

    id: EntryId
    kind: Kind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Documents:
    """All documents of a site, each group in the order of the paths, and the kinds it knows."""

    entries: Mapping[EntryId, Entry[Any]]
    pages: Mapping[DocPath, Page]
    unpublished: Mapping[EntryId, Unpublished]
    kinds: tuple[Kind, ...]

    def says_the_same_as(self, other: "Documents") -> bool:
        """Say whether all front matter is the same, line for line; prose may differ."""
        return (
            _same_front(self.entries.values(), other.entries.values())
            and _same_front(self.pages.values(), other.pages.values())
            and self.unpublished == other.unpublished
        )


def _same_front(some: Collection[Document], others: Collection[Document]) -> bool:
    """Compare by what `read_documents` keeps: front matter that is equal is the same object."""
    return len(some) == len(others) and all(
        one is other
        or (one.path == other.path and one.marks is other.marks and _front(one) is _front(other))
        for one, other in zip(some, others, strict=True)
    )


def _front(document: Document) -> object:
    if isinstance(document, Entry):
        return document.fields
    return document.meta if isinstance(document, Page) else None


@dataclass(frozen=True, slots=True)
class Taken:
    """What one file holds, whatever the others are: perhaps a document; names; problems.

    `kind` is that of the entry that the file is meant to be, `id` its id, if the name of the file
    gives it one; `misnamed` says why it does not.
    """

    document: Entry[Any] | Page | None
    names: tuple[str, ...]
    problems: tuple[Problem, ...]
    kind: Kind | None = None
    id: EntryId = _NO_ID
    misnamed: Problem | None = None


def read_documents(
    files: Iterable[SourceFile],
    kinds: Sequence[Kind],
    settings: Settings,
    memo: Memo[Taken] | None = None,
) -> tuple[Documents, list[Problem]]:
    """Read and validate every file; what cannot be read becomes problems.

    With a memo of the same kinds and settings, files are read only if they are others than
    before: a `SourceFile` that is the same object has the same bytes.
    """
    known: Memo[Taken] = Memo() if memo is None else memo
    reader = _Reader(kinds, settings, known)
    ordered = sorted(files, key=lambda file: file.path)
    for file in ordered:
        reader.read(file)
    known.forget_all_but({file.path for file in ordered})
    return reader.documents(), reader.problems


@dataclass(slots=True)
class _Reader:
    """Gather documents and problems, one file at a time."""

    _kinds: Sequence[Kind]
    _settings: Settings
    _memo: Memo[Taken]
    problems: list[Problem] = field(default_factory=list)
    _paths: dict[EntryId, str] = field(default_factory=dict)
    _misplaced: list[Unpublished] = field(default_factory=list)
    _entries: dict[EntryId, Entry[Any]] = field(default_factory=dict)
    _pages: dict[DocPath, Page] = field(default_factory=dict)
    _unpublished: dict[EntryId, Unpublished] = field(default_factory=dict)

    def documents(self) -> Documents:
        """Return what was read; files under a name they cannot have count as unpublished."""
        for hidden in self._misplaced:
            entry, known = self._entries.get(hidden.id), self._unpublished.get(hidden.id)
            if known:
                both = replace(known, names=(*known.names, *hidden.names))
                self._unpublished[hidden.id] = both
            elif entry is None or entry.kind.name != hidden.kind.name:
                self._unpublished[hidden.id] = hidden
        return Documents(self._entries, self._pages, self._unpublished, tuple(self._kinds))

    def read(self, file: SourceFile) -> None:
        """Read one file into a document, or into problems."""
        taken = self._memo.get(file.path, (file,), partial(self._take, file))
        document = taken.document
        is_its_own = taken.kind is not None and self._claim_id(taken, file.path)
        self.problems.extend(taken.problems)
        if isinstance(document, Page):
            self._pages[document.path] = document
        elif document is not None and is_its_own:
            self._entries[taken.id] = document
        elif taken.kind:
            hidden = Unpublished(taken.id, taken.kind, taken.names)
            if is_its_own:
                self._unpublished[taken.id] = hidden
            elif hidden.id:
                self._misplaced.append(hidden)

    def _take(self, file: SourceFile) -> Taken:
        path = file.path
        shown_path = f"{self._settings.docs}/{path}"
        kind = kind_of(path, self._kinds)
        meant = kind or kind_meant(path, self._kinds)
        content = load(file, shown_path, self._settings.limits.file_size)
        taker = _Taker(path, shown_path, content, self._settings, self._kinds)
        if meant is None:
            return _as_before(taker.page(), self._memo.last(path))
        taken = replace(
            taker.entry(meant, required=kind is not None),
            kind=meant,
            id=EntryId(id_in(path)),
            misnamed=misnamed(meant, path, shown_path),
        )
        return _as_before(taken, self._memo.last(path))

    def _claim_id(self, taken: Taken, path: str) -> bool:
        """Say whether a file has an id of its own; where it has none, that is a problem."""
        problem, shown_path = taken.misnamed, f"{self._settings.docs}/{path}"
        if problem is None and taken.id in self._paths:
            problem = Problem(
                "duplicate-id",
                Place(shown_path),
                f"the id {quoted(taken.id)} belongs to {self._paths[taken.id]} already",
                "rename one of the two files",
            )
        if problem:
            self.problems.append(problem)
            return False
        self._paths[taken.id] = shown_path
        return True


@dataclass(slots=True)
class _Taker:
    """Take one file apart."""

    path: str
    shown_path: str
    content: Content
    settings: Settings
    kinds: Sequence[Kind]
    problems: list[Problem] = field(default_factory=list)

    def page(self) -> Taken:
        """Take an ordinary page."""
        front = self._front(required=False)
        if front is None:
            return Taken(None, (), tuple(self.problems))
        page = Page(
            path=DocPath(self.path),
            shown_path=self.shown_path,
            prose=front.prose,
            prose_line=front.line,
            marks=front.marks,
            meta=dict(front.fields),
        )
        return Taken(page, (), tuple(self.problems))

    def entry(self, kind: Kind, *, required: bool) -> Taken:
        """Take an entry of a kind; a draft or a broken one is its names alone."""
        front = self._front(required=required)
        has_fields = front is not None and (required or front.fields)
        fields = self._fields(front, kind) if front and has_fields else None
        names = names_in(front.fields) if front else names_in_text(self.content.text)
        entry = None
        if front and fields and (self.settings.drafts or not fields.draft):
            entry = Entry(
                path=DocPath(self.path),
                shown_path=self.shown_path,
                prose=front.prose,
                prose_line=front.line,
                marks=front.marks,
                id=EntryId(id_in(self.path)),
                kind=kind,
                fields=fields,
            )
        return Taken(entry, names, tuple(self.problems))

    def _front(self, *, required: bool) -> FrontMatter | None:
        """Take a file apart; None, and a problem, where that cannot be done."""
        found = self.content.problem or read_front_matter(
            self.content.text, self.shown_path, required=required, limits=self.settings.limits
        )
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        self.problems.extend(found.problems)
        text, path = self.content.text, self.shown_path
        self.problems.extend(hidden_characters(text, path, prose_line=found.line))
        return found

    def _fields(self, front: FrontMatter, kind: Kind) -> Fields | None:
        """Give the fields of an entry their types; None, and problems, where they do not fit."""
        found = validate(front, kind, self.shown_path, self.settings, self.kinds)
        if isinstance(found, Fields):
            return None if front.problems else found
        self.problems.extend(found)
        return None


def _as_before(taken: Taken, before: Taken | None) -> Taken:
    """Keep the very objects of front matter that is equal to what it was."""
    new, old = taken.document, before.document if before else None
    if new is None or old is None or new.marks != old.marks:
        return taken
    if isinstance(new, Page) and isinstance(old, Page) and new.meta == old.meta:
        return replace(taken, document=replace(new, marks=old.marks, meta=old.meta))
    if isinstance(new, Entry) and isinstance(old, Entry) and new.fields == old.fields:
        return replace(taken, document=replace(new, marks=old.marks, fields=old.fields))
    return taken
