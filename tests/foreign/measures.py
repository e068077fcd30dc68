"""What is counted and measured on both sides: pages, boxes, fonts, pictures and ink."""

import collections
import re

import judge

# Ghostscript paints every pixel that a shape touches, which is more than the shape; the finer, the less. So what differs is printed again, finer.
INK_POINTS = 2.0
FINER = 400
PROCESS = {"Cyan", "Magenta", "Yellow", "Black"}


def pages(table, name, facts, verdict):
    table.measure("pages", name, facts["page_count"], verdict["info"]["pages"])


def boxes(table, name, facts, verdict):
    for number, told in verdict["info"]["boxes"].items():
        at = int(number) - 1
        if at >= len(facts["pages"]):
            continue
        page = facts["pages"][at]
        for kind, key in (("MediaBox", "media"), ("BleedBox", "bleed"), ("TrimBox", "trim")):
            theirs = [float(value) for value in told.get(kind, "").split()]
            if page[key] and len(theirs) == 4:
                near = all(abs(ours - other) <= 0.02 for ours, other in zip(page[key], theirs))
                table.measure("boxes", f"{name} page {number} {kind}", page[key], theirs, near)


def fonts(table, name, facts, verdict):
    """Each font that texts use has to be one that poppler sees, embedded or not; poppler also lists what is never used."""
    theirs = {}
    for row in verdict["fonts"]["raw"]:
        if match := re.search(r"^(\S+).*?\b(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row):
            theirs.setdefault(re.sub(r"^[A-Z]{6}\+", "", match[1]), set()).add(match[2] == "yes")
    for font in facts["fonts"]:
        known = theirs.get(font["name"])
        if known is None:
            table.skip("fonts", "a font that poppler does not list by this name")
        else:
            table.measure("fonts", f"{name} {font['name']}", font["embedded"], sorted(known), font["embedded"] in known)


def pictures(table, name, facts, verdict):
    """Pictures by size and resolution. Poppler does not enter patterns and the glyphs of Type 3 fonts."""
    found = collections.defaultdict(list)
    for row in verdict["pictures"]["rows"]:
        if len(row) > 13 and row[2] in ("image", "stencil") and row[-4][0].isdigit():
            found[int(row[0])].append((int(row[3]), int(row[4]), float(row[-4]), float(row[-3])))
    for page, theirs in found.items():
        ours = [(*picture["pixels"], *(round(value) for value in picture["ppi"] or (0, 0))) for picture in facts["pictures"] if picture["page"] == page]
        missing = [one for one in theirs if not any(all(abs(a - b) <= max(1, b / 50) for a, b in zip(one, other)) for other in ours)]
        table.measure("pictures", f"{name} page {page}", sorted(ours), sorted(theirs), not missing)


def ink(table, name, facts, verdict, path):
    """The largest mean over a square of 15 mm, in the process inks."""
    if verdict["ink"].get("ended") != 0:
        table.skip("ink", "Ghostscript did not end")
        return
    is_embedded = all(font["embedded"] for font in facts["fonts"])
    finer = None
    for number, (page, (theirs, _)) in enumerate(zip(facts["pages"], verdict["ink"]["squares"])):
        held = page["ink"]
        if not held or held["unmeasured"] or held["truncated"]:
            table.skip("ink", "a page with colours that become inks in a way of Ghostscript's own")
        elif set(held["plates"]) - PROCESS:
            table.skip("ink", "a page with spot inks, of which Ghostscript makes others")
        elif not is_embedded:
            table.skip("ink", "a page of a file with fonts that are not in it")
        else:
            ours = round(held["square_process"] * 100, 1)
            if abs(ours - theirs) > INK_POINTS:
                finer = finer or judge.ink(path, FINER)
                theirs = finer["squares"][number][0] if finer.get("squares") else theirs
            table.measure("ink", f"{name} page {number + 1}", ours, theirs, abs(ours - theirs) <= INK_POINTS)
