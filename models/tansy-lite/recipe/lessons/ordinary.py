"""Ordinary questions without any passage, answered as the base answers them: what it knew is kept, and nothing is refused.

Some come as a second question, some with marks that questions about passages have ("Question: …"), so that neither a turn
before nor a wording is taken for a passage.
"""

import json
import random
from pathlib import Path

from lessons.common import assistant, system, user

BRANCHES = 6


def read_pairs(answers: Path) -> list[dict]:
    return [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]


def asked(question: str, chance: random.Random) -> str:
    form = chance.random()
    if form < 0.06:
        return question.lower()
    if form < 0.1:
        return question.rstrip("?.")
    return f"Question: {question}" if form < 0.14 else question


def lesson(pairs: list[dict], chance: random.Random) -> dict:
    chosen = chance.sample(pairs, BRANCHES + 1)
    start = [system(chance)]
    if chance.random() < 0.3:
        start += [user(chosen[-1]["question"]), assistant(chosen[-1]["answer"], learn=False)]
    branches = [[user(asked(pair["question"], chance)), assistant(pair["answer"])] for pair in chosen[:BRANCHES]]
    return {"kind": "ordinary", "messages": start, "branches": branches}


def lessons(count: int, pairs: list[dict], chance: random.Random) -> list[dict]:
    return [lesson(pairs, chance) for _ in range(count)]
