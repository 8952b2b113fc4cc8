"""What reading a brat file has to tell, and the lines of it that no annotation holds."""

from annotator.formats.brat.lines import Line
from annotator.model.message import Remark


class Report:
    """Collects remarks on the lines of one article, and the lines that are kept as they stand."""

    def __init__(self) -> None:
        self.remarks: list[Remark] = []
        self.lines: list[str] = []

    def say(self, template: str, *values: object, where: str) -> None:
        """Add a remark on the line at `where`."""
        self.remarks.append(Remark(template, *values, where=where))

    def keep(self, template: str, *values: object, line: Line) -> None:
        """Keep a line as it stands, and say why."""
        self.lines.append(line.raw)
        self.say(template, *values, where=line.where)

    def keep_stray(self, line: Line) -> None:
        """Keep a line without an id; a comment needs no remark."""
        self.lines.append(line.raw)
        if not line.raw.startswith("#"):
            self.say(
                "This is no line of the format brat: it is kept, and written again, but not shown.",
                where=line.where,
            )
