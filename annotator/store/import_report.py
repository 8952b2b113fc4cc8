"""What an import did."""

from typing import NamedTuple

from annotator.model.message import AnnotatorError, Remark


class ImportReport(NamedTuple):
    """What an import did: articles and layers it added, items that were all there already.

    `refused` is what was left out; `remarks` are on what went in otherwise than it stood there.
    """

    added: int
    unchanged: int
    layers: int
    refused: list[AnnotatorError]
    remarks: list[Remark]
    cancelled: bool
