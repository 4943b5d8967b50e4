"""Content and settings that the documentation shows, put into sites and checked there."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent

import yaml
from mkdocs.config.defaults import MkDocsConfig
from slugify import slugify

from explainer.entries.entry import Entry, Page
from explainer.entries.kinds import Kind
from explainer.entries.shapes import shapes_of
from explainer.entries.text import SourceFile
from explainer.publish.generator import Checked, check
from explainer.publish.languages import brought_languages
from explainer.publish.plugin import ExplainerPlugin
from explainer.publish.templates import generator_templates
from explainer.settings import Settings
from explainer.site.drawn import DRAWINGS, TIMELINE
from explainer.subjects import available, kinds_with
from tests.archive import write_site
from tests.bridges import BRIDGES
from tests.sites import SMALL, run, write
from tools import catalogues

Files = dict[str, str]

SUBJECTS = tuple(available().values())
KINDS = {kind.name: kind for kind in kinds_with(SUBJECTS)}
OF_SITES = frozenset(name for name, _ in MkDocsConfig._schema)
OF_PLUGIN = frozenset(name for name, _ in ExplainerPlugin.config_scheme)
OF_PAGES = frozenset({TIMELINE.field, DRAWINGS.field})
SAMPLES = {
    "summary": "A sentence about it.",
    "date": "2024",
    "category": "other",
    "country": "DE",
    "publisher": "The Herald",
}
"""Values of required fields that an example leaves out, and of the entries that it names."""

UNFINISHED = {"coordinates: [latitude, longitude]": "coordinates: [39.93, 32.86]"}
UNFINISHED["name: material"] = "theme: {name: material}"
"""Examples with words in whose place readers write others, or that stand within others."""

OUTLINES = ("field: value",)
"""What has the form of an example and is none."""

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FRONT_MATTER = re.compile(r"---\n(?P<fields>.*?)^---\n", re.DOTALL | re.MULTILINE)
_EXTENDS = re.compile(r'\{% extends "(?P<parent>[\w.]+)" %\}')
_BLOCK = re.compile(r"\{% block (?P<name>\w+) %\}")


def assert_yaml(text: str, folder: Path) -> None:
    """Fail unless YAML holds settings that the program takes, or fields that an entry has."""
    text = UNFINISHED.get(text, text)
    if text.startswith("---"):
        assert_markdown(text)
        return
    if text in OUTLINES:
        return
    keys = _keys(text)
    if keys.intersection(OF_SITES):
        _assert_settings(text, folder)
    elif keys <= OF_PLUGIN:
        plugins = "plugins:\n  - search\n  - explainer:\n"
        _assert_settings(plugins + indent(text, " " * 6), folder)
    elif keys <= OF_PAGES:
        _assert_sound({"page.md": f"---\n{text}\n---\nA page.\n"})
    else:
        kind = _kind_with(keys)
        _assert_sound({f"{kind.folder}/example.md": _entry(kind, text, title="Example")})


def assert_markdown(text: str) -> None:
    """Fail unless a file is sound among the entries that it names."""
    found = _FRONT_MATTER.match(text)
    path = "page.md"
    if found:
        title = yaml.load(found["fields"], yaml.BaseLoader).get("title", "")
        path = f"{_kind_with(_keys(found['fields'])).folder}/{slugify(title)}.md"
    _assert_sound({path: text})


def assert_excerpt(text: str, site: Path) -> None:
    """Fail unless a file of a site has every line of a text."""
    files = (path.read_text("utf-8").splitlines() for path in sorted(site.glob("docs/**/*.md")))
    assert any(set(text.splitlines()) <= set(lines) for lines in files), "no file has these lines"


def assert_template(text: str, folder: Path) -> None:
    """Fail unless a site's own template that begins so lays out its pages."""
    parent = _EXTENDS.fullmatch(text)
    assert parent, text
    is_index = parent["parent"].startswith("index_")
    path = generator_templates() / parent["parent"]
    assert path.is_file(), f"there is no template {path.name}"
    block = _BLOCK.search(path.read_text("utf-8"))
    assert block, f"{parent['parent']} has nothing to fill in"
    site = write_site(BRIDGES, folder / "bridges").parent
    own = f"{text}\n{{% block {block['name']} %}}<p>Laid out anew</p>{{% endblock %}}\n"
    write(site, f"templates/{'index_bridges' if is_index else 'bridge'}.html", own)
    done = run("build", "--strict", cwd=site)
    assert done.status == 0, done.err
    page = "bridges/index.html" if is_index else "bridges/old-bridge/index.html"
    assert "<p>Laid out anew</p>" in (site / "site" / page).read_text("utf-8")


