import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from annotator.formats.jsonl_object import line_of, parcel_of
from annotator.formats.strict_json import parse
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import AnnotatorError
from annotator.suggest.command import Command
from annotator.suggest.http import Backend, checked_address
from annotator.suggest.outside import OutsideError

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
ARTICLE = Article("a", "Năm 2019 😀 và năm 2020.")
LAYER = Layer(ARTICLE, "lan")


def written(layer: Layer) -> str:
    return line_of(layer.article, layer).decode().removesuffix("\n")


def read(line: str) -> Layer:
    return parcel_of(parse(line), "answer").layers[0]


def command(*arguments: str, seconds: float = 60) -> Command:
    return Command("years", [sys.executable, *arguments], written, read, seconds)


@pytest.fixture
def address() -> Iterator[str]:
    example = [sys.executable, str(EXAMPLES / "suggest_http.py")]
    with subprocess.Popen(example, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield server.stdout.readline().strip()
        server.kill()


def texts(suggester: Command | Backend) -> list[str]:
    found = suggester.suggest(ARTICLE, LAYER)
    assert {each.annotation.origin for each in found} == {"years"}
    return [each.annotation.text_in(ARTICLE.text) for each in found]


def test_the_example_over_http(address: str) -> None:
    backend = Backend("years", address)
    assert backend.healthy()
    assert backend.set_up("news") == "years-1"
    assert texts(backend) == ["2019", "2020"]


def test_a_server_that_is_not_there_is_named() -> None:
    with pytest.raises(OutsideError, match="does not answer"):
        Backend("years", "http://127.0.0.1:9").suggest(ARTICLE, LAYER)


WITHOUT_END = b"""{"results": [{"result": [
    {"type": "labels", "value": {"start": 1e999, "end": 4, "labels": ["TIME"]}}
]}]}"""


@pytest.mark.parametrize(
    ("answer", "said"),
    [(100_000 * b"[", "does not answer in JSON"), (WITHOUT_END, "can't be understood")],
)
def test_a_server_that_answers_something_else_is_named(answer: bytes, said: str) -> None:
    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_what: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        with pytest.raises(OutsideError, match=said):
            Backend("years", f"http://127.0.0.1:{server.server_port}").suggest(ARTICLE, LAYER)
        thread.join()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "localhost:9090",
        "ftp://x",
        "file:///etc/passwd",
        "http://",
        "http://a:b@c",
        "http://x:99999",
        "http://x/?q",
    ],
)
def test_what_is_no_address_of_http_is_refused(address: str) -> None:
    with pytest.raises(OutsideError):
        checked_address(address)


def test_the_example_on_standard_input_answers_again_and_again() -> None:
    years = command(str(EXAMPLES / "suggest_lines.py"))
    assert texts(years) == ["2019", "2020"]
    assert texts(years) == ["2019", "2020"]
    years.close()


def test_a_command_that_ends_is_named_and_started_anew() -> None:
    ends = command("-c", "import sys; sys.exit(3)")
    for _ in range(2):
        with pytest.raises(OutsideError, match="status"):
            ends.suggest(ARTICLE, LAYER)


def test_a_command_that_does_not_answer_is_ended() -> None:
    hangs = command("-c", "import time; time.sleep(1000)", seconds=0.2)
    with pytest.raises(OutsideError, match="did not answer"):
        hangs.suggest(ARTICLE, LAYER)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix")
def test_a_command_is_ended_with_the_programs_that_it_began() -> None:
    begins = Command("begins", ["sh", "-c", "sleep 1000 & wait"], written, read, 0.2)
    with pytest.raises(OutsideError, match="did not answer"):
        begins.suggest(ARTICLE, LAYER)


def test_a_command_that_says_something_else_first_is_named_and_started_anew() -> None:
    talks = command("-c", "print('Loading…', flush=True); input()")
    for _ in range(2):
        with pytest.raises(AnnotatorError, match=r"years.*not JSON"):
            talks.suggest(ARTICLE, LAYER)


def test_a_line_too_many_is_no_answer_to_what_is_asked_next(tmp_path: Path) -> None:
    known = tmp_path / "known"
    script = (
        "import pathlib, sys\n"
        f"known = pathlib.Path({str(known)!r})\n"
        "for line in sys.stdin:\n"
        "    if not known.exists():\n"
        "        known.touch()\n"
        "        line = 'Loading…\\n' + line\n"
        "    print(line, end='', flush=True)\n"
    )
    echo = command("-c", script)
    with pytest.raises(AnnotatorError, match="not JSON"):
        echo.suggest(ARTICLE, LAYER)
    for article in (ARTICLE, Article("b", "another")):
        assert echo.suggest(article, Layer(article, "lan")) == []
    echo.close()


def test_a_command_that_was_closed_is_not_started_any_more(tmp_path: Path) -> None:
    started = tmp_path / "started"

    def closed_meanwhile(layer: Layer) -> str:
        late.close()
        return written(layer)

    arguments = [sys.executable, "-c", f"open({str(started)!r}, 'w').close(); input()"]
    late = Command("years", arguments, closed_meanwhile, read)
    with pytest.raises(OutsideError, match="was ended"):
        late.suggest(ARTICLE, LAYER)
    assert not started.exists()


def test_a_command_that_is_none_is_named() -> None:
    with pytest.raises(OutsideError, match="can't be started"):
        Command("none", ["/no/such/program"], written, read).suggest(ARTICLE, LAYER)


def test_an_answer_about_another_text_is_refused() -> None:
    other = written(Layer(Article("a", "another"), "lan"))
    answers = command("-c", f"input(); print({other!r}, flush=True); input()")
    with pytest.raises(OutsideError, match="another text"):
        answers.suggest(ARTICLE, LAYER)
    answers.close()
