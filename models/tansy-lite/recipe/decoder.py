"""The language model's body as one graph: embeddings and a key-value cache in, logits and the grown cache out.

Built by hand, because an exported graph does not let the 8-bit products take one activation scale a token: with one scale for the
whole prompt, a single loud token costs all the others their precision (perplexity 35.6 against 23.7). The body stands twice,
over the same weights: in few fused steps for the one token of an answer, in more and plainer ones for a prompt.
"""

import numpy as np
import onnx
from onnx import TensorProto

import attention
import language_weights as lm
import linear
from adapters import GAIN, Adapters
from graph import MICROSOFT, Graph, Shard, value
from quantise import quantise_rows

NAME = "decoder_model_merged_int8.onnx"
# The layers a shard holds: each file stays below 50 MB.
SHARD_LAYERS = (range(0, 13), range(13, 26), range(26, 30))
TO_THE_END = 2**62


def norm_before(index: int) -> str:
    return f"{index}.attention_norm" if index < lm.LAYERS else "final_norm"


class Decoder:
    """`vocabulary` is the shard whose matrix the embedding reads as well."""

    def __init__(self, weights: lm.LanguageWeights, vocabulary: Shard, adapters: Adapters):
        self.weights, self.adapters = weights, adapters
        self.shards = [vocabulary] + [Shard(f"{NAME}_data_{index + 1}") for index in range(len(SHARD_LAYERS) + 1)]
        self.graph = Graph("decoder")

    def build(self) -> onnx.ModelProto:
        graph = self.graph
        self._place()
        attention.rotary_tables(graph)
        inputs, outputs = self._signature()
        sides: dict[str, onnx.GraphProto] = {}
        with graph.branch("one", outputs, sides):
            Body(graph, attention.OneToken(graph), linear.OneToken(graph, self.adapters)).write()
        with graph.branch("many", outputs, sides):
            Body(graph, attention.ManyTokens(graph), linear.ManyTokens(graph, self.adapters)).write()
        is_one = graph.node("Equal", [attention.length(graph, "inputs_embeds", 1), "integer_1"])
        graph.node("If", [is_one], [output.name for output in outputs], then_branch=sides["one"], else_branch=sides["many"])
        return graph.model(inputs, outputs)

    def _place(self) -> None:
        """Lays the weights out in the shards, in the order that the committed files have."""
        graph, every = self.graph, self.weights.layers
        after = [layer.attention_norm for layer in every[1:]] + [self.weights.final_norm]
        graph.shard = self.shards[1]
        graph.constant(norm_before(0), every[0].attention_norm)
        for shard, layers in zip(self.shards[1:-1], SHARD_LAYERS):
            graph.shard = shard
            for index in layers:
                layer = every[index]
                self._place_levels(f"{index}.query_key_value", layer.query_key_value)
                self._place_levels(f"{index}.attention_output", layer.attention_output)
                graph.constant(f"{index}.feed_forward_norm", layer.feed_forward_norm)
                self._place_levels(f"{index}.gate_up", layer.gate_up)
                self._place_levels(f"{index}.down", layer.down)
                graph.constant(norm_before(index + 1), after[index])
        graph.shard = self.shards[0]
        self._place_levels("vocabulary", self.weights.embedding)

    def _place_levels(self, name: str, weight: np.ndarray) -> None:
        levels, scale = quantise_rows(weight)
        self.graph.constant(name, levels.T)
        self.graph.constant(f"{name}.scale", scale)
        self.adapters.place(self.graph, self.shards[-1], name)

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


class Body:
    """Writes the nodes layer by layer, once the weights stand under their names."""

    def __init__(self, graph: Graph, attends: attention.Attention, multiplies: linear.Linear):
        self.graph, self.attends, self.product = graph, attends, multiplies.product

    def write(self) -> None:
        normed = self.graph.node("SimplifiedLayerNormalization", ["inputs_embeds", norm_before(0)], axis=-1, epsilon=lm.NORM_EPSILON, stash_type=1)
        residual = "inputs_embeds"
        for index in range(lm.LAYERS):
            residual, added = self._layer(index, normed, residual)
            if index + 1 < lm.LAYERS:
                normed, residual = self._add_and_norm(norm_before(index + 1), residual, added)
        self.product(self._last_norm(residual, added), "vocabulary", "logits")

    def _layer(self, index: int, normed: str, residual: str) -> tuple[str, str]:
        """The residual, and what the layer's second half adds to it."""
        graph = self.graph
        attended = self.attends.layer(index, self.product(normed, f"{index}.query_key_value"))
        normed, residual = self._add_and_norm(f"{index}.feed_forward_norm", residual, self.product(attended, f"{index}.attention_output"))

        gate, up = f"{index}.gate", f"{index}.up"
        graph.node("Split", [self.product(normed, f"{index}.gate_up")], [gate, up], axis=-1, num_outputs=2)
        gate = graph.node("QuickGelu", [gate], domain=MICROSOFT, alpha=1.0)
        return residual, self.product(graph.node("Mul", [gate, up]), f"{index}.down")

    def _last_norm(self, residual: str, added: str) -> str:
        """Keeps only the positions whose logits are asked for (0 asks for all), before the costly head."""
        graph = self.graph
        start = graph.node("Reshape", [graph.node("Neg", ["num_logits_to_keep"]), "one"])
        end = graph.constant("to_the_end", np.array([TO_THE_END], np.int64))
        kept = [graph.node("Slice", [tensor, start, end, "one"]) for tensor in (residual, added)]
        return self._add_and_norm(norm_before(lm.LAYERS), *kept)[0]

    def _add_and_norm(self, weight: str, residual: str, added: str) -> tuple[str, str]:
        normed, total = f"{weight}.normed", f"{weight}.residual"
        self.graph.node(
            "SkipSimplifiedLayerNormalization", [residual, added, weight], [normed, "", "", total], domain=MICROSOFT, epsilon=lm.NORM_EPSILON
        )
        return normed, total
