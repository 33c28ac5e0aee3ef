"""What is compared: one function per method, from a matrix to one flat vector."""

CASES = {}


def case(name, reference, kind="plain", max_rows=2500):
    """Registers a method. `kind` is how the matrix is prepared, `max_rows` what of a set is taken."""

    def register(run):
        CASES[name] = {"reference": reference, "kind": kind, "max_rows": max_rows, "run": run}
        return run

    return register
