"""What programs propose: annotations that are no part of a layer until a person accepts them."""
