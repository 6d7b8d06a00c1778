"""Calls of tools, only where the system prompt says that there are any, in one form: `@name argument`, alone.

`@calculator 23 * 47`, `@timer 10 minutes`, `@library tomato frost`. The result comes as the next user turn, `Result: …`, and
is said in a sentence. Without the tools' line, and for what needs none, the answer is an ordinary one.
"""

import random
import re

from lessons.common import TOOLS, assistant, system, user
from lessons.slots import LISTS

SIGNS = {
    "+": ["What is {a} plus {b}?", "Add {a} and {b}.", "{a} plus {b}?", "How much is {a} and {b}?", "Sum of {a} and {b}, please."],
    "-": ["What is {a} minus {b}?", "Take {b} from {a}.", "{a} less {b}?", "How much is left of {a} after {b}?"],
    "*": ["What is {a} times {b}?", "Multiply {a} by {b}.", "{a} times {b}?", "How much is {a} by {b}?"],
    "/": ["What is {a} divided by {b}?", "Divide {a} by {b}.", "{a} over {b}?", "Split {a} among {b} people."],
}
TIMERS = ["Set a timer for {}.", "Timer for {}.", "Wake me in {}.", "Tell me when {} are over.", "Count down {}.", "Remind me in {}.", "Start a timer of {}, please.", "Can you time {}?"]
TOPICS = "washing machine|Aunt Ruth|train times|tomato frost|lease deposit|chicken soup|bin collection|Wi-Fi password|choir fee|boiler manual|vaccination|school trip|roses pruning|car insurance|guarantee radio|passport|blood test|bread recipe|allotment rules|parking permit|dentist"
LIBRARY = ["Look up {} in my library.", "What do my notes say about {}?", "Find {} in my texts.", "Search my library for {}.", "Is there anything about {} in my papers?", "Check my documents for {}.", "What have I saved on {}?"]
NUMBERS = re.compile(r"\d|plus|minus|times|half|double|percent|many")
UNITS = ["minutes", "minutes", "minutes", "seconds", "hours"]


def sum_lesson(chance: random.Random) -> list[dict]:
    sign = chance.choice(list(SIGNS))
    a, b = chance.randint(3, 999), chance.randint(2, 99)
    if sign == "/":
        a = b * chance.randint(2, 40)
    call = f"@calculator {a} {sign} {b}"
    turns = [user(chance.choice(SIGNS[sign]).format(a=a, b=b)), assistant(call)]
    if chance.random() < 0.4:
        result = {"+": a + b, "-": a - b, "*": a * b, "/": a // b}[sign]
        turns += [user(f"Result: {result}"), assistant(chance.choice([f"It is {result}.", f"That makes {result}."]))]
    return turns


def percent_lesson(chance: random.Random) -> list[dict]:
    a, b = chance.choice([5, 10, 15, 20, 25, 30, 50]), chance.randint(2, 90) * 10
    asked = chance.choice(["What is {a} percent of {b}?", "How much is {a} percent of {b}?", "{a}% of {b}?", "Work out {a} percent of {b}."])
    return [user(asked.format(a=a, b=b)), assistant(f"@calculator {b} * {a} / 100")]


def timer_lesson(chance: random.Random) -> list[dict]:
    length = f"{chance.choice([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 18, 20, 25, 30, 40, 45, 50, 90])} {chance.choice(UNITS)}"
    length = "1 " + length[2:].rstrip("s") if length.startswith("1 ") else length
    turns = [user(chance.choice(TIMERS).format(length)), assistant(f"@timer {length}")]
    if chance.random() < 0.3:
        turns += [user("Result: running"), assistant(f"Your timer is running for {length}.")]
    return turns


def library_lesson(chance: random.Random) -> list[dict]:
    topic = chance.choice([chance.choice(TOPICS.split("|")), chance.choice(LISTS["plant"]), chance.choice(LISTS["dish"]), chance.choice(LISTS["machine"]), f"{chance.choice(LISTS['name'])} {chance.choice(LISTS['surname'])}"])
    said = topic if chance.random() < 0.5 or " " not in topic else f"the {topic}"
    return [user(chance.choice(LIBRARY).format(said)), assistant(f"@library {topic}")]


def lessons(count: int, ordinary: list[dict], chance: random.Random) -> list[dict]:
    makers = [sum_lesson, sum_lesson, percent_lesson, timer_lesson, timer_lesson, library_lesson, library_lesson]
    without = [pair for pair in ordinary if not NUMBERS.search(pair["question"])]
    written = []
    for _ in range(count):
        branches = [chance.choice(makers)(chance) for _ in range(4)]
        # The same system prompt with a question that needs no tool.
        branches += [[user(pair["question"]), assistant(pair["answer"])] for pair in chance.sample(without, 2)]
        written.append({"kind": "tools", "messages": [system(chance, TOOLS)], "branches": branches})
    return written
