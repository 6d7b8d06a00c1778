"""Wide kinds of ImageNet's classes by their places in its list, which runs along the animals' kinds."""

# The word, the first class and the last.
RANGES = [
    ("fish", 0, 6), ("bird", 7, 24), ("frog", 30, 32), ("turtle", 33, 37), ("lizard", 38, 48), ("snake", 52, 68), ("spider", 72, 77), ("bird", 80, 100),
    ("bird", 127, 146), ("dog", 151, 268), ("cat", 281, 285), ("bear", 294, 297), ("beetle", 300, 307), ("butterfly", 321, 326), ("rabbit", 330, 332),
    ("monkey", 369, 382), ("fish", 389, 397),
]
# No class of one is ever taken for absent from a photo of the same.
GROUPS = [("animal", 0, 397), ("thing", 398, 923), ("food", 924, 969), ("scene", 970, 980), ("person", 981, 983), ("plant", 984, 998), ("thing", 999, 999)]


def kind_of(index: int) -> str | None:
    return next((word for word, first, last in RANGES if first <= index <= last), None)


def group_of(index: int) -> str:
    return next(word for word, first, last in GROUPS if first <= index <= last)
