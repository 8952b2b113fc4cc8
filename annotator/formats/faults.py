"""What is wrong with a file, collected while it is read, so that the rest goes on."""

from collections.abc import Iterator

from annotator.model.message import AnnotatorError, Remark

_MOST = 200
"""Sentences about one file that a person can be expected to read."""


class Faults:
    """Sentences about one article: the first 200, and how many more there were."""

    def __init__(self) -> None:
        self._found: list[AnnotatorError] = []
        self._remarks: set[tuple[object, str]] = set()
        self._more = 0

    def add(self, error: AnnotatorError) -> None:
        """Keep what is wrong."""
        if len(self._found) < _MOST:
            self._found.append(error)
        else:
            self._more += 1

    def remark(self, template: str, *values: object, where: str) -> None:
        """Keep what a person should look at, once for each `template` with these `values`."""
        remark = Remark(template, *values, where=where)
        key = (remark.message, where)
        if key not in self._remarks:
            if len(self._remarks) < _MOST:
                self._remarks.add(key)
            self.add(remark)

    def all(self, where: str) -> Iterator[AnnotatorError]:
        """Yield what was found; `where` is the file."""
        yield from self._found
        if self._more:
            yield AnnotatorError(
                "{0} more things are wrong with the article.", self._more, where=where
            )
