"""A publication as a Word file: a tree for pandoc, then what pandoc leaves out."""
