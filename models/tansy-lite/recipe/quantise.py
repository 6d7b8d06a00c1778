"""8-bit weights: one scale a row, stored unsigned about 128.

Unsigned, because AVX2 machines without VNNI saturate when signed weights meet unsigned activations; the WASM kernels
give the same answer either way, so a result measured natively then holds in the browser.
"""

import numpy as np

ZERO_POINT = 128
LEVELS = 127


def quantise_rows(weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """[rows, columns] float32 → the same shape in uint8 about 128, and one float32 scale a row."""
    scale = (np.abs(weight).max(axis=1) / LEVELS).astype(np.float32)
    scale[scale == 0] = 1
    levels = np.clip(np.round(weight / scale[:, None]), -LEVELS, LEVELS)
    return (levels + ZERO_POINT).astype(np.uint8), scale
