"""The room that words take: rather too much than too little, so that labels never touch."""

from hypothesis import given
from hypothesis import strategies as st

from explainer.views.lettering import shortened, text_width


@given(st.text(), st.integers(0, 400))
def test_what_is_shortened_fits(text: str, pixels: int) -> None:
    assert text_width(shortened(text, pixels)) <= pixels or shortened(text, pixels) == ""


def test_a_text_that_fits_stays_as_it_is() -> None:
    assert shortened("Talks in Geneva", 200) == "Talks in Geneva"


def test_a_text_is_cut_between_words() -> None:
    assert shortened("Talks in Geneva on the exchange", 110) == "Talks in Geneva…"
    assert shortened("Talks, and more of them", 50) == "Talks…"
    assert shortened("Unabbreviated", 20) == ""


def test_wide_scripts_take_more_room() -> None:
    assert text_width("北京会谈") > text_width("talk")
