"""What is said of a plant's condition."""

from pathlib import Path


def read_conditions() -> dict[str, tuple[str, str]]:
    """By condition: how it is said, and what one sees."""
    lines = Path(__file__).with_name("conditions.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(": ") for line in lines if not line.startswith("#")]
    return {name: tuple(rest.split(" | ")) for name, rest in pairs}
