"""Questions about given passages, out of grammars written by hand: answered from them, or refused where they do not say.

A passage tells some of its schema's facts. What it leaves out is what the unanswerable questions ask for, so a question's
wording never says whether it can be answered: the passage has to be read. Other passages mislead, often one of the same kind.
"""

import random
from dataclasses import dataclass

from lessons.common import HERE, NOT_THERE, assistant, passage_question, system, user
from lessons.slots import SLOT, Filling


@dataclass
class Fact:
    said: list[str]
    asked: list[str]
    answered: list[str]


@dataclass
class Schema:
    titles: list[str]
    facts: list[Fact]


def read_schemas() -> list[Schema]:
    schemas: list[Schema] = []
    for path in sorted((HERE / "grammars").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                schemas.append(Schema(line[3:].split(" / "), []))
            elif line.startswith("- "):
                schemas[-1].facts.append(Fact(*[part.split(" / ") for part in line[2:].split(" | ")]))
    return schemas


def upper(text: str) -> str:
    return text[:1].upper() + text[1:]


@dataclass
class Text:
    written: str
    told: list[Fact]
    left_out: list[Fact]
    fill: Filling


def write_text(schema: Schema, chance: random.Random, fewest: int = 2, most: int = 6) -> Text:
    fill = Filling(chance)
    told = chance.sample(schema.facts, min(len(schema.facts) - 1, chance.randint(fewest, most)))
    if chance.random() < 0.7:
        told.sort(key=schema.facts.index)
    said = {id(fact): upper(fill(chance.choice(fact.said))) for fact in told}
    title = upper(fill(chance.choice(schema.titles)))
    joint = "\n" if chance.random() < 0.2 else " "
    # What one sentence says may answer the question of another that was left out: such a question is not asked.
    left_out = [fact for fact in schema.facts if fact not in told and not any(set(slots(fact)) & set(slots(other)) for other in told)]
    return Text(joint.join([title, *said.values()]), told, left_out, fill)


def slots(fact: Fact) -> list[str]:
    return [name.lower() for name in SLOT.findall(" ".join(fact.answered))]


def question(fact: Fact, fill: Filling, chance: random.Random) -> str:
    asked = upper(fill(chance.choice(fact.asked)))
    style = chance.random()
    if style < 0.05:
        asked = asked.rstrip("?")
    elif style < 0.1:
        asked = asked.lower()
    return asked


def lesson(schemas: list[Schema], chance: random.Random, refusals: float) -> dict:
    """Several questions of one set of passages, as branches."""
    schema = chance.choice(schemas)
    text = write_text(schema, chance)
    others = chance.choice([0, 0, 0, 1, 1, 2])
    near = [write_text(schema if chance.random() < 0.4 else chance.choice(schemas), chance, 1, 3) for _ in range(others)]
    passages = [text.written, *[other.written for other in near]]
    chance.shuffle(passages)
    branches = []

    def ask(fact: Fact, answer: str, subject: str = "") -> None:
        asked = about(question(fact, text.fill, chance), subject, chance)
        branches.append([user(passage_question(passages, asked)), assistant(answer)])

    twins = [fact for other in near for fact in other.told]
    subject = subject_of(schema, text.fill)
    for fact in chance.sample(text.told, min(len(text.told), chance.randint(2, 4))):
        if fact not in twins:
            ask(fact, upper(text.fill(chance.choice(fact.answered))))
        elif subject:
            ask(fact, upper(text.fill(chance.choice(fact.answered))), subject)
    wanted = sum(chance.random() < refusals for _ in range(2))
    for fact in chance.sample(text.left_out, min(len(text.left_out), wanted)):
        # Another text of the same kind may say it: of its own subject, which is not the one asked for.
        if fact not in twins or subject:
            ask(fact, NOT_THERE, subject if fact in twins else "")
    if chance.random() < refusals and (asked := never_told(text, chance)):
        branches.append([user(passage_question(passages, asked)), assistant(NOT_THERE)])
    return {"kind": "grounded", "messages": [system(chance)], "branches": branches}


def subject_of(schema: Schema, fill: Filling) -> str:
    """What a text is about, if its title names it and no other text could have the same name unnoticed."""
    names = SLOT.findall(schema.titles[0])
    return fill.value(names[0]) if names and names[0] not in ("street", "date", "n") else ""


def about(asked: str, subject: str, chance: random.Random) -> str:
    if not subject or subject.lower() in asked.lower():
        return asked
    lower = asked[:1].lower() + asked[1:]
    return chance.choice([f"About {subject}: {lower}", f"{asked} I mean {subject}.", f"{upper(subject)}: {lower}", f"Of {subject}, {lower}"])


# Asked of somebody or something that a text names, but that no schema tells.
NEVER_TOLD = {
    "name": ["How old is {}?", "How tall is {}?", "What colour are {}'s eyes?", "Is {} married?", "What is {}'s email address?", "Where did {} go to school?", "What is {}'s favourite film?", "Does {} smoke?"],
    "shop": ["How big is {}?", "Who owns {}?", "Is {} open at night?", "How many people work at {}?"],
    "town": ["How many people live in {}?", "Who is the mayor of {}?", "Is there a hospital in {}?", "How far is {} from the sea?"],
    "gift": ["Who designed {}?", "Where was {} bought?", "Is {} insured?", "How wide is {}?"],
    "object": ["How heavy is {}?", "Who owns {}?", "How much was {}?", "What brand is {}?"],
    "plant": ["Which country does {} come from?", "Is there a {} in the garden too?", "Who named the {}?"],
    "crop": ["Who invented {}?", "Which vitamins are in {}?", "How many calories have {}?"],
    "dish": ["How many calories has {}?", "Who invented {}?", "Is there wine in {}?"],
    "relative": ["How old is {}?", "Where does {} live?", "What is the name of {}?"],
    "ingredient": ["What brand of {} is it?", "Which country is the {} from?", "How many calories are in {}?"],
    "place_name": ["How many windows has {}?", "Who designed {}?", "When was {} painted?", "How many people work at {}?"],
    "animal": ["What breed is the {}?", "How much did the {} cost?", "How heavy is the {}?"],
    "machine": ["Which country was the {} made in?", "How loud is the {}?", "Who invented the {}?"],
    "medicine": ["What does {} taste like?", "How much does {} cost?", "Which company makes {}?"],
}


def never_told(text: Text, chance: random.Random) -> str | None:
    named = [(slot.rstrip("0123456789").lower(), value) for slot, value in text.fill.values.items() if value in text.written]
    open_ones = [(NEVER_TOLD[slot], value) for slot, value in named if slot in NEVER_TOLD]
    if not open_ones:
        return None
    forms, value = chance.choice(open_ones)
    return chance.choice(forms).format(value)


def lessons(count: int, chance: random.Random, refusals: float = 0.45) -> list[dict]:
    schemas = read_schemas()
    return [lesson(schemas, chance, refusals) for _ in range(count)]
