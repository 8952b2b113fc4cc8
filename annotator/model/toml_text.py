"""TOML that people write by hand: parsed, or refused with the line."""

import re
from typing import Any

import tomli

from annotator.model.message import AnnotatorError

_LINE = re.compile(r" \(at line (\d+), column \d+\)$")


class TomlError(AnnotatorError):
    """What can't be parsed; `where` names the file and the line."""


def parsed(text: str, where: str = "") -> dict[str, Any]:
    """Return the tables of `text`, which is TOML 1.0; `where` names its file, for the error.

    Raises TomlError.
    """
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        reason = str(error)
        line = _LINE.search(reason)
        number = line[1] if line else str(text.count("\n") + 1)
        raise TomlError(
            "This is not TOML: {0}.", _LINE.sub("", reason), where=f"{where}:{number}"
        ) from error
    except ValueError as error:  # an integer of more digits than Python converts
        raise TomlError("A number has too many digits.", where=where) from error
    except RecursionError as error:
        raise TomlError("This is nested too deeply.", where=where) from error
