"""TODO units."""
