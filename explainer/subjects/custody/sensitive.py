"""Which changes of detentions and transfers a second person should look at."""

from typing import Any

from explainer.entries.entry import Entry
from explainer.site.resolve import Site
from explainer.site.sensitive import Sensitive
from explainer.subjects.custody.fields import ENDED
from explainer.subjects.custody.records import transfers

_DATES = "dates of custody"


def _dates_custody(event: Entry[Any], site: Site) -> bool:
    """Say whether somebody's custody ended with an event, so that its date is that of the end."""
    return bool(transfers(event)) or any(
        connection.reference.relation == ENDED and str(connection.reference) == event.id
        for connection in site.connections
    )


SENSITIVE = (
    Sensitive("person", ("detentions", "held_by"), "custody"),
    Sensitive("person", ("detentions", "from"), _DATES),
    Sensitive("person", ("detentions", "to"), _DATES),
    Sensitive("person", ("detentions", "ended_by"), _DATES),
    Sensitive("person", ("detentions", "legal_status"), "legal status"),
    Sensitive("person", ("detentions", "allegation"), "allegation"),
    Sensitive("person", ("detentions", "sentence"), "sentence"),
    Sensitive("person", ("detentions", "designation"), "designation"),
    Sensitive("event", ("date",), _DATES, _dates_custody),
    Sensitive("event", ("transfers",), "transfers"),
)
