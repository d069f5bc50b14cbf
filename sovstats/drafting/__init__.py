"""TODO drafting."""
