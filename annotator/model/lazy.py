"""Attributes that are made when they are first asked for."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 it is used as the decorator that it stands for
    """As `functools.cached_property`, but without the lock that Python 3.11 holds for it.

    That lock is one for all objects of a class, and is held as long as the attribute is made: the
    window would wait for whatever a thread behind it makes of another object.
    """

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make
        self._name = ""
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type | None = None) -> T:
        made = vars(instance)[self._name] = self._make(instance)
        return made
