"""Trees, and how often one class is told for another."""

import numpy as np
from scipy.stats import rankdata
from sklearn.metrics import confusion_matrix
from sklearn.tree import DecisionTreeClassifier

from cases import case
from made_matrix import made_labels


def labels_of(X, number):
    return np.array(made_labels(number, len(X)))


@case("confusion matrix", "sklearn.metrics.confusion_matrix")
def confusion(X, number):
    return confusion_matrix(labels_of(X, number), labels_of(X, number + 1), labels=range(8))


# Ranks: its trees are grown on 32-bit numbers, and take values 1e-7 apart for equal.
@case("Gini decrease of each column", "sklearn.tree.DecisionTreeClassifier(max_depth=1)")
def gini_decrease(X, number):
    labels = labels_of(X, number)
    return [decrease_of(rankdata(column, method="dense")[:, None], labels) for column in X.T]


def decrease_of(column, labels):
    tree = DecisionTreeClassifier(max_depth=1, random_state=0).fit(column, labels).tree_
    shares = tree.weighted_n_node_samples / tree.weighted_n_node_samples[0]
    return tree.impurity[0] - (shares[1:] @ tree.impurity[1:] if tree.node_count > 1 else tree.impurity[0])
