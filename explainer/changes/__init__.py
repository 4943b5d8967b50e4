"""What changed between two versions of a site, told from their models and not from lines."""
