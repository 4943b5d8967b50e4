"""The whole entries that the reference shows: small sites, one for the core and each subject."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from explainer.entries.text import SourceFile

ROOT = Path(__file__).resolve().parent / "examples"
CORE = "core"


@dataclass(frozen=True, slots=True)
class Example:
    """An entry as its file is: `path` lies in the content folder."""

    path: str
    text: str

    @property
    def folder(self) -> str:
        """The folder of its kind."""
        return self.path.partition("/")[0]


SHOWN: Mapping[str, tuple[str, ...]] = {
    CORE: (
        "people/jane-doe.md",
        "events/harbour-agreement.md",
        "glossary/ratification.md",
        "organisations/harbour-authority.md",
        "places/old-town-hall.md",
        "sources/herald-2024-08-01.md",
    ),
    "custody": ("people/jane-doe.md", "events/airport-exchange.md"),
    "decisions": ("events/toll-vote.md",),
}
"""The entries that are shown; the others are there because these name them."""


def files_of(name: str) -> Iterator[Example]:
    """Yield all entries of one of the sites."""
    for path in sorted((ROOT / name).rglob("*.md")):
        text = path.read_text("utf-8")
        yield Example(path.relative_to(ROOT / name).as_posix(), text)


def shown_of(name: str) -> tuple[Example, ...]:
    """Return the entries of a site that the reference shows, in the order of the kinds."""
    files = {example.path: example for example in files_of(name)}
    return tuple(files[path] for path in SHOWN[name])


def sources_of(name: str) -> tuple[SourceFile, ...]:
    """Return the entries of a site as the generator reads them."""
    return tuple(SourceFile(example.path, example.text.encode) for example in files_of(name))
