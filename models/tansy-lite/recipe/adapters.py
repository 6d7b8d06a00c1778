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
from onnx.external_data_helper import load_external_data_for_tensor, uses_external_data

from graph import Graph, Shard
from mind import SCALE, Mind
from quantise import ZERO_POINT, quantise_rows

GAIN = "adapter_gain"
# Of the 24 that are trained: they hold 0.91 to 0.997 of a projection's energy in two thirds of the bytes.
KEPT_RANK = 16


@dataclass(frozen=True)
class Adapters:
    """By `layer_projection`: [inputs, rank] float32, which the graph keeps as 8-bit levels, and [rank, outputs] float16."""

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
            downs[name] = (roots[:, None] * right[:KEPT_RANK]).T.numpy()
            ups[name] = (left[:, :KEPT_RANK] * roots).T.numpy().astype(np.float16)
        return Adapters(downs, ups)

    @staticmethod
    def of_graph(path: Path) -> "Adapters":
        """Those of a graph that was made before."""
        found: dict[str, np.ndarray] = {}
        for tensor in onnx.load(path, load_external_data=False).graph.initializer:
            if ".adapter_" in tensor.name:
                if uses_external_data(tensor):
                    load_external_data_for_tensor(tensor, str(path.parent))
                found[tensor.name] = numpy_helper.to_array(tensor)
        names = [name.removesuffix(".adapter_down") for name in found if name.endswith(".adapter_down")]
        downs = {name: (found[f"{name}.adapter_down"].astype(np.float32) - ZERO_POINT) * found[f"{name}.adapter_down.scale"] for name in names}
        return Adapters(downs, {name: found[f"{name}.adapter_up.f16"] for name in names})

    def teach(self, mind: Mind) -> None:
        """`mind`, made with `KEPT_RANK`, begins with these."""
        for name in self.downs:
            mind.downs[name].data = torch.from_numpy(self.downs[name]).T.contiguous()
            mind.ups[name].data = torch.from_numpy(self.ups[name].astype(np.float32)).T.contiguous() / SCALE

    def added(self, graph: Graph, shard: Shard, name: str, quantised: str, product: str) -> str:
        """`product` with what the projection's adapter makes of its input, before either is scaled by token; just `product` where it has none.

        The way down is a product of 8-bit levels like the projection's own, so that the input is cut once, its weights are a quarter to
        read, and the gain is one of its scales.
        """
        if name not in self.downs:
            return product
        before, graph.shard = graph.shard, shard
        levels, scale = quantise_rows(np.ascontiguousarray(self.downs[name].T))
        down, scales = graph.constant(f"{name}.adapter_down", levels.T), graph.constant(f"{name}.adapter_down.scale", scale)
        up = graph.half(f"{name}.adapter_up", self.ups[name])
        graph.shard = before
        narrow = graph.integers_multiplied(quantised, down, GAIN, scales)
        return graph.node("Add", [product, graph.node("MatMul", [narrow, up])])
