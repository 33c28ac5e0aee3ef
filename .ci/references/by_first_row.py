"""Labels as the engine numbers them."""


def by_first_row(labels):
    """Clusters numbered by their first row; noise stays -1."""
    numbers = {-1: -1}
    return [numbers.setdefault(label, len(numbers) - 1) for label in labels]
