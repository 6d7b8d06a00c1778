"""Teaches the specialist: python train.py --weights FILE.pth --data DATA --output RUN --pictures 25000 [--from CHECKPOINT] [--fold K].

Without `--fold` no photo of wild-adapt is taught. With 0 to 4 the wild photos of the other four folds are, with `all` every one; with
`--unseen corn` those of every crop but corn, which tells how crops fare that no field photo was taught of.
A checkpoint is saved every five minutes and a run goes on from it; `loss.csv` has a line every 50 steps.
"""

import argparse
import copy
import csv
import json
import math
import pickle
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from augment import Augment, backgrounds_of
from judge import figures, logits_of
from masks import leaf_mask
from network import load_network, normalised
from photos import NOT_PLANT, OTHER_PLANT, Photo, fold_of, load

SAVE_EVERY_S = 300
# How often each origin is drawn, whatever the number of its photos.
SHARES = {"lab": 0.66, "field": 0.14, "extra": 0.06, "general": 0.0}
REFUSED_SHARE = {NOT_PLANT: 0.07, OTHER_PLANT: 0.06}


def weights_of(photos: list[Photo], shares: dict[str, float]) -> np.ndarray:
    """How often each is drawn: origins by their shares, classes in one by the root of their number."""
    groups: dict[tuple[str, str], list[int]] = {}
    for index, photo in enumerate(photos):
        origin = photo.label if photo.label in REFUSED_SHARE else photo.origin
        groups.setdefault((origin, photo.label), []).append(index)
    weights = np.zeros(len(photos))
    for origin in {key[0] for key in groups}:
        mine = {key: indices for key, indices in groups.items() if key[0] == origin}
        total = sum(math.sqrt(len(indices)) for indices in mine.values())
        share = REFUSED_SHARE.get(origin) or shares[origin]
        for indices in mine.values():
            weights[indices] = share * math.sqrt(len(indices)) / total / len(indices)
    return weights / weights.sum()


def masks_of(photos: list[Photo], kept: Path) -> list[np.ndarray | None]:
    """Finding them takes a minute, so that the runs beside this one share them."""
    known = pickle.loads(kept.read_bytes()) if kept.exists() else {}
    for photo in photos:
        if photo.origin == "lab" and photo.label != NOT_PLANT and photo.name not in known:
            known[photo.name] = leaf_mask(photo.pixels)
    kept.write_bytes(pickle.dumps(known))
    return [known.get(photo.name) if photo.origin == "lab" else None for photo in photos]


class Drawn(torch.utils.data.Dataset):
    """The n-th training picture; the same one for the same seed."""

    def __init__(self, photos: list[Photo], masks: list, labels: list[str], augment: Augment, shares: dict[str, float], pictures: int, seed: int):
        self.photos, self.masks, self.labels, self.augment = photos, masks, labels, augment
        self.drawn = np.random.default_rng(seed).choice(len(photos), pictures, p=weights_of(photos, shares))
        self.seed = seed

    def __len__(self) -> int:
        return len(self.drawn)

    def __getitem__(self, index: int):
        torch.set_num_threads(1)
        photo = self.photos[self.drawn[index]]
        rng = np.random.default_rng([self.seed, index])
        return self.augment(photo, self.masks[self.drawn[index]], rng), self.labels.index(photo.label)


