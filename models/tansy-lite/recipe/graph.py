"""A small ONNX writer: names the nodes, and lays weights out in shards that never change when the graph does."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from quantise import ZERO_POINT

# Wide enough for any vector load of the WASM and native kernels.
ALIGNMENT_BYTES = 64
# Shape arithmetic is done on constants below this size while the session is made, so they stay in the graph.
INLINE_BYTES = 1024
MICROSOFT = "com.microsoft"


class Shard:
    """One external-data file, filled from front to back."""

    def __init__(self, location: str):
        self.location = location
        self.content = bytearray()
        self.places: dict[str, tuple[int, int]] = {}

    def place(self, name: str, data: bytes) -> tuple[int, int]:
        """Puts the bytes at the next aligned place; returns offset and length."""
        self.content.extend(bytes(-len(self.content) % ALIGNMENT_BYTES))
        self.places[name] = (len(self.content), len(data))
        self.content.extend(data)
        return self.places[name]


class Graph:
    """Collects nodes and constants; `shard` decides where the next large constants go."""

    def __init__(self, name: str):
        self.name = name
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, TensorProto] = {}
        self.shard: Shard | None = None
        self.branch_name = ""
        self.made_in_branch: set[str] = set()

    def constant(self, name: str, value: np.ndarray) -> str:
        """Adds the array once under its name; a second call with the same name reuses it."""
        if name not in self.constants:
            value = np.asarray(value, order="C")
            inline = self.shard is None or value.nbytes < INLINE_BYTES
            self.constants[name] = numpy_helper.from_array(value, name) if inline else self._external(name, value)
        return name

    def _external(self, name: str, value: np.ndarray) -> TensorProto:
        offset, length = self.shard.place(name, value.tobytes())
        tensor = TensorProto(
            name=name,
            dims=value.shape,
            data_type=helper.np_dtype_to_tensor_dtype(value.dtype),
            data_location=TensorProto.EXTERNAL,
        )
        for key, text in (("location", self.shard.location), ("offset", offset), ("length", length)):
            tensor.external_data.add(key=key, value=str(text))
        return tensor

    def half(self, name: str, value: np.ndarray, output: str | None = None) -> str:
        """Half the bytes on disk: stored as float16, widened once while the session is made."""
        return self.node("Cast", [self.constant(f"{name}.f16", value.astype(np.float16))], [output] if output else None, to=TensorProto.FLOAT)

    def node(self, kind: str, inputs: list[str], outputs: list[str] | None = None, domain: str = "", **attributes) -> str:
        """Adds a node and returns its first output."""
        name = f"{self.branch_name}{kind}_{len(self.nodes)}"
        inputs = [self._within(tensor) for tensor in inputs]
        outputs = [tensor and f"{self.branch_name}{tensor}" for tensor in outputs] if outputs else [name]
        if self.branch_name:
            self.made_in_branch.update(outputs)
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=name, domain=domain, **attributes))
        return outputs[0]

    def _within(self, tensor: str) -> str:
        """The branch's own tensor of that name, where it made one."""
        own = f"{self.branch_name}{tensor}"
        return own if own in self.made_in_branch else tensor

    @contextmanager
    def branch(self, name: str, outputs: list[onnx.ValueInfoProto], into: dict[str, onnx.GraphProto]) -> Iterator[None]:
        """What is added meanwhile is one side of an If, `into[name]`; constants stay with the whole graph, where both sides see them."""
        outer, self.nodes, self.branch_name = self.nodes, [], f"{name}."
        try:
            yield
        finally:
            made, self.nodes, self.branch_name = self.nodes, outer, ""
        renamed = [onnx.ValueInfoProto(name=f"{name}.{output.name}", type=output.type) for output in outputs]
        into[name] = helper.make_graph(made, name, [], renamed)

    def integers_multiplied(self, levels: str, matrix: str, levels_scale: str, matrix_scales: str) -> str:
        """Two matrices of 8-bit levels about `ZERO_POINT`, multiplied and scaled: float32."""
        zero = self.constant("zero_point", np.array(ZERO_POINT, np.uint8))
        return self.node("MatMulIntegerToFloat", [levels, matrix, levels_scale, matrix_scales, zero, zero], domain=MICROSOFT)

    def model(self, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> onnx.ModelProto:
        body = helper.make_graph(self.nodes, self.name, inputs, outputs, list(self.constants.values()))
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(body, opset_imports=opsets, ir_version=9, producer_name="tansy")


def value(name: str, kind: int, shape: list[int | str]) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def save(model: onnx.ModelProto, path: Path) -> None:
    path.write_bytes(model.SerializeToString(deterministic=True))
