"""Products with the shipped 8-bit levels, computed in 8 bits as the browser does, forwards and backwards.

Activations are cut to 8 bits a token, so what is learned is learned on the numbers that will be multiplied. Gradients
are cut the same way on their way back. On a processor with VNNI this is several times faster than float32.
"""

from typing import NamedTuple

import numpy as np
import torch

from quantise import LEVELS, ZERO_POINT, quantise_rows


class Levels(NamedTuple):
    """[outputs, inputs] int8 and a scale an output."""

    levels: torch.Tensor
    scale: torch.Tensor

    @staticmethod
    def of(weight: np.ndarray) -> "Levels":
        levels, scale = quantise_rows(weight)
        return Levels(torch.from_numpy((levels.astype(np.int16) - ZERO_POINT).astype(np.int8)), torch.from_numpy(scale))


def cut(tensor: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """int8 and a scale a row."""
    scale = tensor.abs().amax(-1, keepdim=True) * (1 / LEVELS) + 1e-9
    return torch.round(tensor / scale).to(torch.int8), scale


class Product(torch.autograd.Function):
    @staticmethod
    def forward(context, tensor, levels, scale):
        context.save_for_backward(levels, scale)
        cut_tensor, row_scale = cut(tensor)
        return torch._int_mm(cut_tensor, levels.t()).float() * row_scale * scale

    @staticmethod
    def backward(context, gradient):
        levels, scale = context.saved_tensors
        # Gradients may be tiny: brought to size first, since `cut` adds a little to every scale.
        loudest = gradient.abs().amax().clamp(min=1e-30)
        cut_gradient, row_scale = cut(gradient * (scale / loudest))
        return torch._int_mm(cut_gradient, levels).float() * (row_scale * loudest), None, None


def product(tensor: torch.Tensor, levels: Levels) -> torch.Tensor:
    return Product.apply(tensor, levels.levels, levels.scale)
