"""TODO charts.gallery."""
