"""Compares `faltwerk inspect` with the judges: compare.py FOLDER VERDICTS FALTWERK [WORD]...

Each file is judged by us as one for the press and as one for the screen, each as the judge does with which it is compared. What is printed: how each
run ended, and for each judge on how many questions both agree, who is alone, what could not be compared, and every disagreement with its file.
"""

import collections
import json
import pathlib
import sys

import measures
import press_rules
from rules import OURS
from survive import inspect


class Table:
    """The questions that both sides answered, by judge."""

    def __init__(self):
        self.files, self.both, self.sound = collections.Counter(), collections.Counter(), collections.Counter()
        self.ours, self.theirs = collections.defaultdict(list), collections.defaultdict(list)
        self.skipped = collections.defaultdict(collections.Counter)
        self.subjects = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0, 0]))

    def skip(self, judge, why):
        self.skipped[judge][why] += 1

    def measure(self, judge, name, ours, theirs, same=None):
        """A figure that both have."""
        if ours == theirs if same is None else same:
            self.both[judge] += 1
        else:
            self.ours[judge].append(f"{name}: ours {ours}, theirs {theirs}")

    def weigh(self, judge, name, subject, theirs, ours):
        """Whether something is wrong, for both."""
        for at, counts in enumerate((theirs and ours, ours and not theirs, theirs and not ours)):
            self.subjects[judge][subject][at] += bool(counts)
        if theirs and ours:
            self.both[judge] += 1
        elif theirs:
            self.theirs[judge].append(f"{subject}: {name}")
        elif ours:
            self.ours[judge].append(f"{subject}: {name}")

    def file(self, judge, before):
        """Counts a file that a judge judged; on `before` questions they disagreed until then."""
        self.files[judge] += 1
        self.sound[judge] += before == self.apart(judge)

    def apart(self, judge):
        return len(self.ours[judge]) + len(self.theirs[judge])

    def show(self):
        print(f"{'judge':14} {'files':>6} {'alike':>6} {'agree':>6} {'ours':>5} {'theirs':>6} {'not compared':>12}")
        for judge in sorted(set(self.files) | set(self.both) | set(self.skipped)):
            print(f"{judge:14} {self.files[judge]:6} {self.sound[judge]:6} {self.both[judge]:6} {len(self.ours[judge]):5} {len(self.theirs[judge]):6} {self.skipped[judge].total():12}")
        for judge, subjects in sorted(self.subjects.items()):
            print(f"\n== {judge}: agree, ours alone, theirs alone")
            print("\n".join(f"  {both:5} {ours:4} {theirs:4}  {subject}" for subject, (both, ours, theirs) in sorted(subjects.items())))
        for judge, why in sorted(self.skipped.items()):
            print(f"\n== {judge}: not compared")
            print("\n".join(f"  {count:5} {reason}" for reason, count in why.most_common()))
        for title, side in (("ours alone, or another figure", self.ours), ("theirs alone", self.theirs)):
            for judge, rows in sorted(side.items()):
                if rows:
                    print(f"\n== {judge}: {title}")
                    print("\n".join(f"  {row[:300]}" for row in sorted(rows)))


def screen(table, name, codes, verdict):
    """veraPDF for PDF/UA-1: its rules that are broken, and our codes that answer one of its rules."""
    judge, told = "veraPDF ua1", verdict.get("ua")
    if told is None:
        table.skip(judge, "a file that veraPDF does not read to its end")
        return
    before = table.apart(judge)
    for rule in told:
        if rule in OURS:
            table.weigh(judge, name, f"{rule} {'/'.join(sorted(OURS[rule]))}", True, codes & OURS[rule])
        else:
            table.skip(judge, f"rule {rule}, which none of our codes answers")
    answering = set().union(*OURS.values())
    confirmed = set().union(*(OURS.get(rule, set()) for rule in told))
    for code in sorted(codes):
        if code.startswith("ua/") and code not in answering:
            table.skip(judge, f"{code}, which no rule of veraPDF answers")
        elif code in answering and code not in confirmed:
            table.weigh(judge, name, code, False, True)
    table.file(judge, before)


def other_part(facts):
    """Whether the file claims an older part of PDF/X, by which we judge it then; the judges know PDF/X-4 only."""
    return any(claim.startswith("PDF/X-") and not claim.startswith("PDF/X-4") for claim in facts["claims"])


def structure(table, name, facts, codes, verdict):
    judge, told = "x4check", verdict.get("x4")
    if told is None:
        table.skip(judge, "a file at which x4check breaks off")
        return
    if other_part(facts):
        table.skip(judge, "a file of PDF/X-1a or PDF/X-3")
        return
    before = table.apart(judge)
    theirs, others = press_rules.subjects(press_rules.X4, told)
    ours = press_rules.ours(press_rules.X4, codes)
    for subject in sorted(theirs | ours):
        if subject in press_rules.NARROWER and subject not in theirs:
            table.skip(judge, f"{subject}, which x4check does not look for everywhere")
        else:
            table.weigh(judge, name, subject, subject in theirs, subject in ours)
    for word in others:
        table.skip(judge, word.split(" says ")[0])
    table.file(judge, before)


def proof(table, name, facts, codes, verdict):
    judge, told = "pressproof", verdict.get("proof")
    if told is None:
        table.skip(judge, "a file at which pressproof breaks off")
        return
    if other_part(facts):
        table.skip(judge, "a file of PDF/X-1a or PDF/X-3")
        return
    before = table.apart(judge)
    words = [f"{finding['check']}: {finding['message']}" for finding in told]
    if any(word.startswith("structure:") for word in words):
        table.skip(judge, "a file that pressproof does not open, though poppler does")
        return
    theirs, others = press_rules.subjects(press_rules.PROOF, words)
    ours = press_rules.ours(press_rules.PROOF, codes)
    for subject in sorted(theirs | ours):
        table.weigh(judge, name, subject, subject in theirs, subject in ours)
    for subject, they, we, bound in press_rules.measured(words, facts, codes):
        if they or bound:
            table.weigh(judge, name, subject, they, we)
    for word in others:
        if not press_rules.is_measured(word):
            table.skip(judge, word.split(":")[0])
    table.file(judge, before)


def main():
    folder, verdicts, program = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]).resolve()
    words, table, ended = sys.argv[4:], Table(), collections.Counter()
    for path in sorted(folder.glob("*.pdf")):
        judged = verdicts / f"{path.stem}.json"
        if (words and not any(word in path.name for word in words)) or not judged.exists():
            continue
        verdict, name, told = json.loads(judged.read_text()), path.stem, {}
        if "poppler" not in verdict:
            ended["not judged to the end"] += 1
            continue
        for purpose in ("press", "screen"):
            end, _, facts, findings = inspect(program, path, purpose)
            told[purpose] = facts, {finding["code"] for finding in findings}
            ended[str(end)] += 1
            if end not in (0, 1):
                print(f"{end}: {name} for the {purpose}")
        (facts, press), (_, accessible) = told["press"], told["screen"]
        opened = verdict["poppler"]["info"]["pages"] is not None
        if facts is None or not opened:
            table.measure("opened", name, facts is not None, opened)
            continue
        table.measure("opened", name, True, True)
        for measure in (measures.pages, measures.boxes, measures.fonts, measures.pictures):
            measure(table, name, facts, verdict["poppler"])
        measures.ink(table, name, facts, verdict, path)
        screen(table, name, accessible, verdict)
        structure(table, name, facts, press, verdict)
        proof(table, name, facts, press, verdict)
    print(dict(ended))
    table.show()


main()
