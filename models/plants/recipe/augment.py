"""Field-like photos out of laboratory ones: leaves pasted before other backgrounds, other light, blur, scale and things in front."""

import math

import numpy as np
import torch
from torch.nn import functional

from photos import FIELD_CROPS, NOT_PLANT, Photo


def as_tensor(pixels: np.ndarray) -> torch.Tensor:
    """[1, channels, height, width] of 0 to 1."""
    tensor = torch.from_numpy(np.array(pixels)).float() / 255
    return (tensor[None, None] if tensor.ndim == 2 else tensor.permute(2, 0, 1)[None])


class Augment:
    """One photo to one training picture [3, size, size], 0 to 1."""

    def __init__(self, size: int, backgrounds: list[Photo], fields: list[Photo], look: float):
        """`look`: how often `fields` are behind a leaf, or lend it their light, so that a field alone tells no class."""
        self.size = size
        self.backgrounds = backgrounds
        self.fields = fields
        self.look = look if fields else 0.0

    def __call__(self, photo: Photo, mask: np.ndarray | None, rng: np.random.Generator, paste: float = 0.6) -> torch.Tensor:
        picture = as_tensor(photo.pixels)
        if mask is not None and rng.random() < paste:
            picture = self._pasted(picture, as_tensor(mask), rng)
        else:
            picture = self._view(picture, rng, 0.35 if photo.origin in ("wild", "extra", "field") else 0.25)
        if photo.origin in ("lab", "field") and rng.random() < self.look:
            picture = self._like_a_field(picture, rng)
        if rng.random() < 0.2:
            picture = self._hidden(picture, rng)
        return self._light(picture, rng)[0]

    def _grid(self, centre, zoom: float, rng: np.random.Generator, tilt: float, height: int, width: int) -> torch.Tensor:
        """Where each pixel of the result looks in the source: about `centre`, `zoom` of its shorter side wide."""
        angle, flip = rng.uniform(-tilt, tilt), rng.choice((-1, 1))
        stretch = math.exp(rng.uniform(-0.2, 0.2))
        cos, sin, short = math.cos(angle), math.sin(angle), min(height, width)
        across, down = zoom * short / width, zoom * short / height
        matrix = torch.tensor([
            [flip * across * stretch * cos, -across * stretch * sin, centre[0]],
            [flip * down / stretch * sin, down / stretch * cos, centre[1]],
        ]).float()
        return functional.affine_grid(matrix[None], [1, 1, self.size, self.size], align_corners=False)

    def _view(self, picture: torch.Tensor, rng: np.random.Generator, least: float) -> torch.Tensor:
        """A cut of the photo, at least `least` of its area."""
        height, width = picture.shape[2:]
        zoom = math.sqrt(rng.uniform(least, 1.1))
        slack = max(0.0, 1 - zoom)
        centre = (rng.uniform(-slack, slack), rng.uniform(-slack, slack))
        grid = self._grid(centre, zoom, rng, 0.5 if rng.random() < 0.7 else math.pi, height, width)
        return functional.grid_sample(picture, grid, padding_mode="reflection", align_corners=False)

    def _pasted(self, leaf: torch.Tensor, mask: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        behind = self.fields if rng.random() < self.look else self.backgrounds
        back = behind[rng.integers(len(behind))]
        result = self._view(as_tensor(back.pixels), rng, 0.15)
        if rng.random() < 0.6:
            result = functional.avg_pool2d(result, 5, 1, 2, count_include_pad=False)
        result = self._light(result, rng, strength=0.6)
        height, width = leaf.shape[2:]
        # The middle of the leaf and its extent, in the grid's coordinates.
        rows, columns = torch.where(mask[0, 0] > 0.5)
        middle = ((columns.float().mean() / width * 2 - 1).item(), (rows.float().mean() / height * 2 - 1).item())
        extent = max((columns.max() - columns.min()).item(), (rows.max() - rows.min()).item()) / min(height, width)
        both = torch.cat([leaf, mask], 1)
        several = rng.random() < 0.4
        for count in range(rng.integers(2, 5) if several else 1):
            zoom = extent * (rng.uniform(1.1, 2.4) if several else rng.uniform(0.45, 1.5))
            room = max(0.0, zoom / extent - 0.8) * extent * 0.8
            centre = (middle[0] + rng.uniform(-room, room), middle[1] + rng.uniform(-room, room))
            grid = self._grid(centre, zoom, rng, math.pi, height, width)
            warped = functional.grid_sample(both, grid, padding_mode="zeros", align_corners=False)
            colour, alpha = warped[:, :3], warped[:, 3:].clamp(0, 1)
            if several:
                colour = (colour * rng.uniform(0.75, 1.2)).clamp(0, 1)
            result = result * (1 - alpha) + colour * alpha
        return result

    def _hidden(self, picture: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        """Something else in front of a part of it."""
        size = self.size
        high, wide = (int(size * rng.uniform(0.12, 0.4)) for _ in range(2))
        top, left = rng.integers(size - high), rng.integers(size - wide)
        other = self._view(as_tensor(self.backgrounds[rng.integers(len(self.backgrounds))].pixels), rng, 0.2)
        picture = picture.clone()
        picture[:, :, top : top + high, left : left + wide] = other[:, :, :high, :wide]
        return picture

    def _like_a_field(self, picture: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        """With a part of a field photo's low frequencies: its light and colours, not what is in it (arXiv:2004.05498)."""
        other = self._view(as_tensor(self.fields[rng.integers(len(self.fields))].pixels), rng, 0.3)
        mine, theirs = torch.fft.fft2(picture), torch.fft.fft2(other)
        reach, share = int(rng.integers(1, 5)), rng.uniform(0.3, 1.0)
        low = torch.tensor([*range(reach + 1), *range(-reach, 0)])
        low = (slice(None), slice(None), low[:, None], low[None, :])
        amount = mine.abs()
        amount[low] = amount[low] * (1 - share) + theirs.abs()[low] * share
        return torch.fft.ifft2(torch.polar(amount, mine.angle())).real.clamp(0, 1)

    def _light(self, picture: torch.Tensor, rng: np.random.Generator, strength: float = 1.0) -> torch.Tensor:
        def near_one(spread: float) -> float:
            return math.exp(rng.uniform(-spread, spread) * strength)

        gains = torch.tensor([near_one(0.15), near_one(0.08), near_one(0.18)]).view(1, 3, 1, 1)
        picture = picture * gains * near_one(0.35)
        grey = picture.mean(1, keepdim=True)
        picture = grey + (picture - grey) * near_one(0.45)
        mean = picture.mean()
        picture = mean + (picture - mean) * near_one(0.35)
        if rng.random() < 0.3 * strength:
            picture = picture * self._shade(rng)
        picture = picture.clamp(0, 1) ** near_one(0.25)
        if rng.random() < 0.3 * strength:
            small = int(self.size * rng.uniform(0.3, 0.8))
            picture = functional.interpolate(picture, (small, small), mode="bilinear", antialias=True)
            picture = functional.interpolate(picture, (self.size, self.size), mode="bilinear")
        if rng.random() < 0.25 * strength:
            picture = picture + torch.from_numpy(rng.normal(0, rng.uniform(0.01, 0.05), tuple(picture.shape))).float()
        return picture.clamp(0, 1)

    def _shade(self, rng: np.random.Generator) -> torch.Tensor:
        """Sun on one side of a soft edge."""
        line = torch.linspace(-1, 1, self.size)
        angle = rng.uniform(0, 2 * math.pi)
        side = math.cos(angle) * line[None, :] + math.sin(angle) * line[:, None] + rng.uniform(-0.5, 0.5)
        dark = rng.uniform(0.35, 0.8)
        return dark + (1 - dark) * torch.sigmoid(side * rng.uniform(3, 20))[None, None]


def backgrounds_of(photos: list[Photo]) -> list[Photo]:
    """What leaves are pasted before: no leaf at all, and fields in which the leaf in front is what counts."""
    bare = [photo for photo in photos if photo.label == NOT_PLANT]
    fields = [photo for photo in photos if photo.label.split("__")[0] in FIELD_CROPS]
    others = [photo for photo in photos if photo.origin in ("extra", "general") and photo.label != NOT_PLANT]
    return bare + fields + others
