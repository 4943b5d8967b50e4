"""Words in and out of Markdown: the words of a link, words to be shown as they are, plain words."""

import html
import re
from collections.abc import Mapping
from typing import Any

from explainer.entries.entry import Entry, EntryId
from explainer.site.prose import Link
from explainer.site.raw_html import inline_html

# What means something to Markdown or to one of its usual extensions, inside a line.
_MEANINGFUL = {ord(char): f"&#{ord(char)};" for char in "\\`*_{}[]|~^$"}
_MEANINGFUL_TOGETHER = re.compile(r"==+|\+\++|:(?=[\w+-]+:)")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_REMARK = re.compile(r"\[\^[^\]\[]*\]|(?<=\S)\{:?[ ]*[.#][^{}\n]*\}")
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\[[^\[\]]*\])")
_MARKS = re.compile(r"\*+|`+|~~|==|(?<![^\W_])_+|_+(?![^\W_])")
_MAY_HAVE_MARKS = re.compile(r"[\\\[{<*`~=_&\ue100-\ue17f]")  # most text has none of it
_KEPT = 0xE100  # private use: escaped characters sit out the cleaning here
_KEPT_CHARACTER = re.compile(f"[{chr(_KEPT)}-{chr(_KEPT + 0x7F)}]")


def literal(text: str) -> str:
    """Write words for Markdown so that they are shown as they are, in HTML or a table as well."""
    text = html.escape(" ".join(text.split()), quote=False).translate(_MEANINGFUL)
    return _MEANINGFUL_TOGETHER.sub(
        lambda match: "".join(f"&#{ord(char)};" for char in match[0]), text
    )


def link_words(
    link: Link,
    target: EntryId | None,
    entries: Mapping[EntryId, Entry[Any]],
    headings: Mapping[str, str],
) -> str:
    """Return the words of a link as Markdown: its own, the title of the entry, or its name.

    `headings` has the words of the headings of the page that the link stands on, by anchor.
    """
    if link.plain:
        return link.text
    if link.text:
        return link.text.replace("|", "&#124;")
    if target in entries and link.target == target:
        return literal(str(entries[target].fields.title))
    return literal(link.target or headings.get(link.heading) or link.heading)


def plain_words(text: str) -> str:
    """Return the words of a stretch of Markdown without its marks, on one line."""
    if not _MAY_HAVE_MARKS.search(text):
        return " ".join(text.split())
    is_escaped = "\\" in text
    if is_escaped:
        text = _ESCAPED.sub(lambda match: chr(_KEPT + ord(match[1])), text)
    if "{" in text or "[^" in text:
        text = _REMARK.sub("", text)
    text = _without_tags(text)
    for _ in range(3 if "](" in text or "][" in text else 0):  # a picture in a link in emphasis
        text = _LINK.sub(r"\1", text)
    if any(mark in text for mark in "*`~=_"):
        text = _MARKS.sub("", text)
    text = html.unescape(text)
    return " ".join((_unescaped(text) if is_escaped else text).split())


def _unescaped(text: str) -> str:
    return _KEPT_CHARACTER.sub(lambda match: chr(ord(match[0]) - _KEPT), text)


def _without_tags(text: str) -> str:
    parts, position = [], 0
    for start, end in inline_html(text):
        if start >= position:
            tag = text[start:end]
            is_address = " " not in tag and ("@" in tag or "://" in tag)
            parts += [text[position:start], tag[1:-1] if is_address else ""]
            position = end
    return "".join([*parts, text[position:]])
