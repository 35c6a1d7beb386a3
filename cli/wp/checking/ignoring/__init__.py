"""Exceptions from rules: in comments, in fields, in the programme, on a command line."""
