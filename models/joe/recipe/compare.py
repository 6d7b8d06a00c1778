"""How far the halved voice is from the whole one, noise off: python compare.py WHEELS_FOLDER VOICE_FOLDER."""

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime as ort

from make import read_wheel

WINDOW, STEP = 1024, 256


def speak(sessions: list[ort.InferenceSession], ids: list[int], scales: list[float]) -> np.ndarray:
    """The sound of one graph, or of acoustic model and vocoder."""
    first, *rest = sessions
    feeds = {
        "input": np.array([ids], np.int64),
        "input_lengths": np.array([len(ids)], np.int64),
        "scales": np.array(scales, np.float32),
    }
    sound = first.run(None, feeds)[0]
    for each in rest:
        sound = each.run(None, {"frames": sound})[0]
    return sound.ravel()


def spectrum(sound: np.ndarray) -> np.ndarray:
    """Power in dB, [frame, frequency]."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, WINDOW)[::STEP] * np.hanning(WINDOW)
    return 10 * np.log10(np.abs(np.fft.rfft(frames)) ** 2 + 1e-6)


def compare(wheels: Path, folder: Path) -> dict[str, float]:
    test = json.loads((folder / "self-test.json").read_text(encoding="utf-8"))
    whole_voice = [ort.InferenceSession(read_wheel(wheels)[0])]
    halved_voice = [ort.InferenceSession(folder / "onnx" / f"{name}_fp16.onnx") for name in ("acoustic", "vocoder")]
    whole, halved = (speak(each, test["phonemeIds"], test["scales"]) for each in (whole_voice, halved_voice))
    difference = whole - halved
    distance = np.sqrt(((spectrum(whole) - spectrum(halved)) ** 2).mean(axis=1)).mean()
    return {
        "samples": len(halved),
        "rms of the whole voice": float(np.sqrt((whole**2).mean())),
        "rms": float(np.sqrt((halved**2).mean())),
        "largest difference": float(np.abs(difference).max()),
        "signal to difference, dB": float(10 * np.log10((whole**2).mean() / (difference**2).mean())),
        "log-spectral distance, dB": float(distance),
    }


if __name__ == "__main__":
    for name, figure in compare(Path(sys.argv[1]), Path(sys.argv[2])).items():
        print(f"{name}: {figure:.6g}")
