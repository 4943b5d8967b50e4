"""Tell from a file's path which kind of entry it is and which id it has, or was meant to have."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from explainer.entries.ids import ID, likely_id
from explainer.entries.kinds import Kind
from explainer.problems import Place, Problem, quoted

INDEX_NAMES = ("index.md", "README.md")
_SHORTEST = 5  # a shorter word is near to too many others: term, team, teams


def kind_of(path: str, kinds: Sequence[Kind]) -> Kind | None:
    """Return the kind of the entry at a path of the content folder; None for an ordinary page."""
    folder, _, name = path.partition("/")
    if not name or name in INDEX_NAMES:
        return None
    return next((kind for kind in kinds if kind.folder == folder), None)


def kind_meant(path: str, kinds: Sequence[Kind]) -> Kind | None:
    """Return the kind that the folder of a page was probably meant for.

    `People`, `organizations`, `person` and `souces` are meant; `resources` is a folder of its own.
    """
    folder, _, name = path.partition("/")
    if not name or name in INDEX_NAMES:
        return None
    written = folder.casefold().replace("z", "s")
    for kind in kinds:
        names = (kind.name, f"{kind.name}s") if len(kind.name) >= _SHORTEST else ()
        if written in names or OSA.distance(written, kind.folder, score_cutoff=1) <= 1:
            return kind
    return None


def id_in(path: str) -> str:
    """Return the id that the name of an entry's file gives, or was probably meant to give."""
    name = path.rpartition("/")[2]
    stem = name.removesuffix(".md")
    return stem if ID.fullmatch(stem) else likely_id(name.rpartition(".")[0] or name)


def misnamed(kind: Kind, path: str, shown_path: str) -> Problem | None:
    """Say what is wrong with the path of an entry, if anything is."""
    folder, _, name = path.partition("/")
    entry_id = id_in(path)
    target = f"{kind.folder}/{entry_id or 'ada-lovelace'}.md"
    if folder != kind.folder:
        message = f"{folder}/ is no folder of entries"
        hint = f"did you mean {kind.folder}/? move the file to {target}"
    elif "/" in name:
        message = f"entries lie directly in {kind.folder}/, not in a folder of it"
        hint = f"move the file to {target}"
    elif name == f"{entry_id}.md":
        return None
    else:
        message = f"{quoted(name)} makes no id: an id has lower case letters, digits and hyphens"
        hint = f"rename the file to {entry_id}.md" if entry_id else "such as ada-lovelace.md"
        if not name.endswith(".md"):
            message = f"the name of an entry's file ends in .md, and {quoted(name)} does not"
    return Problem("bad-id", Place(shown_path), message, hint)
