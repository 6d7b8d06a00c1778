"""Plain English as the base itself continues it, sampled: python -m lessons.plain WHEELS PLAIN.jsonl.

Lessons on it are lessons in staying what it was: on its own samples the base is the best there can be. Without them the
perplexity of ordinary text rose to two and a half times the base's within 2,800 answers.
"""

import argparse
import json
import random
from pathlib import Path

import torch

from load import open_mind
from speak import speak

OPENINGS = (
    "The|In the|A|When|It was|She|He|They|Many people|The first|For years|One day|If you|There are|Most|Our|Last|During|After|Before|Because|While|Each|New|"
    "According to|To make|How to|Dear|On Monday|My|We|You can|The city|The garden|Water|Children|Doctors|The river|Music|Winter|Bread|The house|Scientists|"
    "Some|Although|At night|This|The history of|The price of|A good|The best|Travel|Please|Open|Take|With|Once|By|Not|As|What|Where|Plants|Animals"
).split("|")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("wheels", type=Path)
    parser.add_argument("plain", type=Path)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--tokens", type=int, default=96)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(2)
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    mind, writer = open_mind(options.wheels, 0)
    with options.plain.open("w", encoding="utf-8") as file:
        for _ in range(0, options.count, 48):
            prompts = [writer.encode(chance.choice(OPENINGS)) for _ in range(48)]
            for prompt, ids in zip(prompts, speak(mind, prompts, options.tokens, rows=48, temperature=1.0)):
                lesson = {"kind": "plain", "plain": writer.tokenizer.decode(prompt + ids)}
                file.write(json.dumps(lesson, ensure_ascii=False) + "\n")
            file.flush()


if __name__ == "__main__":
    main()
