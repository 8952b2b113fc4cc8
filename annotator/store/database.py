"""A connection as the rest of the store uses it: single statements, and transactions by name."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, groupby
from operator import itemgetter
from typing import Any, TypeAlias

Step: TypeAlias = Callable[[int, int], None]
"""Called now and then with how much is done, of how much; it may raise to end the work."""

_TOGETHER = 200
"""Rows of one statement: SQLite takes 32,766 values, of ten columns or so each."""


def unheard(_done: int, _all: int) -> None:
    """Be the Step of whoever does not ask."""


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

    def insert(self, table: str, columns: str, rows: Sequence[Sequence[object]]) -> int:
        """Insert `rows`, inside the caller's transaction; return the number of the last one.

        Some hundred go with one statement: that takes less, and lets other threads go on meanwhile.
        """
        assert self.conn.in_transaction
        number = 0
        for first in range(0, len(rows), _TOGETHER):
            some = rows[first : first + _TOGETHER]
            one = f"({', '.join('?' * len(some[0]))})"
            done = self.conn.execute(
                f"INSERT INTO {table} ({columns}) VALUES {', '.join([one] * len(some))}",  # noqa: S608
                list(chain.from_iterable(some)),
            )
            number = done.lastrowid or 0
        return number

    def next_number(self, table: str) -> int:
        """Return the number that SQLite would give the next row of `table`."""
        last: int = self.execute(
            f"SELECT max(coalesce((SELECT max(number) FROM {table}), 0),"  # noqa: S608
            " coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))",
            (table,),
        ).fetchone()[0]
        return last + 1

    def interrupt_if(self, cancelled: Callable[[], bool] | None, steps: int) -> None:
        """Ask every so many steps of SQLite's machine whether to stop; None: no more."""
        self.conn.set_progress_handler(cancelled, steps)

    def rollback(self) -> None:
        """Take back what the open transaction did, if there is one."""
        self.conn.rollback()

    def close(self) -> None:
        """Close the connection; what an open transaction did is taken back."""
        self.conn.close()


class Runs:
    """Rows that come in the order of a number, their first column, taken number by number."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._runs = groupby(rows, itemgetter(0))
        self._next = next(self._runs, None)

    def of(self, number: int) -> list[tuple[Any, ...]]:
        """Return the rows of `number`, which is above those asked for before."""
        while self._next and self._next[0] < number:
            self._next = next(self._runs, None)
        if not self._next or self._next[0] != number:
            return []
        rows = list(self._next[1])
        self._next = next(self._runs, None)
        return rows
