"""Write text of strangers into a comment on GitHub so that it stays text.

Besides Markdown and HTML there is what GitHub makes links of in finished text: @mentions,
#numbers, GH-numbers, names of commits, addresses. An invisible word joiner (U+2060) parts them.
"""

import html
import re

_JOINER = "\u2060"
_LIVE = re.compile(
    r"(?<=@)(?=\w)"  # @name, name@host, name@commit
    r"|(?<=#)(?=[0-9])"  # #12, owner/name#12
    r"|(?i:(?<=GH)(?=-[0-9]))"
    r"|(?<=:)(?=//)"  # https://
    r"|(?i:(?<=\bwww)(?=\.))"
    r"|(?i:(?<=\bmailto)(?=:)|(?<=\bxmpp)(?=:))"
    r"|(?<=:)(?=[\w+-]+:)"  # :smile:
)
_COMMIT = re.compile(r"\b[0-9a-fA-F]{7,}\b")  # looks like the name of one
_SHORTER = 6
_MARKS = re.compile(r"([\\`*_{}\[\]|~$^])")
_AT_FRONT = re.compile(r"^(?:([-+=#>])|([0-9]+)([.)]))")
# What could turn the words around it: marks of direction and other characters nobody sees.
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_PLAIN_PATH = re.compile(r"[\w./ ~^@-]+")


def in_html(text: str) -> str:
    """Return text for HTML in which no Markdown is read, such as a summary."""
    return html.escape(_still(text))


def in_markdown(text: str) -> str:
    """Return text for a line of Markdown; HTML, too, shows it as it is."""
    escaped = _MARKS.sub(r"\\\1", html.escape(_still(text), quote=False))
    return _AT_FRONT.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", escaped)


def code(text: str) -> str:
    """Return a path as code, if it is one that cannot end it."""
    return f"`{text}`" if _PLAIN_PATH.fullmatch(text) else in_markdown(text)


def _still(text: str) -> str:
    """Return text on one line, hidden characters shown, in which nothing becomes live."""
    line = " ".join(text.split())
    shown = _HIDDEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", line)
    return _COMMIT.sub(_parted, _LIVE.sub(_JOINER, shown))


def _parted(match: re.Match[str]) -> str:
    digits = match[0]
    starts = range(0, len(digits), _SHORTER)
    return _JOINER.join(digits[start : start + _SHORTER] for start in starts)
