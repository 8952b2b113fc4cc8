"""Measures Annotator, and drives the real program for that and for the end-to-end tests."""
