"""Fits the head for plants, and says of every photo what the connector will say: python eye.py WHEELS FEATURES.npz OUTPUT_FOLDER.

The language model is given words in its own embeddings, so it need only learn to read them, and what it learns of a few
hundred photos holds for all thousand classes. `photos.pt` has these tokens for every photo of the cache, `photos.jsonl`
what they say, and `head.npz` the head.
"""

import argparse
import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from connector import COLOURS, NO_CROP, Words
from load import open_mind

# Everyday things that are no plant: what a photo shows when no crop's leaf is in it. SOURCES.tsv has the groups.
BORDERLINE = {"plant", "fruit_or_vegetable", "fungus", "scene"}
NO_LEAF = "background__no_leaf"
# Added to the score of no leaf: of the photos held apart, 1 of 100 everyday things is taken for a crop instead of 10, of 18 other plants,
# fruits and scenes none instead of 6, and of lab leaves 0.9 of 100 are missed instead of 0.2, of wild ones 2 instead of none.
DOUBT = 2.5
HIDDEN = 256
DRAWN = 256
"""Photos a step of the fit."""


def part_of(index: int, name: str) -> str:
    """`judge` is never learned from: val, every fifth of wild-adapt, every fourth everyday photo."""
    archive = name.split("/")[0]
    if archive == "val" or (archive == "wild-adapt" and index % 5 == 0) or (archive == "general" and index % 4 == 0):
        return "judge"
    return "learn"


def class_of(name: str, groups: dict[str, str]) -> str | None:
    archive, folder, _ = name.split("/")
    if archive != "general":
        return folder
    return None if groups.get(folder) in BORDERLINE else NO_LEAF


@dataclass
class Head:
    """A hidden layer cut at 0 between features [photos, 2560] as they come and scores of classes."""

    inner: torch.Tensor
    inner_bias: torch.Tensor
    outer: torch.Tensor
    outer_bias: torch.Tensor

    def scores(self, features: torch.Tensor) -> torch.Tensor:
        return (features @ self.inner.T + self.inner_bias).relu() @ self.outer.T + self.outer_bias


def fit_head(features: torch.Tensor, classes: torch.Tensor, count: int, weights: torch.Tensor, passes: int = 30) -> Head:
    """Photos are drawn by their weights, so that rare classes and the wild are seen as often as they should count."""
    mean, deviation = features.mean(0), features.std(0) + 1e-3
    scaled = (features - mean) / deviation
    layers = nn.Sequential(nn.Dropout(0.2), nn.Linear(features.shape[1], HIDDEN), nn.ReLU(), nn.Dropout(0.4), nn.Linear(HIDDEN, count))
    optimiser = torch.optim.AdamW(layers.parameters(), lr=1e-3, weight_decay=0.05)
    steps = passes * len(features) // DRAWN
    falling = torch.optim.lr_scheduler.CosineAnnealingLR(optimiser, steps)
    for _ in range(steps):
        drawn = torch.multinomial(weights, DRAWN, replacement=True)
        optimiser.zero_grad()
        functional.cross_entropy(layers(scaled[drawn]), classes[drawn], label_smoothing=0.05).backward()
        optimiser.step()
        falling.step()
    inner, outer = layers[1], layers[4]
    weight = (inner.weight / deviation).detach()
    return Head(weight, (inner.bias - weight @ mean).detach(), outer.weight.detach(), outer.bias.detach())


def drawing_weights(names: list[str], wanted: torch.Tensor, count: int) -> torch.Tensor:
    """Photos from the wild are few and count more; every class counts about as much."""
    wild = torch.tensor([3.0 if name.split("/")[0] in ("wild-adapt", "field-extra") else 1.0 for name in names])
    weights = wild / torch.bincount(wanted, minlength=count).float().sqrt()[wanted]
    return weights / weights.sum()


def read_groups(sources: Path) -> dict[str, str]:
    """Of photos/SOURCES.tsv: the group of each everyday class."""
    table = [line.split("\t") for line in sources.read_text(encoding="utf-8").splitlines()]
    return {row[1]: row[4] for row in table[1:]}


