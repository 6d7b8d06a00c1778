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
# Their adapters are the smallest beside their weights and the dearest to multiply: without them every set came out as before.
LEFT_OUT = "_down"


@dataclass(frozen=True)
class Adapters:
    """By `layer_projection`: [inputs, rank] float32, which the graph keeps as 8-bit levels, and [rank, outputs] float16."""

    downs: dict[str, np.ndarray]
    ups: dict[str, np.ndarray]

    @staticmethod
    def read(checkpoint: Path) -> "Adapters":
        mind = torch.load(checkpoint, map_location="cpu", weights_only=False)["mind"]
        downs, ups = {}, {}
        names = (name.removeprefix("ups.") for name in mind if name.startswith("ups."))
        for name in (name for name in names if not name.endswith(LEFT_OUT)):
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

    def place(self, graph: Graph, shard: Shard, name: str) -> None:
        """Puts the projection's way down, 8-bit levels with `.scale`, and its way up where training replaces them; nothing where it has none.

        The way down is cut as the projection itself is, so that its weights are a quarter to read, and the gain is one of its scales.
        """
        if not self.has(name):
            return
        before, graph.shard = graph.shard, shard
        down, up = ways(name)
        levels, scale = quantise_rows(np.ascontiguousarray(self.downs[plain(name)].T))
        graph.constant(down, levels.T)
        graph.constant(f"{down}.scale", scale)
        graph.half(up, self.ups[plain(name)], up)
        graph.shard = before

    def has(self, name: str) -> bool:
        return plain(name) in self.downs


def ways(name: str) -> tuple[str, str]:
    """What the graph calls a projection's way down and way up."""
    return f"{plain(name)}.adapter_down", f"{plain(name)}.adapter_up"


def plain(name: str) -> str:
    """A projection as the trained module knows it: a dot would be a submodule."""
    return name.replace(".", "_")
