"""Draw the links of docs/linking-check.md: 100 of those that a name decides, by a seed, as rows of a table.

    python tools/sample_links.py [--seed 20261121]

Drawn are links to GeoNames and UN/LOCODE of border counties, ports and foreign places: what a border twin or a namesake can
spoil. What equal codes decide is left out, and so are cities in the interior.
"""

import argparse
import random

from borderkg import reference, resources
from borderkg.linking import link, sssom
from borderkg.linking.link import Link
from borderkg.vocabulary import ID

SEED, SIZE = 20261121, 100


def drawn(seed: int) -> list[Link]:
    """The sample, in order."""
    known = reference.load().individuals
    of_names = [
        one
        for name in ("geonames", "unlocode")
        for one in sssom.read(resources.mappings() / (name + sssom.SUFFIX))
        if known[one.subject].type == "Port"
        or known[one.subject].value("borderCounty") == "true"
        or "/place/" in one.subject
    ]
    return sorted(random.Random(seed).sample(sorted(of_names), SIZE))  # noqa: S311 - a sample, no secret


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=SEED)
    for number, one in enumerate(drawn(parser.parse_args().seed), start=1):
        record = one.object.removeprefix(link.GEONAMES).removeprefix(link.UNLOCODE).strip("/")
        cells = [
            str(number),
            one.subject_label,
            one.subject.removeprefix(ID),
            one.predicate,
            f"{record} {one.object_label}",
        ]
        print("| " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
