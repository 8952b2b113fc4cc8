"""Suggestions over HTTP, by the protocol of Label Studio's machine-learning backends."""

import json
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any, cast
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from annotator.model.annotation import Annotation
from annotator.model.article import Article
from annotator.model.change import Edit
from annotator.model.layer import Layer
from annotator.model.offsets import Utf16Offsets
from annotator.suggest.outside import OutsideError, entity, suggestions_from
from annotator.suggest.suggestion import Suggestion

SECONDS = 10.0
_MOST_BYTES = 32 << 20


class Backend:
    """The suggester at an address: `POST /predict` with the text, as Label Studio asks.

    `config` is the labelling configuration it is set up with. Only the address given is spoken to:
    a redirection is an error, and no proxy is used.
    """

    def __init__(self, name: str, address: str, config: str = "", seconds: float = SECONDS) -> None:
        self.name = name
        self._address = checked_address(address)
        self._config = config
        self._seconds = seconds
        self._opener = build_opener(ProxyHandler({}), _NoRedirection())

    def healthy(self) -> bool:
        """Return whether it answers; raises OutsideError, with the reason, where it does not."""
        answer = self._asked("/health")
        return isinstance(answer, dict) and cast(dict[str, Any], answer).get("status") == "UP"

    def set_up(self, project: str) -> str:
        """Tell it the labels of `project`; return the version of its model. Raises OutsideError."""
        answer = self._asked("/setup", {"project": project, "schema": self._config})
        found = cast(dict[str, Any], answer) if isinstance(answer, dict) else {}
        return str(found.get("model_version", ""))

    def suggest(self, article: Article, layer: Layer) -> list[Suggestion]:  # noqa: ARG002
        """Return what it predicts for the article; raises OutsideError."""
        task = {"id": 1, "data": {"text": article.text}}
        answer = self._asked("/predict", {"tasks": [task], "label_config": self._config})
        try:
            found = list(_annotations(answer, article.text))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
            raise OutsideError(
                "{0} answers what can't be understood: {1}.", self.name, error
            ) from error
        return suggestions_from(self.name, found, len(article.text))

    def learn(self, article: Article, edit: Edit) -> None:
        """Do nothing: the protocol's webhooks are for another server."""

    def refuse(self, article: Article, suggestion: Suggestion, times: int = 1) -> None:
        """Do nothing: the protocol has no word for it."""

    def _asked(self, path: str, data: object = None) -> object:
        body = None if data is None else json.dumps(data).encode()
        request = Request(  # noqa: S310  # the address is checked
            self._address + path, body, {"Content-Type": "application/json"}
        )
        try:
            with self._opener.open(request, timeout=self._seconds) as answer:
                content = answer.read(_MOST_BYTES + 1)
        except (URLError, HTTPException, OSError) as error:
            reason = error.reason if isinstance(error, URLError) else error
            raise OutsideError(
                "{0} at {1} does not answer: {2}.", self.name, self._address, reason
            ) from error
        if len(content) > _MOST_BYTES:
            raise OutsideError("{0} answers more than {1} MB.", self.name, _MOST_BYTES >> 20)
        try:
            return json.loads(content)
        except (ValueError, RecursionError) as error:
            raise OutsideError("{0} does not answer in JSON.", self.name) from error


class _NoRedirection(HTTPRedirectHandler):
    def redirect_request(self, *_: Any, **__: Any) -> None:
        return None


def checked_address(address: str) -> str:
    """Return `address` without a slash at its end; raises OutsideError where it is none of HTTP."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError as error:
        raise OutsideError("“{0}” is no address: {1}.", address, error) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or port == 0:
        raise OutsideError("“{0}” is no address: write http://localhost:9090.", address)
    if parts.username or parts.query or parts.fragment:
        raise OutsideError("“{0}” has more than a host, a port and a path.", address)
    return address.strip().rstrip("/")


def _annotations(answer: Any, text: str) -> Iterator[tuple[Annotation, float]]:
    offsets = Utf16Offsets(text)
    for prediction in answer["results"]:
        general = prediction.get("score")
        for number, each in enumerate(prediction["result"]):
            value = each["value"]
            names = value.get("labels") or ()
            if each.get("type") == "labels" and names:
                start, end = (
                    offsets.from_utf16(int(value["start"])),
                    offsets.from_utf16(int(value["end"])),
                )
                score = each.get("score", general)
                id = str(each.get("id", number))
                yield entity(id, str(names[0]), start, end), 0.5 if score is None else float(score)
