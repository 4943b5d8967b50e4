"""A site with kinds and fields of its own: bridges and their closures, invented from end to end."""

from functools import cache

import yaml

from explainer.subjects import Subject
from explainer.subjects.own import own_subject

KINDS = """\
bridge:
  folder: bridges
  plural: Bridges
  about: What crosses the river.
  description: A way over water.
  order: latest
  summary: required
  schema_type: Bridge
  fields:
    opened:
      {type: date, required: true, timeline: true, until: closed, title: Opened,
       description: when the first people crossed it}
    closed: {type: date, description: when the last people crossed it}
    spans: {type: reference, to: [place], title: Where, relation: crosses the river here,
       listed_as: Bridges here}
    designers: {type: list of references, to: [person], relation: is a work of this person,
       listed_as: Designed}
    material: {type: one of, values: [stone, steel, no], claim: true, preview: true}
    length: {type: count, claim: true, sourced: true, title: Length in metres, sensitive: true}
    toll: {type: true or false}
    built_by: {type: list of countries, claim: true}
    owner: {type: reference, to: [organisation, person], claim: true}
    replaced_by: {type: reference, to: [bridge]}
    twin: {type: reference, to: [bridge], inverse: its twin, relation: has this as its twin}
    website: {type: https address, schema_property: url}
    repairs:
      type: list of items
      item: Repair
      fields:
        from: {type: date, required: true}
        to: {type: date}
        who: {type: reference, to: [organisation], listed_as: Repaired}
        role: {type: text}
        cost: {type: count, claim: true, sourced: true}
        found: {type: several of, values: [rust, cracks]}
closure:
  folder: closures
  fields:
    date: {type: date or interval, timeline: true}
    bridge: {type: reference, to: [bridge], required: true, relation: closes it}
    copy: {type: text, title: Notice}
person:
  fields:
    elected: {type: date, timeline: true}
    party: {type: text, claim: true, preview: true}
    offices:
      type: list of items
      fields: {where: {type: text, required: true}}
"""

_INDENTED = KINDS.replace("\n", "\n              ").rstrip()

BRIDGES = f"""
    -- mkdocs.yml --
    site_name: The bridges of Ostmark
    site_url: https://example.org/bridges/
    plugins:
      - search
      - explainer:
          subjects: []
          kinds:
              {_INDENTED}
    -- docs/index.md --
    The [[old-bridge]] was closed once: [[spring-closure]], by [[Nora Falk]].[@gazette]
    -- docs/bridges/old-bridge.md --
    ---
    title: Old Bridge
    summary: The first bridge of the town.
    aliases: [Stone Bridge]
    opened: 1890-05-01
    closed: 1990
    spans: ostmark
    designers: [nora-falk]
    material:
      - {{value: stone, sources: [gazette]}}
      - {{value: no, sources: [report], note: it was never finished}}
    length: {{value: 120, sources: [report], as_of: 1890}}
    toll: false
    built_by: [NO]
    owner: {{value: works, sources: [report]}}
    website: https://bridge.example.org/
    replaced_by: iron-bridge
    reviewed: 2024-05-01
    repairs:
      - {{from: 1920, to: 1921, who: works, role: builder, cost: unknown, found: [rust, cracks]}}
      - {{from: 1950, cost: {{value: 5, sources: [report]}}}}
    ---
    The works repaired it twice.[@report]
    -- docs/bridges/iron-bridge.md --
    ---
    title: Iron Bridge
    summary: The bridge that came after.
    opened: 1990~
    ---
    -- docs/bridges/index.md --
    Two of them are left.
    -- docs/closures/spring-closure.md --
    ---
    title: Spring closure
    date: 1921-03/1921-05
    bridge: old-bridge
    copy: No carts.
    ---
    Nobody crossed [[Stone Bridge]] for weeks.[@gazette]
    -- docs/people/nora-falk.md --
    ---
    title: Nora Falk
    summary: An engineer and mayor.
    born: 1850
    died: 1930
    elected: 1900-06
    party: {{value: The Greens, sources: [report]}}
    offices: [{{where: Ostmark}}, {{where: Westmark}}]
    ---
    She drew the old bridge.[@report]
    -- docs/places/ostmark.md --
    ---
    title: Ostmark
    country: DE
    coordinates: [52.1, 11.6]
    ---
    -- docs/organisations/works.md --
    ---
    title: Bridge Works
    country: DE
    ---
    -- docs/sources/gazette.md --
    ---
    title: A bridge at last
    publisher: Ostmark Gazette
    date: 1890-05-02
    ---
    -- docs/sources/report.md --
    ---
    title: Report on bridges
    publisher: Ministry of Works
    date: 1995
    ---
"""
"""A site without any problem, a warning included."""


@cache
def bridge_subject() -> Subject:
    """Return what the site adds, for sites in memory."""
    subject, faults = own_subject(yaml.load(KINDS, yaml.BaseLoader), (), ())
    assert subject, faults
    return subject


def in_memory(archive: str) -> str:
    """Return the content of a site on disk as that of one in memory."""
    return archive[archive.index("    -- docs/") :].replace("-- docs/", "-- ")
