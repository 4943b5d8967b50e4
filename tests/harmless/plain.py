"""What Python-Markdown alone makes of the texts, and sites that have the texts for prose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import markdown

from explainer.entries.text import SourceFile
from explainer.pages.build import BuiltPage
from explainer.problems import Problem
from explainer.publish.config import load
from explainer.publish.generator import check, pages_of
from explainer.settings import Settings
from tests.archive import default_subjects
from tests.corpus import TEXTS
from tests.sites import REPOSITORY
from tests.whole import EXTENSIONS

OURS = {"extensions/wikilinks.txt", "548: Links", "559: Links", "590: Images"}
"""The texts with `[[...]]` outside of code, for which they have another use than we do."""

PLAIN = {name: text for name, text in TEXTS.items() if name not in OURS}
"""The texts that use none of our syntax."""

PAGES = {f"x/p{number}.md": name for number, name in enumerate(TEXTS)}
ENTRIES = {f"glossary/qvx{number}.md": name for number, name in enumerate(TEXTS)}


@dataclass(frozen=True)
class Extensions:
    """Extensions of Python-Markdown with their settings."""

    names: tuple[str, ...] = ()
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def render(self, text: str) -> str | None:
        """Return what Python-Markdown makes of a text; None for what it fails at."""
        settings = {name: dict(values) for name, values in self.settings.items()}
        try:
            return markdown.markdown(text, extensions=self.names, extension_configs=settings)
        except TypeError:  # `linenos=True` of a fence, with `attr_list` and without highlighting
            return None


def first_site() -> Extensions:
    """Return the extensions of this project's own site."""
    config, _ = load(str(REPOSITORY / "mkdocs.yml"))
    return Extensions(tuple(config.markdown_extensions), config.mdx_configs)


EXTENSION_SETS: Mapping[str, Callable[[], Extensions]] = {
    "none": Extensions,
    "first site": first_site,
    "usual": lambda: Extensions(tuple(EXTENSIONS)),
}


@dataclass(frozen=True, slots=True)
class Built:
    """The pages of a site in memory, and the problems of each file, by the names of the texts."""

    pages: Mapping[str, BuiltPage]
    problems: Mapping[str, tuple[Problem, ...]]


def built(paths: Mapping[str, str], files: Mapping[str, str]) -> Built:
    """Build a site in memory, whatever problems it has; `paths` says which file has which text."""
    sources = [
        SourceFile(path, lambda text=text: text.encode())  # type: ignore[misc]
        for path, text in files.items()
    ]
    checked = check(sources, Settings(), default_subjects())
    pages = pages_of(checked.site, default_subjects())
    problems: dict[str, tuple[Problem, ...]] = {}
    for problem in checked.problems:
        name = paths.get(problem.place.path.removeprefix("docs/"))
        if name and problem.level == "error":
            problems[name] = (*problems.get(name, ()), problem)
    return Built({paths[path]: page for path, page in pages.items() if path in paths}, problems)


@cache
def pages_among_entries() -> Built:
    """Return the texts as ordinary pages of a site that has as many entries."""
    pages = {path: TEXTS[name] for path, name in PAGES.items()}
    return built(PAGES, pages | {path: fields(path) for path in ENTRIES})


@cache
def entries() -> Built:
    """Return the texts as the prose of entries."""
    return built(ENTRIES, {path: fields(path) + TEXTS[name] for path, name in ENTRIES.items()})


def fields(path: str) -> str:
    """Return the front matter of an entry, with names that stand in none of the texts."""
    number = path.removeprefix("glossary/qvx").removesuffix(".md")
    return f"---\ntitle: Qvx {number}\nsummary: Wyq {number}.\naliases: [Zkj {number}]\n---\n"
