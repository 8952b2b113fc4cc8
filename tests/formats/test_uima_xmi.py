"""UIMA CAS as XMI loses nothing."""

from tests.formats.uima_whole import Whole


class TestXmi(Whole):
    format = "uima-xmi"


del Whole
