"""Building blocks for files that are written object by object with pikepdf: pages, pictures, colour spaces, a sound press file and a sound
accessible file, so that each feature and each fault stands alone."""

import io
import zlib

from PIL import Image
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from . import places

A4 = (595, 842)


def new():
    return Pdf.new()


def numbers(*values):
    return Array([round(value, 4) if isinstance(value, float) else value for value in values])


def stream(pdf, data, **keys):
    """A stream with the given keys, compressed when written."""
    made = Stream(pdf, data if isinstance(data, bytes) else data.encode("latin-1"))
    for key, value in keys.items():
        made[f"/{key}"] = value
    return pdf.make_indirect(made)


def page(pdf, content, size=A4, resources=None, **keys):
    """Adds a page that shows `content`."""
    added = pdf.add_blank_page(page_size=size).obj
    added.Contents = stream(pdf, content)
    added.Resources = Dictionary(resources or {})
    for key, value in keys.items():
        added[f"/{key}"] = value
    return added


def font(pdf, base="Helvetica"):
    """One of the fourteen standard fonts, which is not embedded."""
    return pdf.make_indirect(
        Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{base}"), Encoding=Name.WinAnsiEncoding))


def truetype(pdf, path=None, embed=True, widths=None):
    """A simple TrueType font with the characters 32 to 126; `widths` changes the true widths before they are written."""
    from fontTools.ttLib import TTFont
    path = path or places.TRUETYPE
    opened = TTFont(path)
    scale = 1000 / opened["head"].unitsPerEm
    cmap, advances = opened.getBestCmap(), opened["hmtx"]
    true = [round(advances[cmap[code]][0] * scale) for code in range(32, 127)]
    name = Name("/" + opened["name"].getDebugName(6))
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=numbers(-1000, -300, 2000, 1000), ItalicAngle=0,
        Ascent=900, Descent=-240, CapHeight=700, StemV=80)
    if embed:
        data = open(path, "rb").read()
        descriptor.FontFile2 = stream(pdf, data, Length1=len(data))
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.TrueType, BaseFont=name, FirstChar=32, LastChar=126,
        Widths=Array(widths(true) if widths else true), Encoding=Name.WinAnsiEncoding,
        FontDescriptor=pdf.make_indirect(descriptor)))


def text(words, at=(72, 700), size=24, colour="0 0 0 1 k"):
    return f"BT {colour} /F1 {size} Tf {at[0]} {at[1]} Td ({words}) Tj ET\n"


def exponential(start, end, exponent=1):
    return Dictionary(FunctionType=2, Domain=numbers(0, 1), C0=Array(start), C1=Array(end), N=exponent)


def separation(name, cmyk):
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, exponential([0, 0, 0, 0], cmyk)])


def profile(pdf, path, components, alternate=None):
    made = stream(pdf, open(path, "rb").read(), N=components)
    if alternate:
        made.Alternate = alternate
    return made


def pixels(mode="RGB", size=(64, 64)):
    """A picture with colour in every part of it, the same at every run."""
    wide, high = size
    channels = [Image.linear_gradient("L").resize(size), Image.radial_gradient("L").resize(size)]
    channels += [channels[0].rotate(90), channels[1].point(lambda value: 255 - value)]
    if mode == "L":
        return channels[0]
    if mode == "1":
        return channels[1].convert("1")
    return Image.merge(mode, channels[: len(mode)])


def encoded(picture, form, **options):
    held = io.BytesIO()
    picture.save(held, form, **options)
    return held.getvalue()


def image(pdf, data, wide, high, space, bits=8, **keys):
    return stream(pdf, data, Type=Name.XObject, Subtype=Name.Image, Width=wide, Height=high, ColorSpace=space,
                  BitsPerComponent=bits, **keys)


def fax(picture):
    """The picture's rows in Group 4, without the TIFF around them."""
    held = io.BytesIO(encoded(picture, "TIFF", compression="group4", strip_size=1 << 24))
    opened = Image.open(held)
    offset, length = opened.tag_v2[273][0], opened.tag_v2[279][0]
    return held.getvalue()[offset: offset + length]


