"""Figures about what was annotated: pure functions over articles and layers as they stream by."""
