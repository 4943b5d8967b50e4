"""The rows that the subject adds to the tables."""

from pathlib import Path

from explainer.pages.tables import ExtraFacts, Overview, Section
from explainer.subjects import Subject
from explainer.subjects.custody.checks import CHECKS
from explainer.subjects.custody.examples import EXAMPLES
from explainer.subjects.custody.fields import EventFields, PersonFields
from explainer.subjects.custody.geography import map_items
from explainer.subjects.custody.views import (
    EXCHANGES,
    HELD,
    detention_section,
    exchanges,
    figures,
    held_overview,
    journey_facts,
    status_facts,
    timeline_items,
    transfer_section,
)

SUBJECT = Subject(
    name="custody",
    default=True,
    fields={"person": PersonFields, "event": EventFields},
    templates=Path(__file__).parent / "templates",
    overviews=(
        Overview(
            EXCHANGES,
            "Exchanges",
            "Who was exchanged for whom, when and where.",
            "exchanges.html",
            exchanges,
        ),
        Overview(
            HELD,
            "Still held",
            "Who is still held, by whom, and since when.",
            "held.html",
            held_overview,
        ),
    ),
    sections=(
        Section("person", "detentions.html", detention_section),
        Section("event", "transfers.html", transfer_section),
    ),
    facts=(ExtraFacts("person", journey_facts),),
    row_facts=(ExtraFacts("person", status_facts),),
    figures=(figures,),
    timeline=(timeline_items,),
    map_sources=(map_items,),
    checks=CHECKS,
    examples=EXAMPLES,
)
