"""What stands at the foot of every page: how to cite it, and what it says to programs."""

from collections.abc import Iterable
from dataclasses import dataclass

from explainer.dates import Edtf
from explainer.pages.citing import Citation, citation_of
from explainer.pages.linked_data import citations_of, written
from explainer.pages.linked_things import Node
from explainer.pages.scope import Scope


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a page; `linked_data` is the text of a script element, and safe there."""

    citation: Citation | None
    linked_data: str


def foot_of(
    scope: Scope, title: str, nodes: Iterable[Node], *, key: str, reviewed: Edtf | None = None
) -> Foot:
    """Make the foot of a page that is built but for this."""
    return Foot(citation_of(key, title, reviewed, scope), written(nodes, citations_of(scope)))
