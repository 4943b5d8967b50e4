"""Markdown that others wrote to test Markdown: texts that know nothing of our syntax."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Text:
    """A text with a name of its own; `part` is the section or the test in which it stands."""

    name: str
    part: str
    markdown: str


def _texts(file: str) -> Iterator[Text]:
    seen: Counter[str] = Counter()
    for origin, part, markdown in json.loads((DATA / file).read_text(encoding="utf-8")):
        name = f"{origin}: {part}" if part else origin
        seen[name] += 1
        yield Text(f"{name} ({seen[name]})" if seen[name] > 1 else name, part, markdown)


COMMONMARK = tuple(_texts("commonmark.json"))
PYTHON_MARKDOWN = tuple(_texts("python_markdown.json"))
TEXTS = {text.name: text.markdown for text in PYTHON_MARKDOWN + COMMONMARK}
"""All texts by name."""
