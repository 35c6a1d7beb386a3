"""What one run keeps for the next: outside the content, by a key of all it came from."""
