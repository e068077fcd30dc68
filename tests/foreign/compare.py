"""Runs `faltwerk inspect` on the foreign files and compares: compare.py FOLDER VERDICTS FALTWERK [WORD]...

Each file has 10 seconds and 2 GiB of address space. Standard output and standard error are read for lines of JSON: one with the facts, the others
findings. What is printed: how each run ended, and a table of areas with how often both judged and agreed, and every disagreement.
"""

import collections
import json
import pathlib
import re
import resource
import subprocess
import sys
import time

from rules import OURS

SECONDS = 10
MEMORY = 2 << 30
# Ghostscript paints every pixel that a shape touches, which is more than the shape; the finer, the less.
INK_POINTS = 2.0
# Colours of these families become inks in a way of Ghostscript's own.
NO_INK = {"DeviceRGB", "CalRGB", "CalGray", "ICCBased", "Lab"}


class Table:
    """How often both judged, how often they agreed, and where they did not."""

    def __init__(self):
        self.judged, self.agreed, self.apart = collections.Counter(), collections.Counter(), collections.defaultdict(list)

    def enter(self, area, name, ours, theirs, same=None):
        self.judged[area] += 1
        if ours == theirs if same is None else same:
            self.agreed[area] += 1
        else:
            self.apart[area].append(f"{name}: ours {ours}, theirs {theirs}")

    def show(self):
        for area in self.judged:
            print(f"{area:12} {self.judged[area]:5} judged {self.agreed[area]:5} agreed {len(self.apart[area]):4} apart")
        for area, rows in self.apart.items():
            print(f"\n== {area}")
            print("\n".join(f"  {row[:300]}" for row in rows))


def inspect(program, path):
    """How the run ended, the facts, and the codes of the findings."""
    def confine():
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    begun = time.monotonic()
    try:
        done = subprocess.run([program, "inspect", path, "--format", "json"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=SECONDS, check=False, preexec_fn=confine)
    except subprocess.TimeoutExpired:
        return "hang", None, set()
    facts, codes = None, set()
    for row in (done.stdout + b"\n" + done.stderr).decode("utf-8", "replace").splitlines():
        try:
            told = json.loads(row)
        except ValueError:
            continue
        if isinstance(told, dict) and "page_count" in told:
            facts = told
        elif isinstance(told, dict) and "code" in told:
            codes.add(told["code"])
        elif isinstance(told, dict):
            codes |= {finding["code"] for finding in told.get("findings", [])}
    crashed = b"panicked at" in done.stderr or done.returncode < 0
    return "crash" if crashed else f"{time.monotonic() - begun:.1f}", facts, codes


def boxes(table, name, facts, verdict):
    table.enter("pages", name, facts["page_count"], verdict["info"]["pages"])
    for number, told in verdict["info"]["boxes"].items():
        at = int(number) - 1
        if at >= len(facts["pages"]):
            continue
        page = facts["pages"][at]
        for kind, key in (("MediaBox", "media"), ("BleedBox", "bleed"), ("TrimBox", "trim")):
            theirs = [float(value) for value in told.get(kind, "").split()]
            if page[key] and len(theirs) == 4:
                near = all(abs(ours - other) <= 0.02 for ours, other in zip(page[key], theirs))
                table.enter("boxes", f"{name} page {number} {kind}", page[key], theirs, near)


def fonts(table, name, facts, verdict):
    """Each font that texts use has to be one that poppler sees, embedded or not; poppler also lists what is never used."""
    theirs = {}
    for row in verdict["fonts"]["raw"]:
        if match := re.search(r"^(\S+).*?\b(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row):
            theirs.setdefault(re.sub(r"^[A-Z]{6}\+", "", match[1]), set()).add(match[2] == "yes")
    for font in facts["fonts"]:
        known = theirs.get(font["name"])
        if known is not None:
            table.enter("fonts", f"{name} {font['name']}", font["embedded"], sorted(known), font["embedded"] in known)


def pictures(table, name, facts, verdict):
    """Pictures by size and resolution. Poppler does not enter patterns and the glyphs of Type 3 fonts."""
    pages = collections.defaultdict(list)
    for row in verdict["pictures"]["rows"]:
        if len(row) > 13 and row[2] in ("image", "stencil") and row[-4].isdigit():
            pages[int(row[0])].append((int(row[3]), int(row[4]), int(row[-4]), int(row[-3])))
    for page, theirs in pages.items():
        ours = [(*picture["pixels"], *(round(value) for value in picture["ppi"] or (0, 0))) for picture in facts["pictures"] if picture["page"] == page]
        missing = [one for one in theirs if not any(all(abs(a - b) <= max(1, b / 50) for a, b in zip(one, other)) for other in ours)]
        table.enter("pictures", f"{name} page {page}", sorted(ours), sorted(theirs), not missing)


def ink(table, name, facts, verdict):
    if verdict["ink"].get("ended") != 0 or NO_INK & set(facts["spaces"]):
        return
    for number, (page, (square, _)) in enumerate(zip(facts["pages"], verdict["ink"]["squares"]), 1):
        if page["ink"]:
            ours = round(page["ink"]["square_process"] * 100, 1)
            table.enter("ink", f"{name} page {number}", ours, square, abs(ours - square) <= INK_POINTS)


def rules(table, name, codes, verdict):
    """Each rule that veraPDF finds broken has to be broken with us, under one of the codes that say the same."""
    for rule in verdict["ua"] or []:
        if rule in OURS:
            table.enter("PDF/UA", f"{name} {rule}", sorted(codes & OURS[rule]), rule, bool(codes & OURS[rule]))


def press(table, name, codes, verdict):
    """Whether anything is wrong with the file as PDF/X-4, for x4check."""
    if verdict["x4"] is not None and claims_x4(verdict):
        ours = sorted(code for code in codes if code.startswith("x4/"))
        table.enter("PDF/X-4", name, ours, verdict["x4"], bool(ours) or not verdict["x4"])


def claims_x4(verdict):
    """Whether the metadata claim PDF/X-4, as x4check reads them."""
    return not any("GTS_PDFXVersion is not PDF/X-4" in row for row in verdict["x4"])


def main():
    folder, verdicts, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
    words, table, ended = sys.argv[4:], Table(), collections.Counter()
    for path in sorted(folder.glob("*.pdf")):
        if words and not any(word in path.name for word in words):
            continue
        end, facts, codes = inspect(program, path)
        ended[end if end in ("crash", "hang") else "ended"] += 1
        if end in ("crash", "hang"):
            print(f"{end}: {path.name}")
        judged = verdicts / f"{path.stem}.json"
        if facts is None or not judged.exists() or path.name.startswith("damaged-"):
            continue
        verdict = json.loads(judged.read_text())
        if verdict["info"]["pages"] is not None:
            boxes(table, path.stem, facts, verdict)
            fonts(table, path.stem, facts, verdict)
            pictures(table, path.stem, facts, verdict)
        ink(table, path.stem, facts, verdict)
        rules(table, path.stem, codes, verdict)
        press(table, path.stem, codes, verdict)
    print(dict(ended))
    table.show()
    sys.exit(1 if ended["crash"] or ended["hang"] else 0)


main()
