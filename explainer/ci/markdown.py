"""Make a stranger's Markdown harmless before it is said in the name of the project.

Nobody is called, nothing is referred to, no picture is loaded, no address outside the preview is
linked, and no HTML is passed on but a few elements without attributes. What is neutralised still
reads the same: a blank without width stands in it.
"""

import html
import re
import unicodedata

PLACEHOLDER = "https://preview.invalid/"
"""Stands for the preview's address where nobody knows it yet."""

_GAP = "\u200b"
_HERE = "\ue000"  # stands for the placeholder while everything else is taken apart
_ELEMENTS = "b|br|code|dd|del|details|dl|dt|em|i|ins|kbd|li|ol|p|s|strong|sub|summary|sup|ul"
_TAG = re.compile(rf"<(?!/?(?:{_ELEMENTS})>)", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
_KEPT = frozenset("\n\t\u200c\u200d")  # the last two join and part letters in some scripts
_FENCE = re.compile(r"^([ >]*(?:`{3,}|~{3,}))(?!\s*(?:diff|text)?\s*$)[^`\n]*$", re.MULTILINE)
_RULES = (
    (_FENCE, r"\1"),  # a fence of mermaid or a map would be drawn
    (re.compile(rf"@(?=\w|{_HERE})"), f"@{_GAP}"),
    (re.compile(rf"#(?=\d|{_HERE})"), f"#{_GAP}"),
    (re.compile(r"\b(GH)-(?=\d)", re.IGNORECASE), rf"\1-{_GAP}"),
    (re.compile(r"!(?=\[)"), f"!{_GAP}"),
    (re.compile(rf"\](?=\((?!<?{_HERE}))|\](?=:)"), f"]{_GAP}"),
    (re.compile(r":(?=//)"), f":{_GAP}"),
    (re.compile(r"\b(www)\.(?=\w)", re.IGNORECASE), rf"\1{_GAP}."),
    (re.compile(r"\b(mailto|xmpp):", re.IGNORECASE), rf"\1{_GAP}:"),
    (_TAG, f"<{_GAP}"),
)
_ADDRESS = re.compile(rf"{_HERE}(?:[\w.~%/-]*)(?:#[\w.~%-]*)?")


def harmless(text: str, *, preview: str | None) -> str:
    """Return Markdown that calls nobody and links only to pages below the preview's address.

    Links to the placeholder become links to `preview`, or plain words where there is none.
    """
    plain = "".join(c for c in text.replace("\r\n", "\n") if _is_seen(c))
    plain = _REFERENCE.sub(_resolved, plain).replace(PLACEHOLDER, _HERE)
    addresses: list[str] = []

    def aside(found: re.Match[str]) -> str:
        addresses.append(found[0].removeprefix(_HERE))
        return f"{_HERE}{len(addresses) - 1}{_HERE}"

    plain = _ADDRESS.sub(aside, plain) if preview else plain.replace(_HERE, "/")
    for pattern, replacement in _RULES:
        plain = pattern.sub(replacement, plain)

    def back(found: re.Match[str]) -> str:
        return f"{preview}{_safe(addresses[int(found[1])])}"

    return re.sub(rf"{_HERE}(\d+){_HERE}", back, plain)


def shortened(text: str, *, longest: int) -> str:
    """Cut a text at the end of a line, close what was folded, and say that it was cut."""
    if len(text) <= longest:
        return text
    start = text[: longest - 1000]
    kept = start.rpartition("\n")[0] or start
    fences = len(re.findall(r"^ {0,3}(?:```|~~~)", kept, re.MULTILINE))
    opened = min(max(0, kept.count("<details>") - kept.count("</details>")), 20)
    closing = ("\n```" if fences % 2 else "") + "\n</details>" * opened
    return f"{kept}{closing}\n\nThis is too long for a comment; the summary of the run has it all."


def _is_seen(character: str) -> bool:
    return character in _KEPT or unicodedata.category(character) not in _INVISIBLE


def _resolved(found: re.Match[str]) -> str:
    """Write out what stands for a character that must be seen by the rules, keep the rest."""
    meant = html.unescape(found[0])
    if any(c in "@#:!./" for c in meant):
        return meant
    return found[0] if all(_is_seen(c) for c in meant) else ""


def _safe(address: str) -> str:
    """Return an address below the preview; one that climbs leads to its front page."""
    return "" if ".." in address or "//" in address else address.lstrip("/")
