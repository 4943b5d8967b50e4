"""A text is found however it is written, and what only looks like it is told apart."""

import html
import json
from urllib.parse import quote

import pytest

from explainer.views.search_words import folded
from explainer.views.sought import Hits, Sought, TooShortError
from explainer.views.writings import writings


def hits(text: str, in_text: str) -> Hits:
    return Sought(text).hits(writings(in_text))


WRITTEN = [
    ("Jane Doe", "It was Jane Doe."),
    ("Jane Doe", "JANE DOE"),
    ("jane doe", "Jane\nDoe"),
    ("Jane Doe", "/people/jane-doe/"),
    ("Jane Doe", "jane_doe.png"),
    ("Jane Doe", "JaneDoe"),
    ("Jane Doe", "#FreeJaneDoeNow"),
    ("Jane Doe", "Doe, Jane"),
    ("Jane Doe", "Jane Q. Doe"),
    ("Jane Doe", "Jane Quentina Doe"),
    ("Jane Quentina Doe", "Jane Doe"),
    ("Jane Doe", "<b>Jane</b> <i>Doe</i>"),
    ("Jane Doe", "<b>Ja</b>ne D<span class='x'>oe</span>"),
    ("Jane Doe", "Jane</td>\n<td>Doe"),
    ("Jane Doe", "J\u00adane D\u200boe"),
    ("Jane Doe", "Jane&nbsp;Doe"),
    ("Jane Doe", "&#74;ane &#x44;oe"),
    ("Jane Doe", "Jane%20D%6Fe"),
    ("Jane Doe", '{"title": "\\u004aane\\nDoe"}'),
    ("Jane Doe", '"\\u0026#74;ane Doe"'),
    ("Jane Doe", "Ｊａｎｅ Ｄｏｅ"),
    ("Jane Doe", "𝐉𝐚𝐧𝐞 𝐃𝐨𝐞"),
    ("Jane Doe", "**Ja**ne Doe"),
    ("José Núñez", "Jose Nunez"),
    ("Jose Nunez", "Jose\u0301 Nu\u0301n\u0303ez"),
    ("José Núñez", "Jos&eacute; N&uacute;&ntilde;ez"),
    ("José Núñez", "Jos%C3%A9 N%C3%BA%C3%B1ez"),
    ("José Núñez", json.dumps("José Núñez")),
    ("Groß", "GROSS"),
    ("Großmann", "Grossmanns"),
    ("Фогель", "Fogel"),
    ("Fogel", "Фогеля"),
    ("Fogel", "Фо́гель"),
    ("Sergej", "Sergey"),
    ("Kara-Murza", "Владимир Кара-Мурза"),
    ("Xi Jinping", "习近平"),
    ("习近平", "主席习近平说"),
    ("习近平", "Xi Jinping"),
    ("Holmes", "xSearch('n0','holme AB')"),
    ("Hannah Adams", "hannahadams"),
    ("Hannah Adams", "Hanah Adams"),
    ("O'Brien", "OBrien, O’Brien"),
    ("😀 Jane Doe", "Jane Doe"),
    ("𐐀𐐁", json.dumps("𐐀𐐁")),
    ("1961-08-13", "13 was 1961-08-13"),
]


@pytest.mark.parametrize(("text", "written"), WRITTEN)
def test_a_text_is_found_however_it_is_written(text: str, written: str) -> None:
    assert hits(text, written).times > 0


@pytest.mark.parametrize(("text", "written"), WRITTEN[:12])
def test_what_wraps_a_text_hides_nothing(text: str, written: str) -> None:
    """Entities, percent signs, and JSON in an attribute of an element."""
    for wrapped in (
        "".join(f"&#{ord(sign)};" for sign in written),
        quote(written, safe=""),
        "".join(f"\\u{ord(sign):04x}" for sign in written),
        f'<a data-x="{html.escape(json.dumps(html.escape(written)))}">',
    ):
        assert hits(text, wrapped).times > 0, wrapped


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Jane Doe", "Jane and the others saw a doe"),
        ("Jane Doe", "jan edoe"),
        ("Ada", "an adamant adagio in Canada"),
        ("Smith", "a blacksmith"),
        ("Fogel", "fog el capitan"),
        ("Fogel", "Vogel"),
        ("Ann", "an noise"),
        ("Bill", "a bil of lading"),
    ],
)
def test_what_only_looks_like_it_is_not_found(text: str, other: str) -> None:
    assert hits(text, other).times == 0


def test_longer_words_that_hold_a_text_are_told() -> None:
    """Somebody has to look at them: they may be other words, or handles and hashtags."""
    found = hits("Ada", "Canada, <b>adamant</b>, \\nadage, Ada")
    assert (found.times, sorted(found.within)) == (1, ["adage", "adamant", "canada"])


def test_the_line_is_that_of_the_file() -> None:
    """Whatever stands before it; there is none where the file has other signs."""
    text = "ﬁrst Straße\nnull\n\u00ad\n<b>Jane</b> and Jane Doe"
    assert hits("Jane Doe", text) == Hits(1, 4, "as it is")
    assert hits("Jane Doe", "\n&#74;ane Doe") == Hits(1, None, "in other signs")
    assert hits("Jane Doe", "<b>Ja</b>ne Doe") == Hits(1, None, "across elements")
    assert hits("Xi Jinping", "习近平") == Hits(1, None, "in another script")


def test_every_place_is_counted() -> None:
    """Also in a text that is looked at in pieces, and where two pieces meet."""
    filler = "a b " * 251_000
    assert hits("Jane Doe", "Jane Doe " * 3).times == 3
    assert hits("Jane Doe", f"{filler}Jane Doe {filler}jane-doe").times == 2
    for cut in range(-10, 10, 3):
        assert hits("Jane Doe", " " * (1_000_000 + cut) + "Jane Doe").times == 1


@pytest.mark.parametrize("text", ["", " ", "a", "-", "é", "!?"])
def test_a_text_that_stands_everywhere_is_not_looked_for(text: str) -> None:
    with pytest.raises(TooShortError):
        Sought(text)


def test_a_name_is_found_in_the_table_of_letters_of_no_other() -> None:
    """The spelling is that of the search, so that what it finds is found here."""
    for name in ("Ціханоўская", "Tsikhanouskaya", "Святлана"):
        assert hits(name, folded(name)).times == 1
