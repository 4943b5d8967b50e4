"""How to cite a page of the site: in words, in BibTeX, and in the JSON of citation styles (CSL)."""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from explainer.dates import Edtf
from explainer.pages.scope import Scope
from explainer.words import ENGLISH_WORDS, Words

_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{char: f"\\{char}" for char in "&%$#_{}"},
    }
)
_encode = json.JSONEncoder(ensure_ascii=False).encode
_SHORT = 7  # digits of a revision


@dataclass(frozen=True, slots=True)
class Citation:
    """A page as others may cite it; `csl` is the JSON of one item, as a list."""

    plain: str
    bibtex: str
    csl: str


def citation_of(key: str, title: str, reviewed: Edtf | None, scope: Scope) -> Citation | None:
    """Say how to cite the page of a scope; None for a page of a site without a name.

    The revision, with its date, is the last one that changed the page's file. Without it, the
    page is cited by the day on which it was checked, and an address only where the site has one.
    """
    settings = scope.site.settings
    if not settings.name:
        return None
    revision = scope.whole.history.last(scope.path)
    cited = _Cited(
        key=key,
        title=title,
        site=settings.name,
        url=scope.address(scope.path) if settings.url else "",
        words=settings.words,
        revision=revision.id[:_SHORT] if revision else "",
        day=revision.date.date() if revision else None,
        reviewed=reviewed,
    )
    return Citation(cited.plain(), cited.bibtex(), cited.csl())


@dataclass(frozen=True, slots=True)
class _Cited:
    key: str
    title: str
    site: str
    url: str
    words: Words
    revision: str
    day: date | None
    reviewed: Edtf | None

    def plain(self) -> str:
        """Return one line of text."""
        named = {"title": self.title, "site": self.site}
        if self.title.endswith(("?", "!", ".")):
            work = self.words.gettext("“{title}” {site}.", **named)
        else:
            work = self.words.gettext("“{title}.” {site}.", **named)
        return " ".join(filter(None, [work, self._state(), self.url]))

    def bibtex(self) -> str:
        """Return an entry that BibTeX and BibLaTeX both take, as UTF-8."""
        fields = {
            "title": f"{{{self.title.translate(_LATEX)}}}",
            "howpublished": self.site.translate(_LATEX),
            "year": str(self.day.year) if self.day else "",
            "month": str(self.day.month) if self.day else "",
            "url": self.url.replace("{", "%7B").replace("}", "%7D"),
            "langid": "" if self.words.is_english else self._language(),
            "note": self._state().rstrip(".").translate(_LATEX),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.key},", *lines, "}"])

    def csl(self) -> str:
        """Return what Zotero, Pandoc and others read."""
        item: dict[str, Any] = {
            "id": self.key,
            "type": "webpage",
            "title": self.title,
            "container-title": self.site,
            "URL": self.url,
            "language": self.words.tag,
        }
        if self.day:
            item["issued"] = {"date-parts": [[self.day.year, self.day.month, self.day.day]]}
            item["version"] = self.revision
        if self.reviewed:
            item["note"] = self._checked().rstrip(".")
        lines = (f'    "{name}": {_encode(value)}' for name, value in item.items() if value)
        return "\n".join(["[", "  {", ",\n".join(lines), "  }", "]"])

    def _language(self) -> str:
        """Return the language as BibLaTeX calls it, which is the English name of most."""
        return ENGLISH_WORDS.language(self.words.tag).lower()

    def _state(self) -> str:
        """Say which state of the page is meant, as far as that is known."""
        if self.day is None:
            return self._checked()
        day = self.words.said(Edtf.from_day(self.day.toordinal()))
        return self.words.gettext("Revision {revision}, {day}.", revision=self.revision, day=day)

    def _checked(self) -> str:
        if self.reviewed is None:
            return ""
        return self.words.gettext("Last checked: {date}.", date=self.words.said(self.reviewed))
