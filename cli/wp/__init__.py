"""`wp`: an advisory council's work programme as plain Markdown in git, checked and built."""

__version__ = "0.1.0"
