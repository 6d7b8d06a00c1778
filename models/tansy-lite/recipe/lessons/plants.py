"""Leaves: the crop, the part, what one sees, the likely condition, healthy or not; and photos with no plant to judge.

Only photos that the fitted head reads right are taught: the mind learns to say what the connector's words say. Of every condition of
a crop as many: what is seldom said is said wrong.
"""

import random
from pathlib import Path

from conditions import read_conditions
from lessons.common import assistant, system, user
from lessons.photos import beyond, read_rows, with_article

OF_A_KIND = 64
# Where the eye has no room for the whole name: what it says must be known by heart.
OF_A_SHORTENED_KIND = 192
WHAT = ["What plant is this?", "Which crop is it?", "What is in this picture?", "What leaf is this?", "What do you see?"]
WRONG = ["What is wrong with this plant?", "What does my plant have?", "Does this leaf have a disease?", "What is this on my plant?", "Why does the leaf look like that?", "Can you tell what is wrong?", "Which disease is it?"]
HEALTHY = ["Is it healthy?", "Is my plant healthy?", "Does it look well?", "Is this leaf all right?"]
SIGNS = ["What do you see on the leaf?", "Describe the leaf.", "What are the signs?", "What does the leaf look like?"]
TREAT = ["How do I treat it?", "What should I do about it?", "What can I spray on it?", "How can I save my plant?", "What helps against it?", "How do I get rid of it?", "Can it be cured?", "What do I do now?", "Tell me the treatment.", "Which remedy is there?"]
NO_ADVICE = ["I can't advise on treatment: I would be guessing. Ask someone who knows plants.", "I don't know a treatment well enough to tell you one. A garden centre can help."]
PART = ["Which part of the plant is it?", "What part is shown?", "Is this a leaf or a fruit?"]
LIKELY = ["This looks like {crop} leaf with {condition}.", "It is probably {condition} on {crop} leaf.", "This looks like {condition} on {crop} leaf: I see {signs}.", "Likely {condition}, on {crop} leaf."]
WELL = ["This looks like a healthy {bare} leaf.", "The {bare} leaf looks healthy to me.", "I see nothing wrong with this {bare} leaf."]


def of_leaf(row: dict, table: dict, chance: random.Random) -> list[list[dict]]:
    condition, signs, _ = table[row["condition"]]
    words = {"crop": with_article(row["crop"]), "bare": row["crop"], "condition": condition, "signs": signs}

    def say(asked: list[str], answers: list[str]) -> list[dict]:
        return [user(chance.choice(asked)), assistant(chance.choice(answers).format(**words))]

    is_well = row["condition"] == "healthy"
    treated = say(TREAT, ["I see nothing wrong with it, so nothing needs treating."] if is_well else NO_ADVICE)
    return [
        treated,
        beyond(chance),
        say(WRONG, WELL if is_well else LIKELY) + treated,
        say(WHAT, ["This is {crop} leaf.", "It looks like {crop} leaf.", "A leaf of {bare}."] if chance.random() < 0.5 else (WELL[:1] if is_well else LIKELY[:1])),
        say(WRONG, WELL if is_well else LIKELY),
        say(HEALTHY, ["Yes, it looks like a healthy {bare} leaf."] if is_well else ["No, it looks like {condition}.", "No, this {bare} leaf likely has {condition}."]),
        say(SIGNS, ["I see {signs} on {crop} leaf."]),
        say(PART, ["It shows a leaf."]),
    ]


def of_no_plant(row: dict, chance: random.Random) -> list[list[dict]]:
    thing = with_article(row["first"])
    return [[user(chance.choice(asked)), assistant(f"I see no leaf here; it looks like {thing}.")] for asked in (WRONG, HEALTHY, WRONG)]


def lessons(folder: Path, chance: random.Random) -> list[dict]:
    table = read_conditions()
    leaves: dict[str, list[tuple[int, dict]]] = {}
    no_plants = []
    for place, row in enumerate(read_rows(folder)):
        if row["part"] != "learn":
            continue
        if row["crop"] and f"{row['crop']}__{row['condition']}" == row["truth"]:
            leaves.setdefault(row["truth"], []).append((place, row))
        elif row["crop"] is None and row["name"].startswith("general") and row["truth"] == "background__no_leaf":
            no_plants.append((place, row))
    taught = []
    for alike in leaves.values():
        name, _, seen = table[alike[0][1]["condition"]]
        drawn = chance.choices(alike, k=OF_A_KIND if seen == name else OF_A_SHORTENED_KIND)
        taught += [(place, of_leaf(row, table, chance)) for place, row in drawn]
    taught += [(place, of_no_plant(row, chance)) for place, row in no_plants]
    return [{"kind": "plants", "photo": place, "messages": [system(chance, sees=True)], "branches": branches} for place, branches in taught]
