"""The untrained connector: what the tower sees, said in the language model's own embeddings.

For the whole photo and each cell of a 3 × 3 grid, the five likeliest ImageNet classes are named, and the names'
embeddings are averaged by probability. Two class names spelled out token by token come first. Nothing here was
learned, so it can only hint at the main object; a trained connector replaces this file alone.
"""

from dataclasses import dataclass

import numpy as np
from timm.data import ImageNetInfo
from tokenizers import Tokenizer

from graph import Graph
from quantise import LEVELS
from tower import CLASSES

IMAGE_TOKENS = 16
LIKELIEST = 5
NAME_TOKENS = 8
SPELLED_NAMES = 2
SPELLED_TOKENS = 3


@dataclass(frozen=True)
class Names:
    """Class names as rows of a small table of embeddings whose last row is zero."""

    table: np.ndarray
    rows: np.ndarray
    weights: np.ndarray
    spelled: np.ndarray


def read_names(tokenizer: Tokenizer, embedding: np.ndarray) -> Names:
    info = ImageNetInfo()
    words = [info.index_to_description(index).split(",")[0] for index in range(CLASSES)]
    ids = [tokenizer.encode(f" {word}").ids[:NAME_TOKENS] for word in words]
    comma = tokenizer.encode(",").ids[0]
    used = sorted({token for name in ids for token in name} | {comma})
    row_of = {token: row for row, token in enumerate(used)}

    rows = np.full((CLASSES, NAME_TOKENS), len(used), np.int64)
    spelled = np.full((CLASSES, SPELLED_TOKENS), row_of[comma], np.int64)
    for index, name in enumerate(ids):
        rows[index, : len(name)] = [row_of[token] for token in name]
        # The last tokens of a long name tell more: "German shepherd dog" ends in the dog.
        tail = name[-SPELLED_TOKENS:]
        spelled[index, : len(tail)] = [row_of[token] for token in tail]
    weights = np.array([[1 / len(name)] for name in ids], np.float32)
    table = np.concatenate([embedding[used], np.zeros((1, embedding.shape[1]), np.float32)])
    return Names(table, rows, weights, spelled)


def connect(graph: Graph, names: Names, logits: str) -> str:
    """Class logits [images, 10, 1000] → image_features [images, 16, width]."""
    table = widened_table(graph, names.table)
    best = ["likelihood", "likeliest"]
    graph.node("TopK", [logits, graph.constant("likeliest_count", np.array([LIKELIEST], np.int64))], best, axis=-1)
    probability = graph.node("Softmax", ["likelihood"], axis=-1)

    tokens = embeddings_of(graph, table, graph.constant("name_rows", names.rows), "likeliest")
    summed = graph.node("ReduceSum", [tokens, graph.constant("token_axis", np.array([3], np.int64))], keepdims=0)
    share = graph.node("Gather", [graph.constant("name_weights", names.weights), "likeliest"], axis=0)
    mean = graph.node("Mul", [summed, share])
    column = graph.node("Unsqueeze", [probability, graph.constant("last_axis", np.array([-1], np.int64))])
    class_axis = graph.constant("class_axis", np.array([2], np.int64))
    seen = graph.node("ReduceSum", [graph.node("Mul", [mean, column]), class_axis], keepdims=0)

    zero, one, two = (graph.constant(f"index_{n}", np.array([n], np.int64)) for n in (0, 1, SPELLED_NAMES))
    whole = graph.node("Slice", ["likeliest", zero, one, one])
    first = graph.node("Slice", [whole, zero, two, graph.constant("rank_axis", np.array([2], np.int64))])
    letters = embeddings_of(graph, table, graph.constant("spelled_rows", names.spelled), first)
    shape = graph.constant("spelled_shape", np.array([0, SPELLED_NAMES * SPELLED_TOKENS, names.table.shape[1]], np.int64))
    return graph.node("Concat", [graph.node("Reshape", [letters, shape]), seen], ["image_features"], axis=1)


def widened_table(graph: Graph, table: np.ndarray) -> str:
    scale = np.abs(table).max(axis=1, keepdims=True) / LEVELS
    scale = np.where(scale == 0, 1, scale).astype(np.float32)
    levels = graph.constant("name_embeddings", np.round(table / scale).astype(np.int8))
    return graph.node("Mul", [graph.node("Cast", [levels], to=1), graph.constant("name_embeddings.scale", scale)])


def embeddings_of(graph: Graph, table: str, rows_of_class: str, classes: str) -> str:
    return graph.node("Gather", [table, graph.node("Gather", [rows_of_class, classes], axis=0)], axis=0)
