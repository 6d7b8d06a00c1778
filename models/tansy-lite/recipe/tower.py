"""EfficientNet-Lite2's convolutions as ONNX nodes: a photo in, one feature vector for the whole and nine for a grid out.

Weights are 8-bit in the file and widened while the session is made: convolutions in WASM are fastest in float32, so
this saves download, not time.
"""

import math
from pathlib import Path

import numpy as np
import timm
import torch
from onnx import TensorProto

from graph import Graph

IMAGE_SIZE = 260
FEATURES = 1280
CLASSES = 1000
LEVELS = 127


def load_network(path: Path) -> torch.nn.Module:
    """timm's network with the file's tensors, which come in the same order under TensorFlow's names."""
    network = timm.create_model("tf_efficientnet_lite2", pretrained=False)
    wanted, found = network.state_dict(), torch.load(path, map_location="cpu", weights_only=True)
    pairs = list(zip(wanted, found, strict=True))
    if any(wanted[name].shape != found[other].shape for name, other in pairs):
        raise ValueError("the tensors of EfficientNet-Lite2 do not come in the expected order")
    network.load_state_dict({name: found[other] for name, other in pairs})
    return network.eval()


class Tower:
    def __init__(self, graph: Graph, network: torch.nn.Module):
        self.graph = graph
        self.network = network
        self.convolutions = 0

    def features(self, pixels: str) -> str:
        """pixel_values [batch, images, 3, 260, 260] → [images, 10, 1280]: the whole photo, then a 3 × 3 grid."""
        graph, network = self.graph, self.network
        shape = graph.constant("image_shape", np.array([-1, 3, IMAGE_SIZE, IMAGE_SIZE], np.int64))
        tensor, size = graph.node("Reshape", [pixels, shape]), IMAGE_SIZE
        tensor, size = self._convolve(tensor, size, network.conv_stem, network.bn1, clipped=True)
        for block in (block for stage in network.blocks for block in stage):
            tensor, size = self._block(tensor, size, block)
        tensor, size = self._convolve(tensor, size, network.conv_head, network.bn2, clipped=True)

        grid = graph.node("AveragePool", [tensor], kernel_shape=[3, 3], strides=[3, 3])
        flat = graph.node("Reshape", [grid, graph.constant("cells", np.array([0, 0, 9], np.int64))])
        cells = graph.node("Transpose", [flat], perm=[0, 2, 1])
        whole = graph.node("ReduceMean", [cells, graph.constant("cell_axis", np.array([1], np.int64))], keepdims=1)
        return graph.node("Concat", [whole, cells], axis=1)

    def class_logits(self, features: str) -> str:
        """[images, 10, 1280] → ImageNet's classes, [images, 10, 1000]."""
        graph, classifier = self.graph, self.network.classifier
        weight = graph.node("Transpose", [self._bytes("classifier", classifier.weight.detach().numpy())], perm=[1, 0])
        bias = graph.constant("classifier.bias", classifier.bias.detach().numpy())
        return graph.node("Add", [graph.node("MatMul", [features, weight]), bias])

    def _block(self, tensor: str, size: int, block: torch.nn.Module) -> tuple[str, int]:
        before = tensor
        if hasattr(block, "conv_pwl"):
            tensor, size = self._convolve(tensor, size, block.conv_pw, block.bn1, clipped=True)
            tensor, size = self._convolve(tensor, size, block.conv_dw, block.bn2, clipped=True)
            tensor, size = self._convolve(tensor, size, block.conv_pwl, block.bn3, clipped=False)
        else:
            tensor, size = self._convolve(tensor, size, block.conv_dw, block.bn1, clipped=True)
            tensor, size = self._convolve(tensor, size, block.conv_pw, block.bn2, clipped=False)
        return (self.graph.node("Add", [tensor, before]) if block.has_skip else tensor), size

    def _convolve(self, tensor: str, size: int, layer, norm, clipped: bool) -> tuple[str, int]:
        """A convolution with its batch norm folded in, TensorFlow's uneven padding, and ReLU6 where it has one."""
        graph = self.graph
        gain = (norm.weight / torch.sqrt(norm.running_var + norm.eps)).detach()
        weight = (layer.weight.detach() * gain[:, None, None, None]).numpy()
        bias = (norm.bias - norm.running_mean * gain).detach().numpy()
        name, kernel, stride = f"convolution_{self.convolutions}", weight.shape[2], layer.stride[0]
        self.convolutions += 1

        result = math.ceil(size / stride)
        padding = max((result - 1) * stride + kernel - size, 0)
        before, after = padding // 2, padding - padding // 2
        # Depthwise kernels are a sliver of the bytes and suffer most from 8 bits.
        stored = graph.half(name, weight) if kernel > 1 else self._bytes(name, weight)
        output = graph.node(
            "Conv",
            [tensor, stored, graph.constant(f"{name}.bias", bias)],
            kernel_shape=[kernel, kernel],
            strides=[stride, stride],
            pads=[before, before, after, after],
            group=layer.groups,
        )
        if clipped:
            bounds = [graph.constant(f"relu_{bound}", np.array(bound, np.float32)) for bound in (0, 6)]
            output = graph.node("Clip", [output, *bounds])
        return output, result

    def _bytes(self, name: str, weight: np.ndarray) -> str:
        """Signed 8-bit with one scale an output, widened when the session is made."""
        columns = (-1,) + (1,) * (weight.ndim - 1)
        scale = np.abs(weight.reshape(len(weight), -1)).max(axis=1) / LEVELS
        scale = np.where(scale == 0, 1, scale).astype(np.float32).reshape(columns)
        levels = np.clip(np.round(weight / scale), -LEVELS, LEVELS).astype(np.int8)
        wide = self.graph.node("Cast", [self.graph.constant(f"{name}.levels", levels)], to=TensorProto.FLOAT)
        return self.graph.node("Mul", [wide, self.graph.constant(f"{name}.scale", scale)])
