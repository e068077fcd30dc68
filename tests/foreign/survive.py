"""How `faltwerk inspect` ends with each file: survive.py FALTWERK FOLDER... prints a line a file, and exits 1 when one did not end well.

Ending well is: exit code 0 or 1, within 20 seconds and 2 GiB of address space, without a panic, and with findings that are read back as JSON. Each
file is judged as one for the press and as one for the screen.
"""

import json
import pathlib
import resource
import subprocess
import sys
import time

SECONDS = 20
MEMORY = 2 << 30


def confine():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def inspect(program, path, purpose):
    """How a run ended (an exit code, `crash`, `late` or `unreadable`), the seconds it took by the clock, the facts, and the findings."""
    begun = time.monotonic()
    try:
        done = subprocess.run([program, "inspect", path, "--format", "json", "--as", purpose], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS, check=False, preexec_fn=confine)
    except subprocess.TimeoutExpired:
        return "late", SECONDS, None, []
    seconds = time.monotonic() - begun
    if b"panicked at" in done.stderr or done.returncode not in (0, 1):
        return "crash", seconds, None, [{"code": f"exit {done.returncode}", "message": done.stderr.decode("utf-8", "replace")[:300]}]
    try:
        facts = json.loads(done.stdout) if done.stdout.strip() else None
        findings = [json.loads(row) for row in done.stderr.splitlines()]
    except ValueError:
        return "unreadable", seconds, None, []
    return done.returncode, seconds, facts, findings


def main():
    program, well, worst, count = pathlib.Path(sys.argv[1]).resolve(), True, 0.0, 0
    for folder in sys.argv[2:]:
        for path in sorted(pathlib.Path(folder).glob("*.pdf")):
            for purpose in ("press", "screen"):
                end, seconds, _, findings = inspect(program, path, purpose)
                print(f"{end}\t{seconds:.2f}\t{purpose}\t{path.name}\t{' '.join(sorted({finding['code'] for finding in findings}))}", flush=True)
                well, worst, count = well and end in (0, 1), max(worst, seconds), count + 1
    print(f"{count} runs, the longest {worst:.1f} s", file=sys.stderr)
    sys.exit(0 if well else 1)


if __name__ == "__main__":
    main()
