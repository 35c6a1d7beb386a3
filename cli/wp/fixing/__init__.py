"""Findings with a certain repair to files that are mended: in memory first, then on the disk."""
