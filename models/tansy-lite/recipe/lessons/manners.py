"""How it speaks: its name, where it runs, what it can do, short answers, questions back, and going on from the turn before."""

import random

from lessons.common import assistant, read_lines, system, user
from lessons.grounded import upper
from lessons.slots import Filling

FOLLOWING = [
    ("My name is {name}.", "Nice to meet you, {name}.", ["What is my name?", "Do you remember my name?", "Who am I?"], "Your name is {name}."),
    ("I have a {animal} called {petname}.", "{petname} is a lovely name.", ["What is my {animal} called?", "What is my pet's name?"], "Your {animal} is called {petname}."),
    ("I live in {town}.", "{town} sounds nice.", ["Where do I live?", "Which town did I say?"], "You live in {town}."),
    ("My favourite colour is {colour}.", "{colour} is a good choice.", ["What is my favourite colour?", "Which colour do I like best?"], "Your favourite colour is {colour}."),
    ("I am cooking {dish} tonight.", "That sounds tasty.", ["What am I cooking?", "What did I say I would cook?"], "You are cooking {dish}."),
    ("I need to buy {gift} for {relative}.", "That is kind of you.", ["What do I need to buy?", "Who is the present for, and what is it?"], "You need to buy {gift} for {relative}."),
    ("I left the key {where_key}.", "All right.", ["Where is the key?", "Where did I leave the key?"], "You left it {where_key}."),
    ("{name} and {name2} are coming on {day}.", "That will be fun.", ["Who is coming?", "When are they coming?"], "{name} and {name2} are coming on {day}."),
    ("I grow {crop} in my garden.", "That is a fine crop.", ["What do I grow?", "What is in my garden?"], "You grow {crop}."),
    ("My room number is {n}.", "Room {n}, got it.", ["What is my room number?", "Which room am I in?"], "Your room is {n}."),
    ("I have {n} euros and a train ticket to {town}.", "Have a good trip.", ["Where am I going?", "Where is my ticket for?"], "You are going to {town}."),
]


def read_manners() -> list[tuple[list[str], list[str]]]:
    parts = [line.split(" => ") for line in read_lines("manners.txt")]
    return [(asked.split(" / "), answers) for asked, *answers in parts]


def following(chance: random.Random) -> dict:
    fill = Filling(chance)
    told, reply, asked, answer = chance.choice(FOLLOWING)
    turns = [user(upper(fill(told))), assistant(upper(fill(reply))), user(fill(chance.choice(asked))), assistant(upper(fill(answer)))]
    return {"kind": "manners", "messages": [system(chance), *turns]}


def lessons(count: int, ordinary: list[dict], chance: random.Random) -> list[dict]:
    manners = read_manners()
    written = []
    for _ in range(count):
        if chance.random() < 0.25:
            written.append(following(chance))
            continue
        branches = []
        for asked, answers in chance.sample(manners, 4):
            wording = chance.choice(asked)
            # Lists of things: each answer belongs to the question of the same place.
            answer = answers[asked.index(wording)] if len(answers) == len(asked) > 2 else chance.choice(answers)
            branches.append([user(wording), assistant(answer)])
        start = [system(chance)]
        if chance.random() < 0.3:
            pair = chance.choice(ordinary)
            start += [user(pair["question"]), assistant(pair["answer"], learn=False)]
        written.append({"kind": "manners", "messages": start, "branches": branches})
    return written
