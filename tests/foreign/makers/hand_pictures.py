"""Pictures in every coding, and fonts of every kind."""

import base64

from PIL import Image
from pikepdf import Array, Dictionary, Name, Stream, String

from . import enter, places
from .hand import compressed, encoded, fax, font, image, jbig2, new, numbers, page, pixels, save, separation, stream, text, truetype

PLACE = "q 200 0 0 200 100 500 cm /I Do Q"


def picture(feature, make, content=PLACE, raw=False, **pages):
    """A file that shows one picture; `make` is told the file. With `raw`, streams stay as they were made."""
    def write(path):
        pdf = new()
        page(pdf, content, resources={"/XObject": Dictionary(I=make(pdf))}, **pages)
        if raw:
            save(pdf, path, compress_streams=False)
        else:
            save(pdf, path)
    enter("hand", f"picture-{feature}", write)


def coded(data, wide, high, space, filters, bits=8, **keys):
    """A picture whose data stands in the file as it is, under the given filters."""
    def make(pdf):
        made = Stream(pdf, b"")
        made.write(data, filter=Array([Name(f"/{name}") for name in filters]), decode_parms=Array([keys.pop("parameters")]) if "parameters" in keys else None)
        for key, value in dict(Type=Name.XObject, Subtype=Name.Image, Width=wide, Height=high, BitsPerComponent=bits, **keys).items():
            made[f"/{key}"] = value
        if space is not None:
            made.ColorSpace = space
        return pdf.make_indirect(made)
    return make


for mode, space in {"L": Name.DeviceGray, "RGB": Name.DeviceRGB, "CMYK": Name.DeviceCMYK}.items():
    picture(f"flate-{mode.lower()}", lambda pdf, mode=mode, space=space: image(pdf, pixels(mode).tobytes(), 64, 64, space))
    picture(f"jpeg-{mode.lower()}", coded(encoded(pixels(mode), "JPEG", quality=80), 64, 64, space, ["DCTDecode"]))
picture("jpeg-progressive", coded(encoded(pixels("RGB"), "JPEG", progressive=True), 64, 64, Name.DeviceRGB, ["DCTDecode"]))
picture("jpeg-in-flate", coded(compressed(encoded(pixels("CMYK"), "JPEG")), 64, 64, Name.DeviceCMYK, ["FlateDecode", "DCTDecode"]))
picture("jpeg-cut-off", coded(encoded(pixels("RGB"), "JPEG")[:900], 64, 64, Name.DeviceRGB, ["DCTDecode"]))
picture("jpeg-other-size", coded(encoded(pixels("RGB"), "JPEG"), 90, 10, Name.DeviceRGB, ["DCTDecode"]))
picture("jpeg-2000", coded(encoded(pixels("RGB"), "JPEG2000"), 64, 64, Name.DeviceRGB, ["JPXDecode"]))
picture("jpeg-2000-without-space", coded(encoded(pixels("L"), "JPEG2000"), 64, 64, None, ["JPXDecode"]))
picture("jpeg-2000-cut-off", coded(encoded(pixels("RGB"), "JPEG2000")[:500], 64, 64, Name.DeviceRGB, ["JPXDecode"]))
picture("fax-group-4", coded(fax(pixels("1", (400, 400))), 400, 400, Name.DeviceGray, ["CCITTFaxDecode"], 1, parameters=Dictionary(K=-1, Columns=400, Rows=400)))
picture("fax-wrong-columns", coded(fax(pixels("1", (400, 400))), 300, 400, Name.DeviceGray, ["CCITTFaxDecode"], 1, parameters=Dictionary(K=-1, Columns=300)))
picture("jbig2", coded(jbig2(pixels("1", (400, 400))), 400, 400, Name.DeviceGray, ["JBIG2Decode"], 1))
picture("jbig2-garbage", coded(b"\x00\x01garbage" * 9, 400, 400, Name.DeviceGray, ["JBIG2Decode"], 1))
picture("1-bit", lambda pdf: image(pdf, pixels("1").tobytes(), 64, 64, Name.DeviceGray, 1))
picture("1-bit-low-resolution", lambda pdf: image(pdf, pixels("1", (8, 8)).tobytes(), 8, 8, Name.DeviceGray, 1))
picture("2-bit", lambda pdf: image(pdf, bytes(range(256)) * 4, 64, 64, Name.DeviceGray, 2))
picture("4-bit", lambda pdf: image(pdf, bytes(range(256)) * 8, 64, 64, Name.DeviceGray, 4))
picture("16-bit", lambda pdf: image(pdf, bytes(range(256)) * 128, 64, 64, Name.DeviceCMYK, 16))
picture("indexed", lambda pdf: image(pdf, bytes(range(256)) * 16, 64, 64, Array([Name.Indexed, Name.DeviceRGB, 255, bytes(768)])))
picture("indexed-short-table", lambda pdf: image(pdf, bytes(range(256)) * 16, 64, 64, Array([Name.Indexed, Name.DeviceRGB, 255, bytes(30)])))
picture("spot", lambda pdf: image(pdf, pixels("L").tobytes(), 64, 64, separation("Silver", [0, 0, 0, 0.4])))
picture("inverted", lambda pdf: image(pdf, pixels("CMYK").tobytes(), 64, 64, Name.DeviceCMYK, Decode=numbers(1, 0, 1, 0, 1, 0, 1, 0)))
picture("colour-key", lambda pdf: image(pdf, pixels("RGB").tobytes(), 64, 64, Name.DeviceRGB, Mask=numbers(0, 127, 0, 255, 0, 255)))
picture("stencil-mask", lambda pdf: image(pdf, pixels("CMYK").tobytes(), 64, 64, Name.DeviceCMYK, Mask=stencil(pdf)))
picture("stencil", lambda pdf: stencil(pdf), "0 1 0.9 0 k " + PLACE)
picture("interpolated-with-alternates", lambda pdf: image(pdf, pixels("L").tobytes(), 64, 64, Name.DeviceGray, Interpolate=True, Alternates=Array([
    Dictionary(Image=image(pdf, pixels("L").tobytes(), 64, 64, Name.DeviceGray), DefaultForPrinting=True)])))
