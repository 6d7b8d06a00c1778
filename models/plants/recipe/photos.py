"""The photos that the specialist learns from and is judged by, and which of them are kept apart for judging."""

import csv
import io
import random
import tarfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

NOT_PLANT, OTHER_PLANT = "not_plant", "other_plant"
# Borderline between a plant and none: neither taught nor counted (DATA.md of the photos).
BORDERLINE_GROUPS = {"scene", "fungus", "fruit_or_vegetable"}
BORDERLINE_CLASSES = {"pot", "greenhouse", "vase"}
FIELD_CROPS = {"bean", "blackgram", "chilli"}
SIDE = 224
FOLDS = 5


@dataclass(frozen=True)
class Photo:
    """`pixels` uint8 [height, width, 3], shorter side 224 or less; `origin` is lab, field, wild, extra or general."""

    label: str
    origin: str
    name: str
    pixels: np.ndarray


def read_tar(path: Path, origin: str, most: int | None = None) -> list[Photo]:
    """All of them, or `most` from all over the classes, which come in the order of their names."""
    photos = []
    with tarfile.open(path) as tar:
        members = sorted((m for m in tar if m.name.endswith(".jpg")), key=lambda m: m.name)
        if most is not None:
            members = [members[at * len(members) // most] for at in range(min(most, len(members)))]
        for member in members:
            *_, label, name = member.name.split("/")
            image = Image.open(io.BytesIO(tar.extractfile(member).read())).convert("RGB")
            scale = SIDE / min(image.size)
            if scale < 1:
                image = image.resize((round(image.width * scale), round(image.height * scale)), Image.Resampling.BILINEAR)
            photos.append(Photo(label, origin, f"{label}/{name}", np.asarray(image)))
    return photos


def split_by_name(photos: list[Photo], share: float, seed: int = 7) -> tuple[list[Photo], list[Photo]]:
    """The same split on every run: `share` of them kept apart."""
    order = sorted(photos, key=lambda photo: photo.name)
    random.Random(seed).shuffle(order)
    cut = round(len(order) * share)
    return order[cut:], order[:cut]


def general(data: Path) -> list[Photo]:
    """Everyday photos as the two refused classes."""
    with (data / "photos/SOURCES.tsv").open(encoding="utf-8") as file:
        groups = {row["class"]: row["group"] for row in csv.DictReader(file, delimiter="\t")}
    photos = []
    for photo in read_tar(data / "photos/general.tar", "general"):
        group = groups[photo.label]
        if group in BORDERLINE_GROUPS or photo.label in BORDERLINE_CLASSES:
            continue
        label = OTHER_PLANT if group == "plant" else NOT_PLANT
        photos.append(Photo(label, photo.origin, photo.name, photo.pixels))
    return photos


def relabelled(photo: Photo) -> Photo:
    """Bananas are no crop of the product: they teach what a leaf of another plant is."""
    label = {"background__no_leaf": NOT_PLANT}.get(photo.label, photo.label)
    label = OTHER_PLANT if label.startswith("banana__") else label
    origin = "field" if photo.origin == "lab" and label.split("__")[0] in FIELD_CROPS else photo.origin
    return Photo(label, origin, photo.name, photo.pixels)


@dataclass(frozen=True)
class Photos:
    taught: list[Photo]
    wild: list[Photo]
    judged: dict[str, list[Photo]]

    @property
    def labels(self) -> list[str]:
        crops = sorted({photo.label for photo in self.taught} - {NOT_PLANT, OTHER_PLANT})
        return [*crops, OTHER_PLANT, NOT_PLANT]


def load(data: Path, judged: bool = True) -> Photos:
    taught_general, judged_general = split_by_name(general(data), 0.4)
    plants = data / "plants"
    taught = [relabelled(photo) for photo in read_tar(plants / "train.tar", "lab")]
    taught += [relabelled(photo) for photo in read_tar(plants / "field-extra.tar", "extra")]
    wild = read_tar(plants / "wild-adapt.tar", "wild")
    parts = {"general": judged_general}
    if judged:
        parts |= {name: [relabelled(photo) for photo in read_tar(plants / f"{name}.tar", "lab")] for name in ("val", "test")}
    return Photos(taught + taught_general, wild, parts)


def fold_of(wild: list[Photo]) -> np.ndarray:
    """[photos] of 0 to 4: each class dealt out in turn, so that every fold has each."""
    by_label = defaultdict(list)
    for index, photo in enumerate(wild):
        by_label[photo.label].append(index)
    folds = np.zeros(len(wild), np.int64)
    turn = 0
    for label in sorted(by_label):
        indices = by_label[label]
        random.Random(label).shuffle(indices)
        for index in indices:
            folds[index] = turn % FOLDS
            turn += 1
    return folds
