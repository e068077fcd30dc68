"""A sound PDF/X-4 file and a sound PDF/UA-1 file, and each again with one fault or one freedom."""

import re

from pikepdf import Array, Dictionary, Encryption, Name, Stream, String

from . import enter, places
from .hand import (X4, accessible, document_of, element, exponential, font, image, metadata, numbers, pixels, press, profile, save,
                   separation, stream, text, truetype)


def printed(feature, change=None, save_as=None, **keys):
    def write(path):
        pdf = press(**{key: value() if callable(value) else value for key, value in keys.items()})
        if change:
            change(pdf)
        save(pdf, path, **{"force_version": "1.6", **(save_as or {})})
    enter("hand", f"x4-{feature}", write)


def first(pdf):
    return pdf.pages[0].obj


def resources(pdf):
    return first(pdf).Resources


def intent(pdf):
    return pdf.Root.OutputIntents[0]


def without(key, of):
    return lambda pdf: of(pdf).__delitem__(key)


printed("sound")
printed("sound-two-pages", pages=2)
printed("version-1.7", save_as=dict(force_version="1.7"))
printed("version-2.0", save_as=dict(force_version="2.0"))
printed("version-1.4", save_as=dict(force_version="1.4"))
printed("no-intent", without("/OutputIntents", lambda pdf: pdf.Root))
printed("two-intents", lambda pdf: pdf.Root.OutputIntents.append(intent(pdf)))
printed("also-intent-for-pdf-a", lambda pdf: pdf.Root.OutputIntents.append(Dictionary(
    Type=Name.OutputIntent, S=Name.GTS_PDFA1, OutputConditionIdentifier=String("FOGRA39"), DestOutputProfile=intent(pdf).DestOutputProfile)))
printed("intent-without-profile", without("/DestOutputProfile", intent))
printed("intent-without-identifier", without("/OutputConditionIdentifier", intent))
printed("intent-rgb-monitor", lambda pdf: intent(pdf).__setitem__("/DestOutputProfile", profile(pdf, places.RGB_PROFILE, 3)))
printed("intent-wrong-n", lambda pdf: intent(pdf).DestOutputProfile.__setitem__("/N", 3))
printed("intent-garbage-profile", lambda pdf: intent(pdf).__setitem__("/DestOutputProfile", stream(pdf, b"x" * 300, N=4)))
printed("no-trim", without("/TrimBox", first))
printed("trim-and-art", lambda pdf: first(pdf).__setitem__("/ArtBox", first(pdf).TrimBox))
printed("art-only", lambda pdf: (first(pdf).__setitem__("/ArtBox", first(pdf).TrimBox), first(pdf).__delitem__("/TrimBox")))
printed("trim-outside-bleed", lambda pdf: first(pdf).__setitem__("/TrimBox", numbers(2, 2, 640, 890)))
printed("crop-inside-media", lambda pdf: first(pdf).__setitem__("/CropBox", first(pdf).TrimBox))
printed("no-metadata", without("/Metadata", lambda pdf: pdf.Root))
printed("claims-nothing", lambda pdf: metadata(pdf, ""))
printed("claims-x1a", lambda pdf: metadata(pdf, X4.replace("X-4", "X-1a:2003")))
printed("trapped-unknown", lambda pdf: (pdf.docinfo.__setitem__("/Trapped", Name.Unknown), pdf.Root.__setitem__(
    "/Metadata", stream(pdf, pdf.Root.Metadata.read_bytes().replace(b"Trapped>False", b"Trapped>Unknown"), Type=Name.Metadata, Subtype=Name.XML))))
printed("javascript", lambda pdf: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS=String("1"))))
printed("link-inside", lambda pdf: annotate(pdf, Name.Link, (100, 100, 200, 120)))
printed("link-outside", lambda pdf: annotate(pdf, Name.Link, (1, 1, 9, 9)))
printed("printer-mark-inside", lambda pdf: annotate(pdf, Name.PrinterMark, (100, 100, 200, 120)))
printed("form-field", lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary(Fields=Array([]))))
printed("encrypted", save_as=dict(force_version="1.6", encryption=Encryption(owner="o", user="", R=4)))
printed("rgb-fill", content="1 0 0 rg 100 100 100 100 re f")
printed("rgb-fill-with-default", content="1 0 0 rg 100 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__("/ColorSpace", Dictionary(
    DefaultRGB=Array([Name.ICCBased, profile(pdf, places.RGB_PROFILE, 3)]))))
printed("icc-same-as-intent", content="/C cs 1 0 0 0 scn 100 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__("/ColorSpace", Dictionary(
    C=Array([Name.ICCBased, intent(pdf).DestOutputProfile]))))
