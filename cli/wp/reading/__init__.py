"""Bytes to documents with positions; templates; the repository as a whole."""
