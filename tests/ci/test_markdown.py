"""A stranger's Markdown, said in the name of the project, calls nobody and leads nowhere else."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from explainer.ci.markdown import PLACEHOLDER, harmless, shortened

HERE = "https://pr-7--previews.example.net/"
GITHUB = MarkdownIt("gfm-like", {"html": True, "linkify": False}).enable("table")


def rendered(text: str, preview: str | None = HERE) -> str:
    """Return what GitHub would make of a text, more or less."""
    return str(GITHUB.render(harmless(text, preview=preview)))


def test_ordinary_words_stay_as_they_are() -> None:
    text = "## People\n\n| a | b |\n|---|---|\n| *1* | `2` |\n\n- x < y & z\n\n5 # 6\n"
    assert harmless(text, preview=HERE).replace("\u200b", "") == text


def test_folded_parts_and_marks_of_change_stay() -> None:
    text = "<details>\n<summary>More</summary>\n\n<del>a</del><ins>b</ins><br>\n</details>"
    assert harmless(text, preview=HERE) == text


CALLS = ["@ada", "\\@ada", "&#64;ada", "&#x40;ada", "&commat;ada", "@org/team", "ada@example.org"]
CALLS += ["#12", "\\#12", "&#35;12", "&num;12", "GH-12", "org/name#12", "a @\u200bada"]


@pytest.mark.parametrize("text", CALLS)
def test_nobody_is_called_and_nothing_referred_to(text: str) -> None:
    """GitHub looks for these in the rendered text, so no escape may bring them back."""
    seen = html.unescape(re.sub(r"<[^>]*>", "", rendered(text)))
    assert not re.search(r"@\w|#\d|GH-\d", seen)


LINKS = [
    "[a](https://evil.example)",
    "[a](//evil.example)",
    "[a](/settings)",
    "[a](../../x)",
    "[a](<https://evil.example>)",
    "[a]( https://evil.example )",
    "[a](javascript:alert(1))",
    "[a][b]\n\n[b]: https://evil.example",
    "[b]\n\n[b]: //evil.example 'title'",
    "<https://evil.example>",
    "<mailto:a@evil.example>",
    "![a](https://evil.example/track.png)",
    "[![a](https://evil.example/a.png)](https://evil.example)",
    "[a](https&#58;//evil.example)",
    f"[a]({PLACEHOLDER[:-1]}.evil.example/)",
    f"[a]({PLACEHOLDER[:-1]}@evil.example/)",
    "[a](https://preview.invalid:80@evil.example/)",
]


@pytest.mark.parametrize("text", LINKS)
def test_nothing_leads_away_from_the_preview(text: str) -> None:
    found = re.findall(r'(?:href|src)="([^"]*)"', rendered(text))
    assert [address for address in found if not address.startswith(HERE)] == []
    assert not re.search(r"(https?|mailto):(?!//pr-7--|\u200b)\S", harmless(text, preview=HERE))


RAW = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<details open onclick=x>",
    "<a href='https://evil.example'>a</a>",
    "<!-- explainer-site: preview -->",
    "<!-- explainer-site: changes -->",
    "<summary\nclass=x>",
    "<picture><source srcset='https://evil.example'></picture>",
    "<![CDATA[a]]>",
    "<?php a ?>",
]


@pytest.mark.parametrize("text", RAW)
def test_no_html_passes_but_a_few_plain_elements(text: str) -> None:
    """Neither can a stranger write the marks by which the comment is found."""
    made = harmless(text, preview=HERE)
    assert not re.search(r"<[!?]", made)
    assert re.findall(r"<(\w+)[^>]*[\s=][^>]*>", made) == []
    assert not re.search(r"<(script|img|a|picture|source)\b", made)


@pytest.mark.parametrize("text", ["```mermaid\ngraph\n```", "~~~ geojson\n{}\n~~~", "> ```stl\n"])
def test_nothing_is_drawn(text: str) -> None:
    assert not re.search("mermaid|geojson|stl", harmless(text, preview=HERE))


def test_the_colours_of_a_diff_stay() -> None:
    assert harmless("```diff\n- a\n+ b\n```", preview=HERE) == "```diff\n- a\n+ b\n```"


@pytest.mark.parametrize("character", ["\0", "\x1b", "\u202e", "\u2066", "\ue000", "&#8238;"])
def test_what_is_not_seen_is_dropped(character: str) -> None:
    assert harmless(f"a{character}b", preview=HERE) == "ab"


def test_links_to_changed_pages_lead_to_the_preview() -> None:
    text = f"[Ada]({PLACEHOLDER}people/ada/#born) and [home]({PLACEHOLDER})"
    made = f"[Ada]({HERE}people/ada/#born) and [home]({HERE})"
    assert harmless(text, preview=HERE) == made


def test_an_address_in_the_preview_stays_in_it() -> None:
    """However it goes on, the host is ours, and no way up leads out of a folder."""
    for rest in ("../../x", "a/../../b", "/evil.example", "a//b"):
        found = re.findall(r'href="([^"]*)"', rendered(f"[a]({PLACEHOLDER}{rest})"))
        assert len(found) == 1
        assert found[0].startswith(HERE)
        assert not re.search(r"\.\.|//", found[0].removeprefix(HERE))


def test_without_a_preview_its_links_are_plain_words() -> None:
    assert "href" not in rendered(f"[Ada]({PLACEHOLDER}people/ada/)", None)


@given(st.text(alphabet=list("@#<>[]()!&;:/.\\`~ahtps012w\n-_*|\u200b\ue000"), max_size=60))
def test_whatever_a_stranger_writes_leads_nowhere_else(text: str) -> None:
    for given_text in (text, text.replace("p", PLACEHOLDER)):
        made = rendered(given_text)
        addresses = re.findall(r'(?:href|src)="([^"]*)"', made)
        assert all(address.startswith(HERE) for address in addresses)
        seen = html.unescape(re.sub(r"<[^>]*>", "", made)).replace(HERE, "")
        assert not re.search(r"@\w", seen)


def test_a_long_text_is_cut_and_says_so() -> None:
    """What was folded or fenced is closed, so that the end can be read."""
    text = "<details>\n\n```\n" + "a line\n" * 10_000
    cut = shortened(text, longest=20_000)
    assert len(cut) <= 20_000
    assert "```\n</details>\n\nThis is too long" in cut
    assert shortened("short", longest=20_000) == "short"
