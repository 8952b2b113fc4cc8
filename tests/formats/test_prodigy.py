from tests.formats.round_trip import RoundTrip


class TestRoundTrip(RoundTrip):
    format = "prodigy"
    out = "out.jsonl"
    keeps_ids = False