picture("opi", lambda pdf: image(pdf, pixels("L").tobytes(), 64, 64, Name.DeviceGray, OPI=Dictionary({"/2.0": Dictionary(Type=Name.OPI, F=String("high.tif"))})))
picture("400-percent", lambda pdf: image(pdf, bytes([255]) * 64 * 64 * 4, 64, 64, Name.DeviceCMYK), "q 300 0 0 300 100 400 cm /I Do Q")
picture("data-too-short", lambda pdf: image(pdf, bytes(100), 64, 64, Name.DeviceCMYK))
picture("of-no-size", lambda pdf: image(pdf, b"", 0, 0, Name.DeviceGray))
picture("of-negative-size", lambda pdf: image(pdf, bytes(64), -8, 8, Name.DeviceGray))
picture("declared-huge", lambda pdf: image(pdf, bytes(64), 100_000, 100_000, Name.DeviceCMYK))
picture("declared-overflowing", lambda pdf: image(pdf, bytes(64), 2_147_483_647, 2_147_483_647, Name.DeviceCMYK, 16))
picture("rotated-and-sheared", lambda pdf: image(pdf, pixels("RGB", (200, 100)).tobytes(), 200, 100, Name.DeviceRGB), "q 100 100 -50 50 200 400 cm /I Do Q q 0 144 -72 0 400 100 cm /I Do Q")
picture("without-extent", lambda pdf: image(pdf, pixels("RGB").tobytes(), 64, 64, Name.DeviceRGB), "q 0 0 0 0 100 100 cm /I Do Q")
picture("in-different-sizes", lambda pdf: image(pdf, pixels("L", (300, 300)).tobytes(), 300, 300, Name.DeviceGray), "q 72 0 0 72 72 72 cm /I Do Q q 360 0 0 360 100 300 cm /I Do Q")
picture("outside-of-page", lambda pdf: image(pdf, pixels("RGB").tobytes(), 64, 64, Name.DeviceRGB), "q 100 0 0 100 2000 2000 cm /I Do Q")
picture("ascii-85", coded(base64.a85encode(pixels("L").tobytes()) + b"~>", 64, 64, Name.DeviceGray, ["ASCII85Decode"]), raw=True)
picture("ascii-hex", coded(pixels("L").tobytes().hex().encode() + b">", 64, 64, Name.DeviceGray, ["ASCIIHexDecode"]), raw=True)
picture("run-length", coded(b"\x81\x40" * 32 + b"\x80", 64, 64, Name.DeviceGray, ["RunLengthDecode"]), raw=True)
picture("unknown-filter", coded(b"strange", 64, 64, Name.DeviceGray, ["StrangeDecode"]), raw=True)
picture("flate-garbage", coded(b"\x78\x9cgarbage" * 50, 64, 64, Name.DeviceGray, ["FlateDecode"]), raw=True)
picture("flate-bomb", lambda pdf: image(pdf, bytes(300_000_000), 20_000, 15_000, Name.DeviceGray))
picture("png-predictor", coded(compressed(b"".join(b"\x02" + bytes([1] * 64) for _ in range(64))), 64, 64, Name.DeviceGray, ["FlateDecode"],
                               parameters=Dictionary(Predictor=15, Colors=1, Columns=64)), raw=True)
