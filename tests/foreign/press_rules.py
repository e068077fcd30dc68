"""What x4check and pressproof say about a file for the press, and which of our codes say the same.

A subject is a name, a pattern that finds it in what the judge says, and our codes. What a judge says and no pattern finds is not compared: either we do
not judge it, or by another figure. Where figures differ, only the part is compared on which both have to speak.
"""

import re

X4 = {
    "encryption": (r"encrypted", {"x4/encrypted", "pdf/locked"}),
    "identifiers": (r"no trailer /ID", {"x4/no-file-id"}),
    "version": (r"PDF version", {"x4/wrong-version"}),
    "one intent": (r"GTS_PDFX output intents", {"x4/no-output-intent", "x4/several-output-intents"}),
    "condition": (r"lacks OutputConditionIdentifier", {"x4/intent-without-condition"}),
    "profile": (r"lacks DestOutputProfile", {"x4/intent-without-profile"}),
    "kind of profile": (r"DestOutputProfile (class|/N)|ICC version", {"x4/wrong-profile"}),
    "metadata": (r"XMP lacks", {"x4/missing-metadata"}),
    "identification": (r"GTS_PDFXVersion is not", {"x4/not-identified"}),
    "actions": (r"has /AA", {"x4/action"}),
    "JavaScript": (r"JavaScript", {"x4/javascript"}),
    "PostScript": (r"PostScript", {"x4/postscript"}),
    "OPI": (r"OPI", {"x4/opi"}),
    "alternates": (r"Alternates", {"x4/alternate-picture"}),
    "transfer": (r"transfer function", {"x4/transfer-function"}),
    "halftone": (r"HTP", {"x4/halftone"}),
    "external": (r"external file", {"x4/external-stream"}),
    "trim": (r"exactly one of TrimBox", {"x4/no-trim-box", "x4/trim-and-art-box"}),
    "trim in bleed": (r"TrimBox outside", {"x4/trim-outside-bleed"}),
    "bleed in media": (r"BleedBox outside", {"x4/bleed-outside-media"}),
    "annotations": (r"annotation inside", {"x4/annotation-in-bleed"}),
    "presentation": (r"PresSteps", {"x4/presentation-steps"}),
}
# Of actions it knows those that start by themselves in the catalog; a link's is one, too.
NARROWER = {"actions"}
PROOF = {
    "no trim": (r"^trimbox: no ", {"x4/no-trim-box"}),
    "trim and art": (r"^trimbox: both", {"x4/trim-and-art-box"}),
    "trim in bleed": (r"^bleedbox: .*does not contain|^trimbox: .*extends", {"x4/trim-outside-bleed"}),
    "bleed in media": (r"^bleedbox: .*extends", {"x4/bleed-outside-media"}),
    "trapped": (r"^trapped", {"x4/no-trapped"}),
    "identification": (r"^pdfx-xmp", {"x4/not-identified"}),
    "intent": (r"^pdfx-intent", {"x4/no-output-intent"}),
    "fonts": (r"^font-embedded", {"x4/font-not-embedded"}),
    "notdef": (r"^missing-glyph", {"x4/notdef"}),
}
# Subjects whose figures or reach differ; each is a function of its own.
MEASURED = ("colour-space", "image-dpi", "tac", "hairline", "white-overprint", "overprint", "rich-black", "blend-space")

# Each side's own limits: pressproof's for pictures and ink, GWG 2022's for pictures, small text and thin lines.
PICTURE_THEIRS, PICTURE_OURS, PIXELS_OURS, INK_THEIRS, SMALL_TEXT_OURS = 300, 224, 16, 300, 8.0
# Ghostscript counts a pixel that a shape touches as covered: near the limit neither is wrong.
INK_EITHER_WAY = 3


def subjects(table, told):
    """The subjects of a table that a judge's words are about, and the words that none is about."""
    found, others = set(), []
    for word in told:
        hits = [name for name, (pattern, _) in table.items() if re.search(pattern, word)]
        found.update(hits)
        if not hits:
            others.append(word)
    return found, others


def ours(table, codes):
    return {name for name, (_, same) in table.items() if codes & same}


def is_measured(word):
    return word.split(":")[0] in MEASURED


def numbers(words, pattern):
    return [float(match[1]) for word in words if (match := re.search(pattern, word))]


def measured(words, facts, codes):
    """Of each subject whose figures differ: whether pressproof says it, whether we do; `None` where one is not bound to speak."""
    said = {kind: [word for word in words if word.startswith(f"{kind}:")] for kind in MEASURED}
    rgb = "gwg/R0027" in codes or "x4/device-rgb" in codes
    spaces = {picture["space"] for picture in facts["pictures"]}
    yield "RGB anywhere", bool(said["colour-space"]), rgb, bool({"DeviceRGB", "CalRGB"} & (set(facts["spaces"]) | spaces))
    low = [value for value in numbers(said["image-dpi"], r"placed at ([\d.]+) dpi")]
    resolutions = [min(picture["ppi"]) for picture in facts["pictures"] if picture["ppi"]]
    yield "resolution", bool(low), any(value < PICTURE_THEIRS for value in resolutions), True
    # GWG 2022 leaves out pictures of 16 pixels and less, and what lies outside of the product.
    large = [min(picture["ppi"]) for picture in facts["pictures"] if picture["ppi"] and max(picture["pixels"]) > PIXELS_OURS]
    coarse = any(value < PICTURE_OURS - 1 for value in low) and any(value < PICTURE_OURS for value in large)
    yield "coarse picture", coarse, bool({"gwg/R0031", "gwg/R0032"} & codes), "gwg/R0031" in codes
    inks = [page["ink"] for page in facts["pages"] if page["ink"]]
    if inks and not any(page["unmeasured"] or page["truncated"] for page in inks) and not any("could not" in word for word in said["tac"]):
        highest = max(page["highest_process"] for page in inks) * 100
        if abs(highest - INK_THEIRS) > INK_EITHER_WAY:
            yield "ink", bool(said["tac"]), highest > INK_THEIRS, True
    thin = {"gwg/R0018", "gwg/R0019"} & codes
    if thin:
        yield "thin line", bool(said["hairline"]), True, True
    if {"gwg/R0007", "gwg/R0008"} & codes or said["white-overprint"]:
        yield "white overprint", bool(said["white-overprint"]), bool({"gwg/R0007", "gwg/R0008"} & codes), True
    if said["overprint"]:
        yield "overprint", True, facts["overprint"], True
    small = [size for size in numbers(said["rich-black"], r"as small as ([\d.]+)pt") if size < SMALL_TEXT_OURS]
    if small:
        yield "rich small text", True, "gwg/R0017" in codes, True
    if said["blend-space"]:
        yield "transparency", True, facts["transparency"], True
