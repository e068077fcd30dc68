"""Pages and their boxes, what hangs on pages and on the file, versions and encryption."""

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, Permissions, String

from . import enter, maker
from .hand import A4, element, font, new, numbers, page, save, stream, text

made = maker("hand")


def one(feature, change=None, content=None, size=A4, save_as=None, **keys):
    """A file of one page with a line of text; `change` is told the file and the page."""
    def write(path):
        pdf = new()
        added = page(pdf, content if content is not None else text("One page"), size, {"/Font": Dictionary(F1=font(pdf))}, **keys)
        if change:
            change(pdf, added)
        save(pdf, path, **(save_as or {}))
    enter("hand", feature, write)


one("box-crop-inside", CropBox=numbers(50, 50, 500, 800))
one("box-crop-outside", CropBox=numbers(-50, -50, 700, 900))
one("box-crop-elsewhere", CropBox=numbers(2000, 2000, 2100, 2100))
one("box-trim-outside-bleed", TrimBox=numbers(0, 0, 595, 842), BleedBox=numbers(20, 20, 575, 822))
one("box-trim-and-art", TrimBox=numbers(20, 20, 575, 822), ArtBox=numbers(40, 40, 555, 802))
one("box-bleed-outside-media", TrimBox=numbers(0, 0, 595, 842), BleedBox=numbers(-9, -9, 604, 851))
one("box-negative-origin", lambda pdf, added: added.__setitem__("/MediaBox", numbers(-297, -421, 298, 421)))
one("box-corners-swapped", lambda pdf, added: added.__setitem__("/MediaBox", numbers(595, 842, 0, 0)), TrimBox=numbers(500, 800, 50, 40))
one("box-of-fractions", lambda pdf, added: added.__setitem__("/MediaBox", Array([pikepdf.Object.parse(b"0.0000"), 0, pikepdf.Object.parse(b"595.27559"), pikepdf.Object.parse(b"+841.88976")])))
one("box-of-three-numbers", lambda pdf, added: added.__setitem__("/MediaBox", numbers(0, 0, 595)))
one("box-of-words", lambda pdf, added: added.__setitem__("/MediaBox", Array([String("0"), Name.a, 595, 842])))
one("box-missing", lambda pdf, added: added.__delitem__("/MediaBox"))
one("box-empty", lambda pdf, added: added.__setitem__("/MediaBox", numbers(0, 0, 0, 0)))
one("box-indirect", lambda pdf, added: added.__setitem__("/MediaBox", pdf.make_indirect(numbers(0, 0, 595, 842))))
one("box-enormous", lambda pdf, added: added.__setitem__("/MediaBox", Array([pikepdf.Object.parse(b"-99999999999999999999.0"), 0, pikepdf.Object.parse(b"99999999999999999999.0"), 842])))
one("box-100-metres", lambda pdf, added: added.__setitem__("/MediaBox", numbers(0, 0, 283_465, 283_465)))
one("box-tiny", size=(3, 3))
for angle in (90, 180, 270, -90, 45, 450):
    one(f"rotated-by-{angle}".replace("--", "-minus-"), Rotate=angle)
