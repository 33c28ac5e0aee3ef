"""What is compared: one function per method, from a matrix to one flat vector."""

CASES = {}


def case(name, reference, kind="plain", max_rows=2500):
    """
    Registers a method. `kind` is how the matrix is prepared (made_matrix.py), `max_rows` what of a
    set is taken. Where the reference has no answer the method raises ValueError.
    """

    def register(run):
        CASES[name] = {"reference": reference, "kind": kind, "max_rows": max_rows, "run": run}
        return run

    return register
