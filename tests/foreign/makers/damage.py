"""Files of the other makers, damaged in the ways that transport and faulty programs damage them. The seeds are fixed."""

import io
import random

import pikepdf

from . import enter
from .hand import accessible, press


def sources():
    for name, pdf in (("press", press()), ("tagged", accessible())):
        for arrangement in (pikepdf.ObjectStreamMode.disable, pikepdf.ObjectStreamMode.generate):
            held = io.BytesIO()
            pdf.save(held, deterministic_id=True, fix_metadata_version=False, object_stream_mode=arrangement)
            yield f"{name}-{'classic' if arrangement == pikepdf.ObjectStreamMode.disable else 'streamed'}", held.getvalue()


def flipped(seed, share=2000):
    def damage(data):
        chance, changed = random.Random(seed), bytearray(data)
        for _ in range(max(3, min(60, len(data) // share))):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    return damage


def structural(seed):
    """Changes digits, names and brackets outside of streams only, where a reader's own logic is hit."""
    def damage(data):
        chance, changed, inside = random.Random(seed), bytearray(data), []
        at = 0
        while at < len(data):
            start = data.find(b"stream", at)
            start = len(data) if start < 0 else start
            inside += range(at, start)
            end = data.find(b"endstream", start)
            at = len(data) if end < 0 else end
        for _ in range(8):
            changed[chance.choice(inside)] = chance.choice(b"0123456789/<>[]() R")
        return bytes(changed)
    return damage


def cut(share):
    return lambda data: data[: int(len(data) * share)]


def looped(data):
    """A second cross-reference table whose /Prev is itself."""
    at = len(data)
    return data + b"xref\n0 0\ntrailer <</Size 99 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF" % (at, at)


DAMAGE = {
    **{f"cut-at-{percent}": cut(percent / 100) for percent in (1, 25, 50, 75, 95, 99)},
    **{f"flipped-{seed}": flipped(seed) for seed in range(8)},
    **{f"structure-{seed}": structural(seed) for seed in range(12)},
    "wrong-startxref": lambda data: data.replace(b"startxref\n", b"startxref\n1"),
    "no-startxref": lambda data: data[: data.rfind(b"startxref")],
    "no-endobj": lambda data: data.replace(b"endobj", b""),
    "no-endstream": lambda data: data.replace(b"endstream", b"        "),
    "wrong-length": lambda data: data.replace(b"/Length ", b"/Length 9"),
    "length-huge": lambda data: data.replace(b"/Length ", b"/Length 99999999999999999999"),
    "junk-before": lambda data: b"From: mail\r\n" * 40 + data,
    "junk-after": lambda data: data + bytes(3000),
    "no-header": lambda data: data[data.find(b"\n") + 1:],
    "line-ends-changed": lambda data: data.replace(b"\n", b"\r\n"),
    "zeroed-middle": lambda data: data[: len(data) // 2] + bytes(512) + data[len(data) // 2 + 512:],
    "xref-loop": looped,
    "doubled": lambda data: data + data,
    "size-huge": lambda data: data.replace(b"/Size ", b"/Size 9999999"),
}
HELD = dict(sources())
for name, data in HELD.items():
    for feature, damage in DAMAGE.items():
        if feature.startswith(("flipped", "structure")) or name in ("press-classic", "tagged-streamed"):
            enter("damaged", f"{feature}-{name}", lambda path, damage=damage, data=data: path.write_bytes(damage(data)))

BARE = {
    "empty": b"",
    "header-only": b"%PDF-1.7\n",
    "no-pdf": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "brackets": b"%PDF-1.7\n1 0 obj\n" + b"[" * 200_000,
    "dictionaries": b"%PDF-1.7\n1 0 obj\n" + b"<</A " * 100_000,
    "string-open": b"%PDF-1.7\n1 0 obj\n" + b"(" * 100_000,
    "reference-to-itself": b"%PDF-1.4\n1 0 obj\n1 0 R\nendobj\ntrailer <</Root 1 0 R>>\n",
    "catalog-is-page": b"%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 1 0 R /Kids [1 0 R] /Count 1 /MediaBox [0 0 9 9]>>\nendobj\ntrailer <</Root 1 0 R>>\n",
    "length-of-itself": b"%PDF-1.4\n1 0 obj\n<</Type /Catalog /Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type /Pages /Kids [3 0 R] /Count 1>>\nendobj\n3 0 obj\n<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>>\nendobj\n4 0 obj\n<</Length 4 0 R>>\nstream\n0 g\nendstream\nendobj\ntrailer <</Root 1 0 R>>\n",
    "many-objects": b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n<</A %d 0 R>>\nendobj\n" % (at, at + 1) for at in range(1, 200_000)) + b"trailer <</Root 1 0 R>>\n",
}
for feature, data in BARE.items():
    enter("damaged", f"bare-{feature}", lambda path, data=data: path.write_bytes(data))
for seed in range(4):
    enter("damaged", f"bare-noise-{seed}", lambda path, seed=seed: path.write_bytes(b"%PDF-1.5\n" + random.Random(seed).randbytes(20_000)))


def updated(change):
    """An incremental update, as programs that fill in forms append one."""
    def write(path):
        path.write_bytes(change(HELD["press-classic"]))
    return write


def appended(data, body, number):
    table = len(data) + len(body)
    offset = len(data) + body.index(b"%d 0 obj" % number)
    previous = int(data[data.rfind(b"startxref") + 9:].split()[0])
    return data + body + b"xref\n%d 1\n%010d 00000 n \ntrailer <</Size 99 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (number, offset, previous, table)


enter("hand", "updated-catalog", updated(lambda data: appended(data, b"\n1 0 obj\n<</Type /Catalog /Pages 99 0 R>>\nendobj\n", 1)))
enter("hand", "updated-added-object", updated(lambda data: appended(data, b"\n98 0 obj\n(added)\nendobj\n", 98)))
