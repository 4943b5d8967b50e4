"""Addresses of the web, and paths of the site itself."""

import re
from urllib.parse import unquote, urlsplit

from explainer.entries.scalars import refuse
from explainer.entries.text import CONTROL
from explainer.problems import quoted

_NOT_IN_ADDRESSES = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f\x7f]")
_LIKE_A_HOST = re.compile(r"(?:[\w-]+\.)+[A-Za-z]{2,}(?:[/?#].*)?")
_PLAIN_PATH = re.compile(r"[^\\:?#\x00-\x20][^\\:?#\x00-\x1f]*")


def web_address(text: str) -> str:
    """Return an absolute http or https address."""
    wrong = _NOT_IN_ADDRESSES.search(text)
    if wrong:
        sign = "a blank" if wrong[0].isspace() else wrong[0]
        raise refuse(
            f"{quoted(text)} is no web address: it has {sign} in it",
            "copy the address from the browser's address bar",
        )
    if not _is_web_address(text):
        hint = "write it whole, starting with https://"
        if _LIKE_A_HOST.fullmatch(text):
            hint = f"did you mean https://{text}?"
        raise refuse(f"{quoted(text)} is no web address", hint)
    return text


def secure_address(text: str) -> str:
    """Return an absolute https address."""
    address = web_address(text)
    scheme, _, rest = address.partition("://")
    if scheme.lower() != "https":
        raise refuse(f"{quoted(address)} is not an https address", f"write https://{rest}")
    return f"https://{rest}"


def site_path(text: str) -> str:
    """Return a path of the site without the slash it may start with."""
    path = text.removeprefix("/")
    inner = path.removesuffix("/").split("/")
    if not _PLAIN_PATH.fullmatch(path) or any(part in ("", ".", "..") for part in inner):
        raise refuse(
            f"{quoted(text)} is no path of the site",
            "write it from the site's root, such as people/old-name",
        )
    return path


def old_path(text: str) -> str:
    """Return a path that a page of the site had, as a file or as the address bar shows it."""
    path = site_path(unquote(text))
    hidden = any(part.startswith(".") for part in path.split("/"))
    if hidden or CONTROL.search(path):
        raise refuse(
            f"{quoted(text)} is no path that a page can have had",
            "write the old address, or the old path of the file in the content folder",
        )
    return path


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        _ = parts.port  # read for its check alone
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
