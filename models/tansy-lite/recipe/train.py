"""Teaches the lite mind: python train.py --wheels WHEELS --lessons FOLDER --output FOLDER [--photos FOLDER] …

Goes on from the newest checkpoint in the output folder; chance is drawn anew for each pack from the seed and its number. `--pause-file` names a file while which exists the training sleeps.
"""

import argparse
import csv
import json
import math
import os
import random
import signal
import sys
import time
from pathlib import Path

import torch
from torch.nn import functional

from adapters import KEPT_RANK, Adapters
from load import open_mind
from mind import Mind, run_layer
from packing import Pack, Tree, embed_ids, pack, plant
from pausing import wait_while

# Shares of the answers, not of the tokens. A third is ordinary talk: with less it learns to refuse.
MIXTURE = "grounded=0.20,tables=0.06,turns=0.08,manners=0.04,tools=0.05,ordinary=0.24,plain=0.08,photos=0.11,plants=0.10,labels=0.04"


def read_lessons(folder: Path, names: list[str], writer, longest: int) -> dict[str, list[Tree]]:
    parts = {}
    for name in names:
        file = folder / f"{name}.jsonl"
        if not file.exists():
            continue
        with file.open(encoding="utf-8") as lines:
            trees = [shortened(plant(writer, json.loads(line)), longest) for line in lines]
        parts[name] = [tree for tree in trees if tree.branches]
        print(f"{name}: {len(parts[name])} trees, {sum(map(len, parts[name])) / sum(len(t.branches) for t in parts[name]):.1f} tokens an answer")
    return parts


def shortened(tree: Tree, longest: int) -> Tree:
    """Without the branches that do not fit; with none, if not even the first does."""
    while tree.branches and len(tree) > longest:
        tree.branches.pop()
    return tree


class Draw:
    """Fills a pack from the part that is furthest behind its share."""

    def __init__(self, parts: dict[str, list[Tree]], mixture: dict[str, float], tokens: int, seed: int):
        total = sum(mixture[name] for name in parts)
        self.parts, self.tokens, self.seed = parts, tokens, seed
        self.shares = {name: mixture[name] / total for name in parts}
        # Of this launch alone: a mixture that changed since need not be caught up with.
        self.seen = {name: 0 for name in parts}
        self.answers = 0

    def __call__(self, step: int) -> Pack:
        chance = random.Random(f"{self.seed} {step}")
        chosen: list[Tree] = []
        room = self.tokens
        while True:
            here = sum(self.seen.values())
            name = max(self.parts, key=lambda part: self.shares[part] * (here + 1) - self.seen[part])
            tree = chance.choice(self.parts[name])
            if len(tree) > room:
                return pack(chosen, self.tokens)
            chosen.append(tree)
            room -= len(tree)
            self.seen[name] += len(tree.branches)
            self.answers += len(tree.branches)


# Positions of a pack at which the mind is held to its base.
HELD = 96


def loss_of(mind: Mind, packed: Pack, photos: torch.Tensor | None, chance: torch.Generator, hold: float) -> tuple[torch.Tensor, torch.Tensor, float]:
    """The mean over the learned tokens by their weights, plus the distance to the base on text; each token's own; the distance alone.

    The distance is the divergence of the base's whole guess from the mind's, so that a token says more than which came next.
    """
    state = embed_ids(mind, packed.ids)
    for photo, place in zip(packed.photos, packed.photo_places):
        state[place : place + photos.shape[1]] = photos[photo].float()
    state, base = mind.beside_base(state, packed.positions, packed.mask)
    loss, each, distance = torch.zeros(()), torch.zeros(0), torch.zeros(())
    if len(packed.places):
        each = functional.cross_entropy(mind.logits(state[packed.places]), packed.wanted, reduction="none")
        loss = (each * packed.weights).sum() / packed.weights.sum()
    if len(packed.kept):
        held = packed.kept[torch.randperm(len(packed.kept), generator=chance)[:HELD]]
        with torch.no_grad():
            guess = mind.logits(base[held]).log_softmax(-1)
        distance = functional.kl_div(mind.logits(state[held]).log_softmax(-1), guess, reduction="batchmean", log_target=True)
    return loss + hold * distance, each.detach(), distance.item()


def rate(done: int, planned: int, highest: float, warm: int = 400) -> float:
    """Up over the first answers, then down along a cosine to a tenth."""
    if done < warm:
        return highest * (done + 1) / warm
    part = min(1.0, done / planned)
    return highest * (0.1 + 0.9 * (1 + math.cos(math.pi * part)) / 2)


