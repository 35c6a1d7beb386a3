"""A Programme or a document to Markdown, HTML, Word and PDF."""
