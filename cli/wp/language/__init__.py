"""Messages and words, Danish and English, with the same keys and placeholders."""
