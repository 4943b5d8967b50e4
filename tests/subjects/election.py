"""A site on another subject than the first one: a local election, invented from end to end."""

ELECTION = """
    -- mkdocs.yml --
    site_name: The recount in Ostmark
    site_url: https://example.org/recount/
    plugins:
      - search
      - explainer:
          subjects: []
          event_categories: [vote, ruling, statement]
    -- docs/index.md --
    ---
    title: The recount in two minutes
    ---
    On 3 March 2024 [[Ostmark]] elected [[Lena Brandt]] as mayor by eleven votes.[@gazette-count]
    Two weeks later the [[district-court]] ordered a [[recount]].[@ruling-2024, para. 4]
    -- docs/how-we-count.md --
    # How we count

    Votes are counted as the [[electoral-office|Electoral Office]] published them.[@gazette-count]
    -- docs/people/lena-brandt.md --
    ---
    title: Lena Brandt
    summary: Mayor of Ostmark since 2024, elected by eleven votes.
    aliases: [Brandt]
    names: {uk: Лена Брандт}
    born: 1979~
    nationality: {value: [DE], sources: [gazette-count]}
    occupation: {value: Engineer, sources: [gazette-count], as_of: 2024-03}
    affiliations:
      - {who: electoral-office, role: observer, from: 2019, to: 2021}
    reviewed: 2024-05-01
    ---
    Brandt won the first count by eleven votes.[@gazette-count]
    -- docs/people/jonas-weber.md --
    ---
    title: Jonas Weber
    summary: Runner-up in Ostmark, who asked for the recount.
    born:
      - {value: 1966, sources: [gazette-count]}
      - {value: 1967, sources: [ruling-2024]}
    see_also: [lena-brandt]
    ---
    Weber asked the [[district-court]] for a [[recount]].[@ruling-2024, paras. 1-3]
    -- docs/events/first-count.md --
    ---
    title: First count
    summary: The votes are counted, and eleven decide.
    date: 2024-03-03
    place: ostmark
    category: vote
    participants:
      - {who: lena-brandt, role: elected}
      - {who: jonas-weber, role: runner-up}
      - {who: electoral-office, role: counted}
    ---
    The count ended at night.[@gazette-count]
    -- docs/events/court-ruling.md --
    ---
    title: Court orders a recount
    summary: The district court finds that forty postal votes were not opened.
    date: 2024-03-18/2024-03-20
    place: ostmark
    category: ruling
    part_of: first-count
    participants:
      - {who: jonas-weber, role: applicant}
    ---
    The ruling followed the [[first-count]].[@ruling-2024]
    -- docs/glossary/recount.md --
    ---
    title: Recount
    summary: Counting votes again, by hand, under a court's eye.
    ---
    A second count of the same votes.[@ruling-2024, para. 9]
    -- docs/organisations/electoral-office.md --
    ---
    title: Electoral Office
    country: DE
    type: public authority
    website: https://office.example.org/
    ---
    It counts the votes in [[ostmark]].[@gazette-count]
    -- docs/organisations/district-court.md --
    ---
    title: District Court
    country: DE
    ---
    It ruled on the [[first-count]].[@ruling-2024]
    -- docs/places/ostmark.md --
    ---
    title: Ostmark
    country: DE
    coordinates: [52.1, 11.6]
    ---
    A town where the [[electoral-office]] sits.[@gazette-count]
    -- docs/sources/gazette-count.md --
    ---
    title: Eleven votes
    publisher: Ostmark Gazette
    date: 2024-03-04
    url: https://gazette.example.org/eleven
    archived: https://archive.example.org/eleven
    language: de
    medium: article
    ---
    -- docs/sources/ruling-2024.md --
    ---
    title: Ruling 7 B 12/24
    publisher: District Court of Ostmark
    date: 2024-03-20
    medium: document
    ---
"""
