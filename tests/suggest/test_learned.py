import json
import subprocess
import sys
import threading
from itertools import pairwise, product

import numpy as np
import pytest

from annotator import processes
from annotator.model.annotation import Annotation, Fragment, Kind
from annotator.model.layer import Layer
from annotator.suggest.learned.arrays import ModelError, from_arrays, to_arrays
from annotator.suggest.learned.crf import Crf
from annotator.suggest.learned.keeping import model_from_bytes
from annotator.suggest.learned.model import Cancelled, Model, train
from annotator.suggest.learned.suggester import Learned
from annotator.suggest.training import Trained, Training, TrainingError, _asked
from tests.suggest.news import lesson

LESSONS = [lesson(number) for number in range(8)]


@pytest.fixture(scope="module")
def model() -> Model:
    return train(LESSONS, seed=3)


def test_it_finds_what_is_tagged_in_an_article_it_has_not_seen(model: Model) -> None:
    new = lesson(100)
    found = Learned(model).suggest(new.article, Layer(new.article, "lan"))
    sure = {
        (s.annotation.kind, s.annotation.label, s.annotation.fragments)
        for s in found
        if s.confidence > 0.5
    }
    gold = {(a.kind, a.label, a.fragments) for a in new.annotations}
    assert len(sure & gold) > 0.9 * len(gold)
    assert len(sure - gold) < 0.1 * len(gold)


def test_it_finds_the_arguments_of_events_that_stand(model: Model) -> None:
    new = lesson(101)
    bare = [Annotation(a.id, a.kind, a.label, a.fragments, rank=a.rank) for a in new.annotations]
    found = Learned(model).suggest(new.article, Layer(new.article, "lan", bare))
    sure = {(s.event, *s.annotation.links[0]) for s in found if s.event and s.confidence > 0.5}
    gold = {(a.id, *link) for a in new.annotations for link in a.links}
    assert len(sure & gold) > 0.9 * len(gold)


def test_every_suggestion_fits_the_text_and_has_a_probability(model: Model) -> None:
    new = lesson(102)
    for each in Learned(model).suggest(new.article, Layer(new.article, "lan")):
        assert 0 <= each.confidence <= 1
        assert 0 <= each.annotation.start < each.annotation.end <= len(new.article.text)
        assert each.annotation.origin == "learned"


def test_it_names_what_is_selected(model: Model) -> None:
    new = lesson(103)
    layer = Layer(new.article, "lan")
    for each in new.annotations:
        labels = Learned(model).labels(new.article, layer, each.fragments[0], each.kind)
        assert labels[0][0] == each.label
    inside = Fragment(1, 3)
    assert Learned(model).labels(new.article, layer, inside, Kind.ENTITY) == []


def test_the_same_lessons_and_seed_give_the_same_model(model: Model) -> None:
    one, other = to_arrays(model), to_arrays(train(LESSONS, seed=3))
    assert one.keys() == other.keys()
    for name, array in one.items():
        assert np.array_equal(array, other[name]), name


def test_a_model_comes_back_from_its_arrays(model: Model) -> None:
    arrays = to_arrays(model)
    assert {array.dtype.kind for array in arrays.values()} <= {"i", "u", "f"}
    new = lesson(104)
    layer = Layer(new.article, "lan")
    again = Learned(from_arrays(arrays)).suggest(new.article, layer)
    assert again == Learned(model).suggest(new.article, layer)


def test_arrays_of_something_else_are_refused(model: Model) -> None:
    with pytest.raises(ModelError):
        from_arrays({})
    arrays = to_arrays(model)
    arrays["entity.crf.weights"] = arrays["entity.crf.weights"][:-1]
    with pytest.raises(ModelError):
        from_arrays(arrays)


def test_training_can_be_called_off() -> None:
    with pytest.raises(Cancelled):
        train(LESSONS[:2], cancelled=lambda: True)


def test_nothing_tagged_gives_a_model_that_suggests_nothing() -> None:
    new = lesson(105)
    assert train([]).spans == {}
    assert Learned(train([])).suggest(new.article, Layer(new.article, "lan")) == []


def test_span_probabilities_add_up_to_those_of_all_labellings() -> None:
    """The probability of a span is the sum over all sequences that have it: counted one by one."""
    labels = ("B-S", "I-S", "O")
    rng = np.random.default_rng(5)
    weights = rng.normal(size=(4, 3))
    moves = rng.normal(size=(3, 3))
    number = {f"u{n}": n for n in range(4)}
    chain = Crf(labels, number, weights, moves).probabilities([[f"u{n}"] for n in range(4)])
    sums: dict[tuple[int, int], float] = {}
    total = 0.0
    for path in product(range(3), repeat=4):
        own = sum(weights[n, k] for n, k in enumerate(path))
        score = float(np.exp(own + sum(moves[one, next] for one, next in pairwise(path))))
        total += score
        for first in range(4):
            if path[first] == 0:
                end = first + 1
                while end < 4 and path[end] == 1:
                    end += 1
                sums[first, end] = sums.get((first, end), 0.0) + score
    found = {(first, end): p for first, end, _, p in chain.spans(0.0)}
    assert found.keys() == sums.keys()
    for place, score in sums.items():
        assert found[place] == pytest.approx(score / total)


def test_training_in_another_process_gives_the_model_of_this_one(model: Model) -> None:
    outcomes: list[Trained | TrainingError] = []
    steps: list[tuple[int, int]] = []
    training = Training(LESSONS, outcomes.append, 3, lambda done, of: steps.append((done, of)))
    training.start()
    assert training.wait(100)
    (trained,) = outcomes
    assert isinstance(trained, Trained)
    assert steps[-1][0] == steps[-1][1]
    wanted = to_arrays(model)
    for found in (trained.model, model_from_bytes(trained.state)):
        arrays = to_arrays(found)
        for name, array in wanted.items():
            assert np.allclose(array, arrays[name]), name


def test_a_training_that_was_cancelled_tells_nothing() -> None:
    outcomes: list[Trained | TrainingError] = []
    begun = threading.Event()
    training = Training(LESSONS * 4, outcomes.append, 3, lambda _done, _of: begun.set())
    training.start()
    assert begun.wait(100)
    training.cancel()
    assert training.wait(100)
    assert outcomes == []


def test_a_training_ends_when_nobody_waits_for_it_any_more() -> None:
    asked = _asked(LESSONS * 4, 3, ())
    with subprocess.Popen(
        [sys.executable, "-m", "annotator.suggest.training"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(asked)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())[0] > 0
        process.stdin.close()  # as the system does for one that was killed
        rest = process.stdout.read()
    assert process.returncode == 1
    assert b"model" not in rest


@pytest.mark.parametrize("characters", [10, 400_000, 4_000_000])
def test_a_process_that_dies_while_it_is_told_is_reported(
    monkeypatch: pytest.MonkeyPatch, characters: int
) -> None:
    program = (sys.executable, "-c", "import sys; sys.exit('no memory')")
    monkeypatch.setattr(processes, "command", lambda _module: program)
    told: list[object] = []
    training = Training([], told.append, texts=["x" * characters])
    training.start()
    assert training.wait(60)
    [error] = told
    assert isinstance(error, TrainingError)
    assert "no memory" in str(error)
