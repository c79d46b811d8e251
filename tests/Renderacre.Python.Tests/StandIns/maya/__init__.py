"""Stands in for Maya with its windows, in tests of what submits from inside it."""
