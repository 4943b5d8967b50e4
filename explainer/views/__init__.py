"""Plain data, ready to draw: timeline, glossary, indexes."""
