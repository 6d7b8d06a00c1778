"""The specialist as one ONNX file with 16-bit weights: python export.py RUN OUT.onnx --data DATA --report report.json.

Input `pixels` float32 [photos, 3, size, size], -1 to 1, red, green, blue; outputs `logits` float32 [photos, classes] and
`evidence` float32 [photos, classes, rows, columns], what each place says for each class: the logits are its mean. Weights are 16-bit
in the file and are widened while the session is made: convolutions in WASM are fastest in float32, so this saves download, not time.
With 8 bits a probability of a leaf was off by up to 0.09, with 16 by less than 0.01: where one is off by more, on noise or on photos of
leaves, as they are told once calibrated, nothing is written.
"""

import argparse
import io
import json
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import torch
from onnx import helper, numpy_helper
from torch.nn import functional

from calibrate import softmax
from judge import logits_of, middle_square
from network import JUDGED_PX, normalised, open_network
from photos import read_tar

SMALLEST = 512
MOST_OFF = 0.01


def in_halves(model: onnx.ModelProto) -> onnx.ModelProto:
    """Every large weight as float16 with a Cast, which a session folds into the weight."""
    graph = model.graph
    large = [item for item in graph.initializer if np.prod(item.dims) >= SMALLEST and item.data_type == onnx.TensorProto.FLOAT]
    nodes = []
    for item in large:
        graph.initializer.remove(item)
        graph.initializer.append(numpy_helper.from_array(numpy_helper.to_array(item).astype(np.float16), f"{item.name}.half"))
        nodes.append(helper.make_node("Cast", [f"{item.name}.half"], [item.name], to=onnx.TensorProto.FLOAT))
    rest = list(graph.node)
    del graph.node[:]
    graph.node.extend([*nodes, *rest])
    return model


class WithEvidence(torch.nn.Module):
    """The same logits, with the classifier put before the mean over places and not after it."""

    def __init__(self, network: torch.nn.Module):
        super().__init__()
        self.network = network

    def forward(self, pixels):
        places = self.network.forward_features(pixels)
        head = self.network.classifier
        evidence = functional.conv2d(places, head.weight[:, :, None, None], head.bias)
        return evidence.mean((2, 3)), evidence


def as_onnx(module: torch.nn.Module, size: int, outputs: list[str]) -> onnx.ModelProto:
    # In evaluation the exporter folds each batch norm into the convolution before it.
    buffer = io.BytesIO()
    example = torch.zeros(2, 3, size, size)
    torch.onnx.export(
        module.eval(), (example,), buffer, input_names=["pixels"], output_names=outputs,
        dynamic_axes={name: {0: "photos"} for name in ("pixels", *outputs)}, opset_version=17, dynamo=False,
    )
    return onnx.load_from_string(buffer.getvalue())


def run(model: onnx.ModelProto, pixels: np.ndarray) -> np.ndarray:
    """The logits, of one after the other: so the app judges them."""
    session = ort.InferenceSession(model.SerializeToString())
    return np.concatenate([session.run(["logits"], {"pixels": each[None]})[0] for each in pixels])


def require_near(what: str, logits: np.ndarray, other: np.ndarray, temperature: float) -> None:
    off = float(np.abs(softmax(logits, temperature) - softmax(other, temperature)).max())
    print(f"largest difference of a probability on {what}: {off:.5f}")
    # Not a number is not near either.
    if not off <= MOST_OFF:
        raise SystemExit(f"a probability on {what} is off by {off:.3f}, and may be by {MOST_OFF}: nothing was written")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("run", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--report", type=Path, required=True, help="of calibrate.py")
    parser.add_argument("--photos", type=int, default=256, help="how many of val.tar are compared")
    options = parser.parse_args()
    temperature = json.loads(options.report.read_text())["temperature"]
    network, _ = open_network(options.run)
    # Before the network is given the other layout.
    photos = read_tar(options.data / "plants/val.tar", "lab", options.photos)
    taught = logits_of(network, photos, JUDGED_PX)
    whole = as_onnx(WithEvidence(network.to(memory_format=torch.contiguous_format)), JUDGED_PX, ["logits", "evidence"])
    small = in_halves(onnx.ModelProto.FromString(whole.SerializeToString()))
    onnx.checker.check_model(small)
    noise = np.random.default_rng(1).uniform(-1, 1, (8, 3, JUDGED_PX, JUDGED_PX)).astype(np.float32)
    require_near("noise", run(whole, noise), run(small, noise), temperature)
    pixels = torch.cat([normalised(middle_square(photo, JUDGED_PX)) for photo in photos]).numpy()
    require_near(f"{len(photos)} photos", taught, run(small, pixels), temperature)
    options.out.write_bytes(small.SerializeToString())
    print(f"{options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
