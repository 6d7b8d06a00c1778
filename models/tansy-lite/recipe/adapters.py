"""What is taught of the language model: low-rank adapters of its upper layers, in a file of their own (train.py makes them).

`adapter_gain` says how much of them is heard: 1 where an answer rests on a photo or on passages, which they were taught
for; 0 elsewhere, where the mind is the base to the last bit. A cache of keys and values belongs to one gain.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from onnx.external_data_helper import load_external_data_for_tensor

from graph import Graph, Shard
from mind import SCALE

GAIN = "adapter_gain"
# Of the 24 that are trained: they hold 0.91 to 0.997 of a projection's energy in two thirds of the bytes.
KEPT_RANK = 16


@dataclass(frozen=True)
class Adapters:
    """By `layer_projection`: [inputs, rank] and [rank, outputs], float16."""

    downs: dict[str, np.ndarray]
    ups: dict[str, np.ndarray]

    @staticmethod
    def read(checkpoint: Path) -> "Adapters":
        mind = torch.load(checkpoint, map_location="cpu", weights_only=False)["mind"]
        downs, ups = {}, {}
        for name in (name.removeprefix("ups.") for name in mind if name.startswith("ups.")):
            left, sizes, right = torch.linalg.svd(mind[f"ups.{name}"] @ mind[f"downs.{name}"] * SCALE, full_matrices=False)
            # Shared between both, so that neither leaves the range of float16.
            roots = sizes[:KEPT_RANK].sqrt()
            downs[name] = (roots[:, None] * right[:KEPT_RANK]).T.numpy().astype(np.float16)
            ups[name] = (left[:, :KEPT_RANK] * roots).T.numpy().astype(np.float16)
        return Adapters(downs, ups)

    @staticmethod
    def of_graph(path: Path) -> "Adapters":
        """Those of a graph that was made before."""
        parts: dict[str, dict[str, np.ndarray]] = {"down": {}, "up": {}}
        for tensor in onnx.load(path, load_external_data=False).graph.initializer:
            projection, _, part = tensor.name.removesuffix(".f16").partition(".adapter_")
            if part:
                load_external_data_for_tensor(tensor, str(path.parent))
                parts[part][projection] = numpy_helper.to_array(tensor)
        return Adapters(parts["down"], parts["up"])

    def added(self, graph: Graph, shard: Shard, name: str, tensor: str, product: str) -> str:
        """`product` with what the projection's adapter makes of its input; just `product` where it has none."""
        if name not in self.downs:
            return product
        before, graph.shard = graph.shard, shard
        down, up = graph.half(f"{name}.adapter_down", self.downs[name]), graph.half(f"{name}.adapter_up", self.ups[name])
        graph.shard = before
        narrow = graph.node("Mul", [graph.node("MatMul", [tensor, down]), GAIN])
        return graph.node("Add", [product, graph.node("MatMul", [narrow, up])])
