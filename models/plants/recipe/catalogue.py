"""Writes what the recipe found into the catalogue: python catalogue.py ../../plants.json --model ../specialist.onnx --report report.json --labels labels.json."""

import argparse
import hashlib
import json
from pathlib import Path

PIECE = 8 * 1024 * 1024
BOUNDS = ("temperature", "notPlantFrom", "otherPlantFrom", "likelyFrom", "fieldCrops", "listUpTo", "mostCauses")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("catalogue", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--report", type=Path, required=True)
    parser.add_argument("--labels", type=Path, required=True)
    options = parser.parse_args()
    entry = json.loads(options.catalogue.read_text())
    report = json.loads(options.report.read_text())
    entry["sizePx"] = report["sizePx"]
    entry["classes"] = json.loads(options.labels.read_text())
    entry["calibration"] = {name: report[name] for name in BOUNDS}
    data = options.model.read_bytes()
    file = next(file for file in entry["files"] if file["path"] == options.model.name)
    file["sizeBytes"], file["sha256"] = len(data), hashlib.sha256(data).hexdigest()
    file["chunkSha256"] = [hashlib.sha256(data[at : at + PIECE]).hexdigest() for at in range(0, len(data), PIECE)]
    options.catalogue.write_text(json.dumps(entry, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
