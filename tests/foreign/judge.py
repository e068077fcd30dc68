"""Asks independent judges: judge.py FOLDER VERDICTS [WORD]... writes a JSON file of verdicts for each PDF; what stands there is not asked again.

Judges that are missing are left out: veraPDF (`verapdf`), `x4check` and `pressproof` are looked for in the folder that PDF_JUDGES names, the
programs of poppler and Ghostscript on the path. Every question has a limit of time, and memory is limited by `ulimit`.
"""

import json
import os
import pathlib
import re
import resource
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
    try:
        done = subprocess.run([str(word) for word in command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=limit, check=False, preexec_fn=confine)
    except subprocess.TimeoutExpired:
        return "", "late"
    except FileNotFoundError:
        return "", "missing"
    return done.stdout.decode("utf-8", "replace"), done.returncode


def vera(paths, limit=None):
    """The rules of PDF/UA-1 that each file breaks, by clause and number of the test; `None` where veraPDF could not say."""
    if not (JUDGES / "verapdf").exists():
        return {}
    said, ended = ask(JUDGES / "verapdf", "-f", "ua1", "--format", "json", "--max", "-1", *paths, limit=limit or 20 + 4 * len(paths))
    try:
        jobs = json.loads(said[said.index('{"report"'):])["report"]["jobs"]
    except (ValueError, KeyError):
        if len(paths) == 1:
            return {str(paths[0]): None}
        answers = {}
        for path in paths:
            answers |= vera([path], 25)
        return answers
    answers = {}
    for job in jobs:
        results = job.get("validationResult")
        rules = None
        if isinstance(results, list) and results:
            details = results[0]["details"]
            rules = sorted({f"{rule['clause']}-{rule['testNumber']}" for rule in details["ruleSummaries"] if rule.get("failedChecks")})
        answers[job["itemDetails"]["name"]] = rules
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


def ink(path):
    """The largest mean of total ink over squares of 15 mm, for each of the first pages, from Ghostscript's plates."""
    import numpy
    from PIL import Image
    Image.MAX_IMAGE_PIXELS = None
    with tempfile.TemporaryDirectory() as folder:
        _, ended = ask("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiff32nc", "-r72", "-dLastPage=5", "-dUseBleedBox", "-o", f"{folder}/p%03d.tif", path, memory=3 << 30)
        if ended:
            return {"ended": ended}
        side = round(15 / 25.4 * 72)
        squares = []
        for page in sorted(pathlib.Path(folder).glob("*.tif")):
            try:
                total = numpy.asarray(Image.open(page)).astype(float).sum(2) * 100 / 255
            except (OSError, ValueError):
                return {"ended": "no picture"}
            high, wide = total.shape
            tall, broad = min(side, high), min(side, wide)
            sums = numpy.pad(total.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
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


def main():
    folder, verdicts = (pathlib.Path(word).resolve() for word in sys.argv[1:3])
    words = sys.argv[3:]
    verdicts.mkdir(parents=True, exist_ok=True)
    wanted = [path for path in sorted(folder.glob("*.pdf")) if not words or any(word in path.name for word in words)]
    wanted = [path for path in wanted if not (verdicts / f"{path.stem}.json").exists()]
    for at in range(0, len(wanted), BATCH):
        batch = wanted[at: at + BATCH]
        accessible, structure, press = vera(batch), x4(batch), proof(batch)
        for path in batch:
            name = str(path)
            verdict = {"ua": accessible.get(name), "x4": structure.get(name), "proof": press.get(name), "ink": ink(path), **poppler(path)}
            (verdicts / f"{path.stem}.json").write_text(json.dumps(verdict, indent=1))
        print(f"{at + len(batch)} of {len(wanted)}", flush=True)


main()
