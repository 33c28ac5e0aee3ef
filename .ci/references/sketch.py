"""A few numbers that stand for a vector: src/math/testing/sketch.ts makes the same of ours."""

import math

from made_matrix import Stream

N_PROJECTIONS = 3


def sketch(values):
    """Length, cells that are NaN, the largest absolute value, then sums under weights in -1 .. 1."""
    vector = [float(value) for value in values]
    known = [0.0 if math.isnan(value) else value for value in vector]
    largest = max((abs(value) for value in known), default=0.0)
    sums = []
    for projection in range(N_PROJECTIONS):
        stream = Stream(7 + projection)
        sums.append(math.fsum((stream.unit() * 2 - 1) * value for value in known))
    return [len(vector), sum(math.isnan(value) for value in vector), largest, *sums]
