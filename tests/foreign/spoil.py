"""Damages files of all makers: spoil.py FOLDER OUT [COUNT] writes COUNT damaged copies, 300 unless told. The same folder gives the same copies.

Makers take turns, and so do the kinds of damage: what transport does (cut off, a hole, a piece twice), and what faulty programs do to each part of a
file: objects, table of references, trailer, the data within streams.
"""

import pathlib
import random
import re
import sys
import zlib

from judge import in_turns

LARGEST = 2_000_000


def cut_off(data, chance):
    return data[: chance.randrange(9, len(data))]


def hole(data, chance):
    at, size = chance.randrange(len(data)), chance.choice([16, 256, 4096])
    return data[:at] + bytes(min(size, len(data) - at)) + data[at + size:]


def piece_lost(data, chance):
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice([1, 7, 300]):]


def piece_twice(data, chance):
    at = chance.randrange(len(data))
    return data[: at + 500] + data[at:]


def bits(data, chance):
    """Some bits anywhere."""
    changed = bytearray(data)
    for _ in range(chance.choice([3, 30, 300])):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def within(pattern, letters, count):
    """Other letters at some places of what a pattern finds; where it finds nothing, anywhere."""
    def damage(data, chance):
        spans = [found.span() for found in re.finditer(pattern, data, re.DOTALL)] or [(0, len(data))]
        changed = bytearray(data)
        for _ in range(count):
            begin, end = chance.choice(spans)
            changed[chance.randrange(begin, max(end, begin + 1))] = chance.choice(letters)
        return bytes(changed)
    return damage


def other_number(data, chance):
    """Some numbers become huge, negative, or another object's."""
    numbers = list(re.finditer(rb"(?<=[ \[/])\d+(?=[ \]>/\r\n])", data))
    for found in sorted(chance.sample(numbers, min(6, len(numbers))), key=lambda found: -found.start()):
        data = data[: found.start()] + chance.choice([b"0", b"-1", b"7", b"65536", b"4294967296", b"99999999999999999999"]) + data[found.end():]
    return data


def other_key(data, chance):
    """Some names become others that stand in the same file."""
    names = list(re.finditer(rb"/[A-Za-z0-9]+", data))
    for found in sorted(chance.sample(names, min(4, len(names))), key=lambda found: -found.start()):
        data = data[: found.start()] + chance.choice(names)[0] + data[found.end():]
    return data


def unpacked(data, chance):
    """Packed streams are unpacked, changed and packed again, so that the damage is in what they hold: contents, tables, fonts."""
    packed = []
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL):
        try:
            packed.append((found, zlib.decompress(found[1])))
        except zlib.error:
            continue
    for found, plain in sorted(chance.sample(packed, min(3, len(packed))), key=lambda one: -one[0].start()):
        changed = bytearray(plain or b"q")
        for _ in range(chance.choice([2, 20])):
            changed[chance.randrange(len(changed))] = chance.choice(b"0123456789 -./qQWSfBTETJj[]()<>\n\x00\xff")
        data = data[: found.start(1)] + zlib.compress(bytes(changed)) + data[found.end(1):]
    return data


STREAMS = rb"stream\r?\n.*?endstream"
OBJECTS = rb"obj\b.*?(?:stream|endobj)"
DAMAGE = {
    "cut-off": cut_off, "hole": hole, "piece-lost": piece_lost, "piece-twice": piece_twice, "bits": bits,
    "references": within(rb"(?:xref|trailer|startxref)\b.{0,2000}", b"0123456789 nfR", 6),
    "objects": within(OBJECTS, b"0123456789/<>[]() R", 8),
    "streams": within(STREAMS, bytes(range(256)), 40),
    "other-number": other_number, "other-key": other_key, "unpacked": unpacked,
}


def main():
    folder, out = (pathlib.Path(word) for word in sys.argv[1:3])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 300
    out.mkdir(parents=True, exist_ok=True)
    sources = [path for path in sorted(folder.glob("*.pdf")) if not path.name.startswith("damaged-") and path.stat().st_size < LARGEST]
    sources, kinds = in_turns(sources), list(DAMAGE)
    for number in range(count):
        # Every round of the sources moves on by one kind of damage.
        source, kind = sources[number % len(sources)], kinds[(number + number // len(sources)) % len(kinds)]
        spoiled = DAMAGE[kind](source.read_bytes(), random.Random(number))
        (out / f"spoiled-{number:04}-{kind}-{source.name}").write_bytes(spoiled)


if __name__ == "__main__":
    main()
