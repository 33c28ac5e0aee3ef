"""The data sets that lie beside the project, as rows of numbers; an empty cell is NaN."""

import csv
import json
import math

RETAIL = {
    "iowa_external": "iowa_liquor/external_market.csv",
    "iowa_internal": "iowa_liquor/internal_sales_wide.csv",
    "dominicks_external": "dominicks_oj/external_storedemo.csv",
    "dominicks_internal": "dominicks_oj/internal_units_wide.csv",
    "wholesale": "uci_wholesale/wholesale.csv",
}
COLUMNS = {
    "iowa_external": "iowa_external",
    "iowa_internal": "iowa_internal_seed_default",
    "dominicks_external": "dominicks_oj_external",
    "dominicks_internal": "dominicks_oj_internal",
    "wholesale": "uci_wholesale",
}
# Of the classical sets those small enough for methods that look at all pairs.
CLASSIC = ["iris", "wine", "ruspini", "hepta", "lsun", "flame", "jain", "aggregation"]


def read_sets(folder):
    sets = {}
    for name, path in RETAIL.items():
        reference = json.loads((folder / "reference" / f"{COLUMNS[name]}.json").read_text())
        sets[name] = read_columns(folder / path, reference["columns"])
    for name in CLASSIC:
        sets[name] = read_classic(folder, name)
    return sets


def classic_names(folder):
    """All of them, in the order of the manifest, and the number of groups of each."""
    manifest = json.loads((folder / "classic" / "manifest.json").read_text())
    return {name: facts["k"] for name, facts in manifest.items()}


def read_classic(folder, name):
    path = folder / "classic" / f"{name}.csv"
    return read_columns(path, [c for c in header_of(path) if c not in ("id", "label")])


def read_labels(folder, name):
    """The true groups; None where they are not known."""
    path = folder / "classic" / f"{name}.csv"
    if "label" not in header_of(path):
        return None
    return [int(label) for [label] in read_columns(path, ["label"])]


def header_of(path):
    with open(path, newline="") as file:
        return next(csv.reader(file))


def read_columns(path, columns):
    with open(path, newline="") as file:
        return [
            [math.nan if row[column] == "" else float(row[column]) for column in columns]
            for row in csv.DictReader(file)
        ]
