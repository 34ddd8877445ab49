"""How well predicted clusters agree with expected ones: pairwise precision and recall, and B-cubed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from math import comb

Item = Hashable


@dataclass(frozen=True)
class Agreement:
    """Shares from 0 to 1. Pairwise: over pairs of items; B-cubed: the mean over items of their cluster's share."""

    precision: float
    recall: float
    b3_precision: float
    b3_recall: float


def agreement(expected: Mapping[Item, Hashable], predicted: Mapping[Item, Hashable]) -> Agreement:
    """Compare clusterings of the items of ``expected``; an item that is not in ``predicted`` stands alone."""
    guess = {item: predicted.get(item, ("alone", item)) for item in expected}
    both = Counter((expected[i], guess[i]) for i in expected)
    true, mine = Counter(expected.values()), Counter(guess.values())
    shared = sum(comb(n, 2) for n in both.values())
    size = len(expected) or 1
    return Agreement(
        precision=_share(shared, sum(comb(n, 2) for n in mine.values())),
        recall=_share(shared, sum(comb(n, 2) for n in true.values())),
        b3_precision=sum(n * n / mine[g] for (_, g), n in both.items()) / size,
        b3_recall=sum(n * n / true[e] for (e, _), n in both.items()) / size,
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
