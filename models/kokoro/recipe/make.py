"""Makes the British dictionary of Kokoro's voices: python make.py MISAKI_WHEEL AMERICAN_DICTIONARY OUTPUT_FILE.

A line a word, as the library that reads English expects it: the word in capitals, a tab, its phonemes in Kokoro's symbols.
The American dictionary only says which inflected words are worth a line; nothing is made without the wheel's own stems.
"""

import hashlib
import json
import sys
import zipfile
from pathlib import Path

WHEEL_SHA256 = "90e2eeb169786c014c429e5058d2ea6bcd02d651f2a24450ba6c9ffc0f8da15a"
# Checked by hand comes last, and wins.
SOURCES = ("misaki/data/gb_silver.json", "misaki/data/gb_gold.json")
VOICELESS = "ptkfθʃsʧ"
HISSING = "szʃʒʧʤ"


def read_wheel(wheel: Path) -> dict[str, str]:
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != WHEEL_SHA256:
        raise ValueError(f"{wheel.name}: SHA-256 is {found}, expected {WHEEL_SHA256}")
    words: dict[str, str] = {}
    with zipfile.ZipFile(wheel) as files:
        for source in SOURCES:
            entries = json.loads(files.read(source))
            # A name and a word that differ by a capital alone: the word wins.
            for word in sorted(entries, key=lambda each: (each.islower(), each)):
                phonemes = entries[word]
                # Where it depends on the part of speech, the commonest.
                words[word.upper()] = phonemes if isinstance(phonemes, str) else phonemes["DEFAULT"]
    return words


def read_american(dictionary: Path) -> list[str]:
    lines = dictionary.read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if not line.startswith(";;;") and "\t" in line]


def inflected(word: str, words: dict[str, str]) -> str | None:
    """The regular endings, sounded as what stands before them asks for."""
    if word.endswith(("'S", "S")) and not word.endswith("SS"):
        for stem in stems(word, ("'S", "S"), "ES", ("IES", "Y")):
            if phonemes := words.get(stem):
                return phonemes + ("ɪz" if phonemes[-1] in HISSING else "s" if phonemes[-1] in VOICELESS else "z")
    if word.endswith("ED"):
        for stem in stems(word, ("D",), "ED", ("IED", "Y")):
            if phonemes := words.get(stem):
                return phonemes + ("ɪd" if phonemes[-1] in "td" else "t" if phonemes[-1] in VOICELESS else "d")
    if word.endswith("ING"):
        for stem in (word[:-3], word[:-3] + "E"):
            # After a vowel an r may be sounded, which these phonemes do not tell.
            if (phonemes := words.get(stem)) and phonemes[-1] not in "əː":
                return phonemes + "ɪŋ"
    return None


def stems(word: str, endings: tuple[str, ...], longer: str, changed: tuple[str, str]) -> list[str]:
    found = [word[: -len(ending)] for ending in endings if word.endswith(ending)]
    if word.endswith(longer):
        found.append(word[: -len(longer)])
    if word.endswith(changed[0]):
        found.append(word[: -len(changed[0])] + changed[1])
    return [stem for stem in found if len(stem) > 1]


def make(wheel: Path, american: Path, output: Path) -> None:
    words = read_wheel(wheel)
    made = {word: phonemes for word in read_american(american) if word not in words and (phonemes := inflected(word, words))}
    head = [
        ";;; British English in Kokoro's phonemes: gb_gold and gb_silver of misaki 0.9.4 by hexgrad, Apache-2.0,",
        ";;; with regular endings added.",
    ]
    lines = [f"{word}\t{phonemes}" for word, phonemes in sorted((words | made).items())]
    output.write_text("\n".join(head + lines) + "\n", encoding="utf-8")
    print(f"{len(words)} words, {len(made)} with an ending added")


if __name__ == "__main__":
    make(*map(Path, sys.argv[1:4]))
