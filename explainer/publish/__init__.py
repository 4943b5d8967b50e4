"""Everything that leaves: the MkDocs plugin, building, serving. The only room that knows MkDocs."""

from explainer.publish.config import WrongConfiguration
from explainer.publish.plugin import Watcher

__all__ = ["Watcher", "WrongConfiguration"]
