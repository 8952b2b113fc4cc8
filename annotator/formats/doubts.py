"""What a reader keeps in another way than it stands: said once an article, however often."""

from collections.abc import Iterator

from annotator.model.message import Remark

IRREGULAR = (
    "{0} tags do not follow from the tag before them, the first is {1}: each is read as the "
    "beginning, or the end, of a mention."
)


class Doubts:
    """Counts doubts about one article, and makes a remark of each kind.

    `where` names the file. Templates have `{0}` for how often, `{1}` for an example.
    """

    def __init__(self, where: str) -> None:
        self._where = where
        self._found: dict[str, tuple[int, int, str]] = {}

    def note(self, template: str, number: int, example: str) -> None:
        """Count what `template` says of line `number`, of which `example` shows it."""
        count, first, shown = self._found.get(template, (0, number, example))
        self._found[template] = (count + 1, first, shown)

    def remarks(self) -> Iterator[Remark]:
        """Yield a remark for each kind, at the line where it was met first."""
        for template, (count, first, example) in self._found.items():
            yield Remark(template, count, example, where=f"{self._where}:{first}")
