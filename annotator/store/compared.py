"""The articles that several reviewers have read, as their layers are compared."""

import json
from collections.abc import Collection, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from annotator.model.annotation import Annotation
from annotator.store.database import Database
from annotator.store.failures import ProjectError
from annotator.store.layers import read_annotations

ReadTwiceRow: TypeAlias = tuple[str, str, str, list[tuple[str, list[Annotation]]]]
"""Id, title and text of an article; and each reviewer's annotations."""

_COUNTED = """
    FROM layers JOIN articles ON articles.number = layers.article
    WHERE articles.listed = 1
    AND CASE WHEN :statuses = '[]'
        THEN coalesce(layers.status, 'new') != 'new' OR layers.annotations > 0
        ELSE coalesce(layers.status, 'new') IN (SELECT value FROM json_each(:statuses)) END
    AND CASE WHEN :reviewers = '[]'
        THEN NOT layers.curated
        ELSE layers.reviewer IN (SELECT value FROM json_each(:reviewers)) END
"""


class Readings(NamedTuple):
    """Who has layers that count, on how many articles two or more of them, on how many one."""

    reviewers: list[str]
    compared: int
    alone: int


class ComparedLayers:
    """The layers of some reviewers (none: all, without curated ones) and statuses.

    Without statuses: those that are not `new`, or have annotations, as files of other programs
    bring them.
    """

    def __init__(self, db: Database, reviewers: Collection[str], statuses: Collection[str]) -> None:
        self._db = db
        self._wanted = {
            "reviewers": json.dumps(sorted(reviewers)),
            "statuses": json.dumps(sorted(statuses)),
        }

    def readings(self) -> Readings:
        """Return how many articles there are to compare."""
        names = self._db.execute(
            f"SELECT DISTINCT layers.reviewer {_COUNTED} ORDER BY 1", self._wanted
        )
        reviewers = [name for (name,) in names]
        compared, alone = self._db.execute(
            f"""
            SELECT coalesce(sum(times > 1), 0), coalesce(sum(times = 1), 0)
            FROM (SELECT count(*) AS times {_COUNTED} GROUP BY layers.article)
            """,  # noqa: S608
            self._wanted,
        ).fetchone()
        return Readings(reviewers, compared, alone)

    def read(self) -> Iterator[ReadTwiceRow]:
        """Yield each article that two or more have read, in the order they were added."""
        layers = self._db.execute(
            f"SELECT layers.article, layers.number, layers.reviewer {_COUNTED}"
            " ORDER BY layers.article, layers.number",
            self._wanted,
        )
        for article, rows in groupby(layers, itemgetter(0)):
            of_article = [(number, reviewer) for _, number, reviewer in rows]
            if len(of_article) > 1:
                id, title, text = self._db.execute(
                    "SELECT id, title, text FROM articles WHERE number = ?", (article,)
                ).fetchone()
                if not (isinstance(id, str) and isinstance(title, str) and isinstance(text, str)):
                    raise ProjectError("The row of the article {0} is damaged.", article)
                yield (
                    id,
                    title,
                    text,
                    [(name, read_annotations(self._db, number)) for number, name in of_article],
                )
