"""Which suggestions the simulated person takes in by one gesture."""

from collections.abc import Callable

from annotator.model.annotation import Annotation, Fragment, Kind, Link
from annotator.model.article import Article
from annotator.model.layer import Layer
from annotator.model.message import message
from annotator.suggest.suggestion import Suggestion, id_of
from bench.runs import certain, runs

NO_REASON = message("Made up.")
ARTICLE = Article("a", "a b c d e f g h i j", {})


def mention(start: int, end: int, label: str = "X", confidence: float = 0.5) -> Suggestion:
    fragments = (Fragment(start, end),)
    id = id_of(Kind.ENTITY, label, fragments)
    return Suggestion(Annotation(id, Kind.ENTITY, label, fragments), confidence, NO_REASON)


def test_a_run_ends_where_one_of_the_others_lies_between() -> None:
    one, two, three, four = (mention(at, at + 1) for at in (0, 4, 8, 12))
    layer = Layer(ARTICLE, "lan")
    shown = [one, two, three, four]
    assert runs(layer, shown, lambda each: each in (one, two, four)) == (
        [[one, two], [four]],
        [[three]],
    )
    assert runs(layer, shown, lambda _each: True) == ([shown], [])
    assert runs(layer, [], lambda _each: True) == ([], [])


def test_what_lies_inside_another_can_not_be_passed_by() -> None:
    long, inside, after = mention(0, 5), mention(2, 3, "Y"), mention(8, 9)
    layer = Layer(ARTICLE, "lan")
    right, wrong = runs(layer, [long, inside, after], lambda each: each is not inside)
    assert (right, wrong) == ([[long], [after]], [[inside]])


def test_arguments_are_swept_by_what_fills_the_roles() -> None:
    event = Annotation("E1", Kind.EVENT, "M", (Fragment(6, 7),))
    fillers = [
        Annotation(f"T{n}", Kind.ENTITY, "X", (Fragment(at, at + 1),))
        for n, at in enumerate((0, 4, 10))
    ]
    layer = Layer(ARTICLE, "lan", [event, *fillers])
    shown = [
        Suggestion(
            Annotation("E1", Kind.EVENT, "M", event.fragments, (Link("R", each.id),)),
            0.5, message("Made up."), "E1",
        )
        for each in fillers
    ]  # fmt: skip
    right, wrong = runs(layer, [*reversed(shown), mention(2, 3)][:3], lambda each: each != shown[1])
    assert (right, wrong) == ([[shown[0]], [shown[2]]], [[shown[1]]])


def test_what_is_more_certain_than_all_wrong_ones_is_taken_in_where_that_spares_something() -> None:
    layer = Layer(ARTICLE, "lan")
    shares = (0.9, 0.4, 0.7, 0.3, 0.8)
    one, wrong, two, other, three = shown = [
        mention(4 * n, 4 * n + 1, confidence=share) for n, share in enumerate(shares)
    ]

    def surest(right: Callable[[Suggestion], bool]) -> list[Suggestion]:
        return certain(layer, shown, right, runs(layer, shown, right))

    assert surest(lambda each: each not in (wrong, other)) == [two, three, one]
    assert surest(lambda each: each is not two) == []
    assert surest(lambda each: each is one) == [], "a click takes no more"
    assert surest(lambda _each: True) == [], "nor does a key for all"
