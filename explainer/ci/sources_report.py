"""Say what came of a look at the sources, for editors: in words that are the same for the same."""

from collections.abc import Sequence
from urllib.parse import quote

from explainer.ci.github import LARGEST_COMMENT
from explainer.ci.ledger import Ledger, Record
from explainer.ci.markdown import harmless, shortened
from explainer.ci.sources import copy_of
from explainer.publish.cited import Cited

_HEADS = (
    ("gone", "Gone", "Name an archived copy (`archived:`), or another source."),
    ("silent", "No answer", "Look whether a reader gets through; otherwise as above."),
    ("moved", "Moved for good", "If it is the same text, write the new address (`url:`)."),
)


def report(sources: Sequence[Cited], ledger: Ledger, *, days: int) -> str | None:
    """Write what an editor should look at; None when there is nothing.

    An address is named once it has failed on so many days, with all sources that name it.
    """
    parts = []
    for kind, title, cure in _HEADS:
        lines = [
            _line(cited, address, ledger[address])
            for cited in sources
            for address in dict.fromkeys((cited.address, cited.archived))
            if address and address in ledger and _is_due(ledger[address], kind, days)
        ]
        if lines:
            parts.append("\n".join([f"## {title}", "", cure, "", *lines]))
    copies = ((cited.path, copy_of(cited, ledger)) for cited in sources)
    offered = [f"- `{path}`: `archived: {_plain(copy)}`" for path, copy in copies if copy]
    if offered:
        head = "The Internet Archive has copies that no entry names. Look whether each shows the "
        head += "text as it was cited, and add its line."
        parts.append("\n".join(["## Copies to be named", "", head, "", *offered]))
    if not parts:
        return None
    return shortened("\n\n".join(parts), longest=LARGEST_COMMENT - 2_000) + "\n"


def _is_due(record: Record, kind: str, days: int) -> bool:
    return record.answer.kind == kind and len(record.failing) >= days


def _line(cited: Cited, address: str, record: Record) -> str:
    copy = "its archived copy " if address == cited.archived else ""
    on = f" to <{_plain(record.answer.address)}>" if record.answer.address else ""
    title = harmless(cited.title, preview=None)
    return (
        f"- {title} (`{cited.path}`): {copy}<{_plain(address)}> "
        f"{record.answer.words}{on}, since {record.failing[0]}"
    )


def _plain(address: str) -> str:
    """Return an address that stays whole in Markdown."""
    return quote(address, safe=":/?#[]@!$&'()*+,;=%~._-")
