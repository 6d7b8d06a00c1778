"""What comes after a question about passages, and texts read in photos.

After a passage an ordinary question gets its ordinary answer: no refusal. A next question about the same passage goes on
from it. Text in a photo is told as the app tells it, after the photo's own tokens, and is answered from; which photo it is does
not matter.
"""

import random

from lessons.common import NOT_THERE, assistant, passage_question, system, user
from lessons.grounded import question, read_schemas, upper, write_text

PLACES = ["top left", "top", "top right", "left", "middle", "right", "bottom left", "bottom", "bottom right"]
GOING_ON = ["And {}", "{}", "{}", "Also, {}", "Next question: {}", "Good. {}"]


def asked_next(asked: str, chance: random.Random) -> str:
    form = chance.choice(GOING_ON)
    return upper(form.format(asked if form == "{}" or form.endswith(". {}") else asked[:1].lower() + asked[1:]))


def after_passage(schemas: list, ordinary: list[dict], chance: random.Random) -> dict:
    text = write_text(chance.choice(schemas), chance)
    fact, *more = chance.sample(text.told, min(2, len(text.told)))
    start = [
        system(chance),
        user(passage_question([text.written], question(fact, text.fill, chance))),
        assistant(upper(text.fill(chance.choice(fact.answered)))),
    ]
    if text.left_out and chance.random() < 0.35:
        closed = chance.choice(text.left_out)
        start[1:] = [user(passage_question([text.written], question(closed, text.fill, chance))), assistant(NOT_THERE)]
        more = [fact]
    branches = [[user(pair["question"]), assistant(pair["answer"])] for pair in chance.sample(ordinary, 3)]
    for other in more:
        answer = upper(text.fill(chance.choice(other.answered)))
        branches.append([user(asked_next(question(other, text.fill, chance), chance)), assistant(answer)])
    return {"kind": "after", "messages": start, "branches": branches}


def photo_text(schemas: list, chance: random.Random, photos: list[int]) -> dict:
    text = write_text(chance.choice(schemas), chance, 1, 4)
    lines = [part.strip() for part in text.written.replace('"', "'").split("\n") for part in part.split(". ")]
    form = chance.random()
    place = "" if form < 0.4 else f" ({chance.choice(PLACES)})"
    quoted = f'Text in the picture{place}: "{" / ".join(lines)}"'
    branches = []
    for fact in text.told[:3]:
        branches.append([user(f"{quoted}\n{question(fact, text.fill, chance)}"), assistant(upper(text.fill(chance.choice(fact.answered))))])
    if chance.random() < 0.5:
        asked = chance.choice(["What does it say?", "Read it to me.", "What is written there?", "What does the sign say?"])
        branches.append([user(f"{quoted}\n{asked}"), assistant("It says: " + ". ".join(lines[:3]).rstrip(".") + ".")])
    lesson = {"kind": "labels", "messages": [system(chance, sees=True)], "branches": branches}
    return {**lesson, "photo": chance.choice(photos)} if photos else lesson


def lessons(count: int, ordinary: list[dict], chance: random.Random) -> list[dict]:
    schemas = read_schemas()
    return [after_passage(schemas, ordinary, chance) for _ in range(count)]


def labels(count: int, photos: list[int], chance: random.Random) -> list[dict]:
    """`photos`: rows of the feature cache."""
    schemas = read_schemas()
    return [photo_text(schemas, chance, photos) for _ in range(count)]
