"""Models that learn from what was tagged: where mentions and triggers stand, who fills which role.

Imports numpy and scipy, so nothing outside imports it before there is a model to train or to use.
"""
