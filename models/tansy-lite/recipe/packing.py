"""Conversations as token ids, and several of them as one sequence.

A lesson is a tree: a trunk that all its branches share (system prompt, passages or a photo) and branches, each a
question and its answer. The trunk is computed once however many questions are asked of it. A token sees its trunk,
its own branch up to itself, and nothing else.
"""

from dataclasses import dataclass

import torch
from tokenizers import Tokenizer

from connector import IMAGE_TOKENS
from text import AROUND_IMAGE, GLOBAL_IMAGE, IMAGE, TURN_END, TURN_START

PHOTO_IDS = [AROUND_IMAGE, GLOBAL_IMAGE] + [IMAGE] * IMAGE_TOKENS + [AROUND_IMAGE]


@dataclass
class Tree:
    """`taught` says of each branch's ids whether they are learned; `photo` is a row of the feature cache, or -1."""

    trunk: list[int]
    branches: list[tuple[list[int], list[bool]]]
    photo: int = -1
    kind: str = ""

    def __len__(self) -> int:
        return len(self.trunk) + sum(len(ids) for ids, _ in self.branches)


class Writer:
    """Turns to ids, exactly as the chat template writes them."""

    def __init__(self, tokenizer: Tokenizer):
        self.tokenizer = tokenizer
        self.newline = self.encode("\n")

    def encode(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def opening(self, role: str) -> list[int]:
        return [TURN_START, *self.encode(f"{role}\n")]

    def turn(self, role: str, text: str, has_photo: bool = False) -> list[int]:
        head = self.encode(f"{role}\n")
        photo = PHOTO_IDS if has_photo else []
        return [TURN_START, *head, *photo, *self.encode(text), TURN_END, *self.newline]

    def prompt(self, messages: list[dict], has_photo: bool = False) -> list[int]:
        """A whole conversation, with the answer's turn opened. The photo goes with the first question."""
        ids = []
        for index, message in enumerate(messages):
            ids += self.turn(message["role"], message["content"], has_photo and index == first_question(messages))
        return ids + self.opening("assistant")

    def branch(self, messages: list[dict], has_photo: bool = False) -> tuple[list[int], list[bool]]:
        """Learned are the answers and the marks that end them; an answer with `"learn": false` is only read."""
        ids, taught = [], []
        for index, message in enumerate(messages):
            whole = self.turn(message["role"], message["content"], has_photo and index == first_question(messages))
            learns = message["role"] == "assistant" and message.get("learn", True)
            start, end = len(self.opening("assistant")), len(whole) - len(self.newline)
            ids += whole
            taught += [learns and start <= place < end for place in range(len(whole))]
        return ids, taught


def first_question(messages: list[dict]) -> int:
    return next(index for index, message in enumerate(messages) if message["role"] == "user")


def plant(writer: Writer, lesson: dict) -> Tree:
    """A lesson of the JSONL: `messages`, or `messages` as a shared beginning and `branches` that go on from it.

    What the branches' ids have in common at their start moves into the trunk.
    """
    shared = lesson.get("messages", [])
    has_photo = "photo" in lesson
    if "plain" in lesson:
        ids = writer.encode(lesson["plain"])
        whole = [(ids, [place > 0 for place in range(len(ids))])]
    else:
        whole = [writer.branch(shared + own, has_photo) for own in lesson.get("branches", [[]])]
    length = 0
    if len(whole) > 1:
        shortest = min(len(ids) for ids, _ in whole)
        while length < shortest - 1 and all(ids[length] == whole[0][0][length] and not taught[length] for ids, taught in whole):
            length += 1
    trunk = whole[0][0][:length]
    branches = [(ids[length:], taught[length:]) for ids, taught in whole]
    return Tree(trunk, branches, lesson.get("photo", -1), lesson.get("kind", ""))


@dataclass
class Pack:
    ids: torch.Tensor
    positions: torch.Tensor
    mask: torch.Tensor
    """Where a token is learned, which it is, and how much it counts."""
    places: torch.Tensor
    wanted: torch.Tensor
    weights: torch.Tensor
    """Rows of the photo cache, and where each photo's tokens lie."""
    photos: list[int]
    photo_places: list[int]
    kinds: list[str]
    branches: int
    """Where the base's own guess is to be kept: text that teaches nothing, as in a book."""
    kept: torch.Tensor


def pack(trees: list[Tree], tokens: int = 0) -> Pack:
    """Filled up to `tokens` with tokens that see only themselves, so that every pack has one shape."""
    ids, positions, segments, places, wanted, weights = [], [], [], [], [], []
    photos, photo_places, kinds = [], [], []
    count, kept = 0, []
    for tree in trees:
        start = len(ids)
        ids += tree.trunk
        if tree.photo < 0:
            kept += range(start, len(ids))
        positions += range(len(tree.trunk))
        for branch, taught in tree.branches:
            begin = len(ids)
            ids += branch
            positions += range(len(tree.trunk), len(tree.trunk) + len(branch))
            segments.append((start, start + len(tree.trunk), begin, len(ids)))
            if tree.kind == "plain":
                kept += range(begin, len(ids))
                count += 1
                continue
            learned = [place for place in range(1, len(branch)) if taught[place]]
            # An answer counts by the root of its length, so that long ones do not drown the short.
            share = 1 / max(1, len(learned)) ** 0.5
            places += [begin + place - 1 for place in learned]
            wanted += [branch[place] for place in learned]
            weights += [share] * len(learned)
            count += 1
            kinds += [tree.kind] * len(learned)
        if tree.photo >= 0:
            found = [place for place in range(start, len(ids)) if ids[place] == IMAGE]
            photos.append(tree.photo)
            photo_places.append(found[0])
    filling = max(0, tokens - len(ids))
    ids += [0] * filling
    positions += [0] * filling
    mask = torch.eye(len(ids), dtype=torch.bool)
    for start, middle, begin, end in segments:
        mask[start:middle, start:middle] = torch.ones(middle - start, middle - start).tril().bool()
        mask[begin:end, start:middle] = True
        mask[begin:end, begin:end] = torch.ones(end - begin, end - begin).tril().bool()
    as_ids = torch.tensor(ids)
    return Pack(
        as_ids, torch.tensor(positions), mask, torch.tensor(places), torch.tensor(wanted), torch.tensor(weights), photos, photo_places, kinds, count, torch.tensor(kept, dtype=torch.long)
    )


# A photo's surroundings borrow other tokens' embeddings, as in the shipped embedding graph: "\n" and " picture".
STAND_INS: dict[int, int] = {}


def embed_ids(mind, ids: torch.Tensor) -> torch.Tensor:
    borrowed = ids.clone()
    for token, stand_in in STAND_INS.items():
        borrowed[ids == token] = stand_in
    return mind.embed(borrowed)


def pack_prompts(mind, ids: list[int], photo: torch.Tensor | None) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """One prompt to be read: embedded, positions, mask."""
    embedded = embed_ids(mind, torch.tensor(ids))
    if photo is not None:
        start = ids.index(IMAGE)
        embedded[start : start + len(photo)] = photo
    size = len(ids)
    return embedded, torch.arange(size), torch.ones(size, size).tril().bool()
