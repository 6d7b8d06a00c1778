"""What all lesson programs share: the prompt forms of the app, chance by a seed, and how a lesson is written down.

A lesson is one line of JSON: `kind`, `messages` (turns of system, user, assistant), and either ends there or has
`branches`, each a list of turns that go on from `messages`. `photo` names a photo, whose tokens go with the first question.
"""

import json
import random
from pathlib import Path

HERE = Path(__file__).parent
# What the trained mind is told, and what the untrained one is told: the second keeps its answers on both.
SYSTEM = "Your name is Tansy. You are a helpful AI assistant. Answer in one short sentence."
SYSTEM_BLIND = "Your name is Tansy. You are a helpful AI assistant. You cannot see. Answer in one short sentence."
TOOLS = " You have tools: calculator, timer, library."
# `fromThisOnly` of src/domain/given/passages.ts, to the letter.
INSTRUCTION = "Answer from this only. If it does not say, say so."
NOT_THERE = "That isn't in what I have."


def chance_for(name: str, seed: int) -> random.Random:
    """Each part has its own stream, so that a change of one leaves the others as they were."""
    return random.Random(f"{name} {seed}")


def system(chance: random.Random, extra: str = "", sees: bool = False) -> dict:
    text = SYSTEM_BLIND if not extra and not sees and chance.random() < 0.15 else SYSTEM
    return {"role": "system", "content": text + extra}


def user(text: str) -> dict:
    return {"role": "user", "content": text}


def assistant(text: str, learn: bool = True) -> dict:
    turn = {"role": "assistant", "content": text}
    return turn if learn else {**turn, "learn": False}


def passage_question(passages: list[str], question: str) -> str:
    """As src/domain/given/passages.ts writes it."""
    blocks = [f"[{index + 1}] {passage}" for index, passage in enumerate(passages)]
    return "\n\n".join([INSTRUCTION, *blocks, f"Question: {question}"])


def write(path: Path, lessons: list[dict]) -> None:
    # What chance left nothing to ask of teaches nothing.
    lines = [json.dumps(lesson, ensure_ascii=False) for lesson in lessons if lesson.get("branches") != []]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_lines(name: str) -> list[str]:
    """The lines of a text file beside this one, without headings and empty ones."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
