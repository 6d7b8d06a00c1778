"""The crop of field leaves that neither head nor bound ever saw: python cross_validate.py WHEELS FEATURES.npz --sources FILE --json FILE.

The head is fitted five times as eye.py fits it, each time without a fifth of wild-adapt, and the shipped adapters are asked
"Which plant is this?" of that fifth. The adapters are not taught anew: they read the head's words, and were taught with those of
four fifths of these photos among 23,000 others.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from adapters import KEPT_RANK, Adapters
from connector import Words
from eye import DOUBT, NO_LEAF, Head, class_of, drawing_weights, fit_head, look, part_of, read_groups
from judge import Judge
from lessons.common import SYSTEM
from load import open_mind
from verdicts import share

FOLDS = 5
WILD = "wild-adapt"
GRAPH = Path(__file__).resolve().parents[1] / "onnx" / "decoder_model_merged_int8.onnx"


class Leaves:
    """What the tower made of all photos, and which of them the head may learn from."""

    def __init__(self, cache: dict, groups: dict[str, str]):
        self.cache, self.names = cache, cache["name"].tolist()
        self.truths = [class_of(name, groups) for name in self.names]
        self.classes = sorted({truth for truth in self.truths if truth})
        self.features = torch.from_numpy(cache["feature"].astype(np.float32))
        self.wild = [index for index, name in enumerate(self.names) if name.startswith(WILD)]
        kinds = [(part_of(index, name), name.split("/")[0]) for index, name in enumerate(self.names)]
        self.others = [index for index, (part, archive) in enumerate(kinds) if self.truths[index] and part == "learn" and archive != WILD]

    def head_without(self, held: set[int]) -> Head:
        learned = self.others + [index for index in self.wild if index not in held]
        wanted = torch.tensor([self.classes.index(self.truths[index]) for index in learned])
        weights = drawing_weights([self.names[index] for index in learned], wanted, len(self.classes))
        head = fit_head(self.features[learned], wanted, len(self.classes), weights)
        head.outer_bias[self.classes.index(NO_LEAF)] += DOUBT
        return head


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("wheels", type=Path)
    parser.add_argument("features", type=Path)
    parser.add_argument("--sources", type=Path, required=True, help="photos/SOURCES.tsv")
    parser.add_argument("--graph", type=Path, default=GRAPH)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    leaves = Leaves(dict(np.load(options.features)), read_groups(options.sources))
    mind, writer = open_mind(options.wheels, KEPT_RANK)
    Adapters.of_graph(options.graph).teach(mind)
    words, judge = Words(writer.encode), Judge(mind, writer, SYSTEM, 1, None)
    rows = []
    for fold in range(FOLDS):
        held = leaves.wild[fold::FOLDS]
        scores = leaves.head_without(set(held)).scores(leaves.features[held]).detach().numpy()
        seen = [look(leaves.cache["scores"][index], row, leaves.classes, leaves.cache["colours"][index], words.names) for index, row in zip(held, scores)]
        ids = torch.tensor([words.tokens(one) for one in seen])
        tokens = mind.embed(ids.flatten()).view(*ids.shape, -1).detach()
        replies = judge.ask(f"fold {fold}", [["Which plant is this?"]] * len(held), photos=list(tokens))
        for index, one, reply in zip(held, seen, replies):
            crop = leaves.truths[index].split("__")[0]
            rows.append({"photo": leaves.names[index], "fold": fold, "crop": crop, "head": one["crop"], "reply": reply, "right": crop in reply.lower()})
        print(f"fold {fold}: {share([row['right'] for row in rows if row['fold'] == fold])}", flush=True)
    crops = Counter(row["crop"] for row in rows)
    figures = {
        "leaves": len(rows),
        "crop": share([row["right"] for row in rows]),
        "crop by the head": share([row["head"] == row["crop"] for row in rows]),
        "no leaf": share([row["head"] is None for row in rows]),
        **{f"crop, {crop} ({count})": share([row["right"] for row in rows if row["crop"] == crop]) for crop, count in crops.items()},
    }
    print(json.dumps(figures, indent=2))
    if options.json:
        options.json.write_text(json.dumps({"figures": figures, "rows": rows}, indent=1) + "\n")


if __name__ == "__main__":
    main()
