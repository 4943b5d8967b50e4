"""The links of a built site: those that lead nowhere."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

_ADDRESSES = ("href", "src", "poster", "data", "data-script")
_ELSEWHERE = "https://built.invalid/site/"
_SHARED = 'meta[property="og:image"], meta[property="og:url"]'


def dead_links(site: Path, url: str = "") -> list[tuple[str, str]]:
    """List the links of every page that lead to no file or no anchor of it: page, and address.

    What a page loads is among them, and so are addresses that begin with the site's own, `url`, and
    those that lead upwards out of it; other hosts are not asked. The cards of previews have no
    links.
    """
    base = url or _ELSEWHERE
    pages = {_at(path, site): LexborHTMLParser(path.read_text("utf-8")) for path in _pages(site)}
    anchors = {path: _anchors(tree) for path, tree in pages.items()}
    known: dict[str, bool] = {}
    dead = []
    for path, tree in pages.items():
        here = urljoin(base, "" if path == "404.html" else path)
        for address in sorted(set(_addresses(tree))):
            target = urljoin(here, address)
            if not target.startswith(base):
                is_dead = _is_relative(address)
            else:
                if target not in known:
                    known[target] = _leads(target.removeprefix(base), site, anchors)
                is_dead = not known[target]
            if is_dead:
                dead.append((path, address))
    return dead


def _pages(site: Path) -> list[Path]:
    return sorted(site.rglob("*.html"))


def _at(path: Path, site: Path) -> str:
    return path.relative_to(site).as_posix()


def _addresses(tree: LexborHTMLParser) -> Iterator[str]:
    """Yield every address on a page."""
    for node in tree.css(", ".join(f"[{name}]" for name in _ADDRESSES)):
        yield from (str(node.attributes[name]) for name in _ADDRESSES if name in node.attributes)
    yield from (str(node.attributes["content"]) for node in tree.css(_SHARED))
    for node in tree.css('meta[http-equiv="refresh"]'):
        yield str(node.attributes["content"]).partition("url=")[2]


def _anchors(tree: LexborHTMLParser) -> set[str | None]:
    named = {node.attributes["name"] for node in tree.css("a[name]")}
    return named | {node.attributes["id"] for node in tree.css("[id]")}


def _is_relative(address: str) -> bool:
    parts = urlsplit(address)
    return not (parts.scheme or parts.netloc or address.startswith("/"))


def _leads(address: str, site: Path, anchors: dict[str, set[str | None]]) -> bool:
    parts = urlsplit(address)
    path = unquote(parts.path)
    file = f"{path}index.html" if not path or path.endswith("/") else path
    if not (site / file).is_file():
        return False
    return not parts.fragment or unquote(parts.fragment) in anchors.get(file, ())
