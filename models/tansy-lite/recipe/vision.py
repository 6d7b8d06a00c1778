"""The eye: tower and connector in one graph, their weights in two files, so that training rewrites the small one only."""

from pathlib import Path

import onnx
from onnx import TensorProto
from tokenizers import Tokenizer

import language_weights as lm
from connector import IMAGE_TOKENS, PlantHead, Words, connect
from graph import Graph, Shard, value
from smoothing import SmoothedWeights
from tower import IMAGE_SIZE, Tower, load_network

NAME = "vision_encoder_int8.onnx"


def build(tower_path: Path, tokenizer: Tokenizer, smoothed: SmoothedWeights, head: PlantHead) -> tuple[onnx.ModelProto, list[Shard]]:
    shards = [Shard(f"{NAME}_data"), Shard(f"{NAME}_data_1")]
    graph = Graph("vision")
    graph.shard = shards[0]
    tower = Tower(graph, load_network(tower_path))
    features = tower.features("pixel_values")
    scores = tower.class_logits(features)
    graph.shard = shards[1]
    words = Words(lambda text: tokenizer.encode(text, add_special_tokens=False).ids)
    photos = graph.node("Reshape", ["pixel_values", "image_shape"])
    connect(graph, words, head, smoothed, photos, features, scores)

    pixels = value("pixel_values", TensorProto.FLOAT, ["batch_size", "num_images", 3, IMAGE_SIZE, IMAGE_SIZE])
    features = value("image_features", TensorProto.FLOAT, ["image_count", IMAGE_TOKENS, lm.WIDTH])
    return graph.model([pixels], [features]), shards
