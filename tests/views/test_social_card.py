"""Social cards: words that fit, whatever they are."""

import io

import pytest
from PIL import Image, ImageFont

from explainer.views.signs import FONTS, drawable
from explainer.views.social_card import HEIGHT, WIDTH, SocialCard, draw


def ink(card: SocialCard) -> Image.Image:
    """Draw a card; return where it differs from an empty one."""
    image, empty = (
        Image.open(io.BytesIO(draw(each))) for each in (card, SocialCard("", "", "", ""))
    )
    image_bytes, empty_bytes = image.tobytes(), empty.tobytes()
    changed = bytes(
        0 if one == other else 255 for one, other in zip(image_bytes, empty_bytes, strict=True)
    )
    return Image.frombytes("L", (WIDTH, HEIGHT), changed)


@pytest.mark.parametrize(
    "title",
    [
        "A",
        "Кара-Мурза, Уладзімір",
        "A title that goes on " * 12,
        "Donaudampfschifffahrtsgesellschaftskapitänswitwe" * 4,
        "",
    ],
    ids=["short", "Cyrillic", "long", "one word", "none"],
)
def test_words_stay_on_the_card(title: str) -> None:
    """At every side a margin is left, and above the name of the site a line."""
    line = "Legal status: a status with a date and a note that is rather long " * 4
    box = ink(SocialCard("person", title, line, "A site with a long name " * 6)).getbbox()
    assert box is not None
    assert box[0] >= 70
    assert box[2] <= WIDTH - 70
    assert box[1] >= 60
    assert box[3] <= HEIGHT - 20
    gap = ink(SocialCard("person", title, line, "")).getbbox()
    assert gap is not None
    assert gap[3] <= HEIGHT - 112


def test_the_same_card_is_the_same_picture() -> None:
    card = SocialCard("event", "Talks", "1 August 2024", "A site")
    assert draw(card) == draw(card)
    assert draw(card) != draw(SocialCard("event", "Talks", "2 August 2024", "A site"))


@pytest.mark.parametrize(
    ("text", "can"),
    [("Ada", True), ("Їжак ў", True), ("«Łódź» – 5 €", True), ("愛", False), ("عادا", False)],
)
def test_what_the_fonts_lack_is_known(text: str, can: bool) -> None:
    """Latin, Greek and Cyrillic, with the signs of prose."""
    assert drawable(text) == can


@pytest.mark.parametrize("name", ["NotoSerif-Bold.ttf", "NotoSans-Regular.ttf"])
def test_the_list_of_signs_is_that_of_the_fonts(name: str) -> None:
    """Every listed letter has a shape of its own, which is not the box for missing ones."""
    font = ImageFont.truetype(str(FONTS / name), 20, layout_engine=ImageFont.Layout.BASIC)
    missing = bytes(font.getmask("\uffff"))
    listed = [chr(code) for code in range(0x21, 0x530) if drawable(chr(code))]
    listed = [sign for sign in listed if not sign.isspace()]
    assert len(listed) > 800
    assert [letter for letter in listed if bytes(font.getmask(letter)) == missing] == []
