"""Staged sites, what builders make of them, and whether that is what our own build makes."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

from tests.links import dead_links
from tests.sites import REPOSITORY, Ran, contents, mkdocs, run, run_program

Builder: TypeAlias = Callable[[Path], Ran]

# What each builder has of its own: the search, and the document around the pages. That is where
# our own build has one style sheet made of Material's and ours. Previews are never staged.
BUILDER_S_OWN = re.compile(
    r"search/.*|assets/javascripts/(?:search|shell)\.js|assets/stylesheets/preview\.css"
    r"|assets/stylesheets/explainer\.css|sitemap\.xml(?:\.gz)?"
)
_THEME_S_OWN = re.compile(
    r"assets/(?:stylesheets/(?:classic/)?(?:main|palette)\.|javascripts/(?:bundle\.|shell|search))"
)
_AROUND_BLOCKS = re.compile(
    r"\s*(</?(?:article|details|div|h1|li|ol|p|pre|script|section|summary|template|ul)\b[^>]*>)\s*"
)
_STYLES = "templates/theme/assets/stylesheets/explainer.css"


def staged(site: Path, folder: Path, *options: str) -> Path:
    """Stage a site that has nothing wrong with it."""
    done = run("stage", "-d", str(folder), *options, cwd=site)
    assert done.status == 0, done.err
    assert "may change" not in done.err
    return folder


def by_mkdocs(site: Path) -> Ran:
    """Build a staged site where MkDocs stops at every warning."""
    return mkdocs("build", "--strict", "--quiet", cwd=site)


def by_properdocs(site: Path) -> Ran:
    """Build a staged site where ProperDocs stops at every warning."""
    command = (sys.executable, "-m", "properdocs", "build", "--strict", "--quiet")
    return run_program(*command, "-f", "mkdocs.yml", cwd=site)


def by_zensical(site: Path) -> Ran:
    """Build a staged site with Zensical, which counts what it finds wrong."""
    done = run_program(sys.executable, "-m", "zensical", "build", "-f", "mkdocs.yml", cwd=site)
    assert "No issues found" in done.err, done.out + done.err
    return Ran(done.status, "", done.err)


BUILDERS: tuple[Builder, ...] = (by_mkdocs, by_properdocs, by_zensical)


def built(staged_site: Path, build: Builder) -> Path:
    """Build a staged site without a warning, into a folder of the builder's own."""
    done = build(staged_site)
    assert (done.status, done.out) == (0, ""), done.err
    assert "WARNING" not in done.err
    # Not every builder clears away what another one wrote.
    return (staged_site / "site").rename(staged_site / f"site-{build.__name__}")


def assert_same_site(ours: Path, theirs: Path, url: str = "") -> None:
    """A built staged site is what our own build makes of the site, but for what builders own.

    Its pages have the same main content and head, its other files the same bytes, and no link of
    it leads nowhere.
    """
    expected, found = _read_once(ours), _read(theirs)
    assert_same(expected.contents, found.contents)
    assert_same(expected.heads, found.heads)
    kept = {path for path in expected.files if not BUILDER_S_OWN.fullmatch(path)}
    assert kept <= {*found.files}
    assert [path for path in kept if expected.files[path] != found.files[path]] == []
    styles = (REPOSITORY / _STYLES).read_bytes()
    assert found.files["assets/stylesheets/explainer.css"] == styles
    assert _listed(found) == _listed(expected)
    assert dead_links(theirs, url) == []


def assert_same(ours: Mapping[str, str], theirs: Mapping[str, str]) -> None:
    """Two sites have the same pages with the same texts."""
    assert sorted(ours) == sorted(theirs)
    assert {path: theirs[path] for path in ours if ours[path] != theirs[path]} == {}


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A built site: its files, and of the pages in the frame of a theme their content and head."""

    files: Mapping[str, bytes]
    contents: Mapping[str, str]
    heads: Mapping[str, str]


def _read(site: Path) -> BuiltSite:
    files = contents(site)
    framed = {path for path in files if path.endswith(".html") and b"md-main" in files[path]}
    trees = {path: LexborHTMLParser(files[path].decode()) for path in framed}
    heads = {path: head(tree) for path, tree in trees.items()}
    texts = {path: main_content(tree) for path, tree in trees.items()}
    return BuiltSite({p: files[p] for p in files if p not in framed}, texts, heads)


_read_once = cache(_read)


def main_content(tree: LexborHTMLParser) -> str:
    """Return what a page shows between its header and its footer, but for the link to edit it.

    Zensical adds a target for its skip link, and takes the marks for the search out; blanks
    between blocks make no difference anywhere. Style sheets may be loaded by a head as well.
    """
    found = tree.css_first("article") or tree.css_first("main")
    assert found is not None
    for extra in found.css("a#__skip, .x-edit, link"):
        extra.decompose()
    return _AROUND_BLOCKS.sub(r"\1", (found.html or "").replace(' data-search-exclude=""', ""))


def head(tree: LexborHTMLParser) -> str:
    """Return what a page says of itself, and which of our style sheets and scripts it loads.

    Builders do not agree on "./" before an address. A policy for scripts needs our own document.
    """
    lines = []
    for node in tree.css("head > *, body link, body script[src]"):
        is_policy = node.attributes.get("http-equiv") == "Content-Security-Policy"
        address = node.attributes.get("href") or node.attributes.get("src")
        is_code = node.tag in ("script", "style")
        if is_policy or (is_code and not address) or _THEME_S_OWN.search(address or ""):
            continue
        lines.append(_line(node))
    return "\n".join(lines)


def _line(node: LexborNode) -> str:
    attributes = {name: (value or "").removeprefix("./") for name, value in node.attributes.items()}
    return f"{node.tag} {sorted(attributes.items())} {node.text().strip()}"


def _listed(site: BuiltSite) -> set[bytes]:
    """Return the addresses in a site's sitemap."""
    return set(re.findall(rb"<loc>(.*?)</loc>", site.files["sitemap.xml"]))
