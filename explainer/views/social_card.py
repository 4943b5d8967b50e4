"""The picture of a page for those who share it: drawn in the site's own look, the same everywhere.

It has few colours, so that it is small, and no shape that a library draws by means of the machine
it runs on: two fonts of its own, words set letter by letter, rectangles.
"""

import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import Image, ImageFont

from explainer.views.signs import FONTS

WIDTH, HEIGHT = 1200, 630

_MARGIN = 80
_BAR = 16
_ROOM = WIDTH - 2 * _MARGIN
_PAPER, _INK, _SOFT, _ACCENT = (0xFD, 0xFC, 0xF9), (0x1D, 0x21, 0x26), (86, 93, 102), (180, 71, 42)
_STEPS = 4  # colours between that of the paper and each other one
_TITLE_SIZES = ((76, 3), (58, 4), (46, 5))  # size of letters, and how many lines of them fit
_SMALL, _LINE_SIZE, _SPACING = 32, 34, 1.22
_LINES = 2


@dataclass(frozen=True, slots=True)
class SocialCard:
    """What stands on a picture: the kind of page, its title, a line about it, the site's name."""

    kind: str
    title: str
    line: str
    site: str


def draw(card: SocialCard) -> bytes:
    """Draw a card as a PNG of 1200 by 630 pixels."""
    image = _paper().copy()
    if card.kind:
        _write(image, (_MARGIN, 64), card.kind.upper(), _sans(_SMALL), 3)
    size, lines = _fitted(card.title)
    top = 124
    for words in lines:
        _write(image, (_MARGIN, top), words, _serif(size), 1)
        top += round(size * _SPACING)
    top += 22
    for words in _wrapped(card.line, _sans(_LINE_SIZE), _LINES):
        _write(image, (_MARGIN, top), words, _sans(_LINE_SIZE), 2)
        top += round(_LINE_SIZE * _SPACING * 1.1)
    name = _wrapped(card.site, _sans(_SMALL), 1)
    _write(image, (_MARGIN, HEIGHT - 88), "".join(name), _sans(_SMALL), 1)
    stream = io.BytesIO()
    image.save(stream, "PNG", bits=4, compress_level=4, compress_type=zlib.Z_FILTERED)
    return stream.getvalue()


@cache
def _paper() -> Image.Image:
    """Return an empty card: the bar at its side, the line above the name of the site."""
    image = Image.new("P", (WIDTH, HEIGHT), 0)
    palette = [*_PAPER]
    for colour in (_INK, _SOFT, _ACCENT):
        for step in range(1, _STEPS + 1):
            palette += [
                round(paper + (own - paper) * step / _STEPS)
                for paper, own in zip(_PAPER, colour, strict=True)
            ]
    image.putpalette(palette)
    image.paste(3 * _STEPS, (0, 0, _BAR, HEIGHT))
    image.paste(_STEPS + 1, (_MARGIN, HEIGHT - 112, WIDTH - _MARGIN, HEIGHT - 110))
    return image


def _write(
    image: Image.Image,
    place: tuple[int, int],
    words: str,
    font: ImageFont.FreeTypeFont,
    colour: int,
) -> None:
    """Write words at a place, in one of the colours, with soft edges."""
    if not words:
        return
    ink, (left, top) = font.getmask2(words, mode="L")
    mask = Image.Image()._new(ink)
    steps = mask.point(_ramp(colour))
    image.paste(steps, (place[0] + left, place[1] + top), mask.point(_COVERED))


_COVERED = [255 if level * _STEPS >= 128 else 0 for level in range(256)]


@cache
def _ramp(colour: int) -> list[int]:
    first = (colour - 1) * _STEPS
    return [first + round(level * _STEPS / 255) for level in range(256)]


def _fitted(title: str) -> tuple[int, list[str]]:
    """Return the largest size in which a title fits, and its lines; a long one is cut."""
    for size, most in _TITLE_SIZES:
        lines = list(_lines(title, _serif(size)))
        if len(lines) <= most:
            return size, lines
    size, most = _TITLE_SIZES[-1]
    return size, _wrapped(title, _serif(size), most)


def _wrapped(text: str, font: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """Break a text into at most so many lines; what does not fit ends in dots."""
    lines = list(_lines(text, font))
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and _width(f"{last} …", font) > _ROOM:
        last = last.rpartition(" ")[0] if " " in last else last[:-1]
    return [*lines[: most - 1], f"{last} …"]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    line, width, blank = "", 0.0, _width(" ", font)
    for word in _parts(text, font):
        own = _width(word, font)
        if line and width + blank + own > _ROOM:
            yield line
            line, width = "", 0.0
        width += blank + own if line else own
        line = f"{line} {word}" if line else word
    if line:
        yield line


def _parts(text: str, font: ImageFont.FreeTypeFont) -> Iterator[str]:
    """Yield the words of a text; one that is wider than the card comes in pieces."""
    for word in text.split():
        rest = word
        while _width(rest, font) > _ROOM:
            fits = next(n for n in range(len(rest), 0, -1) if _width(rest[:n], font) <= _ROOM)
            yield rest[:fits]
            rest = rest[fits:]
        yield rest


@lru_cache(maxsize=8192)
def _width(text: str, font: ImageFont.FreeTypeFont) -> float:
    return font.getlength(text)


@cache
def _serif(size: int) -> ImageFont.FreeTypeFont:
    return _font("NotoSerif-Bold.ttf", size)


@cache
def _sans(size: int) -> ImageFont.FreeTypeFont:
    return _font("NotoSans-Regular.ttf", size)


def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    basic = ImageFont.Layout.BASIC  # another layout is not on every machine
    return ImageFont.truetype(str(FONTS / name), size, layout_engine=basic)
