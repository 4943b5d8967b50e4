"""The versions of the format of entries, and the way of a file from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from explainer.entries.format_0 import from_draft
from explainer.entries.in_place import Rewritten
from explainer.entries.text import decode

FORMAT: Final = 1
"""The format that this program reads."""

UNSAID: Final = 1
"""The format of a site that names none: forever the first one that was fixed."""


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: what takes a file of the format `version` to the next one.

    `rewrite` gets the path of the file in the content folder, the path that problems have, and
    its text as it is on the disk, byte order mark and line ends included. It must not depend on
    the kinds and fields of today, which a later step may change.
    """

    version: int
    about: str
    rewrite: Callable[[str, str, str], Rewritten]


MIGRATIONS: Final = (
    Migration(
        0,
        "name, description, also_known_as and date_of_birth become title, summary, aliases and "
        "born; status: draft becomes draft: true",
        from_draft,
    ),
)
"""Every step there is, one for each format before today's, in their order."""


def brought_up(version: int, path: str, shown_path: str, text: str) -> Rewritten:
    """Take a file of a format to that of today; with problems it stays as it was."""
    now = text
    for step in steps_from(version):
        done = step.rewrite(path, shown_path, now)
        if done.problems:
            return Rewritten(text, done.problems)
        now = done.text
    return Rewritten(now)


def read_as_of_today(version: int, path: str, data: bytes) -> bytes:
    """Take the content of a file of a format to today's; what cannot be taken there stays."""
    if version >= FORMAT or decode(data, path).problem:
        return data
    return brought_up(version, path, path, data.decode()).text.encode()


def steps_from(version: int) -> tuple[Migration, ...]:
    """Return the steps that lead from a format to today's."""
    return tuple(step for step in MIGRATIONS if step.version >= version)
