"""A site with some of everything, and with whatever could go wrong between page and template."""

RICH = """
-- index.md --
---
title: A site
description: All about <it> & "more".
---
# Welcome

See [[ada]], [[#latest-events|below]] and [[talks]].[@ap]

## Latest events
## Ways in
## List of sources
-- people/index.md --
---
title: Everybody
description: People <here>.
---
Met [[Ada|her]]? [@hill]

## Letter A {#letter-A}
-- timeline/index.md --
## Year 2024
## Talks
-- how-we-know.md --
# How *we* know

Text[@ap; @hill, p. 3][^1] on [[Ada]] and [[ankara#who-was-freed|that]].

## Source 1
## List of sources
## Cite 1-1

[^1]: A note.
-- plain.md --
No title. [[!Ada]] [[#two]].

## One
## Two
-- people/ada.md --
---
title: Ada <i>L.</i> & "Co"
summary: Who <b>she</b> was.
aliases: [Ada, "A & L"]
names: {ru: Ада, zh-Hant: 愛達}
born: [{value: 1815, sources: [ap], note: said}, {value: 1816, sources: [hill]}]
died: withheld
occupation: writer
affiliations: [{who: club, role: member}, {who: club, from: 1850}]
detentions:
  - {held_by: RU, from: 2021-08, to: 2024-08-01, place: ankara-prison, ended_by: ankara,
     sources: [ap], legal_status: {value: convicted, sources: [hill]}}
sources: [bbc]
see_also: [word, bob]
reviewed: 2024-09-01
image: {file: img/a b.jpg, alt: A <face>, credit: Me, licence: CC0}
corrections: [{date: 2024-01-01, text: It was <wrong>.}]
redirect_from: [people/old]
---
Prose[@ap]. More [[bob]] in [[ankara#who-was-freed]] and [[#own]].

## List of sources
## List of mentions {#list-of-mentions}
## In custody {#list-of-detentions}
## Source 1
## Source 1
## Own {#own}

| [[Bob]] | `[[Bob]]` |
|---|--:|
| [[word\\|a word]][@hill] | x |

- [x] done
- [[word]]

!!! note
    Inside.
-- people/bob.md --
---
title: Bob
summary: Who.
---
-- events/ankara.md --
---
title: Ankara
summary: An exchange.
date: 2024-08-01
category: exchange
place: ankara-prison
participants: [{who: ada, role: freed <first>}, {who: club}]
transfers: [{who: ada, from: RU, to: DE, note: by air}, {who: bob, from: DE, to: RU}]
total: [{value: 2, sources: [ap]}, {value: 3, sources: [hill]}]
---
## Who was freed
-- events/talks.md --
---
title: Talks
summary: Words.
date: ../2024
category: talks
part_of: ankara
---
-- events/old.md --
---
title: Old
summary: Long ago.
date: -0043-03-15
category: other
---
-- events/ada-detained-1.md --
---
title: An event with an unlucky name
summary: S.
date: 2021-08
category: arrest
---
-- organisations/club.md --
---
title: The club
country: DE
website: https://example.org/
---
-- places/ankara-prison.md --
---
title: A prison in Ankara
country: TR
coordinates: [39.9, 32.8]
---
-- glossary/word.md --
---
title: «Word»
summary: A word.
---
-- glossary/ukrainian.md --
---
title: Їжак
summary: Another.
---
-- glossary/seven.md --
---
title: "7 days"
summary: A week.
---
-- sources/ap.md --
---
title: One <source>
publisher: AP
date: 2024-08-02
url: https://example.org/?a=1&b=2
archived: https://archive.example/1
tags: [grade C]
---
-- sources/hill.md --
---
title: Two
publisher: The Hill
---
-- sources/bbc.md --
---
title: Three
publisher: BBC
---
"""
