"""TODO scanner."""
