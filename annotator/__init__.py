"""Annotator: tag entities and events by hand in news articles."""
