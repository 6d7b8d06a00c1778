"""Rows and what stands in them: timetables, price lists, rosters, receipts, and who has what. Asked along and across.

The rows are alike but for their values, so only the right row gives the right answer. A row that is not there is refused.
"""

import random

from lessons.common import NOT_THERE, assistant, passage_question, system, user
from lessons.grounded import upper
from lessons.slots import DAYS, LISTS, date, fill, price, time

# name: titles, keys, value's slot, rows, questions by key, questions by value (or none), answers to either.
KINDS = {
    "bus": (["Buses from {t}.", "Timetable, {t}.", "Departures at {t}:"], "town", "time", ["{k} {v}", "to {k}: {v}", "{k}, leaves {v}"],
            ["When does the bus to {k} leave?", "At what time can I go to {k}?", "When is the bus to {k}?"], ["Which bus leaves at {v}?", "Where does the {v} bus go?"], "The bus to {k} leaves at {v}."),
    "price": (["Prices at {s}.", "{s}, price list:", "Special offers at {s}."], "gift", "price", ["{k} {v}", "{k}: {v}", "{v} for {k}"],
              ["How much is {k}?", "What does {k} cost?", "What is the price of {k}?"], ["What costs {v}?", "What can I get for {v}?"], "{K} costs {v}."),
    "receipt": (["Receipt, {s}.", "{s}. Thank you for your visit.", "Till slip of {s}, {d}."], "ingredient", "price", ["{k} {v}", "{k} .... {v}", "1 x {k} {v}"],
                ["How much was the {k}?", "What did I pay for the {k}?", "What did the {k} cost?"], ["What cost {v}?", "Which thing was {v}?"], "The {k} was {v}."),
    "roster": (["Kitchen duty.", "Who is on duty, week of {d}:", "Cleaning plan of {p}."], "day", "name", ["{k}: {v}", "{k} {v}", "on {k} {v}"],
               ["Who is on duty on {k}?", "Who has {k}?", "Whose turn is it on {k}?"], ["On which day is {v} on duty?", "When is it {v}'s turn?"], "{v} has {k}."),
    "room": (["Where to find us.", "Rooms of {p}:", "Signpost in {p}."], "name", "n", ["{k}, room {v}", "room {v}: {k}", "{k} is in {v}"],
             ["Which room is {k} in?", "Where do I find {k}?", "What is {k}'s room?"], ["Who is in room {v}?", "Whose room is {v}?"], "{k} is in room {v}."),
    "birthday": (["Birthdays.", "Birthdays in the family:", "Dates to remember."], "name", "date", ["{k} {v}", "{k}: {v}", "{k} was born on {v}"],
                 ["When is {k}'s birthday?", "On what date is {k}'s birthday?", "When was {k} born?"], ["Whose birthday is {v}?", "Who was born on {v}?"], "{k}'s birthday is {v}."),
    "phone": (["Numbers.", "Who to call:", "Phone list of {p}."], "name", "phone", ["{k} {v}", "{k}: {v}", "{v} ({k})"],
              ["What is {k}'s number?", "How do I reach {k}?", "Which number does {k} have?"], ["Whose number is {v}?"], "{k}'s number is {v}."),
    "colour": (["Who has which coat.", "Colours of the teams.", "The children's cups:"], "name", "colour", ["{k}'s is {v}", "{k}: {v}", "{v} for {k}"],
               ["What colour is {k}'s?", "Which colour does {k} have?", "What is {k}'s colour?"], ["Who has the {v} one?", "Whose is {v}?"], "{k}'s is {v}."),
    "hours": (["Opening times of {p}.", "{p} is open:", "Hours, {p}:"], "day", "time", ["{k} from {v}", "{k}: opens {v}", "{k} {v}"],
              ["When does it open on {k}?", "From when is it open on {k}?", "What time does {p} open on {k}?"], ["On which day does it open at {v}?"], "On {k} it opens at {v}."),
    "bed": (["Garden plan.", "What grows where:", "Beds of {p}."], "crop", "n", ["{k} in bed {v}", "bed {v}: {k}", "{k}: {v}"],
            ["In which bed are the {k}?", "Where are the {k}?", "Which bed has {k}?"], ["What grows in bed {v}?", "What is in bed {v}?"], "The {k} are in bed {v}."),
    "dish": (["Menu of the week.", "Meals this week at {p}:", "What there is to eat."], "day", "dish", ["{k}: {v}", "{k} {v}", "on {k} there is {v}"],
             ["What is there on {k}?", "What do we eat on {k}?", "Which dish is on {k}?"], ["On which day is there {v}?", "When do we get {v}?"], "On {k} there is {v}."),
    "pet": (["Our animals.", "Who keeps what:", "Pets in the house, {t}."], "name", "animal", ["{k} has a {v}", "{k}: {v}", "{v} ({k})"],
            ["What animal does {k} have?", "Which pet is {k}'s?", "What does {k} keep?"], ["Who has the {v}?", "Whose is the {v}?"], "{k} has a {v}."),
    "job": (["Who does what.", "Jobs for the {e}:", "{c}, tasks."], "name", "object", ["{k} brings {v}", "{k}: {v}", "{v}: {k}"],
            ["What does {k} bring?", "What is {k} down for?", "What should {k} bring?"], ["Who brings {v}?", "Who is down for {v}?"], "{k} brings {v}."),
    "prize": (["Results.", "Results of the {e}:", "The winners."], "name", "minutes", ["{k} {v} points", "{k}: {v} points", "{v} points for {k}"],
              ["How many points did {k} get?", "What was {k}'s score?", "How many points has {k}?"], ["Who got {v} points?"], "{k} got {v} points."),
}


