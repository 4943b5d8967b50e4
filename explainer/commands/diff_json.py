"""The report of a comparison as one JSON object, for programs; its keys stay as they are."""

import json
from collections.abc import Sequence
from typing import Any

from explainer.changes.records import (
    EntryChange,
    FactChange,
    Named,
    PageChange,
    ProseChange,
    SentenceChange,
)
from explainer.commands.diff_pages import address
from explainer.commands.report import plain
from explainer.publish.comparing import At, Compared


def as_json(compared: Compared) -> str:
    """Return everything that changed; nothing is cut."""
    changes = compared.changes
    report = {
        "base": _at(compared.base),
        "head": _at(compared.head) if compared.head else None,
        "summary": {
            "entries": len(changes.entries),
            "sensitive": len(changes.sensitive),
            "problems_brought": len(changes.brought),
            "problems_cured": len(changes.cured),
            "pages": len(compared.pages),
        },
        "entries": [_entry(entry, compared.site_url) for entry in changes.entries],
        "problems": {
            "brought": [plain(problem) for problem in changes.brought],
            "cured": [plain(problem) for problem in changes.cured],
        },
        "pages": [_page(page, compared.site_url) for page in compared.pages],
    }
    return json.dumps(report, indent=2, ensure_ascii=False)


def _at(at: At) -> dict[str, str]:
    return {"revision": at.name, "commit": at.commit}


def _entry(entry: EntryChange, site_url: str) -> dict[str, Any]:
    return {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "change": entry.what,
        "path": entry.shown_path,
        "url": address(entry, site_url),
        "living": entry.living,
        "former_path": _former(entry),
        "former_url": f"/{entry.former_url}" if entry.former_url is not None else None,
        "redirected": entry.redirected,
        "notes": list(entry.notes),
        "sensitive": list(entry.reasons),
        "facts": [_fact(fact) for fact in entry.facts],
        "links": {"gained": _named(entry.links_gained), "lost": _named(entry.links_lost)},
        "citations": {
            "gained": _named(entry.citations_gained),
            "lost": _named(entry.citations_lost),
        },
        "prose": _prose(entry.prose) if entry.prose else None,
    }


def _former(entry: EntryChange) -> str | None:
    docs = entry.shown_path.removesuffix(entry.path)
    return f"{docs}{entry.former}" if entry.former is not None else None


def _fact(fact: FactChange) -> dict[str, Any]:
    return {
        "field": ".".join(fact.field),
        "item": fact.item,
        "item_change": fact.item_what,
        "label": fact.label,
        "before": fact.before,
        "after": fact.after,
        "sources": {"gained": _named(fact.sources_gained), "lost": _named(fact.sources_lost)},
        "disagreement": fact.disagreement,
        "sensitive": fact.sensitive,
    }


def _prose(prose: ProseChange) -> dict[str, Any]:
    return {
        "words_added": prose.words_added,
        "words_removed": prose.words_removed,
        "sentences": [_sentence(sentence) for sentence in prose.sentences],
    }


def _sentence(sentence: SentenceChange) -> dict[str, Any]:
    gained, lost = _named(sentence.sources_gained), _named(sentence.sources_lost)
    return {
        "before": sentence.before,
        "after": sentence.after,
        "sources": {"gained": gained, "lost": lost},
        "sensitive": sentence.sensitive,
    }


def _named(named: Sequence[Named]) -> list[dict[str, str]]:
    return [{"id": item.id, "title": item.title} for item in named]


def _page(page: PageChange, site_url: str) -> dict[str, Any]:
    return {
        "url": address(page, site_url),
        "title": page.title,
        "kind": page.kind,
        "change": page.what,
        "former_url": f"/{page.former}" if page.former is not None else None,
        "parts": list(page.parts),
    }
