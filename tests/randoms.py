"""Random numbers for what is made up at random."""

from hypothesis import settings
from hypothesis import strategies as st

randoms = st.randoms(use_true_random=settings.get_current_profile_name() != "long")
"""Sources of random numbers, each seeded by one number that hypothesis draws.

What is made of one takes a tenth of the time that drawing each part of it would. Under
HYPOTHESIS_PROFILE=long all parts are drawn, so that an example that fails is made small.
"""
