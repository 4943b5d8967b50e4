"""The same content for other generators: as many pages, and links that lead somewhere."""

import re
from functools import cache

import yaml

from bench.content import Content, sentences
from bench.hugo import hugo_site
from bench.invent import invent
from bench.peers import programs

PROGRAMS = programs()[:3]  # the fourth reads what the third does
_LINK = re.compile(r"\]\(([^)\s]+)\)")


@cache
def content() -> Content:
    return invent(100)


def test_every_program_gets_every_entry_with_its_text() -> None:
    """Ours, Hugo's and the staged site have a page for each entry, with each of its sentences."""
    for program in PROGRAMS:
        files = dict(program.files(content()))
        for entry in content().entries.values():
            source = files[program.source.format(path=entry.path)]
            for sentence in sentences(entry.prose):
                assert sentence.before in source, (program.name, entry.id)


def test_hugo_links_lead_to_content() -> None:
    """Every link of the site for Hugo, in prose and in fields, is the path of an entry."""
    files = dict(hugo_site(content()))
    pages = {f"/{entry.path}" for entry in content().entries.values()}
    texts = [text for path, text in files.items() if path.startswith("content/")]
    in_prose = {target for text in texts for target in _LINK.findall(text)}
    in_fields = {target for text in texts for target in re.findall(r'"(/[^"]+)"', text)}
    assert in_prose
    assert in_fields
    assert in_prose | in_fields <= pages


def test_hugo_takes_no_field_for_something_of_its_own() -> None:
    """Countries stay text, and no field has a name that moves a page."""
    for path, text in hugo_site(content()):
        if path.startswith("content/") and "_index" not in path:
            fields = yaml.safe_load(text.split("---\n")[1])
            assert not {"aliases", "type", "url"} & set(fields)
            assert isinstance(fields.get("country", ""), str | dict)
