"""XML of UIMA read event by event: without entities or a document type, no deeper than expected."""

from collections.abc import Callable, Mapping
from typing import BinaryIO, NamedTuple
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.xmlreader import AttributesNSImpl, Locator

from defusedxml import DefusedXmlException
from defusedxml.sax import make_parser

from annotator.model.message import AnnotatorError


class Name(NamedTuple):
    """A namespace, or an empty text, and the local name in it."""

    space: str
    local: str


class Element(NamedTuple):
    """An element that ended: name, attributes, depth (0: the root), line it began at, text."""

    name: Name
    attributes: Mapping[Name, str]
    depth: int
    line: int
    text: str


class XmlError(AnnotatorError):
    """A file that is no XML, or XML that is not read."""


def read_xml(
    stream: BinaryIO, where: str, deepest: int, root: str, ended: Callable[[Element], None]
) -> None:
    """Read XML whose root has the local name `root`; call `ended` with each element as it ends.

    Raises XmlError, at its line of the file `where`, for what is no XML, has another root, a
    document type or elements below the depth `deepest`, and all that `ended` raises.
    """
    handler = _Handler(where, deepest, root, ended)
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    try:
        parser.parse(stream)
    except DefusedXmlException as error:
        raise XmlError(
            "The XML has a document type or entities, which are not read: remove them.",
            where=f"{where}:{handler.line}",
        ) from error
    except SAXParseException as error:
        raise XmlError(
            "This is no XML ({0}): was it cut off, or edited by hand?",
            error.getMessage(), where=f"{where}:{error.getLineNumber() or 1}",
        ) from error  # fmt: skip
    except (SAXException, LookupError, ValueError) as error:
        raise XmlError("This is no XML, or its encoding is not known.", where=where) from error


class _Handler(ContentHandler):
    def __init__(
        self, where: str, deepest: int, root: str, ended: Callable[[Element], None]
    ) -> None:
        super().__init__()
        self._where = where
        self._deepest = deepest
        self._root = root
        self._ended = ended
        self._locator: Locator | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []

    @property
    def line(self) -> int:
        """The line that is being read."""
        return (self._locator and self._locator.getLineNumber()) or 1

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802  # SAX's name
        self._locator = locator

    def startElementNS(  # noqa: N802  # SAX's name
        self,
        name: tuple[str | None, str],
        qname: str | None,  # noqa: ARG002  # none with namespaces
        attrs: AttributesNSImpl,
    ) -> None:
        depth, line = len(self._open), self.line
        if depth > self._deepest:
            raise XmlError(
                "Elements are nested deeper than this format has them.",
                where=f"{self._where}:{line}",
            )
        if depth == 0 and name[1] != self._root:
            raise XmlError(
                "The file begins with <{0}>; it must begin with <{1}>.",
                name[1], self._root, where=f"{self._where}:{line}",
            )  # fmt: skip
        attributes = {Name(space or "", local): value for (space, local), value in attrs.items()}
        self._open.append(Element(Name(name[0] or "", name[1]), attributes, depth, line, ""))
        self._texts.append([])

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)

    def endElementNS(  # noqa: N802  # SAX's name
        self,
        name: tuple[str | None, str],  # noqa: ARG002  # the open one's
        qname: str | None,  # noqa: ARG002  # none with namespaces
    ) -> None:
        self._ended(self._open.pop()._replace(text="".join(self._texts.pop())))