def look(scores: np.ndarray, head: np.ndarray, classes: list[str], colours: list[int], names: list[str]) -> dict:
    """What the connector says of one photo."""
    likely = torch.from_numpy(scores.astype(np.float32)).softmax(0)
    chance, index = likely.topk(2)
    plants = torch.from_numpy(head).softmax(0)
    of_crop: dict[str, float] = {}
    for name, part in zip(classes, plants.tolist()):
        of_crop[name.split("__")[0]] = of_crop.get(name.split("__")[0], 0) + part
    crop = max(of_crop, key=of_crop.get)
    conditions = {name.split("__")[1]: part for name, part in zip(classes, plants.tolist()) if name.split("__")[0] == crop}
    seen = {
        "first": names[index[0]], "second": names[index[1]], "class": int(index[0]), "certainty": round(float(chance[0]), 3),
        "crop": None, "condition": None, "colours": [COLOURS[place] for place in colours],
    }
    if crop != NO_CROP:
        seen |= {"crop": crop, "condition": max(conditions, key=conditions.get)}
    return seen


def swapped(seen: dict, names: list[str], chance: random.Random) -> dict:
    """The same certainty about another class: all thousand names are learned, though photos show half of them."""
    other, second = chance.sample(range(len(names)), 2)
    return {**seen, "first": names[other], "second": names[second], "class": other}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("wheels", type=Path)
    parser.add_argument("features", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--sources", type=Path, required=True, help="photos/SOURCES.tsv")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    groups = read_groups(options.sources)
    # Each array once: an archive reads it anew whenever it is asked for.
    cache = dict(np.load(options.features))
    names = cache["name"].tolist()
    parts = [part_of(index, name) for index, name in enumerate(names)]
    truths = [class_of(name, groups) for name in names]
    classes = sorted({truth for truth in truths if truth})
    features = torch.from_numpy(cache["feature"].astype(np.float32))
    learned = [index for index, (part, truth) in enumerate(zip(parts, truths)) if part == "learn" and truth]
    wanted = torch.tensor([classes.index(truths[index]) for index in learned])
    weights = drawing_weights([names[index] for index in learned], wanted, len(classes))
    head = fit_head(features[learned], wanted, len(classes), weights)
    head.outer_bias[classes.index(NO_LEAF)] += DOUBT
    heads = head.scores(features).numpy()

    mind, writer = open_mind(options.wheels, 0)
    words, chance = Words(writer.encode), random.Random(options.seed)
    rows = []
    for index, name in enumerate(names):
        seen = look(cache["scores"][index], heads[index], classes, cache["colours"][index], words.names)
        row = {"name": name, "part": parts[index], "truth": truths[index], "folder": name.split("/")[1], "group": groups.get(name.split("/")[1]), **seen}
        rows.append(row)
        if parts[index] == "learn" and name.startswith("general"):
            rows += [{**swapped(row, words.names, chance), "part": "swapped"} for _ in range(5)]
    ids = torch.tensor([words.tokens(row) for row in rows])
    options.output.mkdir(parents=True, exist_ok=True)
    torch.save({"tokens": mind.embed(ids.flatten()).view(*ids.shape, -1).half()}, options.output / "photos.pt")
    np.savez(options.output / "head.npz", inner=head.inner.numpy().astype(np.float16), inner_bias=head.inner_bias.numpy(), outer=head.outer.numpy().astype(np.float16), outer_bias=head.outer_bias.numpy(), classes=np.array(classes))
    (options.output / "photos.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    for archive in ("val", "wild-adapt"):
        judged = [row for row in rows if row["part"] == "judge" and row["name"].startswith(archive)]
        crop = sum(row["crop"] == row["truth"].split("__")[0] or (row["crop"] is None and row["truth"] == NO_LEAF) for row in judged)
        both = sum(f"{row['crop']}__{row['condition']}" == row["truth"] or (row["crop"] is None and row["truth"] == NO_LEAF) for row in judged)
        print(f"head, {archive}: {len(judged)} photos, crop {crop / len(judged):.3f}, crop and condition {both / len(judged):.3f}")


if __name__ == "__main__":
    main()
