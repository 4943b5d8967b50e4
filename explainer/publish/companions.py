"""Files that the site has besides its pages: what is made of the whole site for other programs."""

from collections.abc import Callable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import write_file

from explainer.publish.companion import Companion, Companions
from explainer.publish.config import PLUGIN
from explainer.publish.data import data_files
from explainer.publish.feeds import feeds
from explainer.publish.generator import Plan
from explainer.publish.machines import for_robots

COMPANIONS: tuple[Companions, ...] = (data_files, feeds, for_robots)


def add_companions(files: Files, config: MkDocsConfig, plan: Callable[[], Plan]) -> None:
    """Give MkDocs the files; one that the site has by itself, at the same address, goes first."""
    taken = {file.dest_uri for file in files}
    for listed in COMPANIONS:
        for companion in listed(plan(), config):
            if companion.path not in taken:
                files.append(Made(companion, config, plan))


class Made(File):
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