picture("tiff-predictor", coded(compressed(bytes([1] * 64) * 64), 64, 64, Name.DeviceGray, ["FlateDecode"],
                                parameters=Dictionary(Predictor=2, Colors=1, Columns=64)), raw=True)
picture("in-line", lambda pdf: image(pdf, b"\0", 1, 1, Name.DeviceGray),
        "q 100 0 0 100 72 72 cm BI /W 4 /H 4 /CS /RGB /BPC 8 /F /AHx ID " + "ff000000ff000000ff" * 5 + "ffffff> EI Q q 100 0 0 100 300 72 cm BI /W 8 /H 8 /IM true /D [1 0] /F /AHx ID 0102040810204080> EI Q")
picture("in-line-with-end-inside", lambda pdf: image(pdf, b"\0", 1, 1, Name.DeviceGray),
        "q 100 0 0 100 72 72 cm BI /W 4 /H 4 /CS /G /BPC 8 ID abc EI defg EI \x00\x01\x02 EI Q 0 1 0 0 k 10 10 50 50 re f")
picture("in-line-without-end", lambda pdf: image(pdf, b"\0", 1, 1, Name.DeviceGray), "q BI /W 4 /H 4 /CS /G /BPC 8 ID abcdefgh")


def stencil(pdf):
    return stream(pdf, pixels("1").tobytes(), Type=Name.XObject, Subtype=Name.Image, Width=64, Height=64, ImageMask=True, BitsPerComponent=1)


def lettered(feature, make, content=None):
    def write(path):
        pdf = new()
        page(pdf, content or text("Hamburgefonts 0123"), resources={"/Font": Dictionary(F1=make(pdf))})
        save(pdf, path)
    enter("hand", f"font-{feature}", write)


def type3(pdf, widths=(600,)):
    glyph = stream(pdf, "600 0 0 0 500 700 d1 0 0 500 700 re f")
    return pdf.make_indirect(Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=numbers(0, 0, 600, 700), FontMatrix=numbers(0.001, 0, 0, 0.001, 0, 0), FirstChar=72, LastChar=72,
        Widths=Array(widths), CharProcs=Dictionary(H=glyph), Encoding=Dictionary(Type=Name.Encoding, Differences=Array([72, Name.H])), Resources=Dictionary()))


def type3_of_itself(pdf):
    made = type3(pdf)
    made.CharProcs.H = stream(pdf, "600 0 d0 BT /F1 1 Tf (H) Tj ET")
    made.Resources = Dictionary(Font=Dictionary(F1=made))
    return made


def composite(pdf, embed, cmap="Identity-H", subtype="CIDFontType2", registry=("Adobe", "Identity")):
    name = Name("/ABCDEF+LiberationSans" if embed else "/HeiseiMin-W3")
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=name, Flags=4, FontBBox=numbers(0, -200, 1000, 900), ItalicAngle=0, Ascent=900, Descent=-200, CapHeight=700, StemV=80)
    if embed:
        descriptor.FontFile2 = stream(pdf, open(places.TRUETYPE, "rb").read())
    descendant = Dictionary(Type=Name.Font, Subtype=Name(f"/{subtype}"), BaseFont=name, FontDescriptor=pdf.make_indirect(descriptor), DW=600,
                            W=Array([36, Array([667, 667]), 50, 60, 500]), CIDSystemInfo=Dictionary(Registry=String(registry[0]), Ordering=String(registry[1]), Supplement=0))
    if subtype == "CIDFontType2":
        descendant.CIDToGIDMap = Name.Identity
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=name, Encoding=Name(f"/{cmap}"), DescendantFonts=Array([pdf.make_indirect(descendant)])))


