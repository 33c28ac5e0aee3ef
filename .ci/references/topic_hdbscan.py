"""HDBSCAN, which scikit-learn has from 1.3 on; with an older one the answers stay as they are."""

import numpy as np
from sklearn.cluster import HDBSCAN, _hdbscan
from sklearn.cluster._hdbscan._linkage import make_single_linkage

from by_first_row import by_first_row
from cases import case


def in_order_of_finding(edges):
    """
    Sorts edges as it does, but equal ones stay as the tree found them. Its sort leaves their order
    open, and mutual reachability has equal edges in any matrix: a core distance is that of many.
    """
    return make_single_linkage(edges[np.argsort(edges["distance"], kind="stable")])


_hdbscan.hdbscan._process_mst = in_order_of_finding


@case("HDBSCAN", "sklearn.cluster.HDBSCAN (1.6.1)", kind="continuous", max_rows=800)
def hdbscan(X, number):
    return by_first_row(HDBSCAN(min_cluster_size=5, algorithm="kd_tree").fit_predict(X))
