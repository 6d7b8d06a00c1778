"""The eye: tower and connector in one graph, their weights in two files, so that training rewrites the small one only."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto
from tokenizers import Tokenizer

import language_weights as lm
from connector import IMAGE_TOKENS, connect, read_names
from graph import Graph, Shard, value
from tower import IMAGE_SIZE, Tower, load_network

NAME = "vision_encoder_int8.onnx"


def build(tower_path: Path, tokenizer: Tokenizer, embedding: np.ndarray) -> tuple[onnx.ModelProto, list[Shard]]:
    shards = [Shard(f"{NAME}_data"), Shard(f"{NAME}_data_1")]
    graph = Graph("vision")
    graph.shard = shards[0]
    tower = Tower(graph, load_network(tower_path))
    logits = tower.class_logits(tower.features("pixel_values"))
    graph.shard = shards[1]
    connect(graph, read_names(tokenizer, embedding), logits)

    pixels = value("pixel_values", TensorProto.FLOAT, ["batch_size", "num_images", 3, IMAGE_SIZE, IMAGE_SIZE])
    features = value("image_features", TensorProto.FLOAT, ["image_count", IMAGE_TOKENS, lm.WIDTH])
    return graph.model([pixels], [features]), shards
