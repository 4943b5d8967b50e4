"""Commands as the documentation writes them, made into commands that can be run."""

import re
import shlex
from collections.abc import Callable, Iterator

PLACEHOLDERS = {
    "ARGS=...": "",
    "BASE": "main",
    "CODE": "broken-link",
    "DIR": "new-folder",
    "ENTRIES": "10",
    "FILE": "mkdocs.yml",
    "FOLDER": "new-folder",
    "FORMAT": "1",
    "HEAD": "HEAD",
    "HOST:PORT": "127.0.0.1:0",
    "KIND": "person",
    "N": "2",
    "NAME": "custody",
    "PAGES": "10",
    "PATH": "docs/people/ada-lovelace.md",
    "REQUIREMENT": "explainer-site==1.0",
    "REVISION": "main",
    "STEP": "sweep",
    "TAG": "ru",
    "TEXT": "Nobody Atall",
    "TITLE": "Jane Doe",
    "URL": "https://preview.example.org/",
    "WORDS": "my change",
}
"""What stands for the words in capitals that readers fill in."""

_OPTIONAL = re.compile(r" \[(?P<part>[^\]]*)\]…?")
_CHOICE = re.compile(r"[\w-]+(?:\|[\w-]+)+")
_SUBSTITUTED = re.compile(r"\$\((?P<command>[^)]+)\)")


def forms_of(synopsis: str) -> Iterator[str]:
    """Yield the commands that a synopsis allows: the shortest, the longest, and each choice."""
    text = _CHOICE.sub(lambda match: match[0].split("|")[0], synopsis)
    shortest, longest = _OPTIONAL.sub("", text), _OPTIONAL.sub(r" \g<part>", text)
    yield shortest.replace("…", "")
    if longest != shortest:
        yield longest.replace("…", "")
    without = _OPTIONAL.sub("", synopsis)
    for match in _CHOICE.finditer(synopsis):
        option = synopsis[synopsis.rfind("[", 0, match.start()) + 1 : match.start()]
        for choice in match[0].split("|")[1:]:
            yield f"{without} {option}{choice}"


def words_of(command: str, answer_of: Callable[[str], str]) -> list[str]:
    """Return the words of a command, filled in, with what the commands in it answer."""
    given = _SUBSTITUTED.sub(lambda match: answer_of(match["command"]), command)
    return [word for word in map(_filled, shlex.split(given)) if word]


def _filled(word: str) -> str:
    if word in PLACEHOLDERS:
        return PLACEHOLDERS[word]
    assert not re.fullmatch(r"[A-Z]{2,}|.*\.\.\.", word), f"what does {word} stand for?"
    return word
