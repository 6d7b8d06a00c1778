"""Measures base and taught minds on sets written by hand: python judge.py --wheels WHEELS [--checkpoint FILE] [--json FILE] …

Without a checkpoint the base is measured, with the system prompt it ships with. Whether a reply is right, refuses, or names
what a photo shows is decided by the very functions that `npm run eval:answers` and `eval:sight` use (judge.js).
"""

import argparse
import json
import math
import time
from pathlib import Path

import torch
from torch.nn import functional

from judge_photos import judge_photos
from lessons.common import SYSTEM, SYSTEM_BLIND, TOOLS, passage_question
from load import open_mind
from packing import Writer
from pausing import wait_while
from speak import speak
from verdicts import share, verdicts

ROOT = Path(__file__).resolve().parents[3]
SETS = ROOT / "tests" / "eval"
MOST_TOKENS = 48
PERPLEXITY_WINDOW = 256


def lines(name: str) -> list[str]:
    return [line for line in (SETS / name).read_text(encoding="utf-8").splitlines() if line.strip()]


class Judge:
    def __init__(self, mind, writer: Writer, system: str, every: int, pause: Path | None):
        self.mind, self.writer, self.system, self.every, self.pause = mind, writer, system, every, pause
        self.replies: list[dict] = []

    def ask(self, kind: str, conversations: list[list[str]], extra: str = "", photos: list | None = None) -> list[str]:
        """Each conversation is a list of what is said in turn, the person first."""
        roles = ("user", "assistant")
        prompts = []
        for turns in conversations:
            messages = [{"role": roles[place % 2], "content": text} for place, text in enumerate(turns)]
            prompts.append(self.writer.prompt([{"role": "system", "content": self.system + extra}, *messages], photos is not None))
        answers = [self.writer.tokenizer.decode(ids).strip() for ids in speak(self.mind, prompts, MOST_TOKENS, photos, wait=lambda: wait_while(self.pause))]
        self.replies += [{"kind": kind, "asked": turns[-1], "reply": answer} for turns, answer in zip(conversations, answers)]
        return answers

    def grounded(self) -> dict:
        items = [json.loads(line) for line in lines("answers.jsonl")][:: self.every]
        replies = self.ask("grounded", [[passage_question(item["passages"], item["question"])] for item in items])
        judged = verdicts([{"grounded": {**item, "reply": reply}} for item, reply in zip(items, replies)])
        for row, item, one in zip(self.replies[-len(items) :], items, judged):
            row.update(wanted=item["answers"], right=one["right"])
        answerable = [one for one in judged if one["answerable"]]
        others = [one for one in judged if not one["answerable"]]
        return {
            "grounded right": share([one["right"] for one in answerable]),
            "refused right": share([one["right"] for one in others]),
            "answerable refused": share([one["refused"] and not one["right"] for one in answerable]),
            "answerable": len(answerable),
            "unanswerable": len(others),
        }

    def ordinary(self) -> dict:
        """Wrongly refused: alone, and right after a question about a passage."""
        questions = lines("ordinary.txt")
        items = [json.loads(line) for line in lines("answers.jsonl")]
        closed = [item for item in items if item["answers"] == "unanswerable"][: len(questions) // 2]
        opened = [item for item in items if item["answers"] != "unanswerable"][:: len(items) // 40][: len(questions) // 2]
        before = [[passage_question(item["passages"], item["question"]), "That isn't in what I have."] for item in closed]
        before += [[passage_question(item["passages"], item["question"]), f"{item['answers'][0]}."] for item in opened]
        alone = self.ask("ordinary", [[question] for question in questions])
        after = self.ask("ordinary after", [[*turns, question] for turns, question in zip(before, questions)])
        refused = [one["refused"] for one in verdicts([{"plain": reply} for reply in alone + after])]
        return {
            "ordinary refused": sum(refused[: len(questions)]),
            "ordinary refused after a passage": sum(refused[len(questions) :]),
            "ordinary": len(questions),
            "words in an answer": round(sum(len(reply.split()) for reply in alone) / len(alone), 1),
        }

    def tools(self) -> dict:
        items = [json.loads(line) for line in lines("tools.jsonl")]
        replies = self.ask("tool", [[item["question"]] for item in items], TOOLS)
        calls = [(item["call"], reply) for item, reply in zip(items, replies)]
        form = [bool(call) == reply.startswith("@") and (not call or reply.split()[0] == call.split()[0]) for call, reply in calls]
        exact = [call is not None and reply.lower().replace("the ", "") == call.lower() for call, reply in calls]
        return {"tool form": share(form), "tool exact": round(sum(exact) / sum(bool(call) for call, _ in calls), 3)}

    def manners(self) -> dict:
        items = [json.loads(line) for line in lines("manners.jsonl")]
        first = self.ask("manners", [item["turns"][:1] for item in items])
        last = self.ask("manners", [[item["turns"][0], reply, *item["turns"][1:]] if len(item["turns"]) > 1 else item["turns"] for item, reply in zip(items, first)])
        judged = verdicts([{"grounded": {"passages": ["-"], "question": "-", "answers": item["answers"], "reply": reply}} for item, reply in zip(items, last)])
        return {"manners": share([one["right"] for one in judged])}

    @torch.no_grad()
    def perplexity(self, file: Path | None, tokens: int) -> dict:
        """Of a file, or of the texts of the grounded set, which people might keep: ordinary English, never trained on."""
        texts = dict.fromkeys(text for line in lines("answers.jsonl") for text in json.loads(line)["passages"])
        ids = self.writer.encode(file.read_text(encoding="utf-8") if file else "\n\n".join(texts))[:tokens]
        loss, count = 0.0, 0
        mask = torch.ones(PERPLEXITY_WINDOW, PERPLEXITY_WINDOW).tril().bool()
        for start in range(0, len(ids) - PERPLEXITY_WINDOW + 1, PERPLEXITY_WINDOW):
            window = torch.tensor(ids[start : start + PERPLEXITY_WINDOW])
            logits = self.mind.logits(self.mind(self.mind.embed(window), torch.arange(PERPLEXITY_WINDOW), mask))
            loss += functional.cross_entropy(logits[:-1], window[1:], reduction="sum").item()
            count += PERPLEXITY_WINDOW - 1
        return {"perplexity": round(math.exp(loss / count), 3)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--wheels", type=Path, required=True)
    parser.add_argument("--checkpoint", type=Path)
    parser.add_argument("--photos", type=Path, help="photos.pt of eye.py; without it no photos are asked")
    parser.add_argument("--parts", default="grounded,ordinary,tools,manners,perplexity")
    parser.add_argument("--every", type=int, default=1, help="ask every n-th grounded item only")
    parser.add_argument("--text", type=Path, help="for the perplexity; without it the texts of the grounded set")
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--pause-file", type=Path)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--replies", type=Path, help="every reply, to be read")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    saved = torch.load(options.checkpoint) if options.checkpoint else None
    mind, writer = open_mind(options.wheels, saved["rank"] if saved else 0)
    if saved:
        mind.load_state_dict(saved["mind"])
    judge = Judge(mind, writer, SYSTEM if saved else SYSTEM_BLIND, options.every, options.pause_file)
    figures: dict = {"checkpoint": str(options.checkpoint), "answers learned": saved["answers"] if saved else 0}
    for part in options.parts.split(","):
        began = time.monotonic()
        if part == "perplexity":
            figures |= judge.perplexity(options.text, options.tokens)
        elif part == "photos":
            figures |= judge_photos(judge, options.photos, options.every)
        else:
            figures |= getattr(judge, part)()
        print(f"{part}: {time.monotonic() - began:.0f} s", flush=True)
    print(json.dumps(figures, indent=2))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=2) + "\n")
    if options.replies:
        options.replies.write_text("".join(json.dumps(reply, ensure_ascii=False) + "\n" for reply in judge.replies))


if __name__ == "__main__":
    main()
