"""Kinds and fields that a site defines by itself: from its settings to models like all others."""