printed("icc-rgb", content="/C cs 1 0 0 scn 100 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__("/ColorSpace", Dictionary(
    C=Array([Name.ICCBased, profile(pdf, places.RGB_PROFILE, 3)]))))
printed("lab", content="/C cs 50 60 20 scn 100 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__("/ColorSpace", Dictionary(
    C=Array([Name.Lab, Dictionary(WhitePoint=numbers(0.9642, 1, 0.8249))]))))
printed("spot", content="/C cs 1 scn 100 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__("/ColorSpace", Dictionary(C=separation("PANTONE 185 C", [0, 0.9, 0.7, 0]))))
printed("spot-two-tints", content="/C cs 1 scn 100 100 100 100 re f /D cs 1 scn 300 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__(
    "/ColorSpace", Dictionary(C=separation("Gold", [0, 0.2, 0.7, 0.1]), D=separation("Gold", [0, 0.3, 0.9, 0.1]))))
printed("spot-spelled-twice", content="/C cs 1 scn 100 100 100 100 re f /D cs 1 scn 300 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__(
    "/ColorSpace", Dictionary(C=separation("Gold", [0, 0.2, 0.7, 0.1]), D=separation("GOLD", [0, 0.2, 0.7, 0.1]))))
printed("registration-colour", content="/C cs 1 scn 100 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__("/ColorSpace", Dictionary(C=separation("All", [1, 1, 1, 1]))))
printed("400-percent", content="1 1 1 1 k 100 100 200 200 re f")
printed("rich-black-text", content=text("Rich black", colour="0.8 0.7 0.7 0.9 k"))
printed("small-text-in-four-inks", content=text("Small", size=5, colour="0.5 0.5 0.5 0.5 k"))
printed("small-white-text", content=text("Small", size=5, colour="0 0 0 0 k"))
printed("hairline", content="0 0 0 1 K 0.05 w 100 100 m 300 300 l S")
printed("hairline-by-filling", content="0 0 0 1 k 100 100 300 0.1 re f")
printed("white-overprint", content="/G gs " + text("White", colour="0 0 0 0 k"), change=lambda pdf: resources(pdf).__setitem__("/ExtGState", Dictionary(G=Dictionary(op=True, OP=True, OPM=1))))
printed("black-knocks-out", content=text("Small black", size=9))
printed("black-overprints", content="/G gs " + text("Small black", size=9), change=lambda pdf: resources(pdf).__setitem__("/ExtGState", Dictionary(G=Dictionary(op=True, OP=True, OPM=1))))
printed("black-overprints-mode-0", content="/G gs " + text("Small black", size=9), change=lambda pdf: resources(pdf).__setitem__("/ExtGState", Dictionary(G=Dictionary(op=True, OP=True, OPM=0))))
printed("grey-text-small", content=text("Small grey", size=9, colour="0 g"))
printed("grey-overprints", content="/G gs 0.5 g 100 100 100 100 re f", change=lambda pdf: resources(pdf).__setitem__("/ExtGState", Dictionary(G=Dictionary(op=True, OP=True, OPM=1))))
printed("font-not-embedded", change=lambda pdf: resources(pdf).Font.__setitem__("/F1", font(pdf)))
printed("font-courier-not-embedded", change=lambda pdf: resources(pdf).Font.__setitem__("/F1", font(pdf, "Courier")))
printed("font-not-embedded-but-invisible", content="3 Tr " + text("Unseen"), change=lambda pdf: resources(pdf).Font.__setitem__("/F1", font(pdf)))
printed("font-not-embedded-and-unused", change=lambda pdf: resources(pdf).Font.__setitem__("/F2", font(pdf)))
printed("picture-72-ppi", content="q 400 0 0 400 100 100 cm /I Do Q", change=lambda pdf: placed(pdf, "CMYK", 400))
printed("picture-225-ppi", content="q 96 0 0 96 100 100 cm /I Do Q", change=lambda pdf: placed(pdf, "CMYK", 300))
printed("picture-149-ppi", content="q 144 0 0 144 100 100 cm /I Do Q", change=lambda pdf: placed(pdf, "CMYK", 298))
printed("picture-1-bit-400-ppi", content="q 72 0 0 72 100 100 cm /I Do Q", change=lambda pdf: placed(pdf, "1", 400))
printed("picture-rgb", content="q 72 0 0 72 100 100 cm /I Do Q", change=lambda pdf: placed(pdf, "RGB", 300))
printed("picture-16-bit", content="q 72 0 0 72 100 100 cm /I Do Q", change=lambda pdf: resources(pdf).__setitem__(
    "/XObject", Dictionary(I=image(pdf, bytes(300 * 300 * 8), 300, 300, Name.DeviceCMYK, 16))))
printed("transparency", content="/G gs 1 0 0 0 k 100 100 200 200 re f", change=lambda pdf: resources(pdf).__setitem__("/ExtGState", Dictionary(G=Dictionary(ca=0.5))))
printed("transfer-function", content="/G gs 1 0 0 0 k 100 100 200 200 re f", change=lambda pdf: resources(pdf).__setitem__("/ExtGState", Dictionary(G=Dictionary(TR=exponential([1], [0])))))
printed("postscript", content="/P Do", change=lambda pdf: resources(pdf).__setitem__("/XObject", Dictionary(P=stream(pdf, "showpage", Type=Name.XObject, Subtype=Name.PS))))
printed("page-empty", content="", change=lambda pdf: first(pdf).__setitem__("/Contents", stream(pdf, "")))
printed("pages-of-two-sizes", pages=2, change=lambda pdf: pdf.pages[1].obj.__setitem__("/TrimBox", numbers(40, 40, 500, 800)))
printed("rotated", change=lambda pdf: first(pdf).__setitem__("/Rotate", 90))
printed("user-unit", change=lambda pdf: first(pdf).__setitem__("/UserUnit", 2))
printed("lzw", change=lambda pdf: lzw(pdf))
printed("bleed-not-filled", content="0 0 0 0 k 0 0 700 900 re f 1 0 0 0 k 28.504 28.504 300 300 re f")


def annotate(pdf, kind, rect):
    first(pdf).Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=kind, Rect=numbers(*rect), F=4))])


