"""Gather the texts of the generator and bring the catalogues up to date with them.

    python -m tools.catalogues                  brings every catalogue of the generator up to date
    python -m tools.catalogues locale/fr.po     makes a site's own, or brings that up to date

Run by `make words`. Texts that are new are empty; those that are gone are dropped.
"""

import argparse
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.pofile import read_po, write_po

from explainer.words.calendar import DATES
from explainer.words.calendar import texts as date_texts

ROOT = Path(__file__).resolve().parent.parent
CORE = "explainer"
SUBJECTS = ROOT / CORE / "subjects"
FILE = Path("LC_MESSAGES", "explainer.po")
_KEYWORDS = {
    **DEFAULT_KEYWORDS,
    "msgid": None,
    "msgids": (1, 2),
    "msgids_of": ((1, "c"), 2, 3),
    "phrase": None,
}
_JINJA = {"trimmed": "true", "newstyle_gettext": "true", "silent": "false"}
_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: {plural}\\n"

"""


def subjects() -> tuple[str, ...]:
    """Return the names of the subject modules."""
    return tuple(
        sorted(path.name for path in SUBJECTS.iterdir() if (path / "__init__.py").exists())
    )


def catalogue_of(subject: str, language: str) -> Path:
    """Return where the catalogue of a language is: that of a subject, or of the core."""
    folder = SUBJECTS / subject if subject else ROOT / CORE
    return folder / "locale" / language / FILE


def languages() -> tuple[str, ...]:
    """Return the languages that the generator has catalogues of."""
    folders = (ROOT / CORE / "locale").iterdir()
    return tuple(sorted(path.name for path in folders if (path / FILE).is_file()))


def texts_of(subject: str = "") -> Catalog:
    """Gather the texts of a subject that the core has not, or those of the core."""
    found = Catalog(charset="utf-8")
    core = texts_of() if subject else None
    for path in _sources(subject):
        for text, context in _texts(path):
            known = core.get(text, context) if core is not None else None
            if known is None:
                found.add(text, context=context, locations=[(_shown(path), 0)])
    return found


def everything(language: str) -> Catalog:
    """Gather all texts, and those of dates where a language has no table for them."""
    found = texts_of()
    for subject in subjects():
        for message in texts_of(subject):
            if message.id:
                found.add(message.id, context=message.context, locations=message.locations)
    if language not in DATES:
        for context, text in date_texts():
            found.add(text, context=context)
    return found


def _shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _sources(subject: str) -> list[Path]:
    folders = [SUBJECTS / subject] if subject else [ROOT / CORE, ROOT / "templates"]
    found = [path for folder in folders for path in folder.rglob("*.*")]
    return sorted(
        path
        for path in found
        if path.suffix in (".py", ".html") and (subject or SUBJECTS not in path.parents)
    )


@cache
def _texts(path: Path) -> tuple[tuple[str | tuple[str, ...], str | None], ...]:
    """Return the texts of a source with their contexts; those of the core are asked for often."""
    is_python = path.suffix == ".py"
    with path.open("rb") as file:
        found = extract(
            "python" if is_python else "jinja2.ext:babel_extract",
            file,
            keywords=_KEYWORDS,
            options={} if is_python else _JINJA,
        )
        return tuple((text, context) for _, text, _, context in found)


def updated(path: Path, template: Catalog, language: str) -> str:
    """Return the catalogue at a path, or a new one, with the texts of a template."""
    if path.is_file():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    else:
        known = Catalog(locale=language, charset="utf-8")
    known.update(template, no_fuzzy_matching=True, keep_user_comments=True)
    known.obsolete.clear()
    return written(known, language)


def written(catalogue: Catalog, language: str) -> str:
    """Write a catalogue, always in the same form."""
    stream = BytesIO()
    write_po(stream, catalogue, width=100, omit_header=True, include_lineno=False, sort_output=True)
    plural = Catalog(locale=Locale.parse(language, sep="-")).plural_forms
    return _HEADER.format(language=language, plural=plural) + stream.getvalue().decode().lstrip()


def main(arguments: Sequence[str] | None = None) -> None:
    """Bring catalogues up to date."""
    parser = argparse.ArgumentParser(prog="python -m tools.catalogues", description=main.__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="of a site; else all of the generator")
    files = parser.parse_args(arguments).files
    for path in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(updated(path, everything(path.stem), path.stem), encoding="utf-8")
    for language in languages() if not files else ():
        for subject in ("", *subjects()):
            path = catalogue_of(subject, language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(updated(path, texts_of(subject), language), encoding="utf-8")


if __name__ == "__main__":
    main()
