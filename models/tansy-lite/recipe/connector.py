"""The connector: what the tower sees, said in sixteen words of the language model's own embeddings.

Two class names of ImageNet, how sure the first is, a crop and its condition from a small head on the tower's features
(eye.py fits it), the two main colours. `Words` says which tokens these are, for the lessons and for the graph.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from onnx import TensorProto
from timm.data import ImageNetInfo

from conditions import read_conditions
from graph import Graph
from quantise import LEVELS, ZERO_POINT, quantise_rows
from smoothing import SmoothedWeights
from tower import CLASSES, IMAGE_SIZE

IMAGE_TOKENS = 16
FIRST_WORDS, SECOND_WORDS, CROP_WORDS, CONDITION_WORDS = 5, 3, 2, 3
CERTAINTIES = ("unsure", "maybe", "certain")
"""The likelihood from which on a class is called maybe, and certain."""
MAYBE, CERTAIN = 0.3, 0.6
NO_CROP = "background"
# Words the mind knows as one token, and what they mean in pixels. A photo is said to be of the two that cover most of it.
PALETTE = {
    "black": (20, 20, 20), "white": (240, 240, 240), "grey": (128, 128, 128), "red": (190, 35, 35), "orange": (230, 130, 40), "yellow": (230, 215, 70),
    "green": (75, 125, 50), "blue": (60, 105, 190), "purple": (115, 60, 140), "pink": (235, 150, 180), "brown": (115, 75, 45),
}
COLOURS = list(PALETTE)
PATCH = 10
"""Rows and columns of patches whose colours count double."""
MIDDLE = range(7, 19)


class Words:
    """Token ids of what is said about a photo. `encode` gives a text's ids."""

    def __init__(self, encode):
        self.encode = encode
        info = ImageNetInfo()
        self.names = [info.index_to_description(index).split(",")[0] for index in range(CLASSES)]
        self.conditions = read_conditions()
        self.comma = encode(",")[0]

    def spelled(self, text: str, room: int) -> list[int]:
        """The last tokens tell more: "German shepherd dog" ends in the dog."""
        ids = self.encode(f" {text}")[-room:]
        return ids + [self.comma] * (room - len(ids))

    def plant(self, crop: str | None, condition: str | None) -> list[int]:
        if crop is None:
            return self.spelled("nothing", CROP_WORDS) + [self.comma] * CONDITION_WORDS
        return self.spelled(crop, CROP_WORDS) + self.spelled(self.conditions[condition].seen, CONDITION_WORDS)

    def tokens(self, seen: dict) -> list[int]:
        sure = CERTAINTIES[(seen["certainty"] >= MAYBE) + (seen["certainty"] >= CERTAIN)]
        ids = self.spelled(seen["first"], FIRST_WORDS) + self.spelled(seen["second"], SECOND_WORDS) + self.spelled(sure, 1)
        ids += self.plant(seen["crop"], seen["condition"])
        ids += [token for colour in seen["colours"] for token in self.spelled(colour, 1)]
        return ids + [self.comma] * (IMAGE_TOKENS - len(ids))


@dataclass(frozen=True)
class PlantHead:
    """`inner` [hidden, 2560] on mean and maximum of the tower's grid, cut at 0, then `outer` [classes, hidden]; a class is `crop__condition`."""

    inner: np.ndarray
    inner_bias: np.ndarray
    outer: np.ndarray
    outer_bias: np.ndarray
    classes: list[str]

    @staticmethod
    def read(path: Path) -> "PlantHead":
        saved = np.load(path)
        weights = (saved[name].astype(np.float32 if name.endswith("bias") else np.float16) for name in ("inner", "inner_bias", "outer", "outer_bias"))
        return PlantHead(*weights, saved["classes"].tolist())


def connect(graph: Graph, words: Words, head: PlantHead, smoothed: SmoothedWeights, pixels: str, features: str, scores: str) -> str:
    """Pixels, features [images, 10, 1280] and class scores [images, 10, 1000] → image_features [images, 16, width]."""
    vocabulary = Vocabulary(graph)
    zero, one, axis = (graph.constant(f"index_{n}", np.array([n], np.int64)) for n in (0, 1, 1))
    whole = graph.node("Slice", [scores, zero, one, axis])
    likelihood = graph.node("Softmax", [graph.node("Squeeze", [whole, axis])], axis=-1)
    best = ["best_likelihood", "best_class"]
    graph.node("TopK", [likelihood, graph.constant("two", np.array([2], np.int64))], best, axis=-1)
    first, second = (column(graph, "best_class", place) for place in (0, 1))
    names = [
        vocabulary.rows(f"{which}_names", np.array([words.spelled(name, room) for name in words.names]), index)
        for which, index, room in (("first", first, FIRST_WORDS), ("second", second, SECOND_WORDS))
    ]
    sure = vocabulary.rows("certainties", np.array([words.spelled(word, 1) for word in CERTAINTIES]), certainty(graph, column(graph, "best_likelihood", 0)))
    plant = vocabulary.rows("plants", plant_rows(words, head), likeliest_plant(graph, head, features))
    colours = vocabulary.rows("colours", np.array([words.spelled(colour, 1)[0] for colour in COLOURS]), main_colours(graph, pixels))
    said = graph.node("Concat", [*names, sure, plant, colours], axis=1)
    return vocabulary.embed(said, smoothed)


def plant_rows(words: Words, head: PlantHead) -> np.ndarray:
    pairs = [name.split("__") for name in head.classes]
    return np.array([words.plant(None if crop == NO_CROP else crop, condition) for crop, condition in pairs])