one("user-unit", UserUnit=2.5)
one("user-unit-zero", UserUnit=0)
one("page-empty", content="")
one("page-without-contents", lambda pdf, added: added.__delitem__("/Contents"))
one("page-without-resources", lambda pdf, added: added.__delitem__("/Resources"))
one("page-contents-cut-in-token", lambda pdf, added: added.__setitem__("/Contents", Array([stream(pdf, "1 0 0 0 "), stream(pdf, "k 0 0 100 1"), stream(pdf, "00 re f BT /F1 12 Tf (two parts"), stream(pdf, ") Tj ET")])))
one("page-contents-of-null", lambda pdf, added: added.__setitem__("/Contents", Array([pikepdf.Object.parse(b"null"), 7, Name.What])))
one("page-content-garbage", content="1 0 0 0 k ( [ << /a ] > ) ) } { 0 0 100 100 re f \x00\xff\x80 1e99 -.-5 --3 f BT Tj ET Q Q Q Q EMC EI")
one("page-content-many-saves", content="q " * 100_000 + "1 0 0 0 k 0 0 10 10 re f")
one("page-content-deep-array", content="[" * 50_000 + "]" * 50_000 + " TJ")
one("page-content-deep-dictionary", content="/S " + "<</A " * 20_000 + "1 " + ">>" * 20_000 + " BDC EMC")
one("page-content-huge-numbers", content="99999999999999999999999999 0 0 1e38 0 0 cm 0 0 340282346638528859811704183484516925440 1 re f 1 0 0 1 99999999999999999999 0 cm 0 0 0 0 0 0 cm 0 0 1 1 re B 1 0 0 0 k 100000000000000 w 0 0 m 1 1 l S")
one("page-content-many-paths", content="1 0 0 0 k " + "".join(f"{at % 595} {at % 842} 3 3 re f " for at in range(100_000)))
one("page-content-long-path", content="0 0 m " + "".join(f"{at * 7 % 595} {at * 13 % 842} l " for at in range(60_000)) + "f*")
one("page-content-many-dashes", content="[0.0001 0.0001] 0 d 1 w 0 0 m 595 842 l S")


def family(feature, count):
    @made(feature)
    def write(path):
        pdf = new()
        shared = {"/Font": Dictionary(F1=font(pdf))}
        for at in range(count):
            page(pdf, text(f"Page {at + 1}"), resources=shared)
        save(pdf, path, object_stream_mode=pikepdf.ObjectStreamMode.generate)


family("pages-500", 500)
family("pages-9", 9)


@made("pages-different-sizes")
def different(path):
    pdf = new()
    for size in ((595, 842), (842, 595), (420, 595)):
        page(pdf, "1 0 0 0 k 10 10 100 100 re f", size, TrimBox=numbers(5, 5, size[0] - 5, size[1] - 5))
    save(pdf, path)


@made("pages-none")
def none(path):
    save(new(), path)


def tree(feature, change):
    @made(feature)
    def write(path):
        pdf = new()
        page(pdf, "1 0 0 0 k 10 10 100 100 re f")
        change(pdf)
        save(pdf, path)


tree("tree-loop", lambda pdf: pdf.Root.Pages.Kids.append(pdf.Root.Pages))
tree("tree-kids-of-null", lambda pdf: pdf.Root.Pages.__setitem__("/Kids", Array([pdf.Root.Pages.Kids[0], pikepdf.Object.parse(b"null"), 5, Name.x])))
tree("tree-count-wrong", lambda pdf: pdf.Root.Pages.__setitem__("/Count", 1_000_000_000))
tree("tree-same-page-twice", lambda pdf: pdf.Root.Pages.Kids.append(pdf.Root.Pages.Kids[0]))
tree("tree-inherited-values", lambda pdf: inherit(pdf))
tree("tree-deep", lambda pdf: deepen(pdf, 300))
tree("tree-without-type", lambda pdf: (pdf.Root.Pages.__delitem__("/Type"), pdf.Root.Pages.Kids[0].__delitem__("/Type")))


def inherit(pdf):
    child = pdf.Root.Pages.Kids[0]
    for key in ("/MediaBox", "/Resources"):
        pdf.Root.Pages[key] = child[key]
        del child[key]
    pdf.Root.Pages.Rotate = 90
    pdf.Root.Pages.CropBox = numbers(10, 10, 500, 800)


def deepen(pdf, depth):
    top = pdf.Root.Pages
    child = top.Kids[0]
    for _ in range(depth):
        node = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=1, Kids=Array([child])))
        child.Parent = node
        child = node
    child.Parent = top
    top.Kids = Array([child])


def rect(at=0):
    return numbers(100 + 30 * at, 500, 125 + 30 * at, 520)


def annotated(feature, kind, **keys):
    one(f"annotation-{feature}", lambda pdf, added: added.__setitem__("/Annots", Array([pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=rect(), **{key: value(pdf) if callable(value) else value for key, value in keys.items()}))])))


