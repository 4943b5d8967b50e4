"""The rows that the subject adds to the tables."""

from pathlib import Path

from explainer.pages.tables import ConnectionDetail, DerivedGroup, ExtraFacts, Overview, Section
from explainer.subjects import Subject
from explainer.subjects.custody.checks import CHECKS
from explainer.subjects.custody.connections import (
    detention_detail,
    transfer_detail,
    transferred_with,
)
from explainer.subjects.custody.examples import EXAMPLES
from explainer.subjects.custody.exchanges import (
    EXCHANGES,
    exchanges,
    figures,
    transfer_drawing,
    transfer_section,
)
from explainer.subjects.custody.fields import (
    ENDED,
    HELD_HERE,
    TRANSFERRED,
    EventFields,
    PersonFields,
)
from explainer.subjects.custody.geography import map_items
from explainer.subjects.custody.held import HELD, held_figures, held_overview
from explainer.subjects.custody.sensitive import SENSITIVE
from explainer.subjects.custody.views import (
    detention_section,
    journey_facts,
    status_facts,
    timeline_items,
)
from explainer.words import msgid

FLOW = "stylesheets/flow.css"

SUBJECT = Subject(
    name="custody",
    default=True,
    fields={"person": PersonFields, "event": EventFields},
    templates=Path(__file__).parent / "templates",
    overviews=(
        Overview(
            EXCHANGES,
            msgid("Exchanges"),
            msgid("Who was exchanged for whom, when and where."),
            "exchanges.html",
            exchanges,
            assets=(FLOW,),
        ),
        Overview(
            HELD,
            msgid("Still held"),
            msgid("Who is still held, by whom, and since when."),
            "held.html",
            held_overview,
            assets=("stylesheets/held.css",),
        ),
    ),
    sections=(
        Section("person", "detentions.html", detention_section),
        Section("event", "transfers.html", transfer_section, assets=(FLOW,)),
    ),
    drawings=(Section("event", "ways.html", transfer_drawing, assets=(FLOW,)),),
    facts=(ExtraFacts("person", journey_facts),),
    details=(
        ConnectionDetail(HELD_HERE, detention_detail),
        ConnectionDetail(ENDED, detention_detail),
        ConnectionDetail(TRANSFERRED, transfer_detail),
    ),
    groups=(DerivedGroup("person", transferred_with),),
    row_facts=(ExtraFacts("person", status_facts),),
    figures=(figures, held_figures),
    timeline=(timeline_items,),
    map_sources=(map_items,),
    checks=CHECKS,
    sensitive=SENSITIVE,
    examples=EXAMPLES,
)
