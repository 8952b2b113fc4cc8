"""A connection as the rest of the store uses it: single statements, and transactions by name."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence


class Database:
    """A connection for everyday reads and writes; `conn` is the one underneath.

    A write outside of a transaction is durable at once: none begins that was not asked for.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        assert connection.isolation_level is None
        self.conn = connection

    def execute(
        self, sql: str, parameters: Sequence[object] | Mapping[str, object] = ()
    ) -> sqlite3.Cursor:
        """Run one statement."""
        return self.conn.execute(sql, parameters)

    def execute_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Run one statement for each of `rows`, inside the caller's transaction."""
        assert self.conn.in_transaction
        self.conn.executemany(sql, rows)

    def rollback(self) -> None:
        """Take back what the open transaction did, if there is one."""
        self.conn.rollback()

    def close(self) -> None:
        """Close the connection; what an open transaction did is taken back."""
        self.conn.close()