def save(path: Path, mind: Mind, optimiser, step: int, draw: Draw, seconds: float) -> None:
    state = {"mind": mind.state_dict(), "optimiser": optimiser.state_dict(), "step": step, "answers": draw.answers, "seconds": seconds, "rank": mind.rank}
    torch.save(state, path.with_suffix(".part"))
    os.replace(path.with_suffix(".part"), path)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--wheels", type=Path, required=True)
    parser.add_argument("--lessons", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--photos", type=Path, help="photos.pt of eye.py")
    parser.add_argument("--pause-file", type=Path)
    parser.add_argument("--graph", type=Path, help="begins with the adapters of a graph that was made, at their rank")
    parser.add_argument("--mixture", default=MIXTURE)
    parser.add_argument("--answers", type=int, default=24_000, help="how many to learn in all: the rate falls towards it")
    parser.add_argument("--hold", type=float, default=2.0, help="how much the distance to the base counts beside the lessons")
    parser.add_argument("--rank", type=int, default=24)
    parser.add_argument("--rate", type=float, default=6e-4)
    parser.add_argument("--tokens", type=int, default=512, help="of a pack; longer lessons lose branches")
    parser.add_argument("--packs", type=int, default=2, help="a step of the optimiser")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--save-minutes", type=float, default=5)
    parser.add_argument("--keep-every", type=int, default=3000, help="answers between checkpoints that stay")
    parser.add_argument("--no-compile", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.output.mkdir(parents=True, exist_ok=True)

    mind, writer = open_mind(options.wheels, KEPT_RANK if options.graph else options.rank, options.seed)
    if options.graph:
        Adapters.of_graph(options.graph).teach(mind)
    if not options.no_compile:
        mind.layer = torch.compile(run_layer, dynamic=False)
    mixture = {name: float(share) for name, share in (part.split("=") for part in options.mixture.split(","))}
    photos = torch.load(options.photos, mmap=True)["tokens"] if options.photos else None
    names = [name for name in mixture if photos is not None or name not in ("photos", "plants", "labels")]
    draw = Draw(read_lessons(options.lessons, names, writer, options.tokens), mixture, options.tokens, options.seed)
    optimiser = torch.optim.AdamW(mind.parameters(), lr=options.rate, weight_decay=0.01, betas=(0.9, 0.98))

    step, seconds, newest = 0, 0.0, options.output / "newest.pt"
    if newest.exists():
        saved = torch.load(newest)
        mind.load_state_dict(saved["mind"])
        optimiser.load_state_dict(saved["optimiser"])
        step, seconds = saved["step"], saved["seconds"]
        draw.answers = saved["answers"]
        print(f"goes on at step {step}")
    log = (options.output / "loss.csv").open("a", newline="")
    table = csv.writer(log)
    # A polite stop saves first.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    saved_at, kept = time.monotonic(), draw.answers // options.keep_every
    try:
        while draw.answers < options.answers:
            wait_while(options.pause_file)
            began, before = time.monotonic(), draw.answers
            for group in optimiser.param_groups:
                group["lr"] = rate(before, options.answers, options.rate)
            optimiser.zero_grad()
            of_kind: dict[str, list[float]] = {}
            for part in range(options.packs):
                packed = draw(step * options.packs + part)
                loss, each, distance = loss_of(mind, packed, photos, torch.Generator().manual_seed(step * options.packs + part), options.hold)
                (loss / options.packs).backward()
                for kind, value in zip(packed.kinds, each.tolist()):
                    of_kind.setdefault(kind, []).append(value)
                of_kind.setdefault("to base", []).append(distance)
            torch.nn.utils.clip_grad_norm_(mind.parameters(), 1.0)
            optimiser.step()
            step += 1
            took, answers = time.monotonic() - began, draw.answers
            seconds += took
            means = {kind: sum(values) / len(values) for kind, values in sorted(of_kind.items())}
            table.writerow([step, answers, f"{seconds:.0f}", f"{took / max(1, answers - before):.3f}", f"{loss.item():.4f}", json.dumps({k: round(v, 3) for k, v in means.items()})])
            log.flush()
            if time.monotonic() - saved_at > options.save_minutes * 60:
                save(newest, mind, optimiser, step, draw, seconds)
                saved_at = time.monotonic()
            if answers // options.keep_every > kept:
                kept = answers // options.keep_every
                torch.save({"mind": mind.state_dict(), "rank": mind.rank, "answers": answers}, options.output / f"answers-{answers}.pt")
    finally:
        save(newest, mind, optimiser, step, draw, seconds)


if __name__ == "__main__":
    main()
