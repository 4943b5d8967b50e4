"""Read all files of a site into documents; the first stage, and the first barrier."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from explainer.entries.entry import DocPath, Entry, EntryId, Page
from explainer.entries.filenames import id_in, kind_meant, kind_of, misnamed
from explainer.entries.front_matter import FrontMatter, read_front_matter
from explainer.entries.kinds import Fields, Kind
from explainer.entries.salvage import names_in, names_in_text
from explainer.entries.text import Content, SourceFile, load
from explainer.entries.validate import validate
from explainer.problems import Place, Problem, quoted
from explainer.settings import Settings


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
    """All documents of a site, each group in the order of the paths."""

    entries: Mapping[EntryId, Entry[Any]]
    pages: Mapping[DocPath, Page]
    unpublished: Mapping[EntryId, Unpublished]


def read_documents(
    files: Iterable[SourceFile], kinds: Sequence[Kind], settings: Settings
) -> tuple[Documents, list[Problem]]:
    """Read and validate every file; what cannot be read becomes problems."""
    reader = _Reader(kinds, settings)
    for file in sorted(files, key=lambda file: file.path):
        reader.read(file)
    return reader.documents(), reader.problems


class _Reader:
    """Gather documents and problems, one file at a time."""

    def __init__(self, kinds: Sequence[Kind], settings: Settings) -> None:
        self._kinds = kinds
        self._settings = settings
        self._paths: dict[EntryId, str] = {}
        self._misplaced: list[Unpublished] = []
        self._entries: dict[EntryId, Entry[Any]] = {}
        self._pages: dict[DocPath, Page] = {}
        self._unpublished: dict[EntryId, Unpublished] = {}
        self.problems: list[Problem] = []

    def documents(self) -> Documents:
        """Return what was read; files under a name they cannot have count as unpublished."""
        for hidden in self._misplaced:
            entry, known = self._entries.get(hidden.id), self._unpublished.get(hidden.id)
            if known:
                both = replace(known, names=(*known.names, *hidden.names))
                self._unpublished[hidden.id] = both
            elif entry is None or entry.kind.name != hidden.kind.name:
                self._unpublished[hidden.id] = hidden
        return Documents(self._entries, self._pages, self._unpublished)

    def read(self, file: SourceFile) -> None:
        """Read one file into a document, or into problems."""
        shown_path = f"{self._settings.docs}/{file.path}"
        content = load(file, shown_path)
        kind = kind_of(file.path, self._kinds)
        meant = kind or kind_meant(file.path, self._kinds)
        if meant:
            self._read_entry(meant, file.path, shown_path, content, required=kind is not None)
        else:
            self._read_page(file.path, shown_path, content)

    def _read_page(self, path: str, shown_path: str, content: Content) -> None:
        front = self._front(content, shown_path, required=False)
        if front is None:
            return
        self._pages[DocPath(path)] = Page(
            path=DocPath(path),
            shown_path=shown_path,
            prose=front.prose,
            prose_line=front.line,
            marks=front.marks,
            meta=dict(front.fields),
        )

    def _read_entry(
        self, kind: Kind, path: str, shown_path: str, content: Content, *, required: bool
    ) -> None:
        entry_id = self._claim_id(kind, path, shown_path)
        front = self._front(content, shown_path, required=required)
        has_fields = front is not None and (required or front.fields)
        fields = self._fields(front, kind, shown_path) if front and has_fields else None
        shown = fields is not None and (self._settings.drafts or not fields.draft)
        if front and fields and entry_id and shown:
            self._entries[entry_id] = Entry(
                path=DocPath(path),
                shown_path=shown_path,
                prose=front.prose,
                prose_line=front.line,
                marks=front.marks,
                id=entry_id,
                kind=kind,
                fields=fields,
            )
            return
        names = names_in(front.fields) if front else names_in_text(content.text)
        hidden = Unpublished(EntryId(id_in(path)), kind, names)
        if entry_id:
            self._unpublished[entry_id] = hidden
        elif hidden.id:
            self._misplaced.append(hidden)

    def _front(self, content: Content, shown_path: str, *, required: bool) -> FrontMatter | None:
        """Take a file apart; None, and a problem, where that cannot be done."""
        found = content.problem or read_front_matter(content.text, shown_path, required=required)
        if isinstance(found, Problem):
            self.problems.append(found)
            return None
        self.problems.extend(found.problems)
        return found

    def _fields(self, front: FrontMatter, kind: Kind, shown_path: str) -> Fields | None:
        """Give the fields of an entry their types; None, and problems, where they do not fit."""
        found = validate(front, kind, shown_path, self._settings, self._kinds)
        if isinstance(found, Fields):
            return None if front.problems else found
        self.problems.extend(found)
        return None

    def _claim_id(self, kind: Kind, path: str, shown_path: str) -> EntryId | None:
        """Return the id of a file; None, and a problem, where it has none of its own."""
        problem = misnamed(kind, path, shown_path)
        entry_id = EntryId(id_in(path))
        if problem is None and entry_id in self._paths:
            problem = Problem(
                "duplicate-id",
                Place(shown_path),
                f"the id {quoted(entry_id)} belongs to {self._paths[entry_id]} already",
                "rename one of the two files",
            )
        if problem:
            self.problems.append(problem)
            return None
        self._paths[entry_id] = shown_path
        return entry_id
