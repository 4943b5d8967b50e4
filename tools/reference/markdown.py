"""Pieces of Markdown as GitHub reads it: tables, code, anchors."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

_HEADING = re.compile(r"^#{1,6} +(.+?)(?: +#+)?$")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ENDS = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`]|: | #|:$|\s$""")
_ENDS_WITHIN = re.compile(rf"{_ENDS.pattern}|[,\[\]{{}}]")
_SYNTAX = re.compile(r"([\[\]*<>\\])")
_NO_SLUG = re.compile(r"[^\w\- ]")


def flow(value: object, *, within: bool = False) -> str:
    """Write a value of the front matter on one line, as an editor would."""
    if isinstance(value, dict):
        inner = (f"{name}: {flow(item, within=True)}" for name, item in value.items())
        return f"{{{', '.join(inner)}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(flow(item, within=True) for item in value)}]"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    ends = _ENDS_WITHIN if within else _ENDS
    if text and not ends.search(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def code(text: str) -> str:
    """Mark text as code, whatever is in it."""
    marks = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    blank = " " if len(marks) > 1 else ""
    return f"{marks}{blank}{text}{blank}{marks}"


def prose(text: str) -> str:
    """Keep what Markdown would take for syntax as it is, but for what is marked as code."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(
        part if place % 2 else _SYNTAX.sub(r"\\\1", part) for place, part in enumerate(parts)
    )


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; a cell may hold Markdown, and what would end it is escaped.

    A column in which nothing stands is left out.
    """
    filled = [[_cell(cell) for cell in row] for row in rows]
    kept = [place for place in range(len(head)) if any(row[place] for row in filled)]
    lines = [f"| {' | '.join(row[place] for place in kept)} |" for row in (head, *filled)]
    return "\n".join([lines[0], f"|{'---|' * len(kept)}", *lines[1:]])


def _cell(text: str) -> str:
    return " ".join(re.sub(r"(?<!\\)\|", r"\\|", text).split())


def block(text: str, language: str) -> str:
    """Return a block of code that nothing in the text ends."""
    marks = "`" * max(3, max(map(len, re.findall(r"^`+", text, re.MULTILINE)), default=0) + 1)
    return f"{marks}{language}\n{text.rstrip()}\n{marks}"


def anchor(heading: str) -> str:
    """Return the anchor that GitHub gives a heading, where it is the first of that name."""
    return _NO_SLUG.sub("", _LINK.sub(r"\1", heading).lower()).strip().replace(" ", "-")


def anchors(text: str) -> Iterator[str]:
    """Yield the anchors of the headings of a page, as GitHub tells equal ones apart."""
    seen: Counter[str] = Counter()
    for line in prose_lines(text):
        if found := _HEADING.match(line):
            name = anchor(found[1])
            yield f"{name}-{seen[name]}" if seen[name] else name
            seen[name] += 1


def prose_lines(text: str) -> Iterator[str]:
    """Yield the lines of a page that are in no block of code."""
    fence = ""
    for line in text.splitlines():
        marks = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if fence:
            if marks and marks[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
        elif marks:
            fence = marks[1]
        else:
            yield line
