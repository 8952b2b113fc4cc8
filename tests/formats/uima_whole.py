"""What UIMA CAS must carry, in either of its formats: everything."""

from collections.abc import Sequence

from annotator.formats.format import Parcel
from tests.formats.dump import comparable
from tests.formats.round_trip import RoundTrip


def layer_by_layer(parcels: Sequence[Parcel]) -> list[Parcel]:
    """Return `parcels` with one for each layer, in an order that files do not change."""
    single = [
        Parcel(article, layers, where)
        for article, found, where in parcels
        for layers in [(each,) for each in found] or [()]
    ]
    return sorted(single, key=lambda each: [layer.reviewer for layer in each.layers])


class Whole(RoundTrip):
    """A format that loses nothing of what the strategies make."""

    out = "out"
    keeps_ids = False

    def shown(self, parcels: Sequence[Parcel]) -> str:
        return comparable(layer_by_layer(parcels))