def placed(pdf, mode, side):
    space = {"CMYK": Name.DeviceCMYK, "RGB": Name.DeviceRGB, "1": Name.DeviceGray}[mode]
    resources(pdf).XObject = Dictionary(I=image(pdf, pixels(mode, (side, side)).tobytes(), side, side, space, 1 if mode == "1" else 8))


def lzw(pdf):
    """The clear code, `q Q`'s bytes and the end code, each in nine bits."""
    codes = [256, *b"q Q ", 257]
    bits = "".join(f"{code:09b}" for code in codes)
    data = bytes(int(bits[at: at + 8].ljust(8, "0"), 2) for at in range(0, len(bits), 8))
    made = Stream(pdf, b"")
    made.write(data, filter=Name.LZWDecode)
    first(pdf).Contents = Array([first(pdf).Contents, pdf.make_indirect(made)])


def tagged(feature, change=None, words=("H1", "P"), **elements):
    def write(path):
        pdf = accessible(words, **elements)
        if change:
            change(pdf)
        save(pdf, path, force_version="1.7")
    enter("hand", f"ua-{feature}", write)


def node(pdf, at):
    return document_of(pdf).K[at]


def marked(pdf, content):
    first(pdf).Contents = stream(pdf, first(pdf).Contents.read_bytes() + content.encode())


tagged("sound")
tagged("no-language", without("/Lang", lambda pdf: pdf.Root))
tagged("language-empty", lambda pdf: pdf.Root.__setitem__("/Lang", String("")))
tagged("language-no-tag", lambda pdf: pdf.Root.__setitem__("/Lang", String("English (British)")))
tagged("no-title-display", without("/ViewerPreferences", lambda pdf: pdf.Root))
tagged("no-title", lambda pdf: pdf.Root.__setitem__("/Metadata", stream(pdf, re.sub(
    rb"<dc:title>.*</dc:title>", b"", pdf.Root.Metadata.read_bytes()), Type=Name.Metadata, Subtype=Name.XML)))
