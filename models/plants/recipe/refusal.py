"""Teaches anew what is refused, and nothing else: python refusal.py RUNS --data DATA.

A taught network takes leaves of a crop that it never saw in a field for another plant: the bananas that taught it what that is look like
corn, and what looks like a field was a known crop or none. So the head's two rows that refuse are fitted once more, on the features that the
network has by then: without bananas, with laboratory leaves pasted before other grounds, with as much of leaves as of what is none. The
conditions' rows stay, and so does what is said among them. Each run's rows are taught with the wild photos that its network was
taught with. One shift for all of them, found on the everyday photos kept apart, puts the bound at a half. Writes `refusing.pt` into each run.
"""

import argparse
import pickle
from pathlib import Path

import numpy as np
import onnxruntime as ort
import torch
from torch.nn import functional

from augment import Augment, backgrounds_of
from calibrate import NON_PLANTS_REFUSED
from export import as_onnx
from judge import middle_square
from network import JUDGED_PX, normalised, open_network
from photos import NOT_PLANT, OTHER_PLANT, Photo, Photos, fold_of, load

# Of the conditions' softmax. It does not depend on these rows: calibrate.py finds it, and stops where they were fitted with another.
TEMPERATURE = 0.64
PULL = 1e-4
STEPS = 60
A_LEAF, ANOTHER_PLANT, NO_PLANT = 0, 1, 2
# The run whose network ships.
SHIPPED = "foldall"
# How much each part counts, and how many photos of a class it has.
SHARES = {"lab": 0.25, "pasted": 0.25, "field": 0.25, "wild": 0.25, "other": 0.2, "ground": 0.1, "none": 0.9}
MOST_OF_CLASS = {"lab": 7, "pasted": 18, "field": 20, "ground": 75}
# ImageNet's photo of a cob counts as another plant, and is of a crop that is known.
LEFT_OUT = "corn/"


class Pooled(torch.nn.Module):
    """What the head is given."""

    def __init__(self, network: torch.nn.Module):
        super().__init__()
        self.network = network

    def forward(self, pixels):
        return self.network.forward_features(pixels).mean((2, 3))


def features_of(network: torch.nn.Module, pictures: list[torch.Tensor], size: int) -> torch.Tensor:
    """[pictures, features], by ONNX Runtime: a third of torch's time."""
    network = network.to(memory_format=torch.contiguous_format)
    session = ort.InferenceSession(as_onnx(Pooled(network), size, ["features"]).SerializeToString())
    batches = [torch.cat(pictures[at : at + 8]) for at in range(0, len(pictures), 8)]
    return torch.from_numpy(np.concatenate([session.run(None, {"pixels": normalised(batch).numpy()})[0] for batch in batches]))


def some(photos: list[Photo], most: int, rng: np.random.Generator) -> list[Photo]:
    """At most so many of each class."""
    by_label: dict[str, list[Photo]] = {}
    for photo in photos:
        by_label.setdefault(photo.label, []).append(photo)
    return [of_label[at] for _, of_label in sorted(by_label.items()) for at in rng.permutation(len(of_label))[:most]]


def parts_of(photos: Photos, masks: dict[str, np.ndarray | None], size: int) -> dict[str, tuple[int, list[torch.Tensor]]]:
    """What every run's rows are taught with: its kind and its pictures by their part."""
    rng = np.random.default_rng(5)
    leaves = [photo for photo in photos.taught if photo.label not in (NOT_PLANT, OTHER_PLANT)]
    lab, everyday = [photo for photo in leaves if photo.origin == "lab"], [photo for photo in photos.taught if photo.origin == "general"]
    ground = [photo for photo in photos.taught if photo.origin == "lab" and photo.label == NOT_PLANT]
    others = [photo for photo in everyday if photo.label == OTHER_PLANT and not photo.name.startswith(LEFT_OUT)]
    augment = Augment(size, backgrounds_of(photos.taught), [], 0.0)

    def seen(chosen: list[Photo]) -> list[torch.Tensor]:
        return [middle_square(photo, size) for photo in chosen]

    cut = some([photo for photo in lab if masks.get(photo.name) is not None], MOST_OF_CLASS["pasted"], rng)
    return {
        "lab": (A_LEAF, seen(some(lab, MOST_OF_CLASS["lab"], rng))),
        "pasted": (A_LEAF, [augment(photo, masks[photo.name], rng, paste=1.0)[None] for photo in cut]),
        "field": (A_LEAF, seen(some([photo for photo in leaves if photo.origin == "field"], MOST_OF_CLASS["field"], rng))),
        "other": (ANOTHER_PLANT, seen(others)),
        "ground": (NO_PLANT, seen(some(ground, MOST_OF_CLASS["ground"], rng))),
        "none": (NO_PLANT, seen([photo for photo in everyday if photo.label == NOT_PLANT])),
    }


