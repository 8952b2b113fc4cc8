"""Memory that this process holds and no longer needs."""

import ctypes


def give_back() -> None:
    """Give what was freed back to the system, where the C library keeps it for later.

    Glibc keeps pages that were freed below others still in use (malloc_trim(3)): some 10 MB of each
    model that another has replaced. To look for them takes 4 ms. Elsewhere this does nothing.
    """
    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # another C library, or another system
        return
    trim(0)
