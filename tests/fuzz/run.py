"""Fuzzing by hand, as long as one likes:

    python -m tests.fuzz.run --seconds 60                 # every target so many seconds of the processor's time
    python -m tests.fuzz.run --seconds 600 story fidelity # these
    python -m tests.fuzz.run --seconds 600 --guided story # by what new lines an input reaches (pip install atheris)

An input that breaks a promise is written to --keep, and the run goes on; exit 1 if there was one.
"""

from __future__ import annotations

import argparse
import sys
import traceback
from hashlib import blake2b
from pathlib import Path
from random import Random
from time import process_time

from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target, targets

_MOST_KEPT = 400  # inputs that later ones are made from


def attacked(
    target: Target, seed: int, *, runs: int = 0, seconds: float = 0, keep: Path | None = None
) -> tuple[int, list[bytes]]:
    """How many inputs were tried, and those that broke a promise. Bound by `runs` or by seconds of the processor's."""
    random = Random(f"{target.name} {seed}")
    pool, broken, done, begun = list(target.seeds), [], 0, process_time()
    while (done < runs) if runs else (process_time() - begun < seconds):
        content = pool[done] if done < len(target.seeds) and not runs else mutated(random, random.choice(pool), pool)
        done += 1
        try:
            target.run(content)
        except Exception:
            broken.append(content)
            if keep is not None:
                _kept(keep, target, content)
            continue
        if random.random() < 0.1:  # a change of a change
            pool.append(content)
            if len(pool) > len(target.seeds) + _MOST_KEPT:
                del pool[len(target.seeds) + random.randrange(_MOST_KEPT)]
    return done, broken


def _kept(folder: Path, target: Target, content: bytes) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{target.name.replace(':', '-')}-{blake2b(content, digest_size=4).hexdigest()}"
    (folder / name).write_bytes(content)
    (folder / f"{name}.why").write_text(traceback.format_exc(), encoding="utf-8", errors="backslashreplace")


def _guided(target: Target, seconds: float, keep: Path) -> None:
    """Atheris ends the process itself, so that it is one target a run."""
    import atheris

    corpus = keep / f"corpus-{target.name.replace(':', '-')}"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(target.seeds):
        (corpus / f"seed-{number}").write_bytes(content)

    def change(content: bytes, most: int, seed: int) -> bytes:
        return mutated(Random(seed), content, list(target.seeds))[:most]

    atheris.instrument_all()
    options = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={seconds:.0f}",
        "-max_len=20000",
        f"-artifact_prefix={keep}/",
    ]
    atheris.Setup(options, target.run, custom_mutator=change)
    atheris.Fuzz()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="TARGET", help=f"of: {', '.join(targets())}")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--keep", type=Path, default=Path("fuzz-broken"))
    asked = parser.parse_args()
    failed = 0
    for name in asked.names or targets():
        target = targets()[name]
        if asked.guided:
            _guided(target, asked.seconds, asked.keep)
        begun = process_time()
        done, broken = attacked(target, asked.seed, seconds=asked.seconds, keep=asked.keep)
        failed += len(broken)
        print(f"{name:32} {done:8,} inputs {process_time() - begun:7.0f} s {len(broken):5} broken", flush=True)
    return min(1, failed)


if __name__ == "__main__":
    sys.exit(main())
