"""Notes how loud each channel gets on calibration.txt: python calibrate.py WHEELS_FOLDER → activation_peaks.npz.

The result is kept in the repository: it depends on the order of a machine's floating-point sums, `make.py` does not.
"""

import sys
import tempfile
from pathlib import Path

import numpy as np
import torch

import language_weights as lm
from reference import Reference
from smoothing import PEAKS_FILE
from sources import LANGUAGE, unpack
from text import build_tokenizer

TEXT = Path(__file__).with_name("calibration.txt")


def activation_peaks(reference: Reference, ids: list[int]) -> dict[str, np.ndarray]:
    peaks: dict[str, np.ndarray] = {}

    def observe(name: str, tensor: torch.Tensor) -> None:
        peaks[name] = tensor.abs().amax(0).numpy().astype(np.float16)

    reference.logits(ids, observe)
    return peaks


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        language_file = unpack(LANGUAGE, Path(sys.argv[1]), Path(folder))
        tokenizer = build_tokenizer(lm.read_tokenizer_tables(language_file))
        ids = tokenizer.encode(TEXT.read_text(encoding="utf-8")).ids
        peaks = activation_peaks(Reference(lm.read_weights(language_file)), ids)
    np.savez_compressed(PEAKS_FILE, **peaks)
    print(f"{len(ids)} tokens, {len(peaks)} activations")
