"""What a network makes of photos, and the figures that count."""

import numpy as np
import torch
from torch.nn import functional

from augment import as_tensor
from network import normalised
from photos import Photo


def middle_square(photo: Photo, size: int, share: float = 1.0) -> torch.Tensor:
    """[1, 3, size, size]: the largest square of the middle, or `share` of it."""
    picture = as_tensor(photo.pixels)
    height, width = picture.shape[2:]
    side = round(min(height, width) * share)
    top, left = (height - side) // 2, (width - side) // 2
    return functional.interpolate(picture[:, :, top : top + side, left : left + side], (size, size), mode="bilinear", antialias=side > size)


@torch.inference_mode()
def logits_of(network: torch.nn.Module, photos: list[Photo], size: int, share: float = 1.0) -> np.ndarray:
    """[photos, classes]."""
    network.eval()
    batches = []
    for start in range(0, len(photos), 32):
        pixels = torch.cat([middle_square(photo, size, share) for photo in photos[start : start + 32]])
        batches.append(network(normalised(pixels).contiguous(memory_format=torch.channels_last)))
    return torch.cat(batches).numpy()


def figures(logits: np.ndarray, photos: list[Photo], labels: list[str]) -> dict[str, float]:
    """top-1, top-3, and top-1 among the classes of the true crop."""
    truth = np.array([labels.index(photo.label) for photo in photos])
    order = np.argsort(-logits, 1)
    crops = np.array([label.split("__")[0] for label in labels])
    same = crops[None, :] == crops[truth][:, None]
    given = np.where(same, logits, -np.inf).argmax(1)
    crop = crops[order[:, 0]] == crops[truth]
    return {
        "photos": len(photos),
        "top1": round(float((order[:, 0] == truth).mean()), 3),
        "top3": round(float((order[:, :3] == truth[:, None]).any(1).mean()), 3),
        "given": round(float((given == truth).mean()), 3),
        "crop": round(float(crop.mean()), 3),
    }
