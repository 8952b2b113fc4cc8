"""Words on demand, one JSON value per line: a process of its own, for pyvi holds its caller up.

Reads `{"id": …, "text": …}` and answers `{"id": …, "words": …, "names": …}`, in order, the words
and what looks like a name as `Fragments.to_base64` has them.
"""

import json
import sys

from annotator import processes
from annotator.language.names import names
from annotator.language.segmentation import words
from annotator.model.fragments import Fragments


def main() -> None:
    """Answer until the input ends."""
    processes.step_back()
    for line in sys.stdin.buffer:
        asked = json.loads(line)
        text = asked["text"]
        found = words(text)
        answer = {
            "id": asked["id"],
            "words": Fragments(found).to_base64(),
            "names": Fragments(names(text, found)).to_base64(),
        }
        sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
