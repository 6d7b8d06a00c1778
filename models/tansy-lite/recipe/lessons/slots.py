"""Fills the slots of the grammars: words from lists, numbers, times, prices, dates and codes by chance."""

import random
import re

from lessons.common import HERE

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
SLOT = re.compile(r"\{(\w+)\}")


def read_lists() -> dict[str, list[str]]:
    lines = (HERE / "grammars" / "slots.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(": ", 1) for line in lines if line and not line.startswith("#")]
    return {name: words.split("|") for name, words in pairs}


LISTS = read_lists()


def time(chance: random.Random) -> str:
    hour, minute = chance.randint(6, 22), chance.choice([0, 0, 0, 15, 30, 30, 45, chance.randint(1, 59)])
    form = chance.random()
    if form < 0.45:
        return f"{hour}:{minute:02}" if minute else f"{hour}:00"
    half, short = "am" if hour < 12 else "pm", (hour - 1) % 12 + 1
    space = " " if form < 0.75 else ""
    return f"{short}:{minute:02}{space}{half}" if minute else f"{short}{space}{half}"


def price(chance: random.Random) -> str:
    amount = chance.choice([chance.randint(1, 40), chance.randint(5, 900)])
    cents = chance.choice(["", "", ".50", ".20", f".{chance.randint(10, 99)}"])
    return chance.choice(["£{}{}", "{}{} euros", "${}{}", "€{}{}"]).format(amount, cents)


def date(chance: random.Random) -> str:
    day, month = chance.randint(1, 28), chance.choice(MONTHS)
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return chance.choice([f"{day} {month}", f"{month} {day}", f"the {day}{ending} of {month}", f"{chance.choice(DAYS)} {day} {month}"])


def phone(chance: random.Random) -> str:
    def digits(n: int) -> str:
        return "".join(chance.choice("0123456789") for _ in range(n))

    return chance.choice([f"0{digits(3)} {digits(4)}", f"{digits(3)} {digits(3)}", f"{digits(5)}", f"0{digits(4)} {digits(3)}{digits(3)}"])


def code(chance: random.Random) -> str:
    letters = "".join(chance.choice("ABCDEFGHKLMNPRSTWXZ") for _ in range(chance.randint(1, 2)))
    return chance.choice([f"{letters}{chance.randint(2, 999)}", f"{letters}-{chance.randint(10, 9999)}", f"{chance.choice(['tulip', 'hedge', 'river', 'amber'])}{chance.randint(10, 99)}"])


def people(chance: random.Random) -> str:
    return f"{chance.choice(['two', 'three', 'four', 'five', 'six', 'eight', 'ten', 'twelve', '4', '6'])} people"


NUMBERS = {
    "n": (2, 40), "days": (2, 30), "weeks": (2, 12), "months": (2, 18), "years": (2, 12), "hours": (2, 12), "minutes": (5, 90), "seconds": (2, 20),
    "cm": (10, 180), "mm": (5, 60), "degrees": (4, 28), "grams": (50, 900), "oven": (140, 240), "year": (1720, 2029),
}
ROUNDED = {"grams": 25, "oven": 10, "cm": 5, "mm": 5}
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()


def fill(slot: str, chance: random.Random) -> str:
    kind = slot.rstrip("0123456789")
    if kind in NUMBERS:
        low, high = NUMBERS[kind]
        number = chance.randint(low, high)
        number -= number % ROUNDED.get(kind, 1)
        return WORDS[number] if number <= 12 and kind in ("days", "weeks", "hours", "years", "months") and chance.random() < 0.5 else str(number)
    makers = {"time": time, "price": price, "date": date, "phone": phone, "code": code, "people": people}
    if kind in makers:
        return makers[kind](chance)
    return chance.choice({"day": DAYS, "month": MONTHS, **LISTS}[kind])


class Filling:
    """One value a slot, and never the same value in two slots of a kind."""

    def __init__(self, chance: random.Random):
        self.chance = chance
        self.values: dict[str, str] = {}

    def __call__(self, text: str) -> str:
        return SLOT.sub(lambda match: self.value(match[1]), text)

    def value(self, slot: str) -> str:
        if slot[0].isupper():
            value = self.value(slot.lower())
            return value[0].upper() + value[1:]
        if slot not in self.values:
            value = fill(slot, self.chance)
            for _ in range(20):
                if value not in self.values.values():
                    break
                value = fill(slot, self.chance)
            self.values[slot] = value
        return self.values[slot]
