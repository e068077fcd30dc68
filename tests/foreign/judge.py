"""Asks independent judges: judge.py FOLDER VERDICTS [WORD]... writes a JSON file of verdicts for each PDF; what stands there is not asked again.

Judges that are missing are left out: veraPDF (`verapdf`), `x4check` and `pressproof` are looked for in the folder that PDF_JUDGES names, the
programs of poppler and Ghostscript on the path. Every question has a limit of time, and memory is limited by `ulimit`. Makers take turns, so that
a run that is broken off has asked about all of them. Damaged files are not judged: each judge repairs them in its own way.
"""

import collections
import concurrent.futures
import json
import os
import pathlib
import re
import resource
import signal
import subprocess
import sys
import tempfile

LIMIT = 40
BATCH = 30
JUDGES = pathlib.Path(os.environ.get("PDF_JUDGES", "/nonexistent"))


def ask(*command, limit=LIMIT, memory=None):
    """What a judge prints, and how it ended: a number, or `late`."""
    def confine():
        if memory:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        os.nice(5)
        os.setsid()
    try:
        asked = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=confine)
    except FileNotFoundError:
        return "", "missing"
    try:
        said, _ = asked.communicate(timeout=limit)
        return said.decode("utf-8", "replace"), asked.returncode
    except subprocess.TimeoutExpired:
        # With it, what it started: pressproof starts Ghostscript.
        os.killpg(asked.pid, signal.SIGKILL)
        said, _ = asked.communicate()
        return said.decode("utf-8", "replace"), "late"


def vera(paths):
    """The rules of PDF/UA-1 that each file breaks, by clause and number of the test; `None` where veraPDF could not say.

    One process reads the whole batch. Where it does not come to its end, what it said holds, the file it stopped at is given up, and it goes on behind that.
    """
    said, ended = ask(JUDGES / "verapdf", "-f", "ua1", "--format", "short", "--max", "1", *paths, limit=60 + 4 * len(paths))
    if ended == "missing":
        return {}
    answers = {}
    for row in said.splitlines():
        try:
            told = json.loads(row)
            answers[told["file"]] = sorted({failed["rule"].rsplit(":", 1)[1] for failed in told["failed"]})
        except (ValueError, KeyError, TypeError):
            if match := re.match(r"ERROR\t\w+\t(/[^\t]*)", row):
                answers[match[1]] = None
    left = [path for path in paths if str(path) not in answers]
    if left:
        answers[str(left[0])] = None
        answers |= vera(left[1:]) if left[1:] else {}
    return answers


def poppler(path):
    said, ended = ask("pdfinfo", "-box", "-f", "1", "-l", "20", path)
    boxes, pages = {}, None
    for row in said.splitlines():
        if match := re.match(r"Page\s+(\d+) (\w+):\s+(.*)", row):
            number, kind, rest = match.groups()
            boxes.setdefault(number, {})[kind] = rest
        if row.startswith("Pages:"):
            pages = int(row.split()[1])
    fonts, fonts_ended = ask("pdffonts", path)
    pictures, pictures_ended = ask("pdfimages", "-list", path)
    return {
        "info": {"ended": ended, "pages": pages, "boxes": boxes},
        "fonts": {"ended": fonts_ended, "rows": [re.split(r"\s{2,}|(?<=yes)\s|(?<=no)\s", row) for row in fonts.splitlines()[2:]], "raw": fonts.splitlines()[2:]},
        "pictures": {"ended": pictures_ended, "rows": [row.split() for row in pictures.splitlines()[2:]]},
    }


