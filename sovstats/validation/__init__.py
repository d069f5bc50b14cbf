"""TODO validation."""