def column(graph: Graph, tensor: str, place: int) -> str:
    """[images, n] → [images]."""
    return graph.node("Gather", [tensor, graph.constant(f"place_{place}", np.array(place, np.int64))], axis=1)


def certainty(graph: Graph, likelihood: str) -> str:
    """[images] → 0 unsure, 1 maybe, 2 certain."""
    steps = [
        graph.node("Cast", [graph.node("GreaterOrEqual", [likelihood, graph.constant(f"least_{least}", np.array(least, np.float32))])], to=TensorProto.INT64)
        for least in (MAYBE, CERTAIN)
    ]
    return graph.node("Add", steps)


def likeliest_plant(graph: Graph, head: PlantHead, features: str) -> str:
    """The likeliest condition of the likeliest crop, as a class: [images, 10, 1280] → [images]."""
    crops = sorted({name.split("__")[0] for name in head.classes})
    of_crop = np.array([[float(name.split("__")[0] == crop) for crop in crops] for name in head.classes], np.float32)
    zero, one, end, axis = (graph.constant(f"index_{n}", np.array([n], np.int64)) for n in (0, 1, 10, 1))
    mean = graph.node("Squeeze", [graph.node("Slice", [features, zero, one, axis]), axis])
    loudest = graph.node("ReduceMax", [graph.node("Slice", [features, one, end, axis]), axis], keepdims=0)
    joined = graph.node("Concat", [mean, loudest], axis=1)
    hidden = graph.node("Relu", [linear(graph, "plant_head.inner", joined, head.inner, head.inner_bias)])
    scores = linear(graph, "plant_head.outer", hidden, head.outer, head.outer_bias)
    likelihood = graph.node("Softmax", [scores], axis=-1)
    crop = graph.node("ArgMax", [graph.node("MatMul", [likelihood, graph.constant("crops", of_crop)])], axis=-1, keepdims=0)
    among = graph.node("Gather", [graph.constant("classes_of_crop", of_crop.T.copy()), crop], axis=0)
    return graph.node("ArgMax", [graph.node("Mul", [likelihood, among])], axis=-1, keepdims=0)


def linear(graph: Graph, name: str, tensor: str, weight: np.ndarray, bias: np.ndarray) -> str:
    turned = graph.node("Transpose", [graph.half(name, weight)], perm=[1, 0])
    return graph.node("Add", [graph.node("MatMul", [tensor, turned]), graph.constant(f"{name}.bias", bias)])


def main_colours(graph: Graph, pixels: str) -> str:
    """The two colours that most patches are nearest to: normalised [images, 3, 260, 260] → [images, 2]."""
    patches = graph.node("AveragePool", [pixels], kernel_shape=[PATCH, PATCH], strides=[PATCH, PATCH])
    flat = graph.node("Reshape", [patches, graph.constant("patches", np.array([0, 3, -1], np.int64))])
    # As (value - 127) / 128, like the pixels. The nearest has the least |c|² - 2 p·c.
    palette = (np.array(list(PALETTE.values()), np.float32) - 127) / 128
    apart = graph.node("MatMul", [graph.constant("palette", -2 * palette), flat])
    nearest = graph.node("ArgMin", [graph.node("Add", [apart, graph.constant("palette.length", (palette**2).sum(1)[:, None])])], axis=1, keepdims=1)
    is_colour = graph.node("Equal", [nearest, graph.constant("each_colour", np.arange(len(PALETTE))[None, :, None])])
    side = IMAGE_SIZE // PATCH
    weight = np.ones((side, side), np.float32)
    weight[np.ix_(MIDDLE, MIDDLE)] = 2
    covered = graph.node("MatMul", [graph.node("Cast", [is_colour], to=TensorProto.FLOAT), graph.constant("patch_weights", weight.reshape(-1, 1))])
    squeezed = graph.node("Squeeze", [covered, graph.constant("index_2", np.array([2], np.int64))])
    graph.node("TopK", [squeezed, graph.constant("two", np.array([2], np.int64))], ["colour_cover", "main_colours"], axis=-1)
    return "main_colours"


class Vocabulary:
    """The few tokens that are ever said, as rows of a small table."""

    def __init__(self, graph: Graph):
        self.graph = graph
        self.row_of: dict[int, int] = {}

    def rows(self, name: str, ids: np.ndarray, index: str) -> str:
        """`ids` [choices] or [choices, words] and which is chosen [images, …] → their rows [images, words]."""
        rows = [self.row_of.setdefault(token, len(self.row_of)) for token in ids.flatten().tolist()]
        table = self.graph.constant(name, np.array(rows, np.int64).reshape(ids.shape))
        return self.graph.node("Gather", [table, index], axis=0)

    def embed(self, rows: str, smoothed: SmoothedWeights) -> str:
        """The very numbers that the embedding's graph gives for these tokens."""
        graph = self.graph
        levels, scale = quantise_rows(smoothed.weights.embedding)
        used = list(self.row_of)
        centred = (levels[used].astype(np.int16) - ZERO_POINT).astype(np.int8)
        assert np.abs(centred.astype(np.int16)).max() <= LEVELS
        wide = graph.node("Cast", [graph.node("Gather", [graph.constant("said_levels", centred), rows], axis=0)], to=TensorProto.FLOAT)
        scales = graph.node("Gather", [graph.constant("said_scales", scale[used][:, None]), rows], axis=0)
        gain = graph.constant("said_gain", smoothed.embedding_gain)
        return graph.node("Mul", [graph.node("Mul", [wide, scales]), gain], ["image_features"])
