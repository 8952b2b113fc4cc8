"""The `.anno` file: schema, migrations, journal, tables, search index. The only place with SQL."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _without(*modules: str) -> Iterator[None]:
    """Let modules that nobody has imported yet look as if they were not installed."""
    hidden = [name for name in modules if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # pyright: ignore[reportArgumentType, reportCallIssue]: None means so
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


# It looks for these to know their types, which we never store: a quarter second of every start.
with _without("numpy", "pandas"):
    import sqlite_utils  # noqa: F401