def mixed(pixels: torch.Tensor, target: torch.Tensor, rng: np.random.Generator):
    """Mixup on every third batch."""
    if rng.random() > 0.33:
        return pixels, target
    share = float(rng.beta(0.3, 0.3))
    order = torch.from_numpy(rng.permutation(len(pixels)))
    return pixels * share + pixels[order] * (1 - share), target * share + target[order] * (1 - share)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--pictures", type=int, default=25000)
    parser.add_argument("--from", dest="start", type=Path)
    parser.add_argument("--fold")
    parser.add_argument("--unseen", help="crops, with commas, of which no wild photo is taught")
    parser.add_argument("--look", type=float, default=0.0, help="how often a leaf is given the surroundings and light of a wild photo")
    parser.add_argument("--wild", type=float, default=0.25, help="how often a wild photo is drawn, beside the other origins' shares")
    parser.add_argument("--size", type=int, default=192)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--decay", type=float, default=0.998)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.output.mkdir(parents=True, exist_ok=True)

    photos = load(options.data, judged=False)
    labels, taught = photos.labels, list(photos.taught)
    held = photos.wild
    if options.fold is not None:
        folds = fold_of(photos.wild)
        wanted = np.ones(len(folds), bool) if options.fold == "all" else folds != int(options.fold)
        taught += [photo for photo, use in zip(photos.wild, wanted) if use]
        held = [photo for photo, use in zip(photos.wild, wanted) if not use]
    if options.unseen:
        unseen = [photo.label.split("__")[0] in options.unseen.split(",") for photo in photos.wild]
        taught += [photo for photo, is_held in zip(photos.wild, unseen) if not is_held]
        held = [photo for photo, is_held in zip(photos.wild, unseen) if is_held]
    shares = {**SHARES, "wild": options.wild}
    masks = masks_of(taught, options.output.with_name("masks.pkl"))
    print(len(taught), "photos,", sum(mask is not None for mask in masks), "with a mask,", len(labels), "classes", flush=True)
    (options.output / "labels.json").write_text(json.dumps(labels))

    network = load_network(options.weights, len(labels))
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True)["average"])
    head = [value for name, value in network.named_parameters() if name.startswith("classifier")]
    body = [value for name, value in network.named_parameters() if not name.startswith("classifier")]
    optimiser = torch.optim.AdamW([{"params": body, "base": options.rate}, {"params": head, "base": options.rate * (1 if options.start else 4)}], weight_decay=0.03)
    average = copy.deepcopy(network).eval()
    steps, step = options.pictures // options.batch, 0
    newest = options.output / "newest.pt"
    if newest.exists():
        saved = torch.load(newest, weights_only=True)
        network.load_state_dict(saved["network"])
        average.load_state_dict(saved["average"])
        optimiser.load_state_dict(saved["optimiser"])
        step = saved["step"]

    fields = [photo for photo in taught if photo.origin == "wild"] if options.look else []
    augment = Augment(options.size, backgrounds_of(photos.taught), fields, options.look)
    drawn = Drawn(taught, masks, labels, augment, shares, steps * options.batch, options.seed)
    rest = torch.utils.data.Subset(drawn, range(step * options.batch, len(drawn)))
    loader = torch.utils.data.DataLoader(rest, options.batch, num_workers=1, prefetch_factor=4)

    def save() -> None:
        torch.save({"network": network.state_dict(), "average": average.state_dict(), "optimiser": optimiser.state_dict(), "step": step}, newest.with_suffix(".new"))
        newest.with_suffix(".new").replace(newest)

    rng = np.random.default_rng(options.seed + 1)
    saved_at, losses = time.monotonic(), []
    network.train()
    with (options.output / "loss.csv").open("a", newline="") as file:
        for pixels, truth in loader:
            warm = min(1.0, (step + 1) / max(1, min(100, steps // 10)))
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * warm * (0.02 + 0.98 * (0.5 + 0.5 * math.cos(math.pi * step / steps)))
            target = functional.one_hot(truth, len(labels)).float() * 0.92 + 0.08 / len(labels)
            pixels, target = mixed(pixels, target, rng)
            scores = network(normalised(pixels).contiguous(memory_format=torch.channels_last))
            loss = functional.cross_entropy(scores, target)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimiser.step()
            step += 1
            decay = min(options.decay, (step + 1) / (step + 10))
            with torch.no_grad():
                for mean, value in zip(average.state_dict().values(), network.state_dict().values()):
                    mean.lerp_(value, 1 - decay) if mean.is_floating_point() else mean.copy_(value)
            losses.append(loss.item())
            if step % 50 == 0 or step == steps:
                csv.writer(file).writerow([step, round(sum(losses) / len(losses), 4), round(time.monotonic() - saved_at, 1)])
                file.flush()
                losses = []
            if step % 250 == 0 or step == steps:
                if held:
                    print(step, figures(logits_of(average, held, options.size), held, labels), flush=True)
                network.train()
            if time.monotonic() - saved_at > SAVE_EVERY_S:
                save()
                saved_at = time.monotonic()
    save()


if __name__ == "__main__":
    main()
