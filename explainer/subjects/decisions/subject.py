"""The rows that the subject adds to the tables."""

from pathlib import Path

from explainer.pages.tables import Overview, Section
from explainer.site.sensitive import Sensitive
from explainer.subjects import Subject
from explainer.subjects.decisions.checks import CHECKS
from explainer.subjects.decisions.fields import EventFields
from explainer.subjects.decisions.views import (
    DECISIONS,
    decision_section,
    decisions_overview,
    figures,
)
from explainer.words import msgid

STYLE = "stylesheets/decisions.css"

SUBJECT = Subject(
    name="decisions",
    default=False,
    fields={"event": EventFields},
    templates=Path(__file__).parent / "templates",
    overviews=(
        Overview(
            DECISIONS,
            msgid("Decisions"),
            msgid("What parliaments and courts decided, and by how many votes."),
            "decisions.html",
            decisions_overview,
            assets=(STYLE,),
        ),
    ),
    sections=(Section("event", "event_decisions.html", decision_section, assets=(STYLE,)),),
    figures=(figures,),
    checks=CHECKS,
    sensitive=(Sensitive("event", ("decisions", "outcome"), "outcome of a decision"),),
)
