"""Writes all lessons: python -m lessons.write BASE_ANSWERS.jsonl OUTPUT_FOLDER [--seed 1] [--size 1.0] [--photos FOLDER]."""

import argparse
from pathlib import Path

from lessons import common, grounded, manners, ordinary, tables, tools, turns


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("base_answers", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=float, default=1.0, help="how many, against the usual number")
    parser.add_argument("--photos", type=Path, help="folder of eye.py's cache; without it no lessons on photos")
    options = parser.parse_args()
    pairs = ordinary.read_pairs(options.base_answers)

    def chance(name: str):
        return common.chance_for(name, options.seed)

    def count(usual: int) -> int:
        return round(usual * options.size)

    parts = {
        "grounded": grounded.lessons(count(6000), chance("grounded")),
        "tables": tables.lessons(count(3000), chance("tables")),
        "turns": turns.lessons(count(1500), pairs, chance("turns")),
        "manners": manners.lessons(count(600), pairs, chance("manners")),
        "tools": tools.lessons(count(1000), pairs, chance("tools")),
        "ordinary": ordinary.lessons(count(2000), pairs, chance("ordinary")),
    }
    if options.photos:
        from lessons import photos, plants

        parts["labels"] = turns.labels(count(2000), photos.learned(options.photos), chance("labels"))
        parts["photos"] = photos.lessons(options.photos, pairs, chance("photos"))
        parts["plants"] = plants.lessons(options.photos, chance("plants"))
    options.output.mkdir(parents=True, exist_ok=True)
    for name, lessons in parts.items():
        common.write(options.output / f"{name}.jsonl", lessons)
        print(f"{name}: {len(lessons)} lessons, {sum(len(lesson.get('branches', [0])) for lesson in lessons)} answers")


if __name__ == "__main__":
    main()
