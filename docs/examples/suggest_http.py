"""A server that suggests by the protocol of Label Studio's backends: names every year as TIME.

`python3 docs/examples/suggest_http.py [PORT]` prints its address. Offsets are in UTF-16 units, as
Label Studio counts. Put a PhoBERT model where the years are found.
"""

import json
import re
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


def units(text: str) -> int:
    """Return how many UTF-16 units `text` has."""
    return len(text.encode("utf-16-le")) // 2


def predicted(text: str) -> dict[str, object]:
    """Return the prediction for `text`."""
    result = [
        {
            "id": str(number),
            "type": "labels",
            "from_name": "label",
            "to_name": "text",
            "score": 0.9,
            "value": {
                "start": units(text[: match.start()]),
                "end": units(text[: match.end()]),
                "labels": ["TIME"],
            },
        }
        for number, match in enumerate(re.finditer(r"\b(?:19|20)\d\d\b", text))
    ]
    return {"result": result, "score": 0.9}


class Handler(BaseHTTPRequestHandler):
    """Answers `/health`, `/setup` and `/predict`."""

    def do_GET(self) -> None:
        """Say that it is there."""
        self._answer({"status": "UP", "model_class": "Years"})

    def do_POST(self) -> None:
        """Predict for each task, or take note of the labels."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.path == "/predict":
            texts = [task["data"]["text"] for task in asked["tasks"]]
            self._answer({"results": [predicted(text) for text in texts]})
        else:
            self._answer({"model_version": "years-1"})

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of each request."""

    def _answer(self, value: object) -> None:
        content = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", int(sys.argv[1]) if sys.argv[1:] else 0), Handler)
    print(f"http://127.0.0.1:{server.server_port}", flush=True)
    server.serve_forever()