def ink(path, resolution=72):
    """The largest mean of total ink over squares of 15 mm, for each of the first pages, from Ghostscript's plates at so many pixels an inch."""
    import numpy
    from PIL import Image
    Image.MAX_IMAGE_PIXELS = None
    with tempfile.TemporaryDirectory() as folder:
        _, ended = ask("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiff32nc", f"-r{resolution}", "-dLastPage=5", "-dUseBleedBox", "-o", f"{folder}/p%03d.tif", path, memory=3 << 30)
        if ended:
            return {"ended": ended}
        side = round(15 / 25.4 * resolution)
        squares = []
        for page in sorted(pathlib.Path(folder).glob("*.tif")):
            try:
                total = numpy.asarray(Image.open(page)).sum(2, dtype=numpy.float32) * 100 / 255
            except (OSError, ValueError):
                return {"ended": "no picture"}
            high, wide = total.shape
            tall, broad = min(side, high), min(side, wide)
            sums = numpy.pad(total.cumsum(0, dtype=float).cumsum(1), ((1, 0), (1, 0)))
            means = (sums[tall:, broad:] - sums[:-tall, broad:] - sums[tall:, :-broad] + sums[:-tall, :-broad]) / (tall * broad)
            squares.append([round(float(means.max()), 2), round(float(total.max()), 2)])
        return {"ended": 0, "squares": squares}


def x4(paths):
    """What x4check says of each file; `None` where it broke off."""
    said, ended = ask(JUDGES / "x4check", *paths, limit=20 + 2 * len(paths))
    if ended == "missing":
        return {}
    if ended == "late" or "Traceback" in said:
        return {str(paths[0]): None} if len(paths) == 1 else {name: told for path in paths for name, told in x4([path]).items()}
    answers, at = {}, None
    for row in said.splitlines():
        if match := re.match(r"(PASS|FAIL) (/.*)", row):
            at = answers.setdefault(match[2], [])
        elif at is not None:
            at.append(row.strip())
    return answers


def proof(paths):
    """The findings of pressproof for each file; `None` where it could not say."""
    said, ended = ask(JUDGES / "pressproof", "verify", "--jobs", "1", "--no-pdfa", "--strict-cmyk", "--min-stroke-pt", "0.25", "--json", *paths, limit=30 + 4 * len(paths))
    if ended == "missing":
        return {}
    try:
        return {str(pathlib.Path(told["path"]).resolve()): told["findings"] for told in json.loads(said[said.index("["):])}
    except (ValueError, KeyError):
        return {str(paths[0]): None} if len(paths) == 1 else {name: told for path in paths for name, told in proof([path]).items()}


def in_turns(paths):
    """The files of all makers, each maker's first one, then each one's second."""
    turns = collections.Counter()
    def turn(path):
        maker = path.name.split("-")[0]
        turns[maker] += 1
        return turns[maker], maker
    return sorted(paths, key=turn)


PARTS = {
    "ua": vera,
    "x4": x4,
    "proof": proof,
    "ink": lambda paths: {str(path): ink(path) for path in paths},
    "poppler": lambda paths: {str(path): poppler(path) for path in paths},
}


def judge(batch, verdicts):
    """Asks what is not known yet of the files of a batch."""
    held = {path: verdicts / f"{path.stem}.json" for path in batch}
    known = {path: json.loads(at.read_text()) if at.exists() else {} for path, at in held.items()}
    for part, question in PARTS.items():
        unknown = [path for path in batch if part not in known[path]]
        answers = question(unknown) if unknown else {}
        for path in unknown:
            if str(path) in answers:
                known[path][part] = answers[str(path)]
                held[path].write_text(json.dumps(known[path], indent=1))


def main():
    folder, verdicts = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    words = sys.argv[3:]
    verdicts.mkdir(parents=True, exist_ok=True)
    wanted = [path for path in sorted(folder.glob("*.pdf")) if not path.name.startswith("damaged-")]
    wanted = in_turns([path for path in wanted if not words or any(word in path.name for word in words)])
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        batches = [pool.submit(judge, wanted[at: at + BATCH], verdicts) for at in range(0, len(wanted), BATCH)]
        for done, batch in enumerate(batches, 1):
            batch.result()
            print(f"{min(done * BATCH, len(wanted))} of {len(wanted)}", flush=True)


if __name__ == "__main__":
    main()
