"""Everyday photos: what is it, is there a …, which colours. The truth is the folder's name, colours are computed.

What the tower names wrong and is sure of teaches nothing that can be seen, so such photos are left out. A class that is asked for
in vain is of quite another kind, so that "no" is true.
"""

import json
import random
from pathlib import Path

from lessons.common import assistant, system, user
from lessons.kinds import group_of, kind_of

WHAT = ["What is in this picture?", "What is this?", "What do you see?", "What does the photo show?", "Describe this picture.", "Can you tell me what this is?", "What am I looking at?", "Name the thing in the picture.", "What have I photographed?", "What is that?"]
OF_ANIMALS = ["What animal is this?", "Which animal do you see?", "What kind of animal is it?", "Who is in the picture?"]
OF_THINGS = ["What object is this?", "What thing is in the picture?", "What kind of thing is it?"]
WHETHER = ["Is there {} in the picture?", "Is there {}?", "Do you see {}?", "Is this {}?", "Can you see {} here?", "Does the photo show {}?"]
EAT = ["Can I eat it?", "Is this poisonous?", "Is it edible?", "Can I eat this?", "Is it safe to eat?", "Is it toxic?", "Can my dog eat it?", "Is this dangerous?"]
NO_EATING = ["I can't tell from a photo whether it is safe: don't eat or touch it on my word.", "That I can't judge from a photo. Ask someone who knows for sure."]
COUNT = ["How many are there?", "How many do you see?", "Count them.", "How many people are there?", "How many things are in the picture?"]
NO_COUNTING = ["I can't count what is in a photo.", "Counting is beyond me: I only see the main thing."]
READ = ["What does it say?", "Read the label.", "What does the label say?", "Read it to me.", "What is written there?", "What does the menu say?"]
NO_WORDS = ["I couldn't read any words in it.", "No words were read in this picture."]
COLOUR = ["What colour is it?", "What colour is this?", "Which colour does it have?", "Which colours are in the picture?", "What is the main colour?", "What colours do you see?"]
SURE = ["This is {0}.", "It's {0}.", "I see {0}.", "The picture shows {0}."]
MAYBE = ["It looks like {0}.", "I think it's {0}.", "That looks like {0}, or perhaps {1}."]
UNSURE = ["I'm not sure, but it may be {0}.", "Hard to say; perhaps {0} or {1}."]


def with_article(name: str) -> str:
    return f"{'an' if name[0].lower() in 'aeiou' else 'a'} {name}"


def key(name: str) -> str:
    return "".join(letter if letter.isalnum() else "_" for letter in name.lower())


def named(row: dict, chance: random.Random) -> str:
    forms = SURE if row["certainty"] >= 0.6 else MAYBE if row["certainty"] >= 0.3 else UNSURE
    return chance.choice(forms).format(with_article(row["first"]), with_article(row["second"]))


def whether(row: dict, rows: list[dict], chance: random.Random) -> list[dict]:
    """Yes, as often as no; yes also to the wider kind. A little more often yes: a mind in doubt says no."""
    first = row["first"]
    if chance.random() < 0.6:
        kind = kind_of(row["class"])
        asked = kind if kind and chance.random() < 0.5 else first
        said = f"Yes, {with_article(first)}." if asked != first else chance.choice(["Yes, there is {}.", "Yes, I see {}.", "Yes, it's {}."]).format(with_article(first))
    else:
        others = [other for other in rows if group_of(other["class"]) != group_of(row["class"]) or (group_of(row["class"]) == "animal" and kind_of(other["class"]) != kind_of(row["class"]) and kind_of(other["class"]))]
        other = chance.choice(others)
        # A second guess is not to be denied.
        asked = next((word for word in (kind_of(other["class"]), other["first"]) if word and chance.random() < 0.6), other["first"])
        if asked in (row["second"], first):
            return []
        said = chance.choice(["No, I see {} there.", "No, it's {}.", "No, this looks like {}."]).format(with_article(first))
    return [user(chance.choice(WHETHER).format(with_article(asked))), assistant(said)]


def colour(row: dict, chance: random.Random) -> list[dict]:
    one, two = row["colours"]
    return [user(chance.choice(COLOUR)), assistant(chance.choice([f"Mostly {one} and {two}.", f"It's mostly {one}, with some {two}."]))]


def beyond(chance: random.Random) -> list[dict]:
    """Asked what no photo is enough for, or what this eye does not see."""
    asked, answers = chance.choice([(EAT, NO_EATING), (EAT, NO_EATING), (COUNT, NO_COUNTING), (READ, NO_WORDS)])
    return [user(chance.choice(asked)), assistant(chance.choice(answers))]


def is_taught(row: dict) -> bool:
    if row["part"] == "swapped":
        return True
    return row["part"] == "learn" and row["name"].startswith("general") and (key(row["first"]) == row["folder"] or row["certainty"] < 0.3)


def read_rows(folder: Path) -> list[dict]:
    return [json.loads(line) for line in (folder / "photos.jsonl").read_text(encoding="utf-8").splitlines()]


def learned(folder: Path) -> list[int]:
    return [place for place, row in enumerate(read_rows(folder)) if row["part"] == "learn"]


def lessons(folder: Path, pairs: list[dict], chance: random.Random) -> list[dict]:
    rows = read_rows(folder)
    taught = [(place, row) for place, row in enumerate(rows) if is_taught(row)]
    written = []
    for place, row in taught:
        closer = OF_ANIMALS if group_of(row["class"]) == "animal" else OF_THINGS
        branches = [[user(chance.choice(asked)), assistant(named(row, chance))] for asked in (WHAT, WHAT, closer)]
        branches += [turns for turns in (whether(row, rows, chance) for _ in range(3)) if turns]
        branches += [colour(row, chance), beyond(chance)]
        pair = chance.choice(pairs)
        branches[1] += [user(pair["question"]), assistant(pair["answer"])]
        written.append({"kind": "photos", "photo": place, "messages": [system(chance, sees=True)], "branches": branches})
    return written
