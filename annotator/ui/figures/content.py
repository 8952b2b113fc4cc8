"""What a page of figures holds: tables, and the same numbers as they are drawn."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from annotator.model.palette import Tint

Cell: TypeAlias = str | int | float | None
"""Words, a number, or nothing where a number is not defined."""


class Series(NamedTuple):
    """Numbers that are drawn alike; `tints` has one for each of them, or one for all."""

    name: str
    tints: Sequence[Tint]
    values: Sequence[int]


@dataclass(frozen=True, slots=True)
class Bars:
    """Lying bars, one a row of the table; several series stand one behind the other."""

    names: Sequence[str]
    series: Sequence[Series]


@dataclass(frozen=True, slots=True)
class Columns:
    """Standing columns at `places`, `width` wide; several series stand one on the other.

    `days`: places are days, counted as `date.toordinal` does.
    """

    caption: str
    places: Sequence[int]
    width: int
    series: Sequence[Series]
    days: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Heads and rows. `heat`: rows have names, and the larger a number, the darker its ground.

    `articles`: the id of the article that each row is of.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    heat: bool = False
    articles: Sequence[str] = ()


class View(NamedTuple):
    """A table, its picture where the table is none by itself, and what is to be said of it."""

    table: Table
    picture: Bars | Columns | None = None
    remark: str = ""


class Content(NamedTuple):
    """What a page shows: one of its views, by name; where there is none, the sentence `empty`."""

    title: str
    choice: str
    views: Mapping[str, View]
    empty: str
