"""The site as data: tables derived from the models, and the files that other programs read."""
