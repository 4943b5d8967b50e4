"""What the workflows run: a change taken in, its preview published, its sources looked after."""

from explainer.ci.failure import FlowFailedError

__all__ = ["FlowFailedError"]
