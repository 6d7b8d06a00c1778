"""EfficientNet-Lite2 with the specialist's classes in place of ImageNet's."""

import json
from pathlib import Path

import timm
import torch

# The side of the square that is judged, here and in the app; train.py teaches by smaller ones.
JUDGED_PX = 208


def bare_network(classes: int) -> torch.nn.Module:
    return timm.create_model("tf_efficientnet_lite2", pretrained=False, drop_rate=0.2, drop_path_rate=0.1, num_classes=classes)


def load_network(weights: Path, classes: int) -> torch.nn.Module:
    """timm's network with the file's tensors, which come in the same order under TensorFlow's names."""
    network = bare_network(1000)
    wanted, found = network.state_dict(), torch.load(weights, map_location="cpu", weights_only=True)
    pairs = list(zip(wanted, found, strict=True))
    if any(wanted[name].shape != found[other].shape for name, other in pairs):
        raise ValueError("the tensors of EfficientNet-Lite2 do not come in the expected order")
    network.load_state_dict({name: found[other] for name, other in pairs})
    network.reset_classifier(classes)
    return network.to(memory_format=torch.channels_last)


def open_network(run: Path, taught_anew: bool = True) -> tuple[torch.nn.Module, list[str]]:
    """What a run has come to and its classes; the last two refuse, by the rows of refusal.py where it has them and they are wanted."""
    labels = json.loads((run / "labels.json").read_text())
    network = bare_network(len(labels))
    network.load_state_dict(torch.load(run / "newest.pt", weights_only=True)["average"])
    if taught_anew and (run / "refusing.pt").exists():
        refusing = torch.load(run / "refusing.pt", weights_only=True)
        with torch.no_grad():
            network.classifier.weight[-2:], network.classifier.bias[-2:] = refusing["weight"], refusing["bias"]
    return network.eval().to(memory_format=torch.channels_last), labels


def normalised(pixels: torch.Tensor) -> torch.Tensor:
    """0 to 1 → what the backbone was trained on: -1 to 1."""
    return pixels * 2 - 1
