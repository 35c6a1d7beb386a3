"""A publication as a PDF: Typst markup, and the one door to Typst."""
