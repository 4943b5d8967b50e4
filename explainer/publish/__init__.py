"""Everything that leaves: the MkDocs plugin, building, serving. The only room that knows MkDocs."""

from explainer.publish.config import WrongConfigurationError
from explainer.publish.watcher import Watcher

__all__ = ["Watcher", "WrongConfigurationError"]