def jbig2(picture):
    """A JBIG2 page with one generic region that is coded in Group 4 (ITU-T T.88, 7.2 to 7.4)."""
    data = fax(picture)
    wide, high = picture.size
    number = lambda value, bytes=4: value.to_bytes(bytes, "big")
    segment = lambda index, kind, body: number(index) + bytes([kind, 0, 1]) + number(len(body)) + body
    information = number(wide) + number(high) + number(0) + number(0) + bytes([0]) + number(0, 2)
    region = number(wide) + number(high) + number(0) + number(0) + bytes([0, 1])
    return segment(0, 48, information) + segment(1, 38, region + data)


XMP_X4 = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">By hand</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate>
<xmp:MetadataDate>2026-01-01T00:00:00Z</xmp:MetadataDate>
<xmpMM:DocumentID>uuid:0b9d8c6e-0000-4000-8000-000000000001</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Trapped>False</pdf:Trapped>IDENTITY
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

X4 = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
UA1 = "<pdfuaid:part>1</pdfuaid:part>"


def metadata(pdf, identity):
    made = Stream(pdf, XMP_X4.replace("IDENTITY", identity).encode())
    made.Type, made.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = pdf.make_indirect(made)


BLEED, MARGIN = 8.504, 20.0


def press(content=None, resources=None, pages=1):
    """A PDF/X-4 file with trim, 3 mm of bleed and a profile; `content` stands where text in black and a tint would."""
    pdf = new()
    shift = MARGIN + BLEED
    media = (A4[0] + 2 * shift, A4[1] + 2 * shift)
    for _ in range(pages):
        held = dict(resources or {})
        held.setdefault("/Font", Dictionary(F1=truetype(pdf)))
        ground = f"0.1 0 0.2 0 k {MARGIN} {MARGIN} {A4[0] + 2 * BLEED} {A4[1] + 2 * BLEED} re f\n"
        added = page(pdf, ground + (content if content is not None else text("Printed")), media, held)
        added.TrimBox = numbers(shift, shift, shift + A4[0], shift + A4[1])
        added.BleedBox = numbers(MARGIN, MARGIN, media[0] - MARGIN, media[1] - MARGIN)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("FOGRA39"),
        RegistryName=String("http://www.color.org"), Info=String("FOGRA39"),
        DestOutputProfile=profile(pdf, places.CMYK_PROFILE, 4)))])
    metadata(pdf, X4)
    pdf.docinfo["/Title"] = "By hand"
    pdf.docinfo["/Trapped"] = Name("/False")
    pdf.docinfo["/CreationDate"] = "D:20260101000000Z"
    pdf.docinfo["/ModDate"] = "D:20260101000000Z"
    pdf.docinfo["/GTS_PDFXVersion"] = "PDF/X-4"
    return pdf


def element(pdf, kind, parent, kids, **keys):
    """A structure element, entered among the children of its parent."""
    made = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, K=Array(kids)))
    for key, value in keys.items():
        made[f"/{key}"] = value
    if parent.get("/K") is None:
        parent.K = Array([])
    parent.K.append(made)
    return made


def accessible(words=("H1", "P"), **elements):
    """A tagged file as PDF/UA-1 wants it: one element for each of `words`, whose keys stand in `elements` (as `P={...}`)."""
    pdf = new()
    lines = [f"/{kind} <</MCID {at}>> BDC {text(f'A line of {kind}', (72, 700 - 40 * at))} EMC\n" for at, kind in enumerate(words)]
    added = page(pdf, "".join(lines), resources={"/Font": Dictionary(F1=truetype(pdf))}, StructParents=0, Tabs=Name.S)
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    document = element(pdf, "Document", root, [])
    marked = [element(pdf, kind, document, [at], Pg=added, **elements.get(kind, {})) for at, kind in enumerate(words)]
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, pdf.make_indirect(Array(marked))])))
    root.ParentTreeNextKey = 1
    pdf.Root.StructTreeRoot = root
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("en-GB")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    metadata(pdf, UA1)
    return pdf


def document_of(pdf):
    return pdf.Root.StructTreeRoot.K[0]


def save(pdf, path, **options):
    options = {"deterministic_id": True, "fix_metadata_version": False, **options}
    if options.get("encryption"):
        options.pop("deterministic_id")
    pdf.save(path, **options)


def compressed(data):
    return zlib.compress(data, 9)
