"""Writes Whisper's graphs by hand, over the weights where they lie in the files that the catalogue names.

    python graphs.py DIR

DIR holds `config.json`, `encoder_model_quantized.onnx` and `decoder_model_merged_quantized.onnx` as `npm run models` leaves
them. Beside them it writes the encoder in parts of two layers, between which it can be stopped, and which take what an earlier
pass made of the rest of the sound; what the decoder takes of the encoded sound; and a decoder that reads any number of tokens after those that it read before.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
LAYERS_A_PART = 2
# Smaller ones stay in the graph: shape arithmetic and the scales are folded while the session is made.
INLINE_BYTES = 1024
FLOAT, INT32, INT64 = TensorProto.FLOAT, TensorProto.INT32, TensorProto.INT64


class Published:
    """A file of weights, and where in it each of them lies."""

    def __init__(self, path: Path, prefix: str = "", suffix: str = ""):
        self.location = path.name
        self.prefix, self.suffix = prefix, suffix
        self.content = path.read_bytes()
        graph = onnx.load_from_string(self.content).graph
        self.tensors = {tensor.name: tensor for tensor in graph.initializer}
        branches = [attribute.g for node in graph.node for attribute in node.attribute if attribute.HasField("g")]
        nodes = [node for part in (graph, *branches) for node in part.node if node.op_type == "MatMulInteger"]
        ending = "/MatMul_output_0_output_quantized"
        # The names of weights are numbers; what they are for shows in what is made with them.
        self.matrices = {
            node.output[0].removeprefix("/model/decoder").removeprefix("/").removesuffix(ending): node.input[1].removesuffix("_quantized")
            for node in nodes
        }

    def tensor(self, name: str) -> TensorProto:
        tensor = self.tensors[name]
        data = tensor.raw_data
        if len(data) < INLINE_BYTES:
            return tensor
        offset = self.content.find(data)
        external = TensorProto(name=name, dims=tensor.dims, data_type=tensor.data_type, data_location=TensorProto.EXTERNAL)
        for key, text in (("location", self.location), ("offset", offset), ("length", len(data))):
            external.external_data.add(key=key, value=str(text))
        return external


class Graph:
    def __init__(self, name: str, weights: Published):
        self.name, self.weights = name, weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, TensorProto] = {}

    def node(self, kind: str, inputs: list[str], outputs: list[str] | None = None, domain: str = "", **attributes) -> str:
        name = f"{kind}_{len(self.nodes)}"
        outputs = outputs or [name]
        self.nodes.append(helper.make_node(kind, inputs, outputs, name=name, domain=domain, **attributes))
        return outputs[0]

    def integers(self, *values: int) -> str:
        name = "integers_" + "_".join(map(str, values))
        self.constants.setdefault(name, numpy_helper.from_array(np.array(values, np.int64), name))
        return name

    def raw(self, name: str) -> str:
        self.constants.setdefault(name, self.weights.tensor(name))
        return name

    def weight(self, name: str) -> str:
        return self.raw(f"{self.weights.prefix}{name}{self.weights.suffix}")

    def normed(self, hidden: str, layer: str, added: str | None, output: str | None = None) -> tuple[str, str]:
        """Adds what a block gave to what it was given; returns the sum, and that normalised."""
        output = output or f"{layer}.normed"
        given = [self.weight(f"{layer}.weight"), self.weight(f"{layer}.bias")]
        if added is None:
            return hidden, self.node("LayerNormalization", [hidden, *given], [output], epsilon=1e-5, axis=-1)
        total = f"{layer}.sum"
        self.node("SkipLayerNormalization", [hidden, added, *given], [output, "", "", total], MICROSOFT, epsilon=1e-5)
        return total, output

    def quantised(self, hidden: str) -> list[str]:
        outputs = [f"{hidden}.{part}" for part in ("bytes", "scale", "zero")]
        self.node("DynamicQuantizeLinear", [hidden], outputs)
        return outputs

    def linear(self, quantised: list[str], module: str, bias: bool = True) -> str:
        rows, scale, zero = quantised
        matrix = self.weights.matrices[module]
        column, column_scale, column_zero = (self.raw(f"{matrix}_{part}") for part in ("quantized", "scale", "zero_point"))
        biases = [self.weight(f"{module.replace('/', '.')}.bias")] if bias else []
        return self.node("MatMulIntegerToFloat", [rows, column, scale, column_scale, zero, column_zero, *biases], domain=MICROSOFT)

    def projected(self, hidden: str, module: str) -> list[str]:
        """Queries, keys and values. Keys have no bias."""
        rows = self.quantised(hidden)
        return [self.linear(rows, f"{module}/{part}_proj", part != "k") for part in "qkv"]

    def fed_forward(self, hidden: str, layer: str) -> str:
        wide = self.node("Gelu", [self.linear(self.quantised(hidden), f"{layer}/fc1")], domain=MICROSOFT)
        return self.linear(self.quantised(wide), f"{layer}/fc2")

    def save(self, path: Path, inputs: list[onnx.ValueInfoProto], outputs: list[onnx.ValueInfoProto]) -> None:
        body = helper.make_graph(self.nodes, self.name, inputs, outputs, list(self.constants.values()))
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        model = helper.make_model(body, opset_imports=opsets, ir_version=8, producer_name="tansy")
        path.write_bytes(model.SerializeToString(deterministic=True))


def value(name: str, kind: int, *shape: int | str) -> onnx.ValueInfoProto:
    return helper.make_tensor_value_info(name, kind, shape)


def convolved(graph: Graph, features: str, width: int) -> str:
    hidden = features
    for name, stride in (("conv1", 1), ("conv2", 2)):
        rows, scale, zero = graph.quantised(hidden)
        weight, weight_scale, weight_zero = (graph.raw(f"{name}.weight_{part}") for part in ("quantized", "scale", "zero_point"))
        sums = graph.node(
            "ConvInteger", [rows, weight, zero, weight_zero], kernel_shape=[3], pads=[1, 1], strides=[stride], dilations=[1], group=1
        )
        scaled = graph.node("Mul", [graph.node("Cast", [sums], to=FLOAT), graph.node("Mul", [scale, weight_scale])])
        bias = graph.node("Reshape", [graph.weight(f"{name}.bias"), graph.integers(1, width, 1)])
        hidden = graph.node("Gelu", [graph.node("Add", [scaled, bias])], domain=MICROSOFT)
    # Pieces of a sound lie side by side: what is made across two of them is left out, and each row has its own place.
    hidden = graph.node("Gather", [graph.node("Transpose", [hidden], perm=[0, 2, 1]), "rows"], axis=1)
    places = graph.node("Gather", [graph.weight("embed_positions.weight"), "places"], axis=0)
    return graph.node("Add", [hidden, places])


def attended(graph: Graph, normed: str, index: int, heads: int, width: int) -> tuple[str, list[onnx.ValueInfoProto], list[onnx.ValueInfoProto]]:
    """Every new position sees all: the new ones, and those to either side that an earlier pass made. Their order means nothing."""
    query, *made = graph.projected(normed, f"layers.{index}/self_attn")
    inputs, outputs, seen = [], [], []
    for part, new in zip(("key", "value"), made):
        name = f"{index}.{part}"
        graph.node("Identity", [new], [f"made.{name}"])
        seen.append(graph.node("Concat", [f"left.{name}", new, f"right.{name}"], axis=1))
        inputs += [value(f"{side}.{name}", FLOAT, 1, side, width) for side in ("left", "right")]
        outputs.append(value(f"made.{name}", FLOAT, 1, "positions", width))
    return graph.node("MultiHeadAttention", [query, *seen], domain=MICROSOFT, num_heads=heads), inputs, outputs


def write_encoder(folder: Path, layers: int, heads: int, width: int) -> None:
    weights = Published(folder / "encoder_model_quantized.onnx")
    for first in range(0, layers, LAYERS_A_PART):
        part = first // LAYERS_A_PART + 1
        graph = Graph(f"encoder-{part}", weights)
        end = min(layers, first + LAYERS_A_PART)
        inputs = [value("given", FLOAT, 1, "positions", width)]
        outputs = [value("hidden", FLOAT, 1, "positions", width)]
        hidden, added = "given", None
        if first == 0:
            inputs = [value("input_features", FLOAT, 1, 80, "frames"), *(value(name, INT64, "positions") for name in ("rows", "places"))]
            hidden = convolved(graph, "input_features", width)
        for index in range(first, end):
            layer = f"layers.{index}"
            hidden, normed = graph.normed(hidden, f"{layer}.self_attn_layer_norm", added)
            seen, kept, made = attended(graph, normed, index, heads, width)
            inputs, outputs = [*inputs, *kept], [*outputs, *made]
            output = graph.linear(graph.quantised(seen), f"{layer}/self_attn/out_proj")
            hidden, normed = graph.normed(hidden, f"{layer}.final_layer_norm", output)
            added = graph.fed_forward(normed, layer)
        if end == layers:
            graph.normed(hidden, "layer_norm", added, output="hidden")
        else:
            graph.node("Add", [hidden, added], ["hidden"])
        graph.save(folder / f"encoder-{part}.onnx", inputs, outputs)


def write_decoder(folder: Path, layers: int, heads: int, width: int) -> None:
    weights = Published(folder / "decoder_model_merged_quantized.onnx", "model.decoder.", "_merged_0")
    size = width // heads

    def keys_and_values(name: str, length: str) -> list[onnx.ValueInfoProto]:
        return [value(f"{name}.{layer}.{part}", FLOAT, 1, heads, length, size) for layer in range(layers) for part in ("key", "value")]

    graph = Graph("sound", weights)
    rows = graph.quantised("hidden")
    for layer in range(layers):
        for part in ("key", "value"):
            made = graph.linear(rows, f"layers.{layer}/encoder_attn/{part[0]}_proj", part == "value")
            parted = graph.node("Reshape", [made, graph.integers(0, 0, heads, size)])
            graph.node("Transpose", [parted], [f"sound.{layer}.{part}"], perm=[0, 2, 1, 3])
    graph.save(folder / "sound.onnx", [value("hidden", FLOAT, 1, "positions", width)], keys_and_values("sound", "positions"))

    graph = Graph("decoder", weights)
    table, scale, zero = (graph.raw(f"model.decoder.embed_tokens.weight_merged_0_{part}") for part in ("quantized", "scale", "zero_point"))
    one = graph.integers(1)
    before = graph.node("Gather", [graph.node("Shape", ["past.0.key"]), graph.integers(2)])
    after = graph.node("Add", [before, graph.node("Gather", [graph.node("Shape", ["input_ids"]), one])])
    total = graph.node("Cast", [graph.node("Squeeze", [after])], to=INT32)
    last = graph.node("Cast", [graph.node("Sub", [after, one])], to=INT32)
    words = graph.node("DequantizeLinear", [graph.node("Gather", [table, "input_ids"]), scale, zero])
    places = graph.node("Slice", [graph.weight("embed_positions.weight"), before, after, graph.integers(0)])
    hidden, added = graph.node("Add", [words, places]), None
    for index in range(layers):
        layer = f"layers.{index}"
        hidden, normed = graph.normed(hidden, f"{layer}.self_attn_layer_norm", added)
        # Each token sees those before it and no other, however many are read together.
        attended = graph.node(
            "GroupQueryAttention",
            [*graph.projected(normed, f"{layer}/self_attn"), f"past.{index}.key", f"past.{index}.value", last, total],
            [f"{layer}.attended", f"present.{index}.key", f"present.{index}.value"],
            MICROSOFT,
            num_heads=heads,
            kv_num_heads=heads,
        )
        output = graph.linear(graph.quantised(attended), f"{layer}/self_attn/out_proj")
        hidden, normed = graph.normed(hidden, f"{layer}.encoder_attn_layer_norm", output)
        query = graph.linear(graph.quantised(normed), f"{layer}/encoder_attn/q_proj")
        heard = graph.node("MultiHeadAttention", [query, f"sound.{index}.key", f"sound.{index}.value"], domain=MICROSOFT, num_heads=heads)
        output = graph.linear(graph.quantised(heard), f"{layer}/encoder_attn/out_proj")
        hidden, normed = graph.normed(hidden, f"{layer}.final_layer_norm", output)
        added = graph.fed_forward(normed, layer)
    _, normed = graph.normed(hidden, "layer_norm", added)
    # Where there is room for them, the runtime makes these floats once, while the session is made.
    floats = graph.node("DequantizeLinear", [graph.node("Transpose", [table], perm=[1, 0]), scale, zero])
    graph.node("MatMul", [normed, floats], ["logits"])
    graph.save(
        folder / "decoder.onnx",
        [value("input_ids", INT64, 1, "tokens"), *keys_and_values("past", "before"), *keys_and_values("sound", "positions")],
        [value("logits", FLOAT, 1, "tokens", "words"), *keys_and_values("present", "after")],
    )


if __name__ == "__main__":
    place = Path(sys.argv[1])
    shape = json.loads((place / "config.json").read_text())
    write_encoder(place, shape["encoder_layers"], shape["encoder_attention_heads"], shape["d_model"])
    write_decoder(place, shape["decoder_layers"], shape["decoder_attention_heads"], shape["d_model"])
