"""The options of the plugin in `mkdocs.yml`: what each takes, what it says, and what it is else."""

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.config_options import ListOfItems, Optional, Type

from explainer.entries.formats import UNSAID
from explainer.entries.near import did_you_mean
from explainer.settings import EVENT_CATEGORIES, Settings


class PluginConfig(Config):
    """The options of the plugin in `mkdocs.yml`; `TOLD` says what they are for."""

    subjects = Optional(ListOfItems(Type(str)))
    format = Type(int, default=UNSAID)
    event_categories = ListOfItems(Type(str), default=list(EVENT_CATEGORIES))
    source_marks = Type(dict, default={})
    stale_after = Type(int, default=Settings().stale_after)
    long_summary = Type(int, default=Settings().long_summary)
    history = Type(bool, default=True)
    changes_within = Type(int, default=Settings().changes_within)
    tolerated_warnings = ListOfItems(Type(str), default=[])
    licence = Type(dict, default={})
    data_files = Type(bool, default=True)
    social_cards = Type(bool, default=True)
    print_up_to = Type(int, default=Settings().print_up_to)
    kinds = Type(dict, default={})
    limits = Type(dict, default={})

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """Refuse options that do not exist; MkDocs would warn and go on without them."""
        known = [name for name, _ in self._schema]
        errors, warnings = super().validate()
        for name in [name for name in self if name not in known]:
            near = did_you_mean(str(name), known)
            hint = f"did you mean {near}?" if near else "there are: " + ", ".join(known)
            errors.append((str(name), ValidationError(f"there is no such option; {hint}")))
        return errors, [(name, words) for name, words in warnings if name in known]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is told of an option: what it takes, what it says, and an example in YAML.

    `otherwise` is what holds without it, where that is not simply its default.
    """

    takes: str
    says: str
    example: str
    otherwise: str = ""


TOLD: Mapping[str, Told] = {
    "subjects": Told(
        takes="list of names",
        says="the subject modules that the site uses; `[]` for none",
        example="[decisions]",
    ),
    "kinds": Told(
        takes="kinds by name",
        says="kinds of entries of the site's own, and further fields of those that are there",
        example="{person: {fields: {party: {type: text}}}}",
        otherwise="none",
    ),
    "format": Told(
        takes="number",
        says="the format that the entries are written in; `migrate` changes it",
        example="1",
    ),
    "event_categories": Told(
        takes="list of text",
        says="the categories that an event may have",
        example="[outbreak, measure, report]",
    ),
    "source_marks": Told(
        takes="words by tag",
        says="words that mark a source for readers, wherever it is cited, by a tag of the source",
        example="{state outlet: state outlet}",
        otherwise="none",
    ),
    "stale_after": Told(
        takes="number of days",
        says="after how long something that is told as still going on should be checked again "
        "(the problem `stale`)",
        example="30",
    ),
    "long_summary": Told(
        takes="number of characters",
        says="beyond how many a summary is too long for previews (the problem `long-summary`)",
        example="200",
    ),
    "licence": Told(
        takes="`name`, `title` and `url`",
        says="on what terms the content may be used; `/data/` and its files say so",
        example="{name: CC-BY-4.0}",
        otherwise="none is named",
    ),
    "history": Told(
        takes="true or false",
        says="whether `/changes/` and the feeds tell what git knows",
        example="false",
    ),
    "changes_within": Told(
        takes="number of days",
        says="how many days before the newest change `/changes/` tells of",
        example="365",
    ),
    "data_files": Told(
        takes="true or false",
        says="whether the site gives its data to other programs, as `/data/`",
        example="false",
    ),
    "social_cards": Told(
        takes="true or false",
        says="whether pages have pictures for those who share them; sources, and all pages of a "
        "site with more than 1,000 entries, have that of the site",
        example="false",
        otherwise="`true`, where `site_url` is set",
    ),
    "print_up_to": Told(
        takes="number of entries",
        says="up to how many `/print/` has them all; it is rendered anew in every build",
        example="1000",
    ),
    "limits": Told(
        takes="numbers by name",
        says="what one file or page may ask for",
        example="{file_size: 1000000, page_seconds: 60}",
        otherwise="far beyond any honest file",
    ),
    "tolerated_warnings": Told(
        takes="list of codes",
        says="codes of warnings that are reported and stop no strict build",
        example="[missing-archive]",
        otherwise="none",
    ),
}
