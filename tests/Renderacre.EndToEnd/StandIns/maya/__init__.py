"""Stands in for Maya in tests."""
