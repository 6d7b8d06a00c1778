"""The token embedding, read out of the very bytes that the decoder's head multiplies by.

The two are tied in the model, so one 28 MB file serves both sessions. It lies as the head needs it, [width, token]; a
row of the embedding is then a column, gathered one byte at a time, which costs microseconds.
"""

import numpy as np
import onnx
from onnx import TensorProto

import language_weights as lm
from graph import Graph, Shard, value
from quantise import ZERO_POINT, quantise_rows
from smoothing import SmoothedWeights

NAME = "embed_tokens_int8.onnx"


def build(smoothed: SmoothedWeights, vocabulary: Shard, stand_ins: dict[int, int]) -> onnx.ModelProto:
    """`stand_ins` maps a token to the token whose embedding it borrows; the head's rows stay as they are."""
    graph = Graph("embedding")
    graph.shard = vocabulary
    levels, scale = quantise_rows(smoothed.weights.embedding)
    matrix = graph.constant("vocabulary", levels.T)
    scales = graph.constant("vocabulary.scale", scale)

    ids = "input_ids"
    for token, stand_in in stand_ins.items():
        borrowed = graph.node("Equal", [ids, graph.constant(f"token_{token}", np.array(token, np.int64))])
        ids = graph.node("Where", [borrowed, graph.constant(f"stand_in_{token}", np.array(stand_in, np.int64)), ids])

    columns = graph.node("Transpose", [graph.node("Gather", [matrix, ids], axis=1)], perm=[1, 2, 0])
    zero = graph.constant("zero_point", np.array(ZERO_POINT, np.float32))
    centred = graph.node("Sub", [graph.node("Cast", [columns], to=TensorProto.FLOAT), zero])
    last = graph.constant("last_axis", np.array([-1], np.int64))
    scale_of_id = graph.node("Unsqueeze", [graph.node("Gather", [scales, ids], axis=0), last])
    graph.shard = None
    gain = graph.constant("gain", smoothed.embedding_gain)
    graph.node("Mul", [graph.node("Mul", [centred, scale_of_id]), gain], ["inputs_embeds"])

    return graph.model(
        [value("input_ids", TensorProto.INT64, ["batch_size", "sequence_length"])],
        [value("inputs_embeds", TensorProto.FLOAT, ["batch_size", "sequence_length", lm.WIDTH])],
    )
