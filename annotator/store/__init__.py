"""The `.anno` file: schema, migrations, journal, search index. The only place with SQL."""

import importlib
import sys
from collections.abc import Generator
from contextlib import contextmanager


@contextmanager
def _without(*modules: str) -> Generator[None]:
    """Let modules that nobody has imported yet look as if they were not installed."""
    hidden = [name for name in modules if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # pyright: ignore[reportArgumentType]: Python's word for "not there"
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


# It looks for these to know their types, which we never store: a quarter second of every start.
with _without("numpy", "pandas"):
    importlib.import_module("sqlite_utils")
