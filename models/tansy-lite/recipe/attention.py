"""Attention as the steps that are quickest for how many tokens are read at a time.

ONNX Runtime's own kernel for groups of queries is one step in place of seventeen for one token, but on WebAssembly it takes three
to four times as long to read several after a few hundred: 96 tokens after 300 in 2.5 s, plain products in 0.6 s (one thread).
"""

from typing import Protocol

import numpy as np
from onnx import TensorProto

import language_weights as lm
from graph import MICROSOFT, Graph

# Added to what a token must not see. The least float would overflow.
UNSEEN = -1e9


class Attention(Protocol):
    def layer(self, index: int, stacked: str) -> str:
        """float32 [batch, token, queries, keys and values] → [batch, token, width]; grows the layer's cache."""


def rotary_tables(graph: Graph) -> None:
    """Arithmetic on constants, done once while the session is made; saves 2 MB of file."""
    graph.constant("one", np.array([1], np.int64))
    bounds = [graph.constant(f"range_{n}", np.array(n, np.float32)) for n in (0, lm.POSITIONS, 1)]
    column = graph.node("Unsqueeze", [graph.node("Range", bounds), "one"])
    exponents = np.arange(0, lm.HEAD_WIDTH, 2) / lm.HEAD_WIDTH
    frequencies = graph.constant("frequencies", (lm.ROPE_BASE**-exponents).astype(np.float32)[None])
    angles = graph.node("Mul", [column, frequencies])
    graph.node("Cos", [angles], ["cosines"])
    graph.node("Sin", [angles], ["sines"])


def length(graph: Graph, tensor: str, axis: int) -> str:
    place = graph.constant(f"integer_{axis}", np.array(axis, np.int64))
    return graph.node("Gather", [graph.node("Shape", [tensor]), place])


class OneToken:
    def __init__(self, graph: Graph):
        self.graph = graph
        before = graph.node("Cast", [length(graph, "past_key_values.0.key", 2)], to=TensorProto.INT32)
        graph.node("Reshape", [before, "one"], ["last_place"])
        graph.node("Add", [before, graph.constant("integer_1_int32", np.array(1, np.int32))], ["total_length"])

    def layer(self, index: int, stacked: str) -> str:
        past, present = ([f"{when}.{index}.{part}" for part in ("key", "value")] for when in ("past_key_values", "present"))
        return self.graph.node(
            "GroupQueryAttention",
            [stacked, "", "", *past, "last_place", "total_length", "cosines", "sines"],
            [f"{index}.attended", *present],
            domain=MICROSOFT,
            num_heads=lm.QUERY_HEADS,
            kv_num_heads=lm.KEY_HEADS,
            do_rotary=1,
            rotary_interleaved=0,
        )


class ManyTokens:
    """Plain products; the three query heads that share a key head are rows of one. What all layers share is written once: the places of
    the new tokens and what each may see."""

    def __init__(self, graph: Graph):
        self.graph = graph
        self._places()

    def layer(self, index: int, stacked: str) -> str:
        graph = self.graph
        turning, query, key, value = (f"{index}.{part}" for part in ("turning", "query", "new_key", "new_value"))
        self._split(self._by_head(stacked), "turning_heads", (lm.QUERY_HEADS + lm.KEY_HEADS, lm.KEY_HEADS), [turning, value])
        self._split(self._turned(turning), "query_and_key_heads", (lm.QUERY_HEADS, lm.KEY_HEADS), [query, key])
        keys, values = self._grown(index, "key", key), self._grown(index, "value", value)

        scale = graph.constant("attention_scale", np.array(lm.HEAD_WIDTH**-0.5, np.float32))
        grouped = self._reshaped(graph.node("Mul", [query, scale]), "by_key_head", [0, lm.KEY_HEADS, -1, lm.HEAD_WIDTH])
        scores = graph.node("MatMul", [grouped, graph.node("Transpose", [keys], perm=[0, 1, 3, 2])])
        shares = graph.node("Softmax", [graph.node("Add", [scores, "unseen"])], axis=-1)
        mixed = self._reshaped(graph.node("MatMul", [shares, values]), "by_query_head", [0, lm.QUERY_HEADS, -1, lm.HEAD_WIDTH])
        return self._reshaped(graph.node("Transpose", [mixed], perm=[0, 2, 1, 3]), "by_token", [0, 0, lm.WIDTH])

    def _places(self) -> None:
        graph = self.graph
        first, step = (graph.constant(f"integer_{n}", np.array(n, np.int64)) for n in (0, 1))
        before = length(graph, "past_key_values.0.key", 2)
        total = graph.node("Add", [before, length(graph, "inputs_embeds", 1)])
        new = graph.node("Range", [before, total, step])
        graph.node("Unsqueeze", [new, self._integers("axis_first", [0])], ["places"])
        later = graph.node("Less", [graph.node("Unsqueeze", [new, "one"]), graph.node("Range", [first, total, step])])
        limits = [graph.constant(name, np.array(number, np.float32)) for name, number in (("unseen_score", UNSEEN), ("seen_score", 0))]
        # Once for each query head that shares a key head.
        graph.node("Concat", [graph.node("Where", [later, *limits])] * (lm.QUERY_HEADS // lm.KEY_HEADS), ["unseen"], axis=0)

    def _by_head(self, stacked: str) -> str:
        parted = self._reshaped(stacked, "all_heads", [0, 0, lm.QUERY_HEADS + 2 * lm.KEY_HEADS, lm.HEAD_WIDTH])
        return self.graph.node("Transpose", [parted], perm=[0, 2, 1, 3])

    def _split(self, tensor: str, name: str, heads: tuple[int, int], parts: list[str]) -> None:
        self.graph.node("Split", [tensor, self._integers(name, list(heads))], parts, axis=1)

    def _turned(self, tensor: str) -> str:
        return self.graph.node("RotaryEmbedding", [tensor, "places", "cosines", "sines"], domain=MICROSOFT)

    def _grown(self, index: int, part: str, new: str) -> str:
        return self.graph.node("Concat", [f"past_key_values.{index}.{part}", new], [f"present.{index}.{part}"], axis=2)

    def _reshaped(self, tensor: str, name: str, shape: list[int]) -> str:
        return self.graph.node("Reshape", [tensor, self._integers(name, shape)])

    def _integers(self, name: str, numbers: list[int]) -> str:
        return self.graph.constant(name, np.array(numbers, np.int64))
