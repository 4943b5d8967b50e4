"""Find pictures of other hosts in prose: the pages load nothing from anywhere else."""

import re
from collections.abc import Iterator

from explainer.site.addresses import is_elsewhere

ELSEWHERE = "a picture of another host is not shown; put it beside the pages"

_DESTINATION = re.compile(r"\]\(\s*<?(?P<address>[^\s()<>]+)")
_BY_LABEL = re.compile(
    r"!\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\](?![(])(?:\s?\[(?P<label>[^\[\]]*)\])?"
)
_LONGEST_WORDS = 300
_DEFINITION = re.compile(
    r"^[ \t>*+:0-9.-]*\[(?P<label>[^\[\]]{1,500})\]:[ \t]*\n?[ \t>]*<?(?P<address>[^\s<>]+)",
    re.MULTILINE,
)


def foreign_pictures(text: str) -> Iterator[int]:
    """Yield where each such picture of a Markdown text begins, its code blanked out."""
    if "![" not in text:
        return
    for match in _DESTINATION.finditer(text):
        start = _start_of_words(text, match.start()) if is_elsewhere(match["address"]) else 0
        if text[start - 1 : start] == "!":
            yield start - 1
    labels = {_plain(m["label"]) for m in _DEFINITION.finditer(text) if is_elsewhere(m["address"])}
    for match in _BY_LABEL.finditer(text) if labels else ():
        if _plain(match["label"] or match["words"]) in labels:
            yield match.start()


def _start_of_words(text: str, end: int) -> int:
    """Return where the bracket opens that closes at an offset; 0 where it is too far."""
    depth = 0
    for position in range(end, max(0, end - _LONGEST_WORDS), -1):
        depth += (text[position] == "]") - (text[position] == "[")
        if depth == 0:
            return position
    return 0


def _plain(label: str) -> str:
    return " ".join(label.lower().split())
