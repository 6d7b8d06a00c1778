"""What the shipped tower makes of photos, once for all: python features.py WHEELS DATA_FOLDER CACHE.npz.

DATA_FOLDER has `photos/general.tar` and `plants/{train,val,wild-adapt,field-extra}.tar`; test.tar is never opened. Pixels are
the browser's: plain bilinear to 260 × 260. A feature is [2560] (mean and maximum over the grid) and goes with the 1,000 class
scores of the whole photo and with its two main colours.
"""

import argparse
import io
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch
from onnx import TensorProto
from PIL import Image
from torch.nn import functional

from connector import COLOURS, MIDDLE, PALETTE, PATCH
from graph import Graph, value
from pausing import wait_while
from sources import TOWER, unpack
from tower import CLASSES, FEATURES, IMAGE_SIZE, Tower, load_network

ARCHIVES = {"general": "photos/general.tar", **{name: f"plants/{name}.tar" for name in ("train", "val", "wild-adapt", "field-extra")}}
MOST_OF_A_CLASS = {"general": 9, "train": 300, "val": 45, "wild-adapt": 99, "field-extra": 40}


def open_tower(wheels: Path) -> ort.InferenceSession:
    graph = Graph("tower")
    with tempfile.TemporaryDirectory() as work:
        tower = Tower(graph, load_network(unpack(TOWER, wheels, Path(work))))
    features = tower.features("pixel_values")
    scores = tower.class_logits(features)
    pixels = value("pixel_values", TensorProto.FLOAT, ["batch", 1, 3, IMAGE_SIZE, IMAGE_SIZE])
    outputs = [value(name, TensorProto.FLOAT, ["batch", 10, width]) for name, width in ((features, FEATURES), (scores, CLASSES))]
    options = ort.SessionOptions()
    options.intra_op_num_threads = 2
    return ort.InferenceSession(graph.model([pixels], outputs).SerializeToString(), options)


def pixels_of(data: bytes) -> torch.Tensor:
    """[3, 260, 260] of 0 to 255."""
    image = Image.open(io.BytesIO(data)).convert("RGB")
    tensor = torch.from_numpy(np.array(image)).permute(2, 0, 1)[None].float()
    return functional.interpolate(tensor, (IMAGE_SIZE, IMAGE_SIZE), mode="bilinear", align_corners=False)[0].round()


def main_colours(pixels: torch.Tensor) -> list[int]:
    """Of 676 patches, each the nearest of the palette; the middle counts double."""
    patches = functional.avg_pool2d(pixels[None], PATCH)[0].flatten(1).T
    side, middle = IMAGE_SIZE // PATCH, slice(MIDDLE.start, MIDDLE.stop)
    nearest = torch.cdist(patches, torch.tensor(list(PALETTE.values())).float()).argmin(1).view(side, side)
    counts = torch.bincount(nearest.flatten(), minlength=len(COLOURS)) + torch.bincount(nearest[middle, middle].flatten(), minlength=len(COLOURS))
    return counts.topk(2).indices.tolist()


def photos_of(archive: Path, most: int) -> list[tuple[str, bytes]]:
    """Name and bytes, the same number apart all through a class."""
    found: dict[str, list] = {}
    with tarfile.open(archive) as tar:
        for member in tar.getmembers():
            if member.name.lower().endswith((".jpg", ".jpeg")):
                found.setdefault(Path(member.name).parent.name, []).append(member)
        chosen = []
        for members in found.values():
            members.sort(key=lambda member: member.name)
            step = max(1, len(members) / most)
            chosen += [members[int(place * step)] for place in range(min(most, len(members)))]
        return [(member.name, tar.extractfile(member).read()) for member in chosen]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("wheels", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--pause-file", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    tower = open_tower(options.wheels)
    rows: dict[str, list] = {"name": [], "feature": [], "scores": [], "colours": []}
    for part, archive in ARCHIVES.items():
        photos = photos_of(options.data / archive, MOST_OF_A_CLASS[part])
        for name, data in photos:
            wait_while(options.pause_file)
            pixels = pixels_of(data)
            features, scores = tower.run(None, {"pixel_values": ((pixels - 127) / 128).numpy()[None, None]})
            rows["name"].append(f"{part}/{'/'.join(Path(name).parts[-2:])}")
            rows["feature"].append(np.concatenate([features[0, 0], features[0, 1:].max(0)]).astype(np.float16))
            rows["scores"].append(scores[0, 0].astype(np.float16))
            rows["colours"].append(main_colours(pixels))
        print(f"{part}: {len(photos)}", flush=True)
    np.savez(options.cache, **{key: np.array(values) for key, values in rows.items()})


if __name__ == "__main__":
    main()
