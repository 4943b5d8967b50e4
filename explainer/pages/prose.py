"""Write our syntax out: prose in, Markdown that any builder understands out."""

import html

from explainer.entries.entry import Document, EntryId
from explainer.pages.references import Mark
from explainer.pages.scope import Scope
from explainer.site.prose import Citation, Link
from explainer.site.resolve import NO_ENTRY

# Inside an HTML attribute Python-Markdown still sees these, so they are written as references.
_ATTRIBUTE = str.maketrans({char: f"&#{ord(char)};" for char in "\\`[]*_{}|~^$"})


def written_out(document: Document, scope: Scope) -> str:
    """Return the document's prose with every link and citation replaced by HTML."""
    prose = scope.site.prose[document.path]
    if not prose.links and not prose.citations:
        return prose.text
    found: list[Link | Citation] = [*prose.links, *prose.citations]
    parts, position = [], 0
    for item in sorted(found, key=lambda item: item.span):
        start, end = item.span
        if start < position:
            continue
        parts.append(prose.text[position:start])
        parts.append(_link(item, scope) if isinstance(item, Link) else _citation(item, scope))
        position = end
    return "".join([*parts, prose.text[position:]])


def _link(link: Link, scope: Scope) -> str:
    words = scope.site.words(scope.path, link)
    target = scope.site.targets[scope.path].get(link)
    if link.plain or target is None:
        return words
    anchor = f"#{_attribute(link.heading)}" if link.heading else ""
    if target == NO_ENTRY:
        return f'<a class="ref" href="{anchor}">{words}</a>'
    entry = scope.site.entries.get(target)
    if entry is None:
        return words
    address = _attribute(scope.link_to(entry).url) + anchor
    return f'<a class="ref ref-{entry.kind.name}" href="{address}">{words}</a>'


def _citation(citation: Citation, scope: Scope) -> str:
    marks = [
        scope.numbering.cite(EntryId(item.source), item.locator)
        for item in citation.items
        if scope.has_source(item.source)
    ]
    return "".join(_mark(mark) for mark in marks)


def _mark(mark: Mark) -> str:
    title = f' title="{_attribute(mark.locator)}"' if mark.locator else ""
    return (
        f'<sup class="cite" id="{mark.anchor}">'
        f'<a href="#{mark.target}"{title} role="doc-noteref">{mark.number}</a></sup>'
    )


def _attribute(text: str) -> str:
    return html.escape(text).translate(_ATTRIBUTE)
