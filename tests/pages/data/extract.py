"""Take out of schema.org's vocabulary what the tests hold pages against.

    python tests/pages/data/extract.py RELEASE

RELEASE is a folder of `data/releases/` in the repository github.com/schemaorg/schemaorg, with
`schemaorg-current-https.jsonld` and `schemaorgcontext.jsonld` in it.
"""

import json
import sys
from pathlib import Path
from typing import Any

CLASSES = (
    *("Article", "Book", "BreadcrumbList", "CollectionPage", "CorrectionComment", "Country"),
    *("CreativeWork", "Dataset", "DefinedTerm", "DefinedTermSet", "Event", "GeoCoordinates"),
    *("ImageObject", "ListItem", "Organization", "Person", "Place", "PostalAddress", "WebPage"),
    *("WebSite", "Date", "DateTime", "Text", "URL", "Number", "Integer", "Thing"),
)


def names(node: dict[str, Any], key: str) -> list[str]:
    """Return what a node of the vocabulary names, as a sorted list."""
    value = node.get(key, [])
    listed = value if isinstance(value, list) else [value]
    return sorted(item["@id"].removeprefix("schema:") for item in listed)


def main() -> None:
    """Write `schema_org.json` beside this file."""
    release = Path(sys.argv[1])
    graph = json.loads((release / "schemaorg-current-https.jsonld").read_text("utf-8"))["@graph"]
    context = json.loads((release / "schemaorgcontext.jsonld").read_text("utf-8"))["@context"]
    nodes = {node["@id"].removeprefix("schema:"): node for node in graph}
    classes: dict[str, list[str]] = {}
    wanted = list(CLASSES)
    while wanted:
        name = wanted.pop()
        above = [c for c in names(nodes[name], "rdfs:subClassOf") if c in nodes]
        classes[name] = above
        wanted += [parent for parent in above if parent not in classes]
    properties = {
        name: {"domain": domain, "range": names(node, "schema:rangeIncludes")}
        for name, node in nodes.items()
        if (domain := names(node, "schema:domainIncludes"))
        and not classes.keys().isdisjoint(domain)
    }
    kept = {"@vocab", "type", "id", "schema", *classes, *properties}
    excerpt = {
        "release": release.name,
        "classes": dict(sorted(classes.items())),
        "properties": dict(sorted(properties.items())),
        "context": {name: value for name, value in context.items() if name in kept},
    }
    text = json.dumps(excerpt, indent=None, separators=(",", ":"), ensure_ascii=False)
    lines = text.replace("},", "},\n").replace('],"', '],\n"') + "\n"
    (Path(__file__).parent / "schema_org.json").write_text(lines, encoding="utf-8")


if __name__ == "__main__":
    main()
