"""A template and a title to a new document."""
