"""The same matrices as src/math/testing/made-matrix.ts, bit by bit: whole numbers and IEEE doubles only."""

import math

MASK = 0xFFFFFFFF


class Stream:
    """Mulberry32: one 32-bit state, so that both languages draw the same numbers."""

    def __init__(self, seed):
        self.state = seed & MASK

    def word(self):
        self.state = (self.state + 0x6D2B79F5) & MASK
        t = self.state
        t = ((t ^ (t >> 15)) * (t | 1)) & MASK
        t ^= (t + (((t ^ (t >> 7)) * (t | 61)) & MASK)) & MASK
        return (t ^ (t >> 14)) & MASK

    def unit(self):
        return self.word() / 4294967296

    def below(self, n):
        return self.word() % n


def cell(kind, stream):
    """One value of a column of the given kind, 0 to 5."""
    u = stream.unit()
    if kind == 0:
        return u
    if kind == 1:
        return u + stream.unit() + stream.unit() + stream.unit() - 2
    if kind == 2:
        return u * u * u * 1000
    if kind == 3:
        return float(math.floor(u * 6))
    if kind == 4:
        return 1000000 + u
    return 0.0 if u < 0.7 else u * 10


def made_rows(number):
    """Matrix `number` as rows, about one cell in eight missing: 8 to 60 rows, 2 to 8 columns, three loose groups."""
    stream = Stream(number + 1)
    n_samples = 8 + stream.below(53)
    n_features = 2 + stream.below(7)
    kinds = [stream.below(6) for _ in range(n_features)]
    apart = [stream.below(2) * 3 for _ in range(n_features)]
    rows = []
    for i in range(n_samples):
        row = []
        for j in range(n_features):
            value = cell(kinds[j], stream) + apart[j] * (i % 3)
            row.append(math.nan if stream.below(8) == 0 and i > 1 else value)
        rows.append(row)
    return rows


def made_labels(number, n_samples):
    """Labels of 2 to 5 clusters, each of them with a row."""
    stream = Stream(number + 100000)
    k = 2 + stream.below(4)
    return [i if i < k else stream.below(k) for i in range(n_samples)]


def prepare(kind, rows):
    """What a method can take: `missing` as it is, else empty cells 0, and then as the kind says."""
    if kind == "missing":
        return rows
    plain = [[0.0 if math.isnan(value) else value for value in row] for row in rows]
    if kind == "positive":
        return [[abs(value) for value in row] for row in plain]
    if kind == "shares":
        return [shares_of([abs(value) for value in row]) for row in plain]
    if kind == "scaled":
        return scaled(plain)
    if kind == "continuous":
        return moved(scaled(plain))
    if kind == "gaps":
        return with_gaps(moved(scaled(plain)), rows)
    return plain


def moved(rows):
    """Each cell by up to a tenth: no two values or distances are equal, and no column is constant."""
    stream = Stream(31)
    return [[value + (stream.unit() - 0.5) / 5 for value in row] for row in rows]


def with_gaps(rows, given):
    """Empty where the cell was, and about one in eight more, but for the first two rows."""
    stream = Stream(32)
    return [
        [
            math.nan if (stream.below(8) == 0 or math.isnan(old)) and i > 1 else value
            for value, old in zip(row, given[i])
        ]
        for i, row in enumerate(rows)
    ]


def shares_of(row):
    total = 0.0
    for value in row:
        total += value
    return [1 / len(row) if total == 0 else value / total for value in row]


def scaled(rows):
    """Mean 0, standard deviation 1, summed from the first row to the last."""
    columns = []
    for column in zip(*rows):
        mean = 0.0
        for value in column:
            mean += value
        mean /= len(column)
        squares = 0.0
        for value in column:
            squares += (value - mean) * (value - mean)
        deviation = math.sqrt(squares / len(column))
        scale = 1.0 if deviation < 1e-9 else deviation
        columns.append([(value - mean) / scale for value in column])
    return [list(row) for row in zip(*columns)]
