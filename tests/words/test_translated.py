"""Nothing that readers see is left in English on a site in another language."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from explainer.settings import Settings
from tests.archive import write_site
from tests.pasts import changes_page, past
from tests.sites import run, write
from tests.words.pseudo import TAG, catalogue, untranslated, words

ATTRIBUTES = ("aria-label", "title", "alt", "placeholder", "aria-valuetext")
SAID_BY_SCRIPTS = ("data-some", "data-none", "data-source", "data-where", "data-tap")
SEARCHING = ("data-start", "data-one", "data-other", "data-missing", "data-failed")
NO_WORDS = """script, style, code, pre, [lang=en], .md-copyright a, .x-jump, a[href^="#table-"],
a[href$=".csv"], a[href$=".json"], a[href$=".sqlite"]"""
# What is called so in every language, and the signs of ids.
NAMES = frozenset(
    ["Atom", "JSON", "Feed", "BibTeX", "CSL", "CSV", "Datasette", "Excel", "Frictionless", "pandas"]
)
SITE = """
-- mkdocs.yml --
site_name: Сайт
site_url: https://site.example/
theme: {name: material, language: el}
plugins:
  - search
  - explainer:
      licence: {name: Условия}
-- docs/index.md --
---
title: Главная
description: О чём это
---
О [[Иван Ёлкин]].[@vesti, с. 3]
-- docs/o-sajte.md --
# О сайте
Просто [[gazeta]].[@vesti]
-- docs/people/ivan-elkin.md --
---
title: Иван Ёлкин
summary: Журналист.
aliases: [Ваня]
names: {en: Иван}
born: [{value: 1980-05, sources: [vesti], as_of: 2020}, {value: 1981~, note: слово}]
died: unknown
nationality: [RU]
occupation: withheld
affiliations: [{who: gazeta, role: редактор, from: 2010~, to: 2015}, {who: fond, from: 2016}]
reviewed: 2024-08-02
redirect_from: [people/staryj/]
see_also: [pomilovanie]
detentions:
  - {held_by: RU, from: 1999, to: 2000-XX, place: ankara, legal_status: unknown, sources: [vesti]}
  - held_by: RU
    from: 2021-08-14
    legal_status: {value: convicted, as_of: 2022-06, sources: [vesti]}
    allegation: слова
    sentence: {value: годы, sources: [vesti]}
    designation: unknown
    ended_by: obmen
    sources: [vesti]
corrections: [{date: 2024-07-01, text: Исправлено.}]
---
Он писал.[@vesti]

## Раздел
-- docs/people/pyotr.md --
---
title: Пётр
summary: Инженер.
detentions:
  - held_by: US
    from: 2022~
    legal_status: [{value: charged, sources: [vesti]}, {value: pardoned, sources: [kniga]}]
    sources: [vesti]
  - {held_by: BY, from: 2023-21, legal_status: detained, sources: [vesti]}
reviewed: 2024-08-02
---
О нём.[@vesti]
-- docs/people/anna.md --
---
title: Анна
summary: Врач.
detentions: [{held_by: DE, from: 2019-05-06, ended_by: obmen, sources: [vesti]}]
---
О ней.[@kniga]
-- docs/events/obmen.md --
---
title: Обмен
summary: Обменялись.
date: 2024-08-01/2024-08-03
category: exchange
place: ankara
part_of: delo
participants: [{who: gazeta}, {who: ivan-elkin, role: роль}]
total: {value: 3, sources: [vesti]}
transfers:
  - {who: ivan-elkin, from: RU, to: DE, note: слово}
  - {who: anna, from: DE, to: RU}
