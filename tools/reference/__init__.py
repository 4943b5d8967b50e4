"""The reference for site makers, written from the code."""
