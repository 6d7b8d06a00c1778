"""The photo part of judge.py: photos that no lesson was made of, asked as a person would. The base has no words for photos."""

import random
from pathlib import Path

import torch

from conditions import read_conditions
from lessons.kinds import group_of
from lessons.photos import read_rows, with_article
from verdicts import share, verdicts

MOST_PLANTS = 240


def judge_photos(judge, folder: Path, every: int = 1) -> dict:
    rows = read_rows(folder)
    tokens = torch.load(folder / "photos.pt", mmap=True)["tokens"]
    held = [(place, row) for place, row in enumerate(rows) if row["part"] == "judge"][::every]
    everyday = [(place, row) for place, row in held if row["name"].startswith("general")]
    chance = random.Random(20_261_128)

    def ask(kind: str, photos: list, questions: list[str]) -> list[str]:
        return judge.ask(kind, [[question] for question in questions], photos=[tokens[place].float() for place, _ in photos])

    what = ask("photo", everyday, ["What is in this picture?"] * len(everyday))
    judged = verdicts([{"photo": {"folder": row["folder"], "reply": reply}} for (_, row), reply in zip(everyday, what)])
    others = [chance.choice([other for _, other in everyday if group_of(other["class"]) != group_of(row["class"])]) for _, row in everyday]
    # Every second one is asked for its own class, under the name of its folder.
    asked = [(row if place % 2 else others[place])["folder"].replace("_", " ") for place, (_, row) in enumerate(everyday)]
    whether = ask("photo whether", everyday, [f"Is there {with_article(name)}?" for name in asked])
    yes = [one["yes"] for one in verdicts([{"plain": reply} for reply in whether])]
    figures = {
        "photos": len(everyday),
        "photo named": share([one["right"] for one in judged]),
        "true yes": share([said for place, said in enumerate(yes) if place % 2]),
        "false yes": share([said for place, said in enumerate(yes) if not place % 2]),
    }
    return figures | plants("val", held, ask, share) | plants("wild-adapt", held, ask, share)


def plants(archive: str, held: list, ask, share) -> dict:
    leaves = [(place, row) for place, row in held if row["name"].startswith(archive) and row["truth"] != "background__no_leaf"]
    leaves = leaves[:: max(1, len(leaves) // MOST_PLANTS)]
    table = read_conditions()
    truths = [row["truth"].split("__") for _, row in leaves]
    crops = ask(f"plant {archive}", leaves, ["Which plant is this?"] * len(leaves))
    wrong = ask(f"condition {archive}", leaves, ["What is wrong with it?"] * len(leaves))
    well = ask(f"healthy {archive}", leaves, ["Is the plant healthy?"] * len(leaves))
    head = [(row["crop"], row["condition"]) for _, row in leaves]
    return {
        f"{archive} leaves": len(leaves),
        f"{archive} crop": share([crop in reply.lower() for (crop, _), reply in zip(truths, crops)]),
        f"{archive} condition": share([table[condition].name in reply.lower() for (_, condition), reply in zip(truths, wrong)]),
        f"{archive} healthy or not": share([reply.lower().startswith("yes") == (condition == "healthy") for (_, condition), reply in zip(truths, well)]),
        f"{archive} crop by the head": share([seen == crop for (seen, _), (crop, _) in zip(head, truths)]),
        f"{archive} condition by the head": share([[*seen] == truth for seen, truth in zip(head, truths)]),
    }
