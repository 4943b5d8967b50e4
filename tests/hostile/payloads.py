"""A site in which every text that an editor can write tries to be something else."""

import base64
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.repositories import commit, repository
from tests.sites import write

_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SETTINGS = """
site_name: 'Small & <b>site</b> "quoted"'
site_description: '</title><script>hit(0)</script>'
site_url: https://site.example/
plugins: [search, explainer]
markdown_extensions: [attr_list, tables, footnotes, def_list, md_in_html, toc: {permalink: true}]
"""
FORMULA = "=cmd|'/C calc'!A0"
CALL = "@somebody #12 https://evil.example/ www.evil.example :smile: 0123456789abcdef"
COMMAND = "::error file=x::said ##[add-mask]x"
PROSE = """\
Prose [[bob|x "' {{ 7*7 }} {% raw %}]] [@ap, p. "1" <b {{7*7}}] and {{ 7*7 }} {% for x in y %}
text [[swap]].

## Head "quote' &lt;script&gt;hit(90)&lt;/script&gt; {{7*7}}

More `code <script>hit(91)</script>` [@ap].
"""


@dataclass(slots=True)
class Payloads:
    """Texts that no other is the same as, so that each can be found again."""

    made: int = 0

    def __call__(self) -> str:
        """Return one more, as YAML."""
        return json.dumps(self.text(), ensure_ascii=False)

    def text(self) -> str:
        """Return one more."""
        self.made += 1
        n = self.made
        return (
            f"x{n}\"'`</script></style></title></textarea><script>hit({n})</script>"
            f"<img src=x onerror=hit({n})><svg onload=hit({n})>{{{{7*7}}}}{{% raw %}}{{# ${{7*7}}"
            f"&lt;b&gt;|]]>--><!--\\ [l](javascript:hit({n})) ![i](https://evil.example/i.png)"
        )


def _entry(fields: dict[str, Any], prose: str = "") -> str:
    return "---\n" + "".join(f"{k}: {v}\n" for k, v in fields.items()) + f"---\n{prose}"


def _claim(value: str, note: str) -> str:
    return f"{{value: {value}, sources: [ap], as_of: 2024-01-01, note: {note}}}"


def _people(one: Payloads) -> dict[str, str]:
    custody = (
        "[{held_by: RU, from: 2021-08, to: 2024-08-01, place: prison, ended_by: swap, "
        f"allegation: {one()}, legal_status: {_claim('convicted', one())}, "
        f"sentence: {_claim(one(), one())}, designation: {_claim(one(), one())}, sources: [ap]}}]"
    )
    ada = {
        "title": one(),
        "summary": one(),
        "aliases": f"[{one()}, {json.dumps(FORMULA)}, {json.dumps(CALL)}]",
        "names": f"{{ru: {one()}}}",
        "sources": "[ap]",
        "tags": f"[{one()}]",
        "see_also": "[bob]",
        "image": f"{{file: a.png, alt: {one()}, credit: {one()}, licence: {one()}}}",
        "reviewed": "2026-01-01",
        "corrections": f"[{{date: 2026-01-02, text: {one()}}}]",
        "born": f"[{_claim('1960', one())}, {_claim('1961', one())}]",
        "nationality": _claim("[NO]", one()),
        "occupation": _claim(one(), one()),
        "affiliations": f"[{{who: club, role: {one()}, from: 2001}}]",
        "detentions": custody,
    }
    bob = {"title": json.dumps(FORMULA), "summary": json.dumps(f"{COMMAND} {CALL}"), "born": 1950}
    bob["aliases"] = '["two\\nlines\\n::error::x"]'
    return {
        "docs/people/ada.md": _entry(ada, PROSE),
        "docs/people/bob.md": _entry(bob, "Knew [[ada]] [@ap].\n"),
    }


def _others(one: Payloads) -> dict[str, str]:
    swap = {
        "title": one(),
        "summary": one(),
        "date": "2024-08-01",
        "place": "prison",
        "category": "exchange",
        "participants": f"[{{who: ada, role: {one()}}}, {{who: club, role: {one()}}}]",
        "transfers": f"[{{who: ada, from: RU, to: US, note: {one()}}}]",
        "total": _claim("1", one()),
    }
    club = {"title": one(), "country": "US", "type": one(), "website": "https://club.example/?a&b"}
    source = {"title": one(), "publisher": one(), "authors": f"[{one()}]", "date": "2024-08-02"}
    source["url"] = "https://ap.example/?q=%3Cscript%3E&x='"
    source["archived"] = "https://archive.example/x"
    page = {"title": one(), "description": one(), "tags": f"[{one()}]", "any": one()}
    heading = "# `<script>hit(92)</script>` and &lt;img src=x onerror=hit(93)&gt; \"'\n\n"
    return {
        "docs/events/swap.md": _entry(swap, "Text [[ada]].[@ap]\n"),
        "docs/glossary/word.md": _entry({"title": one(), "summary": one()}, "[[swap]] [@ap].\n"),
        "docs/organisations/club.md": _entry(club, "Club [@ap].\n"),
        "docs/places/prison.md": _entry(
            {"title": one(), "country": "RU", "coordinates": "[55, 37]"}, "Prison [[word]].\n"
        ),
        "docs/sources/ap.md": _entry(source, "About.\n"),
        "docs/about.md": _entry(page, "# About {{7*7}}\n\nSee [[ada]].\n"),
        "docs/plain.md": f"{heading}x\n\n## `</title><script>hit(94)</script>`\n\n[[ada]]\n",
    }


def hostile_site(folder: Path) -> Path:
    """Write the site as two commits: the second changes every text of the first."""
    for _ in range(2):
        one = Payloads(made=0 if not folder.exists() else 100)
        for path, text in {"mkdocs.yml": SETTINGS, **_people(one), **_others(one)}.items():
            write(folder, path, text)
        (folder / "docs/a.png").write_bytes(_PICTURE)
        write(folder, ".gitignore", "/site*/\n/.cache/\n")
        if (folder / ".git").exists():
            commit(folder)
        else:
            repository(folder)
    return folder
