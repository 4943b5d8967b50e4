"""Read all files of a site into documents; the first stage, and the first barrier."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.entries.entry import DocPath, Entry, EntryId, Page
from explainer.entries.front_matter import FrontMatter, read_front_matter
from explainer.entries.kinds import Fields, Kind
from explainer.entries.near import did_you_mean
from explainer.entries.text import SourceFile, decode
from explainer.entries.validate import validate
from explainer.entries.values import ID
from explainer.problems import Place, Problem
from explainer.settings import Settings

INDEX_NAMES = ("index.md", "README.md")


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
    return Documents(reader.entries, reader.pages, reader.unpublished), reader.problems


class _Reader:
    """Gather documents and problems, one file at a time."""

    def __init__(self, kinds: Sequence[Kind], settings: Settings) -> None:
        self._kinds = {kind.folder: kind for kind in kinds}
        self._settings = settings
        self._paths: dict[EntryId, str] = {}
        self.entries: dict[EntryId, Entry[Any]] = {}
        self.pages: dict[DocPath, Page] = {}
        self.unpublished: dict[EntryId, Unpublished] = {}
        self.problems: list[Problem] = []

    def read(self, file: SourceFile) -> None:
        shown_path = f"{self._settings.docs}/{file.path}"
        decoded = _text(file, shown_path)
        text = decoded if isinstance(decoded, str) else None
        if isinstance(decoded, Problem):
            self.problems.append(decoded)
        folder, _, name = file.path.partition("/")
        kind = self._kinds.get(folder)
        if kind is None or name in INDEX_NAMES:
            self._read_page(file.path, shown_path, text)
        else:
            self._read_entry(kind, name, file.path, shown_path, text)

    def _read_page(self, path: str, shown_path: str, text: str | None) -> None:
        folder = path.partition("/")[0]
        near = did_you_mean(folder, self._kinds) if "/" in path else None
        if near and folder not in self._kinds:
            self.problems.append(
                Problem(
                    "bad-id",
                    Place(shown_path),
                    f"{folder}/ is no folder of entries",
                    f"did you mean {near}/?",
                )
            )
        if text is None:
            return
        front = read_front_matter(text, shown_path, required=False)
        if isinstance(front, Problem):
            self.problems.append(front)
            return
        self.pages[DocPath(path)] = Page(
            path=DocPath(path),
            shown_path=shown_path,
            prose=front.prose,
            prose_line=front.line,
            marks=front.marks,
            meta=dict(front.fields),
        )

    def _read_entry(
        self, kind: Kind, name: str, path: str, shown_path: str, text: str | None
    ) -> None:
        entry_id = self._claim_id(kind, name, shown_path)
        if entry_id is None:
            return
        front = read_front_matter(text, shown_path, required=True) if text is not None else None
        if isinstance(front, Problem):
            self.problems.append(front)
            front = None
        if front is None:
            self.unpublished[entry_id] = Unpublished(entry_id, kind, ())
            return
        fields = validate(front, kind, shown_path, self._settings)
        if not isinstance(fields, Fields):
            self.problems.extend(fields)
            self.unpublished[entry_id] = Unpublished(entry_id, kind, _names(front))
            return
        if fields.draft and not self._settings.drafts:
            self.unpublished[entry_id] = Unpublished(entry_id, kind, _names(front))
            return
        self.entries[entry_id] = Entry(
            path=DocPath(path),
            shown_path=shown_path,
            prose=front.prose,
            prose_line=front.line,
            marks=front.marks,
            id=entry_id,
            kind=kind,
            fields=fields,
        )

    def _claim_id(self, kind: Kind, name: str, shown_path: str) -> EntryId | None:
        stem = name.removesuffix(".md")
        problem: Problem | None = None
        if "/" in name:
            problem = Problem(
                "bad-id",
                Place(shown_path),
                f"entries lie directly in {kind.folder}/, not in a folder of it",
                f"move the file to {kind.folder}/{name.rpartition('/')[2]}",
            )
        elif not ID.fullmatch(stem) or not name.endswith(".md"):
            problem = Problem(
                "bad-id",
                Place(shown_path),
                f"{name!r} makes no id",
                "lower case letters, digits and single hyphens, such as marc-fogel.md",
            )
        elif stem in self._paths:
            problem = Problem(
                "duplicate-id",
                Place(shown_path),
                f"the id {stem!r} belongs to {self._paths[EntryId(stem)]} already",
                "rename one of the two files",
            )
        if problem:
            self.problems.append(problem)
            return None
        self._paths[EntryId(stem)] = shown_path
        return EntryId(stem)


def _text(file: SourceFile, shown_path: str) -> str | Problem:
    try:
        data = file.read()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return Problem(
            "front-matter",
            Place(shown_path),
            f"the file cannot be read: {reason}",
            "check that it is an ordinary file and that you may read it",
        )
    return decode(data, shown_path)


def _names(front: FrontMatter) -> tuple[str, ...]:
    """Return the names a broken entry carries, as far as they can be read."""
    title = front.fields.get("title")
    aliases = front.fields.get("aliases")
    listed = aliases if isinstance(aliases, list) else []
    return tuple(name for name in (title, *listed) if isinstance(name, str))