def pick(slot: str, count: int, chance: random.Random) -> list[str]:
    found: list[str] = []
    while len(found) < count:
        value = fill(slot, chance)
        if value not in found:
            found.append(value)
    return found


def lesson(chance: random.Random, refusals: float) -> dict:
    titles, key_slot, value_slot, rows, by_key, by_value, answer = chance.choice(list(KINDS.values()))
    count = min(chance.randint(2, 7), 5 if key_slot == "day" else 7)
    keys, values = pick(key_slot, count + 2, chance), pick(value_slot, count + 2, chance)
    outer = {"t": chance.choice(LISTS["town"]), "s": chance.choice(LISTS["shop"]), "p": chance.choice(LISTS["place_name"]), "d": date(chance), "e": chance.choice(LISTS["event"]), "c": chance.choice(LISTS["club"])}

    def put(text: str, index: int) -> str:
        return text.format(k=keys[index], K=upper(keys[index]), v=values[index], **outer)

    row = chance.choice(rows)
    lines = [put(row, index) for index in range(count)]
    joint = chance.choice(["\n", ", ", "; ", ". "])
    table = upper(put(chance.choice(titles), 0)) + ("\n" if joint == "\n" else " ") + joint.join(map(upper, lines) if joint in "\n. " else lines) + ("" if joint == "\n" else ".")
    passages = [table]
    if chance.random() < 0.4:
        other = lesson(chance, 0)["branches"][0][0]["content"]
        passages += other.split("\n\n")[1:-1][:1]
        passages[1] = passages[1][4:]
        chance.shuffle(passages)
    branches = []

    def ask(forms: list[str], index: int, said: str) -> None:
        asked = upper(put(chance.choice(forms), index))
        branches.append([user(passage_question(passages, asked)), assistant(said)])

    for index in chance.sample(range(count), min(count, chance.randint(2, 3))):
        ask(by_key if chance.random() < 0.6 else by_value, index, put(answer, index))
    for index in (count, count + 1):
        if chance.random() < refusals and keys[index] not in "\n".join(passages) and values[index] not in "\n".join(passages):
            ask(by_key if chance.random() < 0.7 else by_value, index, NOT_THERE)
    return {"kind": "grounded", "messages": [system(chance)], "branches": branches}


def lessons(count: int, chance: random.Random, refusals: float = 0.5) -> list[dict]:
    return [lesson(chance, refusals) for _ in range(count)]