def open_type(pdf):
    from fontTools.ttLib import TTFont
    opened = TTFont("/usr/share/texmf/fonts/opentype/public/lm/lmroman10-bold.otf")
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/LMRoman10-Bold"), Flags=32, FontBBox=numbers(0, -200, 1000, 900), ItalicAngle=0, Ascent=900, Descent=-200, CapHeight=700, StemV=80)
    descriptor.FontFile3 = stream(pdf, opened.reader["CFF "], Subtype=Name.Type1C)
    return pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/LMRoman10-Bold"), FirstChar=32, LastChar=126, Widths=Array([500] * 95),
                                        Encoding=Name.WinAnsiEncoding, FontDescriptor=pdf.make_indirect(descriptor)))


def without_file(pdf):
    made = truetype(pdf)
    made.FontDescriptor.FontFile2 = stream(pdf, b"this is no font" * 10)
    return made


for base in ("Helvetica", "Courier", "Times-Roman", "Symbol", "ZapfDingbats"):
    lettered(f"standard-{base.lower()}", lambda pdf, base=base: font(pdf, base))
lettered("unknown-not-embedded", lambda pdf: font(pdf, "NoSuchFont-Bold"))
lettered("truetype", lambda pdf: truetype(pdf))
lettered("truetype-not-embedded", lambda pdf: truetype(pdf, embed=False))
lettered("truetype-wrong-widths", lambda pdf: truetype(pdf, widths=lambda true: [width + 50 for width in true]))
lettered("truetype-broken-file", without_file)
lettered("cff", open_type)
lettered("type-3", type3)
lettered("type-3-of-itself", type3_of_itself)
lettered("composite", lambda pdf: composite(pdf, True), "BT 0 g /F1 24 Tf 72 700 Td <002400250026> Tj ET")
lettered("composite-not-embedded", lambda pdf: composite(pdf, False, "UniJIS-UCS2-H", "CIDFontType0", ("Adobe", "Japan1")), "BT 0 g /F1 24 Tf 72 700 Td <65e5672c> Tj ET")
lettered("composite-vertical", lambda pdf: composite(pdf, True, "Identity-V"), "BT 0 g /F1 24 Tf 72 700 Td <002400250026> Tj ET")
lettered("composite-missing-glyphs", lambda pdf: composite(pdf, True), "BT 0 g /F1 24 Tf 72 700 Td <0000ffff> Tj ET")
lettered("composite-without-descendant", lambda pdf: Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/Lost"), Encoding=Name("/Identity-H"), DescendantFonts=Array([])))
lettered("dictionary-empty", lambda pdf: Dictionary())
lettered("render-modes", lambda pdf: truetype(pdf), "".join(f"BT 0 1 0 0 k 1 0 0 0 K {mode} Tr /F1 40 Tf 72 {780 - 80 * mode} Td (Mode {mode}) Tj ET\n" for mode in range(8)) + "1 0 1 0 k 0 0 595 842 re f")
lettered("small-sizes", lambda pdf: truetype(pdf), "".join(f"BT 0.5 0.5 0 0 k /F1 {size} Tf 72 {100 + 60 * size} Td (Size {size}) Tj ET\n" for size in range(1, 11)))
lettered("scaled-and-risen", lambda pdf: truetype(pdf), "BT 0 g 50 Tz 3 Tc 10 Tw 4 Ts 20 TL /F1 1 Tf 20 5 -5 20 72 600 Tm (One) ' 1 2 (Two) \" [(Th) -200 (ree)] TJ T* (Four) Tj ET")
lettered("nowhere-in-resources", lambda pdf: truetype(pdf), "BT /F9 24 Tf 72 700 Td (Lost) Tj ET")
