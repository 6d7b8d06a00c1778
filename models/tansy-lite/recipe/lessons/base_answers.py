"""The base model's own answers to ordinary questions: python lessons/base_answers.py WHEELS ANSWERS.jsonl.

They are lessons against forgetting, so they are the base's, right or wrong. An answer that runs past its room ends at
its last whole sentence, or is left out.
"""

import argparse
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import torch

from lessons.common import SYSTEM, read_lines, user
from load import open_mind
from speak import speak
from lessons.variants import varied

MOST_TOKENS = 56


def whole(text: str) -> str:
    """Up to the last end of a sentence; without lists and line breaks, which a voice cannot say."""
    plain = text.split("\n")[0].strip()
    ends = [match.end() for match in re.finditer(r"[.!?][\"']?(?=\s|$)", plain)]
    return plain[: ends[-1]] if ends else ""


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("wheels", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    mind, writer = open_mind(options.wheels, 0)
    questions = read_lines("ordinary.txt") + varied()
    with options.answers.open("w", encoding="utf-8") as file:
        for start in range(0, len(questions), 48):
            some = questions[start : start + 48]
            prompts = [writer.prompt([{"role": "system", "content": SYSTEM}, user(question)]) for question in some]
            for question, ids in zip(some, speak(mind, prompts, MOST_TOKENS, rows=48)):
                answer = whole(writer.tokenizer.decode(ids))
                if answer:
                    file.write(json.dumps({"question": question, "answer": answer}, ensure_ascii=False) + "\n")
            file.flush()
            print(f"{min(start + 48, len(questions))} of {len(questions)}", flush=True)
