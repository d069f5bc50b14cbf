"""TODO auditing."""
