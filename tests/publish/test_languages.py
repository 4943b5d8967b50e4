"""A site in another language, through the doors that a user takes."""

from pathlib import Path

import pytest

from tests.archive import write_site
from tests.sites import contents, mkdocs, run, write

RUSSIAN = """
    -- mkdocs.yml --
    site_name: Сайт
    theme: {name: material, language: ru}
    plugins: [search, explainer]
    -- docs/people/ada.md --
    ---
    title: Ада Лавлейс
    summary: Математик.
    born: 1815-12
    reviewed: 2024-08-01
    ---
    Она писала.[@statja]
    -- docs/events/vstrecha.md --
    ---
    title: Встреча
    summary: Разговор.
    date: 1833-06/..
    category: talks
    participants: [{who: ada}]
    ---
    -- docs/sources/statja.md --
    ---
    title: Статья
    publisher: Журнал
    date: 1843~
    ---
"""


def built(folder: Path, path: str) -> str:
    """Build a site, and return one of its pages."""
    done = run("build", "-d", "out", cwd=folder)
    assert done.status == 0, done.err
    return (folder / "out" / path).read_text("utf-8")


def test_a_russian_site(tmp_path: Path) -> None:
    """Texts, dates and the theme speak Russian, under both builders to the byte."""
    write_site(RUSSIAN, tmp_path)
    page = built(tmp_path, "people/ada/index.html")
    assert '<html lang="ru" class="no-js">' in page
    assert "<dt>Дата рождения</dt>" in page
    assert '<time datetime="1815-12">декабрь 1815 года</time>' in page
    assert "Последняя проверка: " in page
    assert "langid = {russian}," in page
    events = (tmp_path / "out/events/index.html").read_text("utf-8")
    assert 'с <time datetime="1833-06">июня 1833 года</time>' in events
    assert "1 событие" in events
    ours = contents(tmp_path / "out")
    done = mkdocs("build", "-d", "theirs", cwd=tmp_path)
    assert done.status == 0, done.err
    theirs = contents(tmp_path / "theirs")
    assert {name for name in ours if ours[name] != theirs.get(name)} <= {"sitemap.xml.gz"}


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("fr", "there are no words in the language 'fr', only in: en, ru; name one of these"),
        ("french", "'french' is no language tag; did you mean fr (French)?"),
    ],
)
def test_a_language_without_words_is_refused(tmp_path: Path, language: str, message: str) -> None:
    """A page half in English serves nobody; the message says what there is, and what to do."""
    write_site(RUSSIAN.replace("language: ru", f"language: {language}"), tmp_path)
    done = run("check", cwd=tmp_path)
    assert done.status != 0
    assert message in " ".join(done.err.split())


def test_a_language_that_the_theme_lacks_is_refused(tmp_path: Path) -> None:
    """And the message names the file that would help."""
    write_site(RUSSIAN.replace("language: ru", "language: oc"), tmp_path)
    write(tmp_path, "locale/oc.po", "")
    done = run("check", cwd=tmp_path)
    assert done.status != 0
    told = " ".join(done.err.split())
    assert "write templates/theme/partials/languages/oc.html" in told
    write(
        tmp_path, "templates/theme/partials/languages/oc.html", "{% macro t(key) %}{% endmacro %}"
    )
    assert run("check", cwd=tmp_path).status == 0


def test_a_site_has_texts_of_its_own(tmp_path: Path) -> None:
    """For its templates, and in the place of the generator's; a change of them is a change."""
    write_site(RUSSIAN, tmp_path)
    write(
        tmp_path,
        "templates/person.html",
        '{% extends "entry.html" %}{% block parts %}{% trans %}Own{% endtrans %}{% endblock %}',
    )
    write(tmp_path, "locale/ru.po", 'msgid "Own"\nmsgstr "Своё"\n\nmsgid "Born"\nmsgstr "Род."\n')
    page = built(tmp_path, "people/ada/index.html")
    assert "Своё" in page
    assert "<dt>Род.</dt>" in page
    write(tmp_path, "locale/ru.po", 'msgid "Own"\nmsgstr "Другое"\n')
    page = built(tmp_path, "people/ada/index.html")
    assert "Другое" in page
    assert "<dt>Дата рождения</dt>" in page


def test_a_broken_catalogue_is_told_with_its_line(tmp_path: Path) -> None:
    """Nothing is built with half of the texts."""
    write_site(RUSSIAN, tmp_path)
    write(tmp_path, "locale/ru.po", 'msgid "Born"\nmsgstr "{x}"\n')
    done = run("check", cwd=tmp_path)
    assert done.status != 0
    assert "locale/ru.po:1: '{x}' is no slot of 'Born'" in " ".join(done.err.split())


def test_a_catalogue_with_gaps_is_reported(tmp_path: Path) -> None:
    """Its file, how much is missing, and an example; what the generator brings fills gaps."""
    write_site(RUSSIAN.replace("language: ru", "language: he"), tmp_path)
    write(tmp_path, "locale/he.po", 'msgid "Born"\nmsgstr "נולד"\n')
    done = run("check", cwd=tmp_path)
    assert done.status == 0
    assert "locale/he.po:1:1: warning: " in done.out
    assert "texts have no translation, such as " in done.out
    write_site(RUSSIAN, tmp_path)
    write(tmp_path, "locale/ru.po", 'msgid "Born"\nmsgstr "Род."\n')
    assert "untranslated" not in run("check", cwd=tmp_path).out


def test_a_site_from_right_to_left(tmp_path: Path) -> None:
    """The document says where its lines run; Hebrew has no catalogue here but the site's own."""
    write_site(RUSSIAN.replace("language: ru", "language: he"), tmp_path)
    write(tmp_path, "locale/he.po", 'msgid "Born"\nmsgstr "נולד"\n')
    page = built(tmp_path, "people/ada/index.html")
    assert '<html lang="he" dir="rtl" class="no-js">' in page
    assert '<body dir="rtl"' in page
    assert "<dt>נולד</dt>" in page