tagged("no-claim", lambda pdf: metadata(pdf, ""))
tagged("no-metadata", without("/Metadata", lambda pdf: pdf.Root))
tagged("not-marked", without("/MarkInfo", lambda pdf: pdf.Root))
tagged("suspects", lambda pdf: pdf.Root.MarkInfo.__setitem__("/Suspects", True))
tagged("no-structure", without("/StructTreeRoot", lambda pdf: pdf.Root))
tagged("no-parent-tree", without("/ParentTree", lambda pdf: pdf.Root.StructTreeRoot))
tagged("no-struct-parents", without("/StructParents", first))
tagged("untagged-content", lambda pdf: marked(pdf, text("Untagged", (72, 200))))
tagged("artifact", lambda pdf: marked(pdf, "/Artifact BMC " + text("Artifact", (72, 200)) + " EMC"))
tagged("artifact-inside-tag", lambda pdf: marked(pdf, "/P <</MCID 1>> BDC /Artifact BMC " + text("Artifact", (72, 200)) + " EMC EMC"))
tagged("tag-inside-artifact", lambda pdf: marked(pdf, "/Artifact BMC /P <</MCID 1>> BDC " + text("Tag", (72, 200)) + " EMC EMC"))
tagged("headings-skip", words=("H1", "P", "H3"))
tagged("headings-begin-with-2", words=("H2", "P"))
tagged("headings-numbered-and-not", words=("H1", "H"))
tagged("two-of-H", words=("H", "P", "H"))
tagged("figure-without-alt", words=("H1", "Figure"))
tagged("figure-with-alt", words=("H1", "Figure"), Figure={"Alt": String("A picture"), "A": Dictionary(O=Name.Layout, BBox=numbers(0, 0, 9, 9))})
tagged("figure-with-empty-alt", words=("H1", "Figure"), Figure={"Alt": String("")})
tagged("figure-with-actual-text", words=("H1", "Figure"), Figure={"ActualText": String("A")})
tagged("formula-without-alt", words=("H1", "Formula"))
tagged("note-without-id", words=("H1", "Note"))
tagged("note-with-id", words=("H1", "Note"), Note={"ID": String("n1")})
tagged("role-mapped", lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(Chapter=Name.P)), words=("H1", "Chapter"))
tagged("role-unmapped", words=("H1", "Chapter"))
tagged("role-loop", lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(Chapter=Name.Part2, Part2=Name.Chapter)), words=("H1", "Chapter"))
tagged("role-standard-mapped", lambda pdf: pdf.Root.StructTreeRoot.__setitem__("/RoleMap", Dictionary(P=Name.Span)))
tagged("list-without-items", words=("H1", "L"))
tagged("item-without-list", words=("H1", "LI"))
tagged("table-cell-without-row", words=("H1", "TD"))
tagged("table-sound", lambda pdf: table(pdf, scope=True))
tagged("table-header-without-scope", lambda pdf: table(pdf, scope=False))
tagged("table-ragged", lambda pdf: table(pdf, scope=True, ragged=True))
tagged("link-untagged", lambda pdf: annotate(pdf, Name.Link, (100, 100, 200, 120)))
tagged("link-tagged", lambda pdf: link(pdf, Contents=String("The site")))
tagged("link-without-contents", lambda pdf: link(pdf))
tagged("link-no-tab-order", lambda pdf: (link(pdf, Contents=String("x")), first(pdf).__delitem__("/Tabs")))
tagged("font-not-embedded", lambda pdf: resources(pdf).Font.__setitem__("/F1", font(pdf)))
tagged("font-wrong-widths", lambda pdf: resources(pdf).Font.__setitem__("/F1", truetype(pdf, widths=lambda true: [width + 40 for width in true])))
tagged("language-of-element-wrong", words=("H1", "P"), P={"Lang": String("not a language!")})
tagged("xfa-dynamic", lambda pdf: pdf.Root.__setitem__("/AcroForm", Dictionary(Fields=Array([]), XFA=stream(
    pdf, '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><config><acrobat><acrobat7><dynamicRender>required</dynamicRender></acrobat7></acrobat></config></xdp:xdp>'))))
tagged("layer-without-name", lambda pdf: pdf.Root.__setitem__("/OCProperties", Dictionary(OCGs=Array([]), D=Dictionary(), Configs=Array([Dictionary()]))))
tagged("attachment-without-uf", lambda pdf: pdf.Root.__setitem__("/Names", Dictionary(EmbeddedFiles=Dictionary(Names=Array([String("a"), pdf.make_indirect(
    Dictionary(Type=Name.Filespec, F=String("a"), EF=Dictionary(F=stream(pdf, "x", Type=Name.EmbeddedFile))))])))))
tagged("form-reference", lambda pdf: resources(pdf).__setitem__("/XObject", Dictionary(R=stream(pdf, "", Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 1, 1), Ref=Dictionary(F=String("other.pdf"), Page=0)))))


def table(pdf, scope, ragged=False):
    root = element(pdf, "Table", document_of(pdf), [])
    attribute = {"A": Dictionary(O=Name.Table, Scope=Name.Column)} if scope else {}
    for at in range(2):
        row = element(pdf, "TR", root, [])
        for _ in range(1 if ragged and at else 2):
            element(pdf, "TD" if at else "TH", row, [], **({} if at else attribute))


def link(pdf, **keys):
    annotate(pdf, Name.Link, (100, 100, 200, 120))
    made = first(pdf).Annots[0]
    for key, value in keys.items():
        made[f"/{key}"] = value
    made.A = Dictionary(S=Name.URI, URI=String("https://example.org"))
    made.StructParent = 1
    owner = element(pdf, "Link", document_of(pdf), [])
    owner.K.append(Dictionary(Type=Name.OBJR, Obj=made, Pg=first(pdf)))
    pdf.Root.StructTreeRoot.ParentTree.Nums.append(1)
    pdf.Root.StructTreeRoot.ParentTree.Nums.append(owner)