@cache
def catalogue_of(language: str) -> str:
    """Return the catalogue that `make words` writes for a language that nobody has translated."""
    with TemporaryDirectory() as folder:
        path = Path(folder, f"{language}.po")
        catalogues.main([str(path)])
        return path.read_text("utf-8")


def _keys(text: str) -> set[str]:
    found = yaml.load(text, yaml.BaseLoader)
    assert isinstance(found, dict), f"these are no fields: {text}"
    return set(found)


def _assert_settings(text: str, folder: Path) -> None:
    """Have the program load the settings with a small site, which must have no problem then."""
    given: Mapping[str, object] = yaml.load(text, yaml.BaseLoader)
    text = text if "site_name" in given else f"site_name: A site\n{text}"
    text = text if "plugins" in given else f"{text}\nplugins: [search, explainer]\n"
    site = write_site(SMALL, folder / "site").parent
    write(site, "mkdocs.yml", text)
    theme = given.get("theme")
    language = theme.get("language", "en") if isinstance(theme, dict) else "en"
    if language not in brought_languages():
        write(site, f"locale/{language}.po", catalogue_of(language))
    done = run("check", *(["--strict"] if language in brought_languages() else []), cwd=site)
    assert done.status == 0, done.out + done.err


def _kind_with(keys: set[str]) -> Kind:
    """Return the first kind that has all of the fields."""
    for kind in KINDS.values():
        if keys <= {shape.name for shape in shapes_of(kind.model)}:
            return kind
    raise AssertionError(f"no kind has the fields {', '.join(sorted(keys))}")


def _entry(kind: Kind, fields: str, *, title: str, prose: str = "") -> str:
    """Return the text of an entry, with all that its kind requires."""
    given = _keys(f"{fields}\ntitle: x")
    required = (s.name for s in shapes_of(kind.model) if s.is_required and s.name not in given)
    lines = [f"{name}: {SAMPLES[name]}" for name in required]
    if not re.search("^title:", fields, re.MULTILINE):
        lines.insert(0, f"title: {title}")
    return "\n".join(["---", *lines, fields.strip(), "---", prose, ""])


def _assert_sound(files: Files) -> None:
    """Fail unless the check finds nothing once every entry that is named is there."""
    found = _checked(files)
    while lacking := _lacking(found):
        assert not lacking.keys() & files.keys(), f"{', '.join(lacking)} cannot be named so"
        files = files | lacking
        found = _checked(files)
    problems = [f"{p.place}: {p.code}: {p.message}" for p in found.problems]
    assert not problems, "\n".join(problems)


def _checked(files: Files) -> Checked:
    """Check files together with a page that leads to every entry and cites every source."""
    names = [path.rpartition("/")[2].removesuffix(".md") for path in files if "/" in path]
    sources = [f"[@{name}]" for name in names if f"sources/{name}.md" in files]
    page = " ".join([*(f"[[{name}]]" for name in names), *sources])
    named = {**files, "all-of-them.md": f"{page}\n"}
    sources_ = [SourceFile(path, text.encode) for path, text in named.items()]
    return check(sources_, Settings(), SUBJECTS)


def _lacking(found: Checked) -> Files:
    """Return the files of entries that something names and that are not there.

    What is named by its id alone is of the kind that a field asks for.
    """
    kinds: dict[str, str] = {}
    headings: dict[str, str] = {}
    for name, kind, heading in _named(found):
        if not found.site.names.find(name):
            kinds[name] = kinds.get(name) or kind
            headings[name] = headings.get(name) or heading
    return dict(_file(kinds[name] or "term", name, headings[name]) for name in kinds)


def _named(found: Checked) -> Iterator[tuple[str, str, str]]:
    """Yield what the documents of a site name: an id or title, its kind and heading if known."""
    for path, document in found.site.all_documents.items():
        if isinstance(document, Entry):
            for _, reference, _ in document.references():
                yield str(reference), next(iter(reference.kinds), ""), ""
        prose = found.site.prose[path]
        for link in prose.links:
            if link.target and not link.plain:
                yield link.target, "", link.heading
        for item in (item for citation in prose.citations for item in citation.items):
            yield item.source, "source", ""
        if isinstance(document, Page):
            for name in (*TIMELINE.ids(document), *DRAWINGS.ids(document)):
                yield str(name), "event", ""


def _file(kind_name: str, name: str, heading: str) -> tuple[str, str]:
    """Return the path and the text of an entry, by its id or its title."""
    kind = KINDS[kind_name]
    title = f"The one called {name}" if _ID.fullmatch(name) else name
    prose = f"\n## {heading.replace('-', ' ')}" if heading else ""
    return f"{kind.folder}/{slugify(name)}.md", _entry(kind, "", title=title, prose=prose)
