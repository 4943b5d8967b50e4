"""Give a site its social cards: drawn when they are asked for, in a build all of them at once."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.utils import write_file

from explainer.entries.entry import DocPath, Entry, EntryId
from explainer.pages.cards import in_a_line
from explainer.pages.social import SITE_IMAGE, has_images, has_own_image, image_path
from explainer.publish.companion import Companion
from explainer.publish.companions import Made
from explainer.publish.generator import Plan
from explainer.publish.workers import cores, in_workers
from explainer.views.signs import drawable


def add_social_cards(files: Files, config: MkDocsConfig, plan: Callable[[], Plan]) -> None:
    """Give MkDocs the pictures; what the site has at the same address by itself goes first."""
    site = plan().whole.site
    if not has_images(site.settings):
        return
    taken = {file.dest_uri for file in files}
    cards = [Companion(SITE_IMAGE, of_site)]
    cards += [
        Companion(image_path(entry), partial(of_entry, entry_id=entry.id))
        for entry in site.entries.values()
        if has_own_image(entry, site)
    ]
    gallery: list[_Picture] = []
    gallery += [_Picture(card, config, plan, gallery) for card in cards if card.path not in taken]
    for picture in gallery:
        files.append(picture)


class _Picture(Made):
    """A picture; with the first one that a build writes, it writes them all, in workers."""

    def __init__(
        self,
        companion: Companion,
        config: MkDocsConfig,
        plan: Callable[[], Plan],
        gallery: "list[_Picture]",
    ) -> None:
        super().__init__(companion, config, plan)
        self._gallery, self._is_written = gallery, False

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - as MkDocs has it
        """Write the picture into the built site."""
        if not self._is_written:
            in_workers(self._gallery, _write, jobs=cores(), done=lambda: None)
            for picture in self._gallery:
                picture._is_written = True


def words_on(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield where the picture of the site and of each entry is, and all that stands on it."""
    site, say = plan.whole.site, plan.whole.site.settings.words.gettext
    yield SITE_IMAGE, f"{site.settings.name}\n{site.settings.description}"
    for entry in site.entries.values():
        if has_own_image(entry, site):
            words = (
                say(entry.kind.name),
                entry.fields.title,
                _line(plan, entry),
                site.settings.name,
            )
            yield image_path(entry), "\n".join(words)


def _write(picture: _Picture) -> None:
    write_file(picture.content_bytes, picture.abs_dest_path)


def of_site(plan: Plan) -> bytes:
    """Draw the picture of the site."""
    settings = plan.whole.site.settings
    return _drawn("", settings.name, settings.description, "")


def of_entry(plan: Plan, *, entry_id: EntryId) -> bytes:
    """Draw the picture of an entry, with what its card says in a line, or else its summary."""
    site = plan.whole.site
    entry = site.entries[entry_id]
    kind = site.settings.words.gettext(entry.kind.name)
    return _drawn(kind, entry.fields.title, _line(plan, entry), site.settings.name)


def _line(plan: Plan, entry: Entry[Any]) -> str:
    make = plan.pages[DocPath(entry.path)].card
    line = in_a_line(make(), plan.whole.site.settings.words) if make else ""
    return line or entry.fields.summary or ""


def _drawn(kind: str, title: str, line: str, site: str) -> bytes:
    # Only who draws pays for loading the library.
    from explainer.views.social_card import SocialCard, draw  # noqa: PLC0415

    return draw(SocialCard(kind, title, line if drawable(line) else "", site))
