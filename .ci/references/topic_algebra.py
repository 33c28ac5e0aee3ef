"""Factors of matrices, and what is made of them."""

import numpy as np
import scipy.linalg
from sklearn.decomposition import PCA, KernelPCA

from cases import case


def products(X):
    return X.T @ X / len(X)


@case("symmetric eigenvalues", "scipy.linalg.eigvalsh", kind="continuous")
def eigenvalues(X, number):
    return scipy.linalg.eigvalsh(products(X))[::-1]


@case("leading eigenvalues", "scipy.linalg.eigvalsh", kind="continuous", max_rows=250)
def leading_eigenvalues(X, number):
    return scipy.linalg.eigvalsh(X @ X.T)[::-1][:2]


@case("pseudo-inverse", "scipy.linalg.pinvh", kind="continuous")
def pseudo_inverse(X, number):
    return scipy.linalg.pinvh(products(X))


@case("Cholesky factor", "numpy.linalg.cholesky", kind="continuous")
def cholesky(X, number):
    return np.linalg.cholesky(products(X))


@case("inverse Cholesky factor", "scipy.linalg.solve_triangular", kind="continuous")
def inverse_cholesky(X, number):
    factor = np.linalg.cholesky(products(X))
    return scipy.linalg.solve_triangular(factor, np.eye(len(factor)), lower=True)


@case("upper triangle (QR)", "numpy.linalg.qr", kind="continuous")
def triangle(X, number):
    """But for the signs of its rows."""
    return np.abs(np.linalg.qr(X)[1])


@case("PCA: scores", "sklearn.decomposition.PCA(svd_solver='full')", kind="continuous")
def pca_scores(X, number):
    """But for the signs of the components."""
    return np.abs(PCA(n_components=2, svd_solver="full").fit_transform(X))


@case("sides of the reference box", "sklearn.decomposition.PCA(svd_solver='full')", kind="continuous")
def reference_box(X, number):
    return np.ptp(PCA(svd_solver="full").fit_transform(X), axis=0)


@case("kernel PCA", "sklearn.decomposition.KernelPCA(kernel='rbf')", kind="continuous", max_rows=300)
def kernel_pca(X, number):
    model = KernelPCA(n_components=3, kernel="rbf", eigen_solver="dense")
    scores = model.fit_transform(X)
    return [*model.eigenvalues_, *scores.ravel()]


@case("kernel PCA: other rows", "sklearn.decomposition.KernelPCA.transform", kind="continuous", max_rows=300)
def kernel_pca_of_others(X, number):
    model = KernelPCA(n_components=3, kernel="rbf", eigen_solver="dense").fit(X)
    return model.transform(X[:5] + 0.25)
