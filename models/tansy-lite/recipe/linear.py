"""Products by 8-bit levels, as the steps that are quickest for how many tokens are read at a time.

Activations are cut to 8 bits with one scale a token. Read several at a time, that takes seven steps of their own: the runtime's
fused kernel has one scale for all rows. Of one token that is the same, so its whole product is that one kernel. A step costs
WebAssembly about as much as a small product does.
"""

from typing import Protocol

import numpy as np
from onnx import TensorProto

from adapters import GAIN, Adapters, ways
from graph import MICROSOFT, Graph
from quantise import LEVELS, ZERO_POINT


class Linear(Protocol):
    def product(self, tensor: str, name: str, output: str | None = None) -> str:
        """float32 [batch, token, inputs] times the matrix that `name` and `name.scale` hold, with its adapter where it has one."""


class ManyTokens:
    def __init__(self, graph: Graph, adapters: Adapters):
        self.graph, self.adapters = graph, adapters
        self.cut: dict[str, tuple[str, str]] = {}

    def product(self, tensor: str, name: str, output: str | None = None) -> str:
        graph = self.graph
        levels, token_scale = self._cut_tokens(tensor)
        unit = graph.constant("unit_scale", np.array(1, np.float32))
        product = graph.integers_multiplied(levels, name, unit, f"{name}.scale")
        if self.adapters.has(name):
            down, up = ways(name)
            narrow = graph.integers_multiplied(levels, down, GAIN, f"{down}.scale")
            product = graph.node("Add", [product, graph.node("MatMul", [narrow, up])])
        return graph.node("Mul", [product, token_scale], [output] if output else None)

    def _cut_tokens(self, tensor: str) -> tuple[str, str]:
        """float32 [batch, token, width] → uint8 about 128 and a scale [batch, token, 1]."""
        if tensor not in self.cut:
            graph = self.graph
            loudest = graph.node("ReduceMax", [graph.node("Abs", [tensor]), graph.constant("last_axis", np.array([-1], np.int64))], keepdims=1)
            step = graph.node("Mul", [loudest, graph.constant("step", np.array(1 / LEVELS, np.float32))])
            # Silence must not divide by zero: a NaN cast to an integer traps in WebAssembly.
            scale = graph.node("Add", [step, graph.constant("tiny", np.array(1e-9, np.float32))])
            # The cast cuts towards zero, so the half makes it round.
            shift = graph.constant("shift", np.array(ZERO_POINT + 0.5, np.float32))
            shifted = graph.node("Add", [graph.node("Div", [tensor, scale]), shift])
            self.cut[tensor] = (graph.node("Cast", [shifted], to=TensorProto.UINT8), scale)
        return self.cut[tensor]


class OneToken:
    def __init__(self, graph: Graph, adapters: Adapters):
        self.graph, self.adapters = graph, adapters

    def product(self, tensor: str, name: str, output: str | None = None) -> str:
        graph = self.graph
        if not self.adapters.has(name):
            return self._multiplied(tensor, name, f"{name}.scale", output)
        down, up = ways(name)
        heard = graph.node("Mul", [f"{down}.scale", GAIN])
        adapted = graph.node("MatMul", [self._multiplied(tensor, down, heard), up])
        return graph.node("Add", [self._multiplied(tensor, name, f"{name}.scale"), adapted], [output] if output else None)

    def _multiplied(self, tensor: str, matrix: str, scales: str, output: str | None = None) -> str:
        zero = self.graph.constant("zero_point", np.array(ZERO_POINT, np.uint8))
        return self.graph.node("DynamicQuantizeMatMul", [tensor, matrix, scales, zero], [output] if output else None, domain=MICROSOFT)
