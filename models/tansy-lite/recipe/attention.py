"""Attention by plain products.

ONNX Runtime's own kernel for groups of queries is as quick for one token, but on WebAssembly it takes three to four times as
long to read several after a few hundred: 96 tokens after 300 in 2.5 s, these products in 0.6 s (one thread). The three query
heads that share a key head are rows of one product.
"""

import numpy as np
from onnx import TensorProto

import language_weights as lm
from graph import MICROSOFT, Graph

# Added to what a token must not see. The least float would overflow.
UNSEEN = -1e9


class Attention:
    """What all layers share is written once: the rotary tables, the places of the new tokens and what each may see."""

    def __init__(self, graph: Graph):
        self.graph = graph
        graph.constant("one", np.array([1], np.int64))
        self._rotary_tables()
        self._places()

    def layer(self, index: int, stacked: str) -> str:
        """float32 [batch, token, queries, keys and values] → [batch, token, width]; grows the layer's cache."""
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

    def _rotary_tables(self) -> None:
        """Arithmetic on constants, done once while the session is made; saves 2 MB of file."""
        graph = self.graph
        bounds = [graph.constant(f"range_{n}", np.array(n, np.float32)) for n in (0, lm.POSITIONS, 1)]
        column = graph.node("Unsqueeze", [graph.node("Range", bounds), "one"])
        exponents = np.arange(0, lm.HEAD_WIDTH, 2) / lm.HEAD_WIDTH
        frequencies = graph.constant("frequencies", (lm.ROPE_BASE**-exponents).astype(np.float32)[None])
        angles = graph.node("Mul", [column, frequencies])
        graph.node("Cos", [angles], ["cosines"])
        graph.node("Sin", [angles], ["sines"])

    def _places(self) -> None:
        graph = self.graph
        first, step = (graph.constant(f"integer_{n}", np.array(n, np.int64)) for n in (0, 1))
        before = self._length("past_key_values.0.key", 2)
        total = graph.node("Add", [before, self._length("inputs_embeds", 1)])
        new = graph.node("Range", [before, total, step])
        graph.node("Unsqueeze", [new, self._integers("axis_first", [0])], ["places"])
        later = graph.node("Less", [graph.node("Unsqueeze", [new, "one"]), graph.node("Range", [first, total, step])])
        limits = [graph.constant(name, np.array(number, np.float32)) for name, number in (("unseen_score", UNSEEN), ("seen_score", 0))]
        # Once for each query head that shares a key head.
        graph.node("Concat", [graph.node("Where", [later, *limits])] * (lm.QUERY_HEADS // lm.KEY_HEADS), ["unseen"], axis=0)

    def _length(self, tensor: str, axis: int) -> str:
        place = self.graph.constant(f"integer_{axis}", np.array(axis, np.int64))
        return self.graph.node("Gather", [self.graph.node("Shape", [tensor]), place])

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
