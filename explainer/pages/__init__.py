"""Pages: what the templates get, and how prose and template become one page."""