---
Это был обмен.[@vesti]
-- docs/events/delo.md --
---
title: Дело
summary: Долго.
date: 1950
category: trial
---
-- docs/events/nechto.md --
---
title: Нечто
summary: Без даты.
date: XXXX
category: other
place: moskva
---
-- docs/organisations/gazeta.md --
---
title: Газета
summary: Издание.
country: RU
type: издание
website: https://gazeta.example/
---
-- docs/organisations/fond.md --
---
title: Фонд
---
-- docs/organisations/odin.md --
---
title: Один
---
-- docs/places/ankara.md --
---
title: Анкара
country: TR
coordinates: [39.93, 32.86]
---
-- docs/places/moskva.md --
---
title: Москва
country: RU
---
-- docs/glossary/pomilovanie.md --
---
title: Помилование
summary: Освобождение.
---
См. [[gazeta]].
-- docs/sources/vesti.md --
---
title: Репортаж
publisher: Вести
date: 2024-08
language: ru
medium: article
url: https://vesti.example/1
archived: https://arhiv.example/1
---
-- docs/sources/kniga.md --
---
title: Книга
publisher: Дом
medium: book
---
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site in the language, with a catalogue of its own."""
    folder = tmp_path_factory.mktemp("pseudo")
    write_site(SITE, folder)
    write(folder, f"locale/{TAG}.po", catalogue())
    done = run("build", "-d", "out", cwd=folder)
    assert done.status == 0, done.err
    return folder / "out"


def texts_of(html: str) -> Iterator[str]:
    """Yield every text of a page that a reader, or a screen reader, may meet."""
    # What waits in a <template> is shown by a script.
    tree = LexborHTMLParser(html.replace("<template", "<div").replace("</template>", "</div>"))
    for node in tree.css(NO_WORDS):
        node.decompose()
    for node in tree.css("*"):
        found = (node.attributes.get(name) for name in (*ATTRIBUTES, *SAID_BY_SCRIPTS, *SEARCHING))
        yield from filter(None, found)
        if node.tag == "meta" and "og:image:alt" in (node.attributes.get("property") or ""):
            yield node.attributes.get("content") or ""
    yield tree.text(separator=" ")  # as a whole: a text may have links in it


def left_in_english(texts: Iterator[str]) -> list[str]:
    """List the words that are in no brackets."""
    return [word for text in texts for word in untranslated(text) if word not in NAMES]


def test_every_page_is_translated(site: Path) -> None:
    """Texts, labels, titles and alternatives, in drawings and in what scripts say, too."""
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 25
    found = {
        path.relative_to(site).as_posix(): left
        for path in pages
        if (left := left_in_english(texts_of(path.read_text("utf-8"))))
    }
    assert not found


def test_pages_say_their_language(site: Path) -> None:
    """In the document, for programs, and for those who share a page."""
    page = (site / "people/ivan-elkin/index.html").read_text("utf-8")
    assert '<html lang="el"' in page
    assert '"inLanguage":"el"' in page
    assert '<meta property="og:locale" content="el_GR">' in page
    for other in ("print/index.html", "people/staryj/index.html", "404.html"):
        assert '<html lang="el"' in (site / other).read_text("utf-8"), other


def test_feeds_are_translated(site: Path) -> None:
    """The titles of corrections, and what sort of entry each is about."""
    atom = ElementTree.fromstring((site / "feed.xml").read_text("utf-8"))
    names = "{http://www.w3.org/2005/Atom}"
    texts = [node.text or "" for name in ("title", "content") for node in atom.iter(names + name)]
    texts += [node.attrib["term"] for node in atom.iter(f"{names}category")]
    assert any("⟦" in text for text in texts)
    assert not left_in_english(re.sub(r"</?p>", "", text) for text in texts)
    assert json.loads((site / "feed.json").read_text("utf-8"))["language"] == "el"


def test_results_of_the_search_are_translated(site: Path) -> None:
    """What a page is, and the line below its title."""
    rows = (site / "search/r0.js").read_text("utf-8")
    found = json.loads(rows[rows.index(",") + 1 : rows.rindex(")")])
    texts = [text for _, title, kind, line, *_ in found for text in (title, kind, line)]
    assert any("⟦" in text for text in texts)
    assert not left_in_english(iter(texts))


ADA = """
-- people/ada.md --
---
title: Ада
summary: Слово.
born: BORN
affiliations: [{who: club, role: ROLE}]
detentions: [{held_by: HOLDER, from: 2020, legal_status: STATUS, sources: [s]}]
---
Текст.[@s]
-- organisations/club.md --
---
title: Клуб
---
-- sources/s.md --
---
title: Источник
publisher: Дом
---
"""


def test_lists_of_changes_are_translated() -> None:
    """What changed in facts and items, what is new, gone, moved, revised."""

    def state(born: str, role: str, holder: str, status: str) -> str:
        named = ADA.replace("BORN", born).replace("ROLE", role)
        return named.replace("HOLDER", holder).replace("STATUS", status)

    gone = "-- glossary/gone.md --\n---\ntitle: Нет\nsummary: Слово.\n---\n"
    today = state("unknown", "Второй", "BY", "charged").replace("Текст.", "Другой.")
    found = changes_page(
        today + "-- places/new.md --\n---\ntitle: Новое\ncountry: RU\n---\n",
        past(
            ("2024-08-01", state("1815", "Первый", "RU", "detained") + gone),
            ("2024-08-05", today + "-- places/new.md --\n---\ntitle: Новое\ncountry: RU\n---\n"),
        ),
        Settings(words=words()),
    )
    assert found.count("⟦") > 10
    assert not left_in_english(texts_of(found))
