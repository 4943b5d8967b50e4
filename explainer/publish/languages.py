"""The words of a site's language: from the generator's catalogues, its subjects', and its own."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path

from mkdocs.theme import Theme

import explainer
from explainer.entries.languages import is_language_tag, language_hint
from explainer.problems import Place, Problem, quoted
from explainer.subjects import Subject
from explainer.words import (
    ENGLISH_WORDS,
    NO_CATALOGUE,
    Catalogue,
    CatalogueError,
    Words,
    read_catalogue,
    words_in,
)
from explainer.words.calendar import CONTEXT, DATES
from explainer.words.calendar import texts as date_texts
from explainer.words.catalogue import Key

OWN = "locale"
"""The folder with a site's own catalogues, beside its `mkdocs.yml`."""

BROUGHT = Path(explainer.__file__).parent / "locale"
"""The folder with the generator's own catalogues."""

_OF_THEME = "partials/languages"
_FILE = Path("LC_MESSAGES", "explainer.po")


class NoWordsError(Exception):
    """There are no words in the language of a site; the message says why, and what to do."""


def words_of(
    language: str, subjects: Sequence[Subject], site: Path, *, own_too: bool = True
) -> Words:
    """Return the words of a language, as a site in some folder has them.

    A text is markup where a template shows it, so those of a site that is not trusted are not to
    be taken: `own_too` says whether the site's own are.

    Raises `NoWordsError` where there are none, or where a catalogue cannot be read.
    """
    found = (path for name in _names(language) if (path := site / OWN / f"{name}.po").is_file())
    own = [*found][:1] if own_too else []
    if not own and _is_english(language):
        return ENGLISH_WORDS if language == "en" else words_in(language)
    core = list(_brought(BROUGHT, language))
    if not own and not core:
        raise NoWordsError(_unknown(language, site))
    brought = [path for folder in _folders(subjects) for path in _brought(folder, language)]
    catalogue = NO_CATALOGUE
    for path in (*core, *brought, *own):
        catalogue = _read(path, str(path.relative_to(site)) if path in own else path.name).over(
            catalogue
        )
    return words_in(language, catalogue)


def check_theme(theme: Theme, language: str, site: Path) -> None:
    """Refuse a language of which the theme has no words for what it says itself.

    Raises `NoWordsError`.
    """
    folders = [*map(Path, theme.dirs), site / "templates" / "theme"]
    if not any((folder / _OF_THEME / f"{language}.html").is_file() for folder in folders):
        raise NoWordsError(
            f"explainer: the theme {theme.name} has no words in the language {language!r}; "
            f"write templates/theme/{_OF_THEME}/{language}.html, after its own en.html"
        )


def untranslated(words: Words, subjects: Sequence[Subject], site: Path) -> Iterator[Problem]:
    """Report a catalogue of a site's own that lacks texts, which readers then see in English."""
    if words.is_english or _brought(BROUGHT, words.tag):
        return
    name = next(name for name in _names(words.tag) if (site / OWN / f"{name}.po").is_file())
    yield from missing_texts(words.catalogue, f"{OWN}/{name}.po", subjects)


def missing_texts(
    catalogue: Catalogue, shown: str, subjects: Sequence[Subject]
) -> Iterator[Problem]:
    """Report that a catalogue lacks some of the texts that the generator has."""
    known = _texts(_folders(subjects))
    if Path(shown).stem.partition("-")[0] not in DATES:
        known |= {(context, _one(text)) for context, text in date_texts() if context == CONTEXT}
    missing = known - catalogue.texts.keys()
    if missing:
        _, first = min(missing, key=lambda key: (key[1], key[0]))
        yield Problem(
            "untranslated",
            Place(shown),
            f"{len(missing)} of {len(known)} texts have no translation, such as {quoted(first)}",
            f"translate them; `make words ARGS={shown}` adds those that are not there",
        )


def _folders(subjects: Sequence[Subject]) -> tuple[Path, ...]:
    return tuple(subject.locale for subject in subjects if subject.locale)


def _one(text: str | tuple[str, str]) -> str:
    return text if isinstance(text, str) else text[0]


@cache
def _texts(folders: tuple[Path, ...]) -> frozenset[Key]:
    """Return the texts of the generator and some subjects: those of a language that is complete."""
    language = next(name for name in brought_languages() if name != "en")
    paths = [path for folder in (BROUGHT, *folders) for path in _brought(folder, language)]
    return frozenset(key for path in paths for key in _catalogue(path.read_bytes()).texts)


def brought_languages() -> tuple[str, ...]:
    """Return the tags of the languages that the generator has words in."""
    found = (path.name for path in BROUGHT.iterdir() if (path / _FILE).is_file())
    return tuple(sorted(["en", *found]))


def _names(language: str) -> Iterator[str]:
    """Yield the names that the catalogue of a language may have: `pt-BR` is served by `pt`."""
    yield from dict.fromkeys([language, language.partition("-")[0]])


def _is_english(language: str) -> bool:
    return language.partition("-")[0] == "en"


def _brought(folder: Path, language: str) -> Iterable[Path]:
    """Return the catalogue of a language in a folder, if there is one."""
    return [path for name in _names(language) if (path := folder / name / _FILE).is_file()][:1]


def _read(path: Path, shown: str) -> Catalogue:
    try:
        return _catalogue(path.read_bytes())
    except CatalogueError as error:
        raise NoWordsError(f"{shown}:{error.line}: {error}") from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise NoWordsError(f"{shown} cannot be read: {reason}") from None


@lru_cache(maxsize=32)
def _catalogue(data: bytes) -> Catalogue:
    return read_catalogue(data)


def _unknown(language: str, site: Path) -> str:
    own = (path.stem for path in (site / OWN).glob("*.po")) if (site / OWN).is_dir() else ()
    known = ", ".join(sorted({*brought_languages(), *own}))
    if not is_language_tag(language):
        return f"explainer: {language!r} is no language tag; {language_hint(language)}"
    return (
        f"explainer: there are no words in the language {language!r}, only in: {known}; "
        f"name one of these as theme.language, or make {OWN}/{language}.po beside mkdocs.yml "
        f"(`make words ARGS={OWN}/{language}.po` in the generator's folder) and translate it"
    )
