"""dkpro-cassis, the library that writes UIMA's files: imported here alone, and when it is used."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import cassis  # pyright: ignore[reportMissingTypeStubs]  # it promises no types
    import cassis.typesystem  # pyright: ignore[reportMissingTypeStubs]

    CassisCas = cassis.Cas
    CassisTypes = cassis.TypeSystem
    CassisStructure = cassis.typesystem.FeatureStructure


def new_types() -> "CassisTypes":
    """Return a type system with what is built into UIMA."""
    from cassis import TypeSystem  # pyright: ignore[reportMissingTypeStubs]

    return TypeSystem()


def new_cas(types: "CassisTypes", text: str) -> "CassisCas":
    """Return a CAS for `text`, whose sofa has the id 1."""
    from cassis import Cas  # pyright: ignore[reportMissingTypeStubs]

    cas = Cas(types)
    cas.sofa_string = text
    cas.sofa_mime = "text"
    return cas


def xmi_of(cas: "CassisCas") -> bytes:
    """Return the XMI of `cas`, an element a line."""
    return str(cas.to_xmi(pretty_print=True)).encode()


def json_of(cas: "CassisCas") -> bytes:
    """Return the JSON of `cas` with its type system."""
    return f"{cas.to_json(pretty_print=True)}\n".encode()


def types_xml(types: "CassisTypes") -> bytes:
    """Return the XML of a type system."""
    return str(types.to_xml()).encode()