def taught_wild(run: str, wild: list[Photo]) -> list[bool]:
    """Which wild photos the run's network was taught with, by its name."""
    if run.startswith("unseen-"):
        return [photo.label.split("__")[0] not in run.split("-")[1:] for photo in wild]
    fold = run.removeprefix("fold")
    return [fold == "all" or str(own) != fold for own in fold_of(wild)]


def refused_more(head: torch.nn.Linear, rows: torch.Tensor, bias: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
    """[photos]: the log of the odds that it is refused."""
    conditions = (features @ head.weight[:-2].T + head.bias[:-2]) / TEMPERATURE
    return torch.logsumexp((features @ rows.T + bias) / TEMPERATURE, 1) - torch.logsumexp(conditions, 1)


def fitted(head: torch.nn.Linear, features: torch.Tensor, kinds: torch.Tensor, weights: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows and biases of another plant and of none: beside them, all conditions together are one class. Held near the old ones."""
    leaf = torch.logsumexp((features @ head.weight[:-2].T + head.bias[:-2]) / TEMPERATURE, 1, keepdim=True)
    change, shift = torch.zeros_like(head.weight[-2:]).requires_grad_(), torch.zeros(2, requires_grad=True)
    spread = features.std(0).mean() / TEMPERATURE
    optimiser = torch.optim.LBFGS([change, shift], max_iter=STEPS, history_size=20, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        refused = (features @ (head.weight[-2:] + change).T + head.bias[-2:] + shift) / TEMPERATURE
        losses = functional.cross_entropy(torch.cat([leaf, refused], 1), kinds, reduction="none")
        total = (losses * weights).sum() + PULL * ((change * spread) ** 2).sum()
        total.backward()
        return total

    optimiser.step(loss)
    return (head.weight[-2:] + change).detach(), (head.bias[-2:] + shift).detach()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("runs", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    if not (options.runs / SHIPPED / "newest.pt").exists():
        parser.error(f"{options.runs / SHIPPED} has no network yet: the bound of all the rows is found with that one")
    photos = load(options.data, judged=False)
    shared = parts_of(photos, pickle.loads((options.runs / "masks.pkl").read_bytes()), JUDGED_PX)
    wild = [middle_square(photo, JUDGED_PX) for photo in photos.wild]
    everyday = [middle_square(photo, JUDGED_PX) for photo in photos.judged["general"] if photo.label == NOT_PLANT]
    missed = int(len(everyday) * (1 - NON_PLANTS_REFUSED))
    if missed == 0:
        parser.error(f"{len(everyday)} everyday photos kept apart are too few for a bound that {NON_PLANTS_REFUSED} of them reach and one does not")

    found, bounds = {}, {}
    for run in sorted(path.parent for path in options.runs.glob("*/newest.pt") if path.parent.name.startswith(("fold", "unseen-"))):
        network, _ = open_network(run, taught_anew=False)
        head = network.classifier.requires_grad_(False)
        own = [picture for picture, is_taught in zip(wild, taught_wild(run.name, photos.wild)) if is_taught]
        parts = {**shared, "wild": (A_LEAF, own)}
        features = features_of(network, [picture for _, pictures in parts.values() for picture in pictures] + everyday, JUDGED_PX)
        kinds = torch.tensor([kind for kind, pictures in parts.values() for _ in pictures])
        weights = torch.tensor([SHARES[part] / len(pictures) for part, (_, pictures) in parts.items() for _ in pictures])
        rows, bias = fitted(head, features[: len(kinds)], kinds, weights / weights.sum())
        found[run] = (rows, bias)
        odds = refused_more(head, rows, bias, features[len(kinds) :]).sort().values
        bounds[run.name] = (odds[missed - 1] + odds[missed]).item() / 2
        print(f"{run.name}: so many of the everyday photos are refused from log odds of {bounds[run.name]:.2f} on", flush=True)
    for run, (rows, bias) in found.items():
        torch.save({"weight": rows, "bias": bias - bounds[SHIPPED] * TEMPERATURE, "temperature": TEMPERATURE}, run / "refusing.pt")


if __name__ == "__main__":
    main()
