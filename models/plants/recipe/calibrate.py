"""From scores to words: python calibrate.py RUNS --data DATA --json OUT.json.

RUNS holds `fold0` to `fold4`, `foldall`, and `unseen-<crops>` of networks that no wild photo of those crops was taught. A wild photo is
judged by a network that was not taught with it, once by one that knows its crop from the field and once by one that knows it from the
laboratory alone, as most crops are known. What is said of certainty rests on both: people's photos are field photos. Refusing rests on the general photos kept apart, the
laboratory's validation photos and the wild ones. The rows that refuse were fitted with a temperature of their own: it has to be the one
that is found here.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

from judge import figures, logits_of
from network import JUDGED_PX, open_network
from photos import FIELD_CROPS, FOLDS, NOT_PLANT, OTHER_PLANT, Photo, fold_of, load

BINS = 15
COVERED = 0.95
RIGHT = 0.88
MOST_CAUSES = 5
NOT_PLANT_FROM = 0.5
NON_PLANTS_REFUSED, OTHER_PLANTS_REFUSED = 0.97, 0.9


def softmax(logits: np.ndarray, temperature: float) -> np.ndarray:
    scaled = (logits - logits.max(1, keepdims=True)) / temperature
    weights = np.exp(scaled)
    return weights / weights.sum(1, keepdims=True)


def among_causes(probabilities: np.ndarray, labels: list[str]) -> np.ndarray:
    """Of the conditions alone, adding up to 1."""
    conditions = probabilities[:, [label not in (NOT_PLANT, OTHER_PLANT) for label in labels]]
    return conditions / conditions.sum(1, keepdims=True)


def calibration_error(sure: np.ndarray, right: np.ndarray) -> float:
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return sum(abs(sure[bins == each].sum() - right[bins == each].sum()) for each in range(BINS)) / len(sure)


def fit_temperature(logits: np.ndarray, truth: np.ndarray, labels: list[str]) -> float:
    def loss(temperature: float) -> float:
        return -np.log(among_causes(softmax(logits, temperature), labels)[np.arange(len(truth)), truth] + 1e-9).mean()

    return round(float(min(np.arange(0.4, 4.01, 0.02), key=loss)), 2)


def require_same_temperature(runs: list[Path], temperature: float) -> None:
    """Of every run whose rows that refuse were fitted anew."""
    for path in filter(Path.exists, (run / "refusing.pt" for run in runs)):
        fitted_with = torch.load(path, weights_only=True).get("temperature")
        if fitted_with != temperature:
            raise SystemExit(
                f"{path} was fitted with a temperature of {fitted_with or 'unknown size'}, but the field photos give {temperature}: "
                f"set TEMPERATURE in refusal.py to {temperature}, run it again, and then this."
            )


def list_up_to(causes: np.ndarray, truth: np.ndarray) -> float:
    """Causes are listed until they reach this: so often the true one is among them as it must be, counted with one more photo."""
    order = np.argsort(-causes, 1)
    ranked = np.take_along_axis(causes, order, 1)
    before = np.cumsum(ranked, 1) - ranked
    place = (order == truth[:, None]).argmax(1)
    # The true one is listed as long as what stands before it is less than the bound.
    needed = np.sort(before[np.arange(len(truth)), place])
    at = min(len(needed) - 1, int(np.ceil(COVERED * (len(needed) + 1))) - 1)
    return float(min(0.999, needed[at] + 1e-3))


def likely_from(sure: np.ndarray, right: np.ndarray) -> float:
    """The lowest certainty from which on so many are right as must be."""
    for bound in np.arange(0.2, 0.99, 0.01):
        chosen = sure >= bound
        if chosen.sum() >= 10 and right[chosen].mean() >= RIGHT:
            return round(float(bound), 2)
    return 0.99


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("runs", type=Path)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--json", type=Path, required=True)
    options = parser.parse_args()
    photos = load(options.data)
    final, labels = open_network(options.runs / "foldall")

    def judged_by(runs: list[tuple[str, list[Photo]]]) -> tuple[np.ndarray, list[Photo]]:
        """[photos, classes], each part by the network of its run."""
        scores = []
        for run, part in runs:
            network, own = open_network(options.runs / run)
            assert own == labels
            scores.append(logits_of(network, part, JUDGED_PX))
        return np.concatenate(scores), [photo for _, part in runs for photo in part]

    field_crops = sorted(FIELD_CROPS | {photo.label.split("__")[0] for photo in photos.wild})
    folds, crops = fold_of(photos.wild), np.array([photo.label.split("__")[0] for photo in photos.wild])

    def chosen(mask: np.ndarray) -> list[Photo]:
        return [photos.wild[at] for at in np.flatnonzero(mask)]

    known_runs = [(f"fold{fold}", chosen(folds == fold)) for fold in range(FOLDS) if (options.runs / f"fold{fold}" / "newest.pt").exists()]
    unseen_runs = [(run.name, chosen(np.isin(crops, run.name.split("-")[1:]))) for run in sorted(options.runs.glob("unseen-*"))]
    wild, field = judged_by(known_runs)
    unseen, unseen_field = judged_by(unseen_runs)
    judged = {name: logits_of(final, part, JUDGED_PX) for name, part in photos.judged.items()}
    np.savez(options.json.with_suffix(".npz"), wild=wild, unseen=unseen, **judged)

    conditions = [label for label in labels if label not in (NOT_PLANT, OTHER_PLANT)]
    both, truth = np.concatenate([wild, unseen]), np.array([conditions.index(photo.label) for photo in [*field, *unseen_field]])
    temperature = fit_temperature(both, truth, labels)
    require_same_temperature([options.runs / run for run in ("foldall", *(run for run, _ in [*known_runs, *unseen_runs]))], temperature)
    causes = among_causes(softmax(both, temperature), labels)
    of_cause = np.array([label.split("__")[0] for label in conditions])[causes.argmax(1)]
    # A network of a fold knows each wild crop from the field; one of an unseen crop knows the others.
    hidden = [()] * len(field) + [tuple(run.split("-")[1:]) for run, part in unseen_runs for _ in part]
    from_field = np.array([crop in field_crops and crop not in unknown for crop, unknown in zip(of_cause, hidden)])
    bound, likely = list_up_to(causes, truth), likely_from(causes.max(1)[from_field], (causes.argmax(1) == truth)[from_field])

    def of_certainty(part: slice) -> dict[str, float]:
        order = np.argsort(-causes[part], 1)
        ranked = np.take_along_axis(causes[part], order, 1)
        listed = (np.cumsum(ranked, 1) - ranked) < bound
        listed[:, MOST_CAUSES:] = False
        sure, right = ranked[:, 0], order[:, 0] == truth[part]
        said = (sure >= likely) & from_field[part]
        return {
            "calibrationError": round(calibration_error(sure, right), 3),
            "committed": round(float(said.mean()), 3),
            "accuracyCommitted": round(float(right[said].mean()), 3) if said.any() else None,
            "setSize": round(float(listed.sum(1).mean()), 2),
            "coverage": round(float((listed & (order == truth[part, None])).any(1).mean()), 3),
        }

    def refusal(logits: np.ndarray) -> np.ndarray:
        return softmax(logits, temperature)[:, [labels.index(NOT_PLANT), labels.index(OTHER_PLANT)]]

    # Refusing: as few plants as can be while so many of the others are refused as must be.
    is_other = np.array([photo.label == OTHER_PLANT for photo in photos.judged["general"]])
    is_plant = np.array([photo.label not in (NOT_PLANT, OTHER_PLANT) for photo in photos.judged["val"]])

    def refused(logits: np.ndarray, other_from: float) -> np.ndarray:
        chances = refusal(logits)
        return (chances.sum(1) >= other_from) | (chances[:, 0] >= NOT_PLANT_FROM)

    def are_refused(other_from: float) -> bool:
        none, other = refused(judged["general"][~is_other], other_from), refused(judged["general"][is_other], other_from)
        return none.mean() >= NON_PLANTS_REFUSED and other.mean() >= OTHER_PLANTS_REFUSED

    other_from = max(filter(are_refused, np.arange(0.3, 0.96, 0.05)))

    def share_refused(logits: np.ndarray) -> float:
        return round(float(refused(logits, other_from).mean()), 3)

    report = {
        "sizePx": JUDGED_PX, "temperature": temperature, "notPlantFrom": NOT_PLANT_FROM, "otherPlantFrom": round(float(other_from), 2),
        "likelyFrom": likely, "fieldCrops": field_crops, "listUpTo": round(bound, 3), "mostCauses": MOST_CAUSES,
        "wild": figures(wild, field, labels) | of_certainty(slice(0, len(field))),
        "unseen": figures(unseen, unseen_field, labels) | of_certainty(slice(len(field), None)),
        "lab": figures(judged["test"], photos.judged["test"], labels),
        "nonPlantRefused": share_refused(judged["general"][~is_other]), "otherPlantRefused": share_refused(judged["general"][is_other]),
        "wildRefused": share_refused(wild), "unseenRefused": share_refused(unseen), "valRefused": share_refused(judged["val"][is_plant]),
        "general": {"notPlant": int((~is_other).sum()), "otherPlant": int(is_other.sum())},
    }
    options.json.write_text(json.dumps(report, indent=2) + "\n")
    print(json.dumps(report, indent=2))


if __name__ == "__main__":
    main()
