"""Whether replies are right, refuse, or name what a photo shows: decided by the repository's own matchers (judge.js)."""

import json
import subprocess
from pathlib import Path


def verdicts(items: list[dict]) -> list[dict]:
    script = Path(__file__).with_name("judge.js")
    done = subprocess.run(["node", str(script)], input=json.dumps(items), capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def share(values: list[bool]) -> float:
    return round(sum(values) / max(1, len(values)), 3)
