"""Files that the site has besides its pages: what is made of the whole site for other programs."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import write_file

from explainer.publish.config import PLUGIN
from explainer.publish.generator import Plan


@dataclass(frozen=True, slots=True)
class Companion:
    """A file of the built site, and what makes its bytes when it is asked for.

    It is made of the plan as it is then: a served site is planned anew at every change.
    """

    path: str
    make: Callable[[Plan], bytes]


Companions: TypeAlias = Callable[[Plan, MkDocsConfig], Iterable[Companion]]
"""Says which files a site gets. For the same pages and settings they have the same paths."""

COMPANIONS: tuple[Companions, ...] = ()


def add_companions(files: Files, config: MkDocsConfig, plan: Callable[[], Plan]) -> None:
    """Give MkDocs the files; one that the site has by itself, at the same address, goes first."""
    taken = {file.dest_uri for file in files}
    for listed in COMPANIONS:
        for companion in listed(plan(), config):
            if companion.path not in taken:
                files.append(_Made(companion, config, plan))


class _Made(File):
    """A file that is made when it is asked for."""

    def __init__(
        self, companion: Companion, config: MkDocsConfig, plan: Callable[[], Plan]
    ) -> None:
        super().__init__(
            companion.path,
            src_dir=None,
            dest_dir=config.site_dir,
            use_directory_urls=config.use_directory_urls,
            inclusion=InclusionLevel.INCLUDED,
        )
        self.generated_by = PLUGIN
        self._make: Callable[[], bytes] = lambda: companion.make(plan())

    @property
    def content_bytes(self) -> bytes:
        """The bytes of the file, made anew each time."""
        return self._make()

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        """Take other bytes instead, of a hook for instance."""
        self._make = lambda: value

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002 - as MkDocs has it
        """Write the file into the built site."""
        write_file(self.content_bytes, self.abs_dest_path)
