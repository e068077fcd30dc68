"""Makes the foreign files: make.py FOLDER [WORD]... writes all of them, or those whose names hold a word."""

import importlib
import pathlib
import sys
import traceback

import makers

MODULES = ["hand_colour", "hand_pictures", "hand_pages", "hand_claims", "damage", "cairo", "reportlab_", "small", "web", "desktop"]


def main():
    folder = pathlib.Path(sys.argv[1]).resolve()
    words = sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    for module in MODULES:
        try:
            importlib.import_module(f"makers.{module}")
        except ImportError as missing:
            print(f"left out: {module}, {missing}")
    failed = 0
    for name, write in sorted(makers.FILES.items()):
        if words and not any(word in name for word in words):
            continue
        path = folder / f"{name}.pdf"
        path.unlink(missing_ok=True)
        try:
            write(path)
        except Exception as why:
            failed += 1
            print(f"not made: {name}, {why!r}"[:600])
            if len(words) == 1:
                traceback.print_exc()
    print(f"{len(list(folder.glob('*.pdf')))} files in {folder}, {failed} could not be made")


main()
