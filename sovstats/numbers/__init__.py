"""TODO numbers."""
