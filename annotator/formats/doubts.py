"""What a reader keeps in another way than it stands: said once an article, however often."""

from collections.abc import Iterator

from annotator.model.message import Message, Remark, message

IRREGULAR = message(
    "Tags that do not follow from the one before: {0}; the first is {1}. Each is read as the "
    "beginning or the end of a mention."
)


class Doubts:
    """Counts doubts about one article, and makes a remark of each kind.

    `where` names the file. Their messages have `{0}` for how often, `{1}` for an example.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._found: dict[Message, tuple[int, int, str]] = {}

    def note(self, what: Message, number: int, example: str) -> None:
        """Count what is said by `what` of line `number`, of which `example` shows it."""
        count, first, shown = self._found.get(what, (0, number, example))
        self._found[what] = (count + 1, first, shown)

    def remarks(self) -> Iterator[Remark]:
        """Yield a remark for each kind, at the line where it was met first."""
        for what, (count, first, example) in self._found.items():
            yield Remark(what.template, count, example, where=f"{self._where}:{first}")
