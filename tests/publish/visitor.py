"""Somebody who reads a site that is served from memory."""

from contextlib import ExitStack
from pathlib import Path

from werkzeug.test import Client, TestResponse

from explainer.publish.answering import Answers
from explainer.publish.config import quiet_mkdocs
from explainer.publish.desk import Desk, Serving, loaded
from explainer.publish.watcher import Watcher, silent
from tests.sites import write

PAGE = "/people/ada-lovelace/"


class Visitor:
    """Somebody who reads a site that is served, and a list of what the terminal says."""

    def __init__(self, site: Path, stack: ExitStack, address: str = "127.0.0.1:8000") -> None:
        self.site, self.said = site, list[str]()
        serving = Serving(
            config_file=str(site / "mkdocs.yml"),
            address=address,
            open_browser=False,
            watcher=Watcher(lambda found, _: self.said.extend(map(str, found)), silent),
            say=self.said.append,
        )
        messages = stack.enter_context(quiet_mkdocs())
        config, _ = loaded(serving)
        config.plugins.on_startup(command="serve", dirty=False)
        stack.callback(config.plugins.on_shutdown)
        self.desk = Desk(serving, config, messages)
        self.client = Client(Answers(self.desk))

    def get(self, path: str, **headers: str) -> TestResponse:
        """Ask for a path."""
        buffered = not path.endswith("/changes")
        named = {"Host": "127.0.0.1:8000", **headers}
        return self.client.get(path, headers=named, buffered=buffered)

    def page(self, path: str = PAGE) -> str:
        """Return the page at a path, a missing one included."""
        return self.get(path).get_data(as_text=True)

    def edit(self, path: str, text: str | None) -> None:
        """Write a file, or delete it, and have that noticed as a watcher would."""
        if text is None:
            (self.site / path).unlink()
        else:
            write(self.site, path, text)
        self.desk.look([str((self.site / path).resolve())])
