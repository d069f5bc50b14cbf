"""Checking the raw tables in three passes, everything that is wrong in one report."""

from sovstats.validation.passes import Validation, validate

__all__ = ["Validation", "validate"]
