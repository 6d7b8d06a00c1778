"""What is said of a plant's condition."""

from pathlib import Path
from typing import NamedTuple


class Condition(NamedTuple):
    name: str
    """As it is said: "leaf curl from mites and thrips"."""
    signs: str
    """What one sees on the leaf."""
    seen: str
    """As the eye says it, where the name has more tokens than there is room for; else the name."""


def read_conditions() -> dict[str, Condition]:
    lines = Path(__file__).with_name("conditions.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(": ") for line in lines if not line.startswith("#")]
    return {key: described(*rest.split(" | ")) for key, rest in pairs}


def described(name: str, signs: str, seen: str | None = None) -> Condition:
    return Condition(name, signs, seen or name)
