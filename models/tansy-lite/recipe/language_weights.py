"""Reads SmolLM2 out of its GGUF file as plain float32 arrays, rows as outputs, and its tokenizer's tables."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gguf import GGUFReader, dequantize

LAYERS = 30
WIDTH = 576
QUERY_HEADS = 9
KEY_HEADS = 3
HEAD_WIDTH = 64
INNER_WIDTH = 1536
VOCABULARY = 49_152
POSITIONS = 8_192
ROPE_BASE = 100_000.0
NORM_EPSILON = 1e-5


@dataclass(frozen=True)
class Layer:
    """One transformer layer; projections are stacked as the graph multiplies them, [outputs, inputs]."""

    attention_norm: np.ndarray
    query_key_value: np.ndarray
    attention_output: np.ndarray
    feed_forward_norm: np.ndarray
    gate_up: np.ndarray
    down: np.ndarray


@dataclass(frozen=True)
class LanguageWeights:
    embedding: np.ndarray
    layers: list[Layer]
    final_norm: np.ndarray


@dataclass(frozen=True)
class TokenizerTables:
    tokens: list[str]
    merges: list[str]
    special_ids: list[int]


def read_weights(path: Path) -> LanguageWeights:
    """All tensors, dequantised. The 4-bit levels of the file are exact in float32."""
    tensors = {
        tensor.name: dequantize(tensor.data, tensor.tensor_type).astype(np.float32)
        for tensor in GGUFReader(path).tensors
    }
    layers = [read_layer(tensors, f"blk.{index}") for index in range(LAYERS)]
    return LanguageWeights(tensors["token_embd.weight"], layers, tensors["output_norm.weight"])


def read_layer(tensors: dict[str, np.ndarray], prefix: str) -> Layer:
    def weight(name: str) -> np.ndarray:
        return tensors[f"{prefix}.{name}.weight"]

    query = halves_from_pairs(weight("attn_q"), QUERY_HEADS)
    key = halves_from_pairs(weight("attn_k"), KEY_HEADS)
    return Layer(
        attention_norm=weight("attn_norm"),
        query_key_value=np.concatenate([query, key, weight("attn_v")]),
        attention_output=weight("attn_output"),
        feed_forward_norm=weight("ffn_norm"),
        gate_up=np.concatenate([weight("ffn_gate"), weight("ffn_up")]),
        down=weight("ffn_down"),
    )


def halves_from_pairs(projection: np.ndarray, heads: int) -> np.ndarray:
    """GGUF keeps rotary dimensions as neighbouring pairs; the attention kernel wants two halves."""
    outputs, inputs = projection.shape
    pairs = projection.reshape(heads, outputs // heads // 2, 2, inputs)
    return pairs.swapaxes(1, 2).reshape(outputs, inputs)


def read_tokenizer_tables(path: Path) -> TokenizerTables:
    fields = GGUFReader(path).fields
    kinds = fields["tokenizer.ggml.token_type"].contents()
    return TokenizerTables(
        tokens=fields["tokenizer.ggml.tokens"].contents(),
        merges=fields["tokenizer.ggml.merges"].contents(),
        special_ids=[index for index, kind in enumerate(kinds) if kind != 1],
    )
