"""From forms and registers to what an editor needs to complete and check front matter."""
