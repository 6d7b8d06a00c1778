"""Evens out the channels before they are cut to 8 bits (SmoothQuant, Xiao et al. 2023), at no cost when the model runs.

A few channels of the activations are far louder than the rest, and one scale a token leaves the quiet ones few levels.
Dividing a channel by a factor and multiplying the matching column of the next weight by it changes nothing in exact
arithmetic; both then fit 8 bits better. The division is folded into whatever made the activation: the norm before it,
the value rows of attention, or the upper half of the feed-forward.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

import language_weights as lm

# How much of the imbalance the weights take over.
SHARE = 0.5
PEAKS_FILE = Path(__file__).with_name("activation_peaks.npz")
GROUP = lm.QUERY_HEADS // lm.KEY_HEADS


@dataclass(frozen=True)
class SmoothedWeights:
    """`weights.embedding` is the head's; times `embedding_gain` [width] it is the embedding again."""

    weights: lm.LanguageWeights
    embedding_gain: np.ndarray


def smooth(weights: lm.LanguageWeights, peaks: dict[str, np.ndarray]) -> SmoothedWeights:
    layers = [smooth_layer(layer, lambda name: peaks[f"{index}.{name}"]) for index, layer in enumerate(weights.layers)]
    head = factors(peaks["head"], loudest(weights.embedding))
    smoothed = lm.LanguageWeights(weights.embedding * head, layers, weights.final_norm / head)
    return SmoothedWeights(smoothed, 1 / head)


def smooth_layer(layer: lm.Layer, peak) -> lm.Layer:
    attention = factors(peak("query_key_value"), loudest(layer.query_key_value))
    feed = factors(peak("gate_up"), loudest(layer.gate_up))
    inner = factors(peak("down"), loudest(layer.down))
    # Three query heads read one value head, so its factor must suit all three.
    values = factors(over_group(peak("attention_output")), over_group(loudest(layer.attention_output)))

    stacked = layer.query_key_value * attention
    stacked[-values.size :] /= values.reshape(-1, 1)
    gate_up = layer.gate_up * feed
    gate_up[lm.INNER_WIDTH :] /= inner[:, None]
    of_output = np.repeat(values.reshape(lm.KEY_HEADS, 1, lm.HEAD_WIDTH), GROUP, axis=1).reshape(-1)
    return lm.Layer(
        attention_norm=layer.attention_norm / attention,
        query_key_value=stacked,
        attention_output=layer.attention_output * of_output,
        feed_forward_norm=layer.feed_forward_norm / feed,
        gate_up=gate_up,
        down=layer.down * inner,
    )


def loudest(weight: np.ndarray) -> np.ndarray:
    """[outputs, inputs] → the largest magnitude each input is multiplied by."""
    return np.abs(weight).max(axis=0)


def over_group(channels: np.ndarray) -> np.ndarray:
    return channels.reshape(lm.KEY_HEADS, GROUP, lm.HEAD_WIDTH).max(axis=1).reshape(-1)


def factors(activation: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Geometric mean one, so that the overall loudness stays."""
    floor = np.float32(1e-5)
    raw = np.log(np.maximum(activation.astype(np.float32), floor)) * SHARE
    raw -= np.log(np.maximum(weight, floor)) * (1 - SHARE)
    # Powers of a 16th of an octave: the last bit of a platform's logarithm cannot change a byte of the result.
    return np.exp2(np.round((raw - raw.mean()) / np.log(2) * 16) / 16).astype(np.float32)
