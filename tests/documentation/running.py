"""Each example to what shows that it is right; the table of the forms that examples have."""

import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.archive import write_site
from tests.documentation.collect import Example
from tests.documentation.commands import Reader
from tests.documentation.content import (
    assert_excerpt,
    assert_markdown,
    assert_template,
    assert_yaml,
)
from tests.documentation.options import assert_known
from tests.documentation.samples import NOTHING, SAMPLES, assert_printed
from tests.documentation.synopses import forms_of
from tests.repositories import commit, git, repository
from tests.sites import REPOSITORY, SMALL, run, write

STARTER = "explainer/publish/starter/"
ENGINE = """---
title: engine
summary: A machine that counts.
---
See [[note-g]].[@menabrea-1843]
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What readers have before them: a site under git, with a change, and a new site."""

    site: Path
    new_site: Path
    done: tuple[set[tuple[str, ...]], set[tuple[str, ...]]] = field(
        default_factory=lambda: (set(), set())
    )

    @classmethod
    def in_folder(cls, folder: Path) -> "Desk":
        """Write the sites into a folder; what is tried is tried in copies of them."""
        site = repository(write_site(SMALL, folder / "site").parent)
        git(site, "switch", "--quiet", "--create", "change")
        write(site, "docs/glossary/engine.md", ENGINE)
        write(site, "docs/index.md", "All began with an [[engine]].\n")
        commit(site)
        assert run("init", "new", cwd=folder).status == 0
        return cls(site, folder / "new")

    def copy_for(self, example: Example, folder: Path) -> Path:
        """Return the folder in which a reader of the example stands, as a copy."""
        original = self.new_site if is_of_starter(example) else self.site
        copy = Path(shutil.copytree(original, folder / "here"))
        if "examples/" in example.text:
            shutil.copytree(REPOSITORY / "examples", copy / "examples")
        return copy


def is_of_starter(example: Example) -> bool:
    """Say whether an example stands in the readme of a new site."""
    return example.path.startswith(STARTER)


def run_example(example: Example, desk: Desk, folder: Path, config: pytest.Config) -> None:
    """Fail unless an example is right."""
    text = example.text
    match example.form:
        case _ if example.name:
            assert example.name in SAMPLES, f"{example.place}: there is no sample {example.name}"
            SAMPLES[example.name](text, folder)
        case "sh":
            reader = Reader(desk.copy_for(example, folder), config)
            for line in text.splitlines():
                reader.runs(line)
        case "command":
            for number, form in enumerate(forms_of(text)):
                here = desk.copy_for(example, folder / str(number))
                Reader(here, config, desk.done[is_of_starter(example)]).runs(form)
        case "option":
            assert_known(text)
        case "yaml" | "setting":
            assert_yaml(text, folder)
        case "markdown" if is_of_starter(example):
            assert_excerpt(text, desk.new_site)
        case "markdown" | "link":
            assert_markdown(text)
        case "template":
            assert_template(text, folder)
        case "text":
            assert_printed(example, folder)
        case _:
            raise AssertionError(f"{example.place}: {NOTHING}")
