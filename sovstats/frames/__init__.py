"""TODO frames."""
