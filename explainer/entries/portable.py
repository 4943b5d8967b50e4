"""Say which names of files are the same, and can be had, on every system."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from explainer.entries.filenames import kind_meant, kind_of, misnamed
from explainer.entries.kinds import Kind
from explainer.problems import Place, Problem, quoted

_LONGEST_PART = 220  # bytes; file systems end at 255, and a page's files have longer names
_LONGEST_PATH = 800
_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³")
_RESERVED = frozenset(["aux", "con", "conin$", "conout$", "nul", "prn", *_PORTS])
_NEVER = frozenset('\\:*?"<>|')
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)?(?<!-)")


def fault_of_part(part: str) -> str | None:
    """Say what is wrong with one name of a path, of a file or a folder; None when nothing is."""
    if part in ("", ".", ".."):
        return "is not a plain relative path"
    if not part.isprintable() or unicodedata.normalize("NFC", part) != part:
        return "has characters that cannot be told apart or seen"
    if _NEVER.intersection(part):
        return "has a character that some systems do not take in names"
    if part[0] == " " or part[-1] in ". ":
        return "has a part that begins or ends with a blank, or ends with a dot"
    if part.partition(".")[0].rstrip(" ").casefold() in _RESERVED:
        return "has a part that is a device on some systems"
    if len(part.encode()) > _LONGEST_PART:
        return "has a part that is too long"
    return None


def fault_of_path(path: str) -> str | None:
    """Say what is wrong with the path of a file; None when nothing is."""
    if not path or len(path) > _LONGEST_PATH:
        return "is no path of a file, or too long for one"
    parts = (part for part in path.split("/") if not _is_plain(part))
    return next((fault for fault in map(fault_of_part, parts) if fault), None)


def _is_plain(part: str) -> bool:
    """Say at once that a name is like most: nearly all are."""
    plain = _PLAIN.fullmatch(part) is not None and len(part) <= _LONGEST_PART
    return plain and part.partition(".")[0] not in _RESERVED


class Spellings:
    """The paths of a set of files and folders as file systems read them that know no capitals."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}
        self._folders: set[str] = set()

    def clash(self, path: str) -> str | None:
        """Note a path and its folders; return another that is the same to some systems."""
        folder = path.rpartition("/")[0]
        if folder and folder not in self._folders:
            same = self.clash(folder)
            if same:
                return same
            self._folders.add(folder)
        folded = _folded(path)
        if folded in self._seen:
            known = self._seen[folded]
            return f"{known}/" if known in self._folders else known
        self._seen[folded] = path
        return None


def _folded(path: str) -> str:
    """Return what two names have in common that a file system may take for one."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", path).casefold())


def unportable(paths: Iterable[str], kinds: tuple[Kind, ...], docs: str) -> Iterator[Problem]:
    """Yield a problem for each file of the content whose name not every system can have.

    A name that makes no id is told as such, and not again.
    """
    spellings = Spellings()
    for path in paths:
        fault, place = fault_of_path(path), Place(f"{docs}/{path}")
        if fault and not _is_told(path, kinds):
            name = quoted(path.rpartition("/")[2] if len(path) > _LONGEST_PATH else path)
            yield Problem("bad-id", place, f"{name} {fault}", "give it another name")
        same = spellings.clash(path)
        if same and not (_is_told(path, kinds) or _is_told(same, kinds)):
            message = f"{quoted(path)} is the same as {quoted(same)} where capitals do not count"
            yield Problem("duplicate-id", place, message, "rename one of the two")


def _is_told(path: str, kinds: tuple[Kind, ...]) -> bool:
    """Say whether a file, or what lies in a folder, has the name of an entry that has none."""
    file = f"{path}a.md" if path.endswith("/") else path
    kind = kind_of(file, kinds) or kind_meant(file, kinds)
    return kind is not None and misnamed(kind, file, file) is not None
