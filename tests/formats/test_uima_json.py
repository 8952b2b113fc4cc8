"""UIMA CAS as JSON loses nothing."""

from tests.formats.uima_whole import Whole


class TestJson(Whole):
    format = "uima-json"


del Whole
