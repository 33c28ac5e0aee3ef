"""Statistics of columns and of pairs of columns."""

import numpy as np
import scipy.stats
from sklearn.impute import SimpleImputer

from cases import case
from made_matrix import made_labels


@case("quantile", "numpy.nanquantile", kind="missing")
def quantile(X, number):
    return np.nanquantile(X, [0, 0.05, 0.25, 0.5, 0.75, 0.9, 1], axis=0)


@case("mean", "numpy.nanmean", kind="missing")
def mean(X, number):
    return np.nanmean(X, axis=0)


@case("median", "numpy.nanmedian", kind="missing")
def median(X, number):
    return np.nanmedian(X, axis=0)


@case("variance", "numpy.nanvar", kind="missing")
def variance(X, number):
    return np.nanvar(X, axis=0)


@case("skewness", "scipy.stats.skew")
def skewness(X, number):
    return [scipy.stats.skew(column) if np.ptp(column) > 0 else 0 for column in X.T]


@case("ranks", "scipy.stats.rankdata")
def ranks(X, number):
    return [scipy.stats.rankdata(column) for column in X.T]


@case("pearson", "numpy.corrcoef")
def pearson(X, number):
    return pairs(X, lambda a, b: np.corrcoef(a, b)[0, 1])


@case("spearman", "scipy.stats.spearmanr", max_rows=500)
def spearman(X, number):
    return pairs(X, lambda a, b: scipy.stats.spearmanr(a, b)[0])


def pairs(X, run):
    """Of each column with the next; NaN where one of them is constant."""
    columns = X.T
    return [
        run(a, b) if np.ptp(a) > 0 and np.ptp(b) > 0 else np.nan
        for a, b in zip(columns[:-1], columns[1:])
    ]


@case("standard deviation", "numpy.nanstd", kind="missing")
def standard_deviation(X, number):
    return np.nanstd(X, axis=0)


@case("z-scores", "scipy.stats.zscore", kind="scaled")
def z_scores(X, number):
    return [scipy.stats.zscore(column) for column in X.T if np.ptp(column) > 0]


@case("extent", "numpy.nanmin, numpy.nanmax", kind="missing")
def extent(X, number):
    return [*np.nanmin(X, axis=0), *np.nanmax(X, axis=0)]


@case("mode", "sklearn.impute.SimpleImputer(strategy='most_frequent')", kind="missing")
def mode(X, number):
    return SimpleImputer(strategy="most_frequent", keep_empty_features=True).fit(X).statistics_


@case("dense ranks", "scipy.stats.rankdata(method='dense')")
def dense_ranks(X, number):
    return [scipy.stats.rankdata(column, method="dense") - 1 for column in X.T]


@case("number of distinct rows", "numpy.unique(axis=0)")
def distinct_rows(X, number):
    return [len(np.unique(X[:, :count], axis=0)) for count in range(1, X.shape[1] + 1)]


@case("eta squared", "scipy.stats.f_oneway", kind="scaled")
def eta_squared(X, number):
    """From F: between / within = F (k - 1) / (n - k)."""
    labels = np.array(made_labels(number, len(X)))
    k = len(np.unique(labels))
    shares = []
    for column in X.T:
        F = scipy.stats.f_oneway(*(column[labels == c] for c in range(k)))[0]
        ratio = F * (k - 1) / (len(X) - k)
        shares.append(1 if np.isinf(ratio) else ratio / (1 + ratio))
    return shares
