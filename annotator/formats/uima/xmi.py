"""UIMA XMI: each feature structure an element, its features attributes or elements inside.

Source: UIMA Java SDK reference, chapter "XMI CAS serialization". dkpro-cassis, which writes these
files for us, makes Python code of the names in a type system, so that a feature called `class`
stops it, and gives up a file for one wrong reference without saying where: files are read here.
"""

from collections import defaultdict
from typing import BinaryIO

from annotator.formats.faults import Faults
from annotator.formats.uima.cas import Cas, Sofa, Structure
from annotator.formats.uima.types import Feature, TypeSystem
from annotator.formats.uima.values import xmi_value
from annotator.formats.uima.xml import Element, Name, read_xml
from annotator.model.message import AnnotatorError

_XMI = "http://www.omg.org/XMI"
_SPACE, _SPACE_END = "http:///", ".ecore"
_NO_PACKAGE = "uima.noNamespace"
_CAS = "http:///uima/cas.ecore"
_NULL, _SOFA, _VIEW = Name(_CAS, "NULL"), Name(_CAS, "Sofa"), Name(_CAS, "View")
_ID = Name(_XMI, "id")


def read_xmi(stream: BinaryIO, types: TypeSystem, where: str, faults: Faults) -> Cas:
    """Return the CAS that XMI holds.

    `where` names the file. What is wrong with a feature structure goes to `faults`, and the rest
    goes on. Raises AnnotatorError for what is no XMI.
    """
    reader = _Elements(types, where, faults)
    read_xml(stream, where, 2, "XMI", reader.take)
    return reader.cas


class _Elements:
    def __init__(self, types: TypeSystem, where: str, faults: Faults) -> None:
        self.cas = Cas(types)
        self._where = where
        self._faults = faults
        self._inside: dict[str, list[str]] = defaultdict(list)

    def take(self, element: Element) -> None:
        """Take an element that ended: an item, or a feature structure with those before it."""
        if element.depth == 2:
            self._inside[element.name.local].append(element.text)
        elif element.depth == 1:
            inside, self._inside = self._inside, defaultdict(list)
            where = f"{self._where}:{element.line}"
            try:
                self._take(element, inside, where)
            except AnnotatorError as error:
                error.where = where
                self._faults.add(error)

    def _take(self, element: Element, inside: dict[str, list[str]], where: str) -> None:
        if element.name in (_NULL, _VIEW):
            return
        id = self._id(element)
        if element.name == _SOFA:
            said = {name.local: value for name, value in element.attributes.items()}
            self.cas.sofas[id] = Sofa(id, said.get("sofaID", ""), said.get("sofaString"))
            return
        if id in self.cas.structures:
            raise AnnotatorError("Two feature structures have the id {0}: left out here.", id)
        structure = Structure(id, _type_name(element.name), where)
        features = self.cas.types.features(structure.type)
        for name, written in self._written(element, inside):
            feature = features.get(name)
            if name == "elements" and not feature:
                feature = Feature(name, structure.type)
            if not feature:
                self._faults.remark(
                    "The feature {0} of {1} is not declared: left out.",
                    name, structure.type, where=self._where,
                )  # fmt: skip
                continue
            structure.values[name] = xmi_value(feature, written)
        self.cas.structures[id] = structure

    def _id(self, element: Element) -> int:
        written = element.attributes.get(_ID, "")
        if written.isascii() and written.isdigit() and 0 < len(written) <= 18:
            return int(written)
        raise AnnotatorError(
            "{0} has the id “{1}”, which is no number: left out.", element.name.local, written[:60]
        )

    @staticmethod
    def _written(
        element: Element, inside: dict[str, list[str]]
    ) -> list[tuple[str, str | list[str]]]:
        attributes: list[tuple[str, str | list[str]]] = [
            (name.local, value) for name, value in element.attributes.items() if not name.space
        ]
        return [*attributes, *inside.items()]


def _type_name(name: Name) -> str:
    """Return the type of an element: its namespace is the package, with `/` for `.`."""
    package = name.space.removeprefix(_SPACE).removesuffix(_SPACE_END).replace("/", ".")
    return name.local if package == _NO_PACKAGE else f"{package}.{name.local}"
