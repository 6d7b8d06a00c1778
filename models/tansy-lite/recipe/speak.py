"""Answers as the app would give them: greedy, with the repetition penalty over the answer alone. Many rows at a time."""

from collections.abc import Callable

import torch

import language_weights as lm
from mind import Cache, Mind
from packing import pack_prompts

PENALTY = 1.1
ENDS = (0, 2)
SUPPRESSED = [1, *range(3, 17)]


@torch.no_grad()
def speak(mind: Mind, prompts: list[list[int]], most: int = 64, photos: list | None = None, rows: int = 24, wait: Callable[[], None] = lambda: None, temperature: float = 0) -> list[list[int]]:
    """Prompt ids → answer ids without their end. `photos[i]` is [16, width] for the prompt's image tokens, or None. `wait` is called between batches.

    With a temperature, chance decides, and nothing is penalised.
    """
    answers: list[list[int]] = [[] for _ in prompts]
    # Like lengths together, so that a cache has little empty room.
    order = sorted(range(len(prompts)), key=lambda index: len(prompts[index]))
    for start in range(0, len(order), rows):
        wait()
        chosen = order[start : start + rows]
        said = speak_rows(mind, [prompts[index] for index in chosen], most, [photos[index] if photos else None for index in chosen], temperature)
        for index, ids in zip(chosen, said):
            answers[index] = ids
    return answers


def speak_rows(mind: Mind, prompts: list[list[int]], most: int, photos: list, temperature: float = 0) -> list[list[int]]:
    lengths = torch.tensor([len(ids) for ids in prompts])
    room = int(lengths.max()) + most
    empty = torch.zeros(len(prompts), lm.KEY_HEADS, room, lm.HEAD_WIDTH)
    cache = Cache([(empty.clone(), empty.clone()) for _ in range(lm.LAYERS)])
    last = torch.stack([read(mind, ids, photo, cache, row) for row, (ids, photo) in enumerate(zip(prompts, photos))])
    said: list[list[int]] = [[] for _ in prompts]
    going = [True] * len(prompts)
    penalised = torch.zeros(len(prompts), lm.VOCABULARY, dtype=torch.bool)
    for place in range(most):
        logits = mind.logits(last)
        if not temperature:
            logits = torch.where(penalised, torch.where(logits > 0, logits / PENALTY, logits * PENALTY), logits)
        logits[:, SUPPRESSED] = -torch.inf
        chosen = torch.multinomial((logits / temperature).softmax(-1), 1)[:, 0] if temperature else logits.argmax(-1)
        for row, token in enumerate(chosen.tolist()):
            going[row] = going[row] and token not in ENDS
            if going[row]:
                said[row].append(token)
                penalised[row, token] = True
        if not any(going):
            break
        slot = lengths + place
        mask = (torch.arange(room)[None] <= slot[:, None])[:, None, None]
        last = mind.step(mind.embed(chosen), slot, cache, slot, mask)
    return said


def read(mind: Mind, ids: list[int], photo: torch.Tensor | None, cache: Cache, row: int) -> torch.Tensor:
    """Fills the row's cache with the prompt; returns the state after its last token."""
    embedded, positions, mask = pack_prompts(mind, ids, photo)
    kept: list = []
    state = mind(embedded, positions, mask, kept)
    for (keys, values), (key, value) in zip(cache.pairs, kept):
        keys[row, :, : len(ids)], values[row, :, : len(ids)] = key, value
    return state[-1]