annotated("link", "Link", A=Dictionary(S=Name.URI, URI=String("https://example.org/")), Border=numbers(0, 0, 0))
annotated("link-to-nowhere", "Link", Dest=String("nowhere"))
annotated("text", "Text", Contents=String("A note"), F=4)
annotated("square-drawn", "Square", C=numbers(1, 0, 0), AP=lambda pdf: Dictionary(N=stream(pdf, "1 0 0 rg 0 0 25 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 25, 20))))
annotated("hidden", "Square", F=2)
annotated("printer-mark", "PrinterMark", F=4, MN=String("ColorBar"))
annotated("trap-net", "TrapNet", F=68)
annotated("javascript", "Link", A=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")))
annotated("launch", "Link", A=Dictionary(S=Name.Launch, F=String("calc.exe")))
annotated("file", "FileAttachment", FS=lambda pdf: Dictionary(Type=Name.Filespec, F=String("a.txt"), EF=Dictionary(F=stream(pdf, "attached", Type=Name.EmbeddedFile))))
annotated("movie", "Movie", Movie=Dictionary(F=String("film.avi")))
annotated("3d", "3D", **{"3DD": lambda pdf: stream(pdf, "U3D", Type=Name("/3D"), Subtype=Name.U3D)})
annotated("without-subtype-name", "", Contents=String("?"))


def on_file(feature, change):
    one(f"file-{feature}", change)


on_file("javascript-names", lambda pdf, added: pdf.Root.__setitem__("/Names", Dictionary(JavaScript=Dictionary(Names=Array([String("a"), Dictionary(S=Name.JavaScript, JS=String("1"))])))))
on_file("open-action-javascript", lambda pdf, added: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.JavaScript, JS=stream(pdf, "app.beep()"))))
on_file("open-action-chain", lambda pdf, added: pdf.Root.__setitem__("/OpenAction", Dictionary(S=Name.GoTo, D=Array([added, Name.Fit]), Next=Dictionary(S=Name.JavaScript, JS=String("1")))))
on_file("additional-actions", lambda pdf, added: (pdf.Root.__setitem__("/AA", Dictionary(WC=Dictionary(S=Name.Named, N=Name.NextPage))), added.__setitem__("/AA", Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage)))))
on_file("attachment", lambda pdf, added: pdf.attachments.__setitem__("note.txt", b"attached"))
on_file("form-field", lambda pdf, added: field(pdf, added))
on_file("form-xfa", lambda pdf, added: pdf.Root.__setitem__("/AcroForm", Dictionary(Fields=Array([]), XFA=stream(pdf, "<xdp/>"))))
on_file("layers", lambda pdf, added: layers(pdf, added))
on_file("outline", lambda pdf, added: outline(pdf, added, False))
on_file("outline-loop", lambda pdf, added: outline(pdf, added, True))
on_file("page-labels", lambda pdf, added: pdf.Root.__setitem__("/PageLabels", Dictionary(Nums=Array([0, Dictionary(S=Name.r, St=4, P=String("A-"))]))))
on_file("name-tree-loop", lambda pdf, added: name_loop(pdf))
on_file("output-intent-srgb", lambda pdf, added: pdf.Root.__setitem__("/OutputIntents", Array([Dictionary(S=Name.GTS_PDFA1, OutputConditionIdentifier=String("sRGB"))])))
on_file("output-intents-no-array", lambda pdf, added: pdf.Root.__setitem__("/OutputIntents", 7))
on_file("metadata-no-xml", lambda pdf, added: pdf.Root.__setitem__("/Metadata", stream(pdf, "<<<&&& no xml" * 99, Type=Name.Metadata, Subtype=Name.XML)))
on_file("metadata-deep-xml", lambda pdf, added: pdf.Root.__setitem__("/Metadata", stream(pdf, "<a>" * 50_000, Type=Name.Metadata, Subtype=Name.XML)))
on_file("metadata-entities", lambda pdf, added: pdf.Root.__setitem__("/Metadata", stream(pdf, '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {chr(98 + at)} "{("&" + chr(97 + at) + ";") * 10}">' for at in range(9)) + "]><a>&j;</a>", Type=Name.Metadata, Subtype=Name.XML)))
on_file("metadata-utf-16", lambda pdf, added: pdf.Root.__setitem__("/Metadata", stream(pdf, "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>".encode("utf-16"), Type=Name.Metadata, Subtype=Name.XML)))
on_file("structure-loop", lambda pdf, added: structure_loop(pdf))
on_file("structure-deep", lambda pdf, added: structure_deep(pdf))
on_file("extensions-and-requirements", lambda pdf, added: (pdf.Root.__setitem__("/Extensions", Dictionary(ADBE=Dictionary(BaseVersion=Name("/1.7"), ExtensionLevel=8))), pdf.Root.__setitem__("/Requirements", Array([Dictionary(S=Name.EnableJavaScripts)]))))
on_file("web-capture-and-presentation", lambda pdf, added: (added.__setitem__("/PresSteps", Dictionary(Type=Name.NavNode)), added.__setitem__("/Trans", Dictionary(S=Name.Dissolve)), added.__setitem__("/Dur", 5)))


