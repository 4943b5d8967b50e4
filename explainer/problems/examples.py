"""For every problem code of the core, the smallest site that has the problem."""

from collections.abc import Mapping

Files = Mapping[str, str]
"""Text of files, by path in the content folder (by path in the site's folder for a template)."""


def entry_text(fields: str, prose: str = "") -> str:
    """Return the text of an entry with these fields and this prose."""
    return f"---\n{fields.strip()}\n---\n{prose and prose + chr(10)}"


PERSON = "title: Ada Lovelace\nsummary: A mathematician."
SOURCE = entry_text("title: A report\npublisher: The Herald")

EXAMPLES: Mapping[str, Files] = {
    "front-matter": {"people/ada.md": "---\ntitle: Ada Lovelace\nsummary: A mathematician.\n"},
    "unknown-field": {"people/ada.md": entry_text(f"{PERSON}\nborm: 1815")},
    "missing-field": {"people/ada.md": entry_text("title: Ada Lovelace")},
    "bad-value": {"places/london.md": entry_text("title: London\ncountry: England")},
    "bad-date": {"people/ada.md": entry_text(f"{PERSON}\nborn: 10.12.1815")},
    "bad-id": {"people/Ada_Lovelace.md": entry_text(PERSON)},
    "hidden-character": {"people/ada.md": entry_text(PERSON, "She was &#x202E;nrob in 1815.")},
    "bad-file": {"portrait.jpg": "(a symbolic link to ../../pictures/portrait.jpg)\n"},
    "duplicate-id": {
        "people/lovelace.md": entry_text(PERSON),
        "glossary/lovelace.md": entry_text("title: Lovelace\nsummary: A crater on the Moon."),
    },
    "broken-link": {"people/ada.md": entry_text(PERSON, "She worked with [[charles-babbage]].")},
    "ambiguous-link": {
        "people/ada.md": entry_text(f"{PERSON}\naliases: [Byron]", "Her father was [[Byron]]."),
        "people/lord-byron.md": entry_text("title: Lord Byron\nsummary: A poet.\naliases: [Byron]"),
    },
    "unknown-reference": {"people/ada.md": entry_text(f"{PERSON}\nsee_also: [charles-babbage]")},
    "wrong-kind": {
        "people/ada.md": entry_text(PERSON),
        "places/london.md": entry_text("title: London\ncountry: GB\npart_of: ada"),
    },
    "unknown-source": {"people/ada.md": entry_text(PERSON, "She was born in 1815.[@herald-1815]")},
    "unsafe-markup": {"people/ada.md": entry_text(PERSON, "[More](javascript:alert(1))")},
    "over-limit": {
        "mkdocs.yml": "plugins:\n  - explainer:\n      limits: {links: 2}\n",
        "people/ada.md": entry_text(PERSON, "[[Ada]] and [[Ada]] and [[Ada]]"),
    },
    "bad-template": {"templates/person.html": "<h1>{{ title </h1>\n"},
    "impossible-dates": {"people/ada.md": entry_text(f"{PERSON}\nborn: 1852\ndied: 1815")},
    "uncited-paragraph": {"people/ada.md": entry_text(PERSON, "She was the first programmer.")},
    "orphan": {"people/ada.md": entry_text(PERSON)},
    "unused-source": {"sources/herald.md": SOURCE},
    "name-clash": {
        "people/ada.md": entry_text(f"{PERSON}\naliases: [Byron]"),
        "people/lord-byron.md": entry_text("title: Lord Byron\nsummary: A poet.\naliases: [Byron]"),
    },
    "missing-archive": {
        "sources/herald.md": entry_text(
            "title: A report\npublisher: The Herald\nurl: https://herald.example/report"
        )
    },
    "long-summary": {
        "people/ada.md": entry_text(f"title: Ada Lovelace\nsummary: {'A mathematician. ' * 17}")
    },
    "unlinked-mention": {
        "people/ada.md": entry_text(PERSON),
        "people/babbage.md": entry_text(
            "title: Charles Babbage\nsummary: An inventor.", "## Ada Lovelace\n\nShe wrote."
        ),
    },
    "unmentioned": {
        "people/ada.md": entry_text(PERSON),
        "people/babbage.md": entry_text(
            "title: Charles Babbage\nsummary: An inventor.\nsee_also: [ada]"
        ),
    },
    "missing-redirect": {"people/ada-lovelace.md": entry_text(PERSON)},
    "untranslated": {"locale/fr.po": 'msgid "Born"\nmsgstr "Naissance"\n'},
    "missing-alt": {"people/ada.md": entry_text(PERSON, "![](ada.jpg)")},
}

ODD: Mapping[str, Mapping[str, str]] = {
    "bad-file": {"portrait.jpg": "is a link to a file outside docs/"}
}
"""What is odd about files, for a problem of what lies in the folder: no text can have it."""

BEFORE: Mapping[str, Files] = {"missing-redirect": {"people/ada.md": entry_text(PERSON)}}
"""What was there at the base instead, for a problem that only `check --base` reports."""
