"""The same model in float32 and plain torch: what the 8-bit graph is calibrated with and measured against."""

import math
from collections.abc import Callable

import torch
from torch.nn import functional

import language_weights as lm

GROUP = lm.QUERY_HEADS // lm.KEY_HEADS
Observer = Callable[[str, torch.Tensor], None]


def ignore(name: str, tensor: torch.Tensor) -> None:
    pass


class Reference:
    """`logits` runs one passage without a cache; the observer sees the input of every product."""

    def __init__(self, weights: lm.LanguageWeights):
        self.embedding = torch.tensor(weights.embedding)
        self.final_norm = torch.tensor(weights.final_norm)
        self.layers = [{name: torch.tensor(array) for name, array in vars(layer).items()} for layer in weights.layers]

    @torch.no_grad()
    def logits(self, ids: list[int], observe: Observer = ignore) -> torch.Tensor:
        """Token ids → [token, vocabulary]."""
        rotation = rotary(len(ids))
        state = self.embedding[ids]
        for index, layer in enumerate(self.layers):
            state = self._layer(index, layer, state, rotation, observe)
        state = norm(state, self.final_norm)
        observe("head", state)
        return state @ self.embedding.T

    def _layer(self, index: int, layer: dict, state: torch.Tensor, rotation: tuple, observe: Observer) -> torch.Tensor:
        def product(name: str, tensor: torch.Tensor) -> torch.Tensor:
            observe(f"{index}.{name}", tensor)
            return tensor @ layer[name].T

        stacked = product("query_key_value", norm(state, layer["attention_norm"]))
        state = state + product("attention_output", attend(stacked, rotation))
        gate, up = product("gate_up", norm(state, layer["feed_forward_norm"])).chunk(2, dim=-1)
        return state + product("down", functional.silu(gate) * up)


def norm(state: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
    return state * torch.rsqrt(state.pow(2).mean(-1, keepdim=True) + lm.NORM_EPSILON) * weight


def rotary(length: int) -> tuple[torch.Tensor, torch.Tensor]:
    frequencies = lm.ROPE_BASE ** (-torch.arange(0, lm.HEAD_WIDTH, 2) / lm.HEAD_WIDTH)
    angles = torch.arange(length)[:, None] * frequencies
    return angles.cos(), angles.sin()


def rotate(heads: torch.Tensor, rotation: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
    cosine, sine = rotation
    first, second = heads.chunk(2, dim=-1)
    return torch.cat([first * cosine - second * sine, second * cosine + first * sine], dim=-1)


def attend(stacked: torch.Tensor, rotation: tuple[torch.Tensor, torch.Tensor]) -> torch.Tensor:
    length = len(stacked)
    heads = stacked.view(length, -1, lm.HEAD_WIDTH).transpose(0, 1)
    query, key, value = heads.split([lm.QUERY_HEADS, lm.KEY_HEADS, lm.KEY_HEADS])
    key, value = rotate(key, rotation).repeat_interleave(GROUP, 0), value.repeat_interleave(GROUP, 0)
    mixed = functional.scaled_dot_product_attention(rotate(query, rotation), key, value, is_causal=True)
    return mixed.transpose(0, 1).reshape(length, lm.WIDTH)


def perplexity(logits_of: Callable[[list[int]], torch.Tensor], ids: list[int], window: int = 512) -> float:
    """Of the text cut into windows that do not see each other; works for the reference and for the graph."""
    loss, count = 0.0, 0
    for start in range(0, len(ids), window):
        passage = ids[start : start + window]
        wanted = torch.tensor(passage[1:])
        loss += functional.cross_entropy(logits_of(passage)[:-1].double(), wanted, reduction="sum").item()
        count += len(wanted)
    return math.exp(loss / count)