def field(pdf, added):
    widget = pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("name"), V=String("Ada"), Rect=numbers(100, 500, 300, 520), P=added, F=4))
    added.Annots = Array([widget])
    pdf.Root.AcroForm = Dictionary(Fields=Array([widget]), NeedAppearances=True)


def layers(pdf, added):
    on, off = (pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("Shown", "Hidden"))
    added.Resources.Properties = Dictionary(A=on, B=off)
    added.Contents = stream(pdf, "/OC /A BDC 1 0 0 0 k 0 0 300 300 re f EMC /OC /B BDC 1 1 1 1 k 300 300 200 200 re f EMC")
    pdf.Root.OCProperties = Dictionary(OCGs=Array([on, off]), D=Dictionary(ON=Array([on]), OFF=Array([off]), Order=Array([on, off])),
                                       Configs=Array([Dictionary(Name=String("Other"))]))


def outline(pdf, added, loop):
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
    item = pdf.make_indirect(Dictionary(Title=String("Only"), Parent=root, Dest=Array([added, Name.Fit])))
    root.First = root.Last = item
    if loop:
        item.Next = item.First = item
    pdf.Root.Outlines = root


def name_loop(pdf):
    node = pdf.make_indirect(Dictionary())
    node.Kids = Array([node, node])
    pdf.Root.Names = Dictionary(Dests=node, EmbeddedFiles=node, JavaScript=node)


def structure_loop(pdf):
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    first = element(pdf, "Document", root, [])
    second = element(pdf, "Sect", first, [])
    second.K.append(first)
    root.RoleMap = Dictionary(A=Name.B, B=Name.A, Sect=Name.Sect)
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)


def structure_deep(pdf):
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    at = root
    for _ in range(5_000):
        at = element(pdf, "Sect", at, [])
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)


# What qpdf will write: versions, encryption, arrangements of the same file.
for version in ("1.3", "1.4", "1.5", "1.6", "1.7", "2.0"):
    one(f"version-{version}", save_as=dict(force_version=version, object_stream_mode=pikepdf.ObjectStreamMode.disable))
one("arranged-linearized", save_as=dict(linearize=True))
one("arranged-object-streams", save_as=dict(object_stream_mode=pikepdf.ObjectStreamMode.generate))
one("arranged-uncompressed", save_as=dict(compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.generalized, object_stream_mode=pikepdf.ObjectStreamMode.disable))
for strength in (2, 3, 4, 6):
    one(f"encrypted-owner-r{strength}", save_as=dict(encryption=Encryption(owner="owner", user="", R=strength, aes=strength > 3, metadata=strength > 3)))
one("encrypted-user", save_as=dict(encryption=Encryption(owner="owner", user="user", R=6)))
one("encrypted-user-old", save_as=dict(encryption=Encryption(owner="owner", user="user", R=3, aes=False, metadata=False)))
one("encrypted-no-printing", save_as=dict(encryption=Encryption(owner="owner", user="", R=6, allow=Permissions(print_highres=False, print_lowres=False, accessibility=False))))
one("encrypted-metadata-readable", save_as=dict(encryption=Encryption(owner="owner", user="", R=4, aes=True, metadata=False)))
