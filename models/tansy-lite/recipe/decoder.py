"""The language model's body as one graph: embeddings and a key-value cache in, logits and the grown cache out.

Built by hand, from the fused kernels of ONNX Runtime where they are the quicker, because an exported graph neither uses them
nor lets the 8-bit products take one activation scale a token: with one scale for the whole prompt, a single loud token
costs all the others their precision (perplexity 35.6 against 23.7).
"""

import numpy as np
import onnx
from onnx import TensorProto

import language_weights as lm
from adapters import GAIN, Adapters
from attention import Attention
from graph import MICROSOFT, Graph, Shard, value
from quantise import LEVELS, ZERO_POINT, quantise_rows

NAME = "decoder_model_merged_int8.onnx"
# The layers a shard holds: each file stays below 50 MB.
SHARD_LAYERS = (range(0, 13), range(13, 26), range(26, 30))
TO_THE_END = 2**62


class Decoder:
    """Writes the nodes layer by layer. `vocabulary` is the shard whose matrix the embedding reads as well."""

    def __init__(self, weights: lm.LanguageWeights, vocabulary: Shard, adapters: Adapters):
        self.weights, self.adapters = weights, adapters
        self.shards = [vocabulary] + [Shard(f"{NAME}_data_{index + 1}") for index in range(len(SHARD_LAYERS) + 1)]
        self.graph = Graph("decoder")
        self.quantised: dict[str, tuple[str, str]] = {}

    def build(self) -> onnx.ModelProto:
        graph = self.graph
        self.attention = Attention(graph)
        residual = "inputs_embeds"
        graph.shard = self.shards[1]
        normed = graph.node(
            "SimplifiedLayerNormalization",
            [residual, self._norm("0.attention_norm", self.weights.layers[0].attention_norm)],
            axis=-1,
            epsilon=lm.NORM_EPSILON,
            stash_type=1,
        )
        for shard, layers in zip(self.shards[1:-1], SHARD_LAYERS):
            graph.shard = shard
            for index in layers:
                normed, residual = self._layer(index, normed, residual)
        graph.shard = self.shards[0]
        self._head(normed)
        return graph.model(*self._signature())

    def _layer(self, index: int, normed: str, residual: str) -> tuple[str, str | None]:
        graph, layer = self.graph, self.weights.layers[index]
        stacked = self._linear(f"{index}.query_key_value", normed, layer.query_key_value)
        attended = self.attention.layer(index, stacked)
        mixed = self._linear(f"{index}.attention_output", attended, layer.attention_output)
        normed, residual = self._add_and_norm(f"{index}.feed_forward_norm", residual, mixed, layer.feed_forward_norm)

        graph.node(
            "Split",
            [self._linear(f"{index}.gate_up", normed, layer.gate_up)],
            [f"{index}.gate", f"{index}.up"],
            axis=-1,
            num_outputs=2,
        )
        gate = graph.node("QuickGelu", [f"{index}.gate"], domain=MICROSOFT, alpha=1.0)
        inner = graph.node("Mul", [gate, f"{index}.up"])
        added = self._linear(f"{index}.down", inner, layer.down)

        if index + 1 < lm.LAYERS:
            return self._add_and_norm(f"{index + 1}.attention_norm", residual, added, self.weights.layers[index + 1].attention_norm)
        return self._last_norm(residual, added), None

    def _last_norm(self, residual: str, added: str) -> str:
        """Keeps only the positions whose logits are asked for (0 asks for all), before the costly head."""
        graph = self.graph
        start = graph.node("Reshape", [graph.node("Neg", ["num_logits_to_keep"]), "one"])
        end = graph.constant("to_the_end", np.array([TO_THE_END], np.int64))
        kept = [graph.node("Slice", [tensor, start, end, "one"]) for tensor in (residual, added)]
        return self._add_and_norm("final_norm", *kept, self.weights.final_norm)[0]

    def _add_and_norm(self, name: str, residual: str, added: str, weight: np.ndarray) -> tuple[str, str]:
        normed, total = f"{name}.normed", f"{name}.residual"
        self.graph.node(
            "SkipSimplifiedLayerNormalization",
            [residual, added, self._norm(name, weight)],
            [normed, "", "", total],
            domain=MICROSOFT,
            epsilon=lm.NORM_EPSILON,
        )
        return normed, total

    def _norm(self, name: str, weight: np.ndarray) -> str:
        return self.graph.constant(name, weight)

    def _linear(self, name: str, tensor: str, weight: np.ndarray) -> str:
        levels, scale = quantise_rows(weight)
        matrix, scales = self.graph.constant(name, levels.T), self.graph.constant(f"{name}.scale", scale)
        return self._product(tensor, matrix, scales, name.replace(".", "_"))

    def _head(self, normed: str) -> None:
        levels, scale = quantise_rows(self.weights.embedding)
        matrix = self.graph.constant("vocabulary", levels.T)
        self._product(normed, matrix, self.graph.constant("vocabulary.scale", scale), output="logits")

    def _product(self, tensor: str, matrix: str, scale: str, name: str = "", output: str | None = None) -> str:
        graph = self.graph
        levels, token_scale = self._quantise_tokens(tensor)
        unit = graph.constant("unit_scale", np.array(1, np.float32))
        product = self.adapters.added(graph, self.shards[-1], name, levels, graph.integers_multiplied(levels, matrix, unit, scale))
        return graph.node("Mul", [product, token_scale], [output] if output else None)

    def _quantise_tokens(self, tensor: str) -> tuple[str, str]:
        """float32 [batch, token, width] → uint8 about 128 and a scale [batch, token, 1]."""
        if tensor not in self.quantised:
            graph = self.graph
            loudest = graph.node("ReduceMax", [graph.node("Abs", [tensor]), graph.constant("last_axis", np.array([-1], np.int64))], keepdims=1)
            step = graph.node("Mul", [loudest, graph.constant("step", np.array(1 / LEVELS, np.float32))])
            # Silence must not divide by zero: a NaN cast to an integer traps in WebAssembly.
            scale = graph.node("Add", [step, graph.constant("tiny", np.array(1e-9, np.float32))])
            # The cast cuts towards zero, so the half makes it round.
            shift = graph.constant("shift", np.array(ZERO_POINT + 0.5, np.float32))
            shifted = graph.node("Add", [graph.node("Div", [tensor, scale]), shift])
            self.quantised[tensor] = (graph.node("Cast", [shifted], to=TensorProto.UINT8), scale)
        return self.quantised[tensor]

    def _signature(self) -> tuple[list[onnx.ValueInfoProto], list[onnx.ValueInfoProto]]:
        """The inputs and outputs that transformers.js feeds and reads by name. Nothing needs the mask: one prompt is read at a time."""
        floats, integers = TensorProto.FLOAT, TensorProto.INT64
        inputs = [
            value("inputs_embeds", floats, ["batch_size", "sequence_length", lm.WIDTH]),
            value("attention_mask", integers, ["batch_size", "total_sequence_length"]),
            value("num_logits_to_keep", integers, []),
            value(GAIN, floats, []),
        ]
        outputs = [value("logits", floats, ["batch_size", "num_logits", lm.VOCABULARY])]
        for index in range(lm.LAYERS):
            for part in ("key", "value"):
                past = ["batch_size", lm.KEY_HEADS, "past_sequence_length", lm.HEAD_WIDTH]
                present = ["batch_size", lm.KEY_HEADS, "total_sequence_length", lm.HEAD_WIDTH]
                inputs.append(value(f"past_key_values.{index}.{part}", floats, past))
                outputs.append(value(f"present.{index}.{part}", floats, present))
        return inputs, outputs
