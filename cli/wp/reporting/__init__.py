"""Diagnostics to text, JSON and GitHub annotations; one file a format."""
