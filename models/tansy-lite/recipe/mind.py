"""The shipped decoder in torch, with low-rank adapters that can learn while its 8-bit levels stay frozen.

Several conversations lie one after the other in one sequence; who may look at whom is told by a mask (packing.py).
"""

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import language_weights as lm
from products import Levels, product
from reference import GROUP, norm, rotate
from smoothing import PEAKS_FILE, smooth

PROJECTIONS = ("query_key_value", "attention_output", "gate_up", "down")
SCALE = 2.0


@dataclass
class Cache:
    """Keys and values of earlier positions, [rows, heads, positions, width], a pair a layer."""

    pairs: list[tuple[torch.Tensor, torch.Tensor]]


class Mind(nn.Module):
    """`rank` 0 has no adapters: the base. Otherwise each projection from layer `first` up gets `up(down(x)) * SCALE`.

    Nothing is learned below `first`, so that nothing need be kept or sent back there.
    """

    def __init__(self, weights: lm.LanguageWeights, rank: int, first: int = 10, seed: int = 0):
        super().__init__()
        smoothed = smooth(weights, np.load(PEAKS_FILE))
        self.head = Levels.of(smoothed.weights.embedding)
        self.embedding_gain = torch.from_numpy(smoothed.embedding_gain)
        self.final_norm = torch.from_numpy(smoothed.weights.final_norm)
        self.norms, self.frozen = [], []
        for layer in smoothed.weights.layers:
            self.norms.append([torch.from_numpy(layer.attention_norm), torch.from_numpy(layer.feed_forward_norm)])
            self.frozen.append([Levels.of(getattr(layer, name)) for name in PROJECTIONS])
        self.rank, self.first = rank, first
        self.layer = run_layer
        chance = torch.Generator().manual_seed(seed)
        self.downs, self.ups = nn.ParameterDict(), nn.ParameterDict()
        for index in range(first, lm.LAYERS) if rank else []:
            for name, levels in zip(PROJECTIONS, self.frozen[index]):
                outputs, inputs = levels.levels.shape
                down = torch.randn(rank, inputs, generator=chance) / math.sqrt(inputs)
                self.downs[f"{index}_{name}"] = nn.Parameter(down)
                self.ups[f"{index}_{name}"] = nn.Parameter(torch.zeros(outputs, rank))

    def embed(self, ids: torch.Tensor) -> torch.Tensor:
        return self.head.levels[ids].float() * self.head.scale[ids, None] * self.embedding_gain

    def logits(self, state: torch.Tensor) -> torch.Tensor:
        return product(state, self.head)

    def forward(self, state: torch.Tensor, positions: torch.Tensor, mask: torch.Tensor, keep: list | None = None) -> torch.Tensor:
        """[tokens, width] embedded, one packed sequence → states before the head. `keep` collects keys and values."""
        rotation = rotation_at(positions)
        for index in range(lm.LAYERS):
            state, key, value = self.layer(state, rotation, mask, self.norms[index], self.frozen[index], self.adapters(index))
            if keep is not None:
                keep.append((key, value))
        return norm(state, self.final_norm)

    def beside_base(self, state: torch.Tensor, positions: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The states of `forward`, and those of the mind without its adapters. What lies below `first` is computed once."""
        rotation = rotation_at(positions)
        with torch.no_grad():
            for index in range(self.first):
                state = self.layer(state, rotation, mask, self.norms[index], self.frozen[index], [])[0]
            base = state
            for index in range(self.first, lm.LAYERS):
                base = self.layer(base, rotation, mask, self.norms[index], self.frozen[index], [])[0]
        for index in range(self.first, lm.LAYERS):
            state = self.layer(state, rotation, mask, self.norms[index], self.frozen[index], self.adapters(index))[0]
        return norm(state, self.final_norm), norm(base, self.final_norm)

    def step(self, state: torch.Tensor, positions: torch.Tensor, cache: Cache, slot: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """One token for each row: [rows, width]; writes at `slot` of the cache."""
        cosine, sine = rotation_at(positions)
        rotation = cosine[:, None, None], sine[:, None, None]
        rows = torch.arange(len(state))
        for index in range(lm.LAYERS):
            norms, frozen, adapters = self.norms[index], self.frozen[index], self.adapters(index)
            stacked = adapted(norm(state, norms[0]), frozen[0], adapters, 0)
            query, key, value = heads_of(stacked[:, None], rotation)
            keys, values = cache.pairs[index]
            keys[rows, :, slot], values[rows, :, slot] = key[:, :, 0], value[:, :, 0]
            mixed = attend(query, keys, values, mask)[:, 0]
            state = after_attention(state, mixed, norms, frozen, adapters)
        return norm(state, self.final_norm)

    def adapters(self, index: int) -> list[tuple[torch.Tensor, torch.Tensor]]:
        names = [f"{index}_{name}" for name in PROJECTIONS] if self.rank and index >= self.first else []
        return [(self.downs[name], self.ups[name]) for name in names]


def run_layer(state, rotation, mask, norms, frozen, adapters) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """The state after a layer, and its keys and values. A function of tensors alone, so that one compilation serves all."""
    stacked = adapted(norm(state, norms[0]), frozen[0], adapters, 0)
    query, key, value = heads_of(stacked[None], rotation)
    mixed = attend(query, key, value, mask)[0]
    return after_attention(state, mixed, norms, frozen, adapters), key[0], value[0]


def after_attention(state, mixed, norms, frozen, adapters) -> torch.Tensor:
    state = state + adapted(mixed, frozen[1], adapters, 1)
    gate, up = adapted(norm(state, norms[1]), frozen[2], adapters, 2).chunk(2, dim=-1)
    return state + adapted(functional.silu(gate) * up, frozen[3], adapters, 3)


def adapted(tensor: torch.Tensor, levels: Levels, adapters: list, place: int) -> torch.Tensor:
    plain = product(tensor, levels)
    if not adapters:
        return plain
    down, up = adapters[place]
    return plain + functional.linear(functional.linear(tensor, down), up * SCALE)


def rotation_at(positions: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    frequencies = lm.ROPE_BASE ** (-torch.arange(0, lm.HEAD_WIDTH, 2) / lm.HEAD_WIDTH)
    angles = positions[:, None] * frequencies
    return angles.cos(), angles.sin()


def heads_of(stacked: torch.Tensor, rotation: tuple) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """[rows, tokens, stacked] → query, key, value as [rows, heads, tokens, width], rotated."""
    heads = stacked.view(*stacked.shape[:2], -1, lm.HEAD_WIDTH).transpose(1, 2)
    query, key, value = heads.split([lm.QUERY_HEADS, lm.KEY_HEADS, lm.KEY_HEADS], dim=1)
    return rotate(query, rotation), rotate(key, rotation), value


def attend(query: torch.Tensor, key: torch.Tensor, value: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    key, value = key.repeat_interleave(GROUP, 1), value.repeat_interleave(GROUP, 1)
    mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
    return mixed.transpose(1, 2).flatten(2)
