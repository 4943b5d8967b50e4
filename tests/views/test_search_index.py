"""The shards of the index: what they hold, in which order, and how large they may be."""

import json
import random

import pytest

from explainer.views.search_index import (
    ROWS_SIZE,
    SHARD_SIZE,
    Found,
    Row,
    by_level,
    from_plain_data,
    index_files,
    plain_data,
)
from tests.search import index_of

MANY = 3000
FRAME = 100  # bytes around the value of a shard, and escapes in it


def row(url: str, title: str = "T") -> Row:
    """Make a row."""
    return (url, title, "Person", "1 August 2024", "Somebody.", (("part", "A part"),))


def found(number: int, names: dict[str, int], prose: dict[str, int]) -> Found:
    """Make a page."""
    return Found((number,), row(f"people/{number}/"), by_level(names), by_level(prose))


def large_site() -> list[Found]:
    """Make pages with frequent and rare words."""
    chance = random.Random(1)
    words = [f"word{number}" for number in range(5000)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    return [
        found(
            number,
            {f"name{number}": 3, "somebody": 0},
            {word: chance.randrange(4) for word in chance.choices(words, weights, k=60)},
        )
        for number in range(MANY)
    ]


def test_every_word_leads_to_its_pages_and_levels() -> None:
    """Also far apart, and on the first page and the last."""
    pages = large_site()
    index = index_of(index_files(pages))
    common = set(index.contents["common"])
    expected: dict[str, dict[str, int]] = {}
    for page in pages:
        for key, level in ((key, n) for n in range(4) for key in page.prose[n].split()):
            if key not in common or level >= 2:
                expected.setdefault(key, {})[page.row[0]] = level
    assert index.prose == expected
    assert index.names["name2999"] == {"people/2999/": 3}
    assert len(index.names["somebody"]) == MANY


def test_shards_have_about_one_size_and_the_contents_say_where_they_begin() -> None:
    """No word is so frequent that a browser loads much more than a shard for it."""
    files = dict(index_files(large_site()))
    sizes = {name: len(data) for name, data in files.items()}
    words = [size for name, size in sizes.items() if name[0] in "np"]
    assert len(words) > 10
    assert max(words) < 1.2 * SHARD_SIZE
    assert max(size for name, size in sizes.items() if name[0] == "r") < ROWS_SIZE + FRAME
    index = index_of(files.items())
    assert index.contents["names"] == sorted(index.contents["names"])
    assert [row[0] for row in index.rows] == [f"people/{number}/" for number in range(MANY)]


def test_a_word_of_most_pages_is_common_and_listed_only_where_it_stands_out() -> None:
    """The prose of a small site is listed in full."""
    pages = large_site()
    assert "word0" in index_of(index_files(pages)).contents["common"]
    assert index_of(index_files(pages[:100])).contents["common"] == []


def test_the_order_of_the_pages_given_changes_nothing() -> None:
    """The same pages give the same bytes, and another page another version."""
    pages = large_site()[:300]
    files = dict(index_files(pages))
    assert dict(index_files(reversed(pages))) == files
    other = index_of(index_files(pages[:-1]))
    assert other.contents["version"] != index_of(files.items()).contents["version"]


def test_a_site_without_pages_has_an_index() -> None:
    """There is nothing in it."""
    index = index_of(index_files([]))
    assert index.rows == []
    assert index.names == {}


def test_what_is_known_of_a_page_survives_being_kept() -> None:
    """As JSON, from one build to the next; a page that stays out does, too."""
    page = Found((-1.0, False, 0, "a/"), row("a/"), by_level({"a": 3}), by_level({"b": 0}))
    assert from_plain_data(json.loads(json.dumps(plain_data(page)))) == page
    assert from_plain_data(json.loads(json.dumps(plain_data(None)))) is None


@pytest.mark.parametrize("title", ['"</script>', "\u2028 \\ \n", "Владимир"])
def test_words_of_a_row_arrive_as_they_were(title: str) -> None:
    """Nothing in a title ends the string or the script that it stands in."""
    page = Found((1,), row("a/", title))
    assert index_of(index_files([page])).row("a/")[1] == title
    assert "\u2028" not in dict(index_files([page]))["r0.js"].decode()
