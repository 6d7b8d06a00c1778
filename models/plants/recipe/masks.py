"""Which pixels of a laboratory photo are leaf: what differs in colour, not in brightness, from the photo's border."""

import numpy as np
from scipy import ndimage

LEAST, MOST = 0.12, 0.8


def chroma(pixels: np.ndarray) -> np.ndarray:
    """[height, width, 2]: red and green as shares of the brightness, so that a shadow looks like what it falls on."""
    values = pixels.astype(np.float32) + 16
    return values[..., :2] / values.sum(2, keepdims=True)


def threshold(values: np.ndarray) -> float:
    """Otsu's: where the two sides differ most."""
    counts, edges = np.histogram(values, 64)
    middles = (edges[:-1] + edges[1:]) / 2
    below, total = np.cumsum(counts), counts.sum()
    sums = np.cumsum(counts * middles)
    with np.errstate(divide="ignore", invalid="ignore"):
        between = (sums[-1] * below / total - sums) ** 2 / (below * (total - below))
    return float(edges[1:][np.nan_to_num(between[:-1], posinf=0).argmax()])


def leaf_mask(pixels: np.ndarray) -> np.ndarray | None:
    """uint8 [height, width] of 0 to 255 with soft edges, or None where leaf and background cannot be told apart."""
    colour = chroma(pixels)
    border = np.concatenate([colour[:6].reshape(-1, 2), colour[-6:].reshape(-1, 2), colour[:, :6].reshape(-1, 2), colour[:, -6:].reshape(-1, 2)])
    distance = np.linalg.norm(ndimage.gaussian_filter(colour, (1.5, 1.5, 0)) - np.median(border, 0), axis=2)
    leaf = distance > threshold(distance)
    parts, found = ndimage.label(ndimage.binary_opening(leaf, iterations=2))
    if found == 0:
        return None
    largest = np.bincount(parts.flat)[1:].argmax() + 1
    leaf = ndimage.binary_fill_holes(ndimage.binary_closing(parts == largest, iterations=3))
    edge = np.concatenate([leaf[0], leaf[-1], leaf[:, 0], leaf[:, -1]]).mean()
    if not LEAST < leaf.mean() < MOST or edge > 0.2:
        return None
    return ndimage.gaussian_filter(leaf.astype(np.float32) * 255, 1.0).astype(np.uint8)
