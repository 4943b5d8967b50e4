"""Decide which addresses a link may have."""

import html
import re
from urllib.parse import unquote

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

_OF_HOSTS = ("http", "https")
_IGNORED_BY_BROWSERS = re.compile(
    r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]"
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def unsafe_scheme(address: str) -> str | None:
    """Return the scheme of an address that could run code, however it is disguised.

    The address is read as browsers do: character references decoded, control characters and
    blanks dropped; percent signs are decoded as well, which browsers do not do for the scheme.
    What the URL Standard does not take for a scheme, as in `(a):b`, is a part of the path.
    """
    plain = html.unescape(address)
    for _ in range(3):
        plain = html.unescape(unquote(plain))
    plain = _IGNORED_BY_BROWSERS.sub("", plain).replace("\\", "")
    scheme = _SCHEME.match(plain)
    if scheme is None or scheme[1].lower() in SAFE_SCHEMES:
        return None
    return scheme[1].lower()[:20]


def is_elsewhere(address: str) -> bool:
    """Say whether a browser would ask another host for what is at an address."""
    plain = _IGNORED_BY_BROWSERS.sub("", html.unescape(address)).replace("\\", "/")
    scheme = _SCHEME.match(plain)
    return plain.startswith("//") or (scheme is not None and scheme[1].lower() in _OF_HOSTS)
