"""XML from strangers as a tree whose elements know their lines: no entities, nothing external."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler, feature_external_ges, feature_external_pes
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml
import defusedxml.sax

from annotator.model.message import AnnotatorError

DEEPEST = 64
"""Elements inside one another."""

MOST = 500_000
"""Elements that a file may have: each takes some 500 bytes."""


class XmlError(AnnotatorError):
    """A file that is not XML, or such as no file needs to be."""


@dataclass(slots=True)
class Node:
    """An element: its name, attributes, the line it begins at, what is in it.

    `text` is the text directly in it.
    """

    name: str
    attributes: dict[str, str]
    line: int
    children: list["Node"] = field(default_factory=list["Node"])
    text: str = ""

    def all(self, name: str) -> Iterator["Node"]:
        """Yield the children called `name`."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> "Node | None":
        """Return the first child called `name`, or None."""
        return next(self.all(name), None)


def parse_xml(data: bytes, where: str) -> Node:
    """Return the root of the XML in `data`; raises XmlError, with the line.

    A document type may be named, but is not looked at; entities are refused.
    """
    builder = _Builder(where)
    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd, parser.forbid_entities, parser.forbid_external = False, True, False
    for feature in (feature_external_ges, feature_external_pes):
        parser.setFeature(feature, False)
    parser.setContentHandler(builder)
    try:
        parser.parse(io.BytesIO(data))
    except SAXParseException as error:
        raise XmlError(
            "This is not XML: {0}.", error.getMessage(), where=f"{where}:{error.getLineNumber()}"
        ) from error
    except defusedxml.DefusedXmlException as error:
        raise XmlError(
            "The file declares entities of its own, which might be a trap: remove them.",
            where=where,
        ) from error
    except (SAXException, ValueError, LookupError) as error:
        raise XmlError(
            "The file's encoding can't be read ({0}): save it as UTF-8.", error, where=where
        ) from error
    assert builder.root
    return builder.root


class _Builder(ContentHandler):
    def __init__(self, where: str) -> None:
        super().__init__()
        self.root: Node | None = None
        self._where = where
        self._locator: Locator | None = None
        self._open: list[Node] = []
        self._texts: list[list[str]] = []
        self._count = 0

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802
        line = self._line()
        self._count += 1
        if len(self._open) >= DEEPEST or self._count > MOST:
            raise XmlError(
                "The file has more than {0} elements, or {1} inside one another: split it.",
                MOST, DEEPEST, where=f"{self._where}:{line}",
            )  # fmt: skip
        node = Node(name, dict(attrs.items()), line)
        if self._open:
            self._open[-1].children.append(node)
        else:
            self.root = node
        self._open.append(node)
        self._texts.append([])

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)

    def skippedEntity(self, name: str) -> None:  # noqa: N802
        raise XmlError(
            "The entity {0} is declared nowhere: write the character itself.",
            name, where=f"{self._where}:{self._line()}",
        )  # fmt: skip

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802
        self._open.pop().text = "".join(self._texts.pop())

    def _line(self) -> int:
        return (self._locator and self._locator.getLineNumber()) or 0
