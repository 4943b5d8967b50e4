"""The list of problem codes: the one place that says what a code means."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "note"]
"""An error stops every build, a warning a strict one; a note is advice for who asks for it."""


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of problem: its stable name, its level, what it means and how to mend it."""

    name: str
    level: Level
    meaning: str
    cure: str


_ALL = (
    Code(
        "front-matter",
        "error",
        "The block between the two --- lines at the top of the file cannot be read.",
        "Start the file with a line ---, write one `field: value` a line, and end the block "
        "with a line ---. Save as UTF-8. Use no anchors (&), aliases (*) or tags (!).",
    ),
    Code(
        "unknown-field",
        "error",
        "The front matter has a field that this kind of entry does not know.",
        "Correct the spelling, or move the field to the kind of entry it belongs to.",
    ),
    Code(
        "missing-field",
        "error",
        "A field that every entry of this kind needs is not there.",
        "Add the field.",
    ),
    Code(
        "bad-value",
        "error",
        "A field holds something it cannot take.",
        "Write a value of the field's type.",
    ),
    Code(
        "bad-date",
        "error",
        "A date is not written as EDTF (ISO 8601-2:2019), or is no day of the calendar.",
        "Write 2024-08-01, 2024-08 or 2024; add ~ for about and ? for perhaps; "
        "write 2024-08-01/2024-08-03 for a span.",
    ),
    Code(
        "bad-id",
        "error",
        "A file's name cannot be an id, or some systems cannot have a file of that name, or the "
        "file is in the wrong folder.",
        "Name the file with lower case letters, digits and single hyphens, such as "
        "ada-lovelace.md, directly in the folder of its kind.",
    ),
    Code(
        "duplicate-id",
        "error",
        "Two entries have the same id, which is unique across all kinds; or two files have names "
        "that are the same where capitals do not count.",
        "Rename one of the files.",
    ),
    Code(
        "bad-file",
        "error",
        "What lies in the content folder is a link that leads elsewhere, or no ordinary file.",
        "Put an ordinary file in its place.",
    ),
    Code(
        "hidden-character",
        "warning",
        "The text has a character that nobody sees, or that turns the direction of the words "
        "around it, so that readers see something else than what is written.",
        "Delete it; retype the word if it cannot be found.",
    ),
    Code(
        "broken-link",
        "error",
        "A [[link]] leads to no entry, or to a heading that its page does not have.",
        "Correct the name between the brackets, or write the entry it should lead to.",
    ),
    Code(
        "ambiguous-link",
        "error",
        "A [[link]] uses a name that several entries carry.",
        "Link by id: [[the-id|the words]].",
    ),
    Code(
        "unknown-reference",
        "error",
        "A field names an entry that does not exist.",
        "Correct the id, or write the entry.",
    ),
    Code(
        "wrong-kind",
        "error",
        "A field names an entry of a kind that it does not take.",
        "Name an entry of the right kind.",
    ),
    Code(
        "unknown-source",
        "error",
        "A citation or a `sources` item names a source that has no entry.",
        "Correct the id, or write the source's entry in sources/.",
    ),
    Code(
        "unsafe-markup",
        "error",
        "Markup or an address could run code in the reader's browser.",
        "Write it in plain Markdown; link to http, https or mailto addresses only.",
    ),
    Code(
        "over-limit",
        "error",
        "A file asks for more than the limits of the site allow: it is too large, or its page "
        "takes too long to make.",
        "Make it smaller, or two of it. What takes long is mostly brackets that nobody closes, "
        "a long row of one sign, or deep nesting. Where the site really needs it, raise the limit "
        "that the problem names, under `limits` in mkdocs.yml.",
    ),
    Code(
        "bad-template",
        "error",
        "A template fails.",
        "Mend the template at the line shown.",
    ),
    Code(
        "impossible-dates",
        "error",
        "Dates of one entry cannot all be true: an end before its start, a death before a birth, "
        "something outside a life.",
        "Correct one of the dates; where a date is in doubt, mark it with ~ or ?.",
    ),
    Code(
        "contradiction",
        "error",
        "Two entries say things that cannot both be true.",
        "Find out which of the two places is wrong, and correct it.",
    ),
    Code(
        "unsourced-claim",
        "error",
        "Something that has to name its source, such as what weighs on a living person, names "
        "none.",
        "Name the sources that say so, or take it out.",
    ),
    Code(
        "uncited-paragraph",
        "warning",
        "A paragraph on the page of a living person cites no source.",
        "End it with [@source-id], or take it out.",
    ),
    Code(
        "count-mismatch",
        "warning",
        "A total that sources give differs from the number of records listed.",
        "List what is missing, correct the total, or say in a note why they differ.",
    ),
    Code(
        "stale",
        "warning",
        "Something that is told as still going on was not checked for long.",
        "Find out what has happened since, and set `reviewed` to the day you checked.",
    ),
    Code(
        "orphan",
        "warning",
        "No other entry or page links to this entry.",
        "Link to it where it belongs.",
    ),
    Code(
        "unused-source",
        "warning",
        "Nothing on the site cites this source.",
        "Cite it, or delete its file.",
    ),
    Code(
        "name-clash",
        "warning",
        "Two entries have the same title or alias, so that links by this name are refused.",
        "Tell them apart in their titles, or drop the alias on one of them.",
    ),
    Code(
        "missing-redirect",
        "warning",
        "An entry was moved since the revision that `check --base` names, and its old address "
        "leads nowhere. An entry that was deleted and lives on nowhere is not reported.",
        "Add the old address to the entry's `redirect_from`.",
    ),
    Code(
        "missing-archive",
        "warning",
        "A source on the web has no archived copy; should its page go, nobody can check it.",
        "Save the page in a web archive, and write the copy's address under `archived`.",
    ),
    Code(
        "long-summary",
        "warning",
        "A summary is longer than previews and lists show.",
        "Say the one thing that matters; the rest belongs in the text.",
    ),
    Code(
        "untranslated",
        "warning",
        "A catalogue of the site's own lacks texts; readers see them in English.",
        "Translate them in `locale/`; `make words` adds those that are not there.",
    ),
    Code(
        "missing-alt",
        "warning",
        "A picture has no words for those who do not see it.",
        "Say between the brackets what the picture shows: ![A bridge in snow](bridge.jpg).",
    ),
    Code(
        "unlinked-mention",
        "note",
        "An entry is named in a heading or a quotation, where names do not link themselves, and "
        "nothing else on the page leads to it.",
        "Write it as a link if readers would want to follow it there.",
    ),
    Code(
        "unmentioned",
        "note",
        "Other entries name this one in their front matter, but no text mentions it.",
        "Mention it where it belongs, or add the name that the texts use to its aliases.",
    ),
)

CODES = {code.name: code for code in _ALL}
