"""Colour spaces, overprint, transparency, shadings and patterns, one to a file."""

from pikepdf import Array, Dictionary, Name

from . import enter, maker, places
from .hand import exponential, font, image, new, numbers, page, pixels, profile, save, separation, stream, text

made = maker("hand")

SQUARES = "{0} 72 500 200 200 re f {1} 172 400 200 200 re f\n"


def plain(feature, content, resources=None, **keys):
    """A file of one page; `resources` is told the file and gives the page's resources."""
    def write(path):
        pdf = new()
        page(pdf, content, resources=resources(pdf) if resources else None, **keys)
        save(pdf, path)
    enter("hand", feature, write)


plain("fill-rgb", SQUARES.format("1 0 0 rg", "0 1 0 rg"))
plain("fill-cmyk", SQUARES.format("1 0 0 0 k", "0 1 1 0 k"))
plain("fill-grey", SQUARES.format("0.2 g", "0.8 g"))
plain("fill-400-percent", "1 1 1 1 k 0 0 595 842 re f\n")
plain("fill-320-percent", "0.9 0.8 0.7 0.8 k 100 100 200 200 re f\n")
plain("fill-340-percent-small", "1 1 0.7 0.7 k 100 100 20 20 re f\n")
plain("stroke-hairlines", "0 0 0 1 K 0 w 10 10 m 500 10 l S 0.05 w 10 50 m 500 50 l S 0.1 0 0 0.1 0 0 cm 1 w 100 900 m 5000 900 l S\n")
plain("stroke-dashes-and-joins", "1 0 1 0 K [12 4 2] 3 d 10 w 2 J 1 j 72 100 m 300 500 l 400 100 l s 1 M 0 j [] 0 d 80 600 m 90 800 l 100 600 l S\n")
plain("fill-even-odd-and-clip", "q 100 100 300 300 re 200 200 100 100 re W* n 1 0 0 0 k 0 0 595 842 re f Q 0 1 0 0 k 100 500 200 200 re 150 550 100 100 re f*\n")

SPACES = {
    "separation": lambda pdf: separation("PANTONE 185 C", [0, 0.9, 0.7, 0]),
    "separation-all": lambda pdf: separation("All", [1, 1, 1, 1]),
    "separation-none": lambda pdf: separation("None", [0, 0, 0, 0.5]),
    "separation-black": lambda pdf: separation("Black", [0, 0, 0, 1]),
    "separation-of-rgb": lambda pdf: Array([Name.Separation, Name("/Gold"), Name.DeviceRGB, exponential([1, 1, 1], [0.8, 0.7, 0.2])]),
    "separation-umlaut": lambda pdf: separation("Grün#20 dunkel", [0.9, 0, 0.9, 0.2]),
    "cal-grey": lambda pdf: Array([Name.CalGray, Dictionary(WhitePoint=numbers(0.95, 1, 1.09), Gamma=2.2)]),
    "icc-grey": lambda pdf: Array([Name.ICCBased, profile(pdf, places.GREY_PROFILE, 1)]),
}
for named, space in SPACES.items():
    plain(f"space-{named}", SQUARES.format("/C cs 1 scn", "0.3 scn"),
          lambda pdf, space=space: {"/ColorSpace": Dictionary(C=space(pdf))})


def tinted(code, components):
    return lambda pdf: stream(pdf, code, FunctionType=4, Domain=Array([0, 1] * components), Range=Array([0, 1] * 4))


plain("space-device-n", SQUARES.format("/C cs 1 0.5 scn", "0 1 scn"), lambda pdf: {"/ColorSpace": Dictionary(C=Array([
    Name.DeviceN, Array([Name("/PANTONE 300 C"), Name.Black]), Name.DeviceCMYK, tinted("{exch dup 0.5 mul 0 4 -1 roll}", 2)(pdf)]))})
plain("space-n-channel", SQUARES.format("/C cs 1 0.5 scn", "0 1 scn"), lambda pdf: {"/ColorSpace": Dictionary(C=Array([
    Name.DeviceN, Array([Name.Cyan, Name("/Orange")]), Name.DeviceCMYK, tinted("{dup 0.5 mul exch 0 }", 2)(pdf),
    Dictionary(Subtype=Name.NChannel, Colorants=Dictionary(Orange=separation("Orange", [0, 0.5, 1, 0])),
               Process=Dictionary(ColorSpace=Name.DeviceCMYK, Components=Array([Name.Cyan])))]))})
plain("space-lab", SQUARES.format("/C cs 60 60 40 scn", "90 -20 30 scn"), lambda pdf: {"/ColorSpace": Dictionary(C=Array([
    Name.Lab, Dictionary(WhitePoint=numbers(0.9642, 1, 0.8249), Range=numbers(-128, 127, -128, 127))]))})
plain("space-cal-rgb", SQUARES.format("/C cs 1 0.5 0 scn", "0 1 0 scn"), lambda pdf: {"/ColorSpace": Dictionary(C=Array([
    Name.CalRGB, Dictionary(WhitePoint=numbers(0.95, 1, 1.09), Gamma=numbers(2.2, 2.2, 2.2))]))})
plain("space-icc-rgb", SQUARES.format("/C cs 1 0.5 0 scn", "0 1 0 scn"),
      lambda pdf: {"/ColorSpace": Dictionary(C=Array([Name.ICCBased, profile(pdf, places.RGB_PROFILE, 3)]))})
plain("space-icc-cmyk", SQUARES.format("/C cs 1 0.5 0 0 scn", "0 1 0 0.5 scn"),
      lambda pdf: {"/ColorSpace": Dictionary(C=Array([Name.ICCBased, profile(pdf, places.CMYK_PROFILE, 4)]))})
plain("space-icc-broken-profile", SQUARES.format("/C cs 1 0.5 0 scn", "0 1 0 scn"),
      lambda pdf: {"/ColorSpace": Dictionary(C=Array([Name.ICCBased, stream(pdf, b"no profile" * 20, N=3, Alternate=Name.DeviceRGB)]))})
plain("space-icc-wrong-n", SQUARES.format("/C cs 1 0.5 0 scn", "0 1 0 scn"),
      lambda pdf: {"/ColorSpace": Dictionary(C=Array([Name.ICCBased, profile(pdf, places.CMYK_PROFILE, 3)]))})
plain("space-indexed", SQUARES.format("/C cs 0 scn", "2 scn"), lambda pdf: {"/ColorSpace": Dictionary(C=Array([
    Name.Indexed, Name.DeviceCMYK, 2, b"\xff\x00\x00\x00\x00\xff\x00\x00\x00\x00\xff\x00"]))})
plain("space-default-rgb", SQUARES.format("1 0 0 rg", "0 1 0 rg"),
      lambda pdf: {"/ColorSpace": Dictionary(DefaultRGB=Array([Name.ICCBased, profile(pdf, places.RGB_PROFILE, 3)]))})
plain("space-default-cmyk", SQUARES.format("1 0 0 0 k", "0 1 0 0 k"),
      lambda pdf: {"/ColorSpace": Dictionary(DefaultCMYK=Array([Name.ICCBased, profile(pdf, places.CMYK_PROFILE, 4)]))})
plain("space-unknown", SQUARES.format("/Missing cs 1 scn", "/C cs 0 scn"), lambda pdf: {"/ColorSpace": Dictionary(C=Array([Name("/Strange")]))})
plain("space-of-itself", SQUARES.format("/C cs 1 scn", "0 scn"), lambda pdf: {"/ColorSpace": Dictionary(C=looped(pdf))})


def looped(pdf):
    space = pdf.make_indirect(Array([Name.Indexed, Name.DeviceRGB, 1, b"abcdef"]))
    space[1] = space
    return space


STATES = {
    "overprint": Dictionary(op=True, OP=True, OPM=1),
    "overprint-mode-0": Dictionary(op=True, OP=True, OPM=0),
    "overprint-old-key": Dictionary(OP=True),
    "alpha": Dictionary(ca=0.5, CA=0.5),
    "multiply": Dictionary(BM=Name.Multiply),
    "luminosity": Dictionary(BM=Name.Luminosity),
    "blend-array": Dictionary(BM=Array([Name("/Unheard"), Name.Screen])),
    "transfer-function": Dictionary(TR=Name.Identity, HT=Name.Default),
    "transfer-function-2": Dictionary(TR2=exponential([1], [0])),
    "halftone": Dictionary(HT=Dictionary(Type=Name.Halftone, HalftoneType=1, Frequency=60, Angle=45, SpotFunction=Name.SimpleDot, HTP=numbers(0, 0))),
    "black-generation": Dictionary(BG2=Name.Default, UCR2=Name.Default, SMask=Name("/None"), AIS=False, TK=True),
}
for named, state in STATES.items():
    plain(f"state-{named}", SQUARES.format("1 0 0 0 k", "/G gs 0 1 0 0 k"), lambda pdf, state=state: {"/ExtGState": Dictionary(G=state)})
plain("overprint-white-text", "0 1 1 0 k 0 600 595 242 re f /G gs " + text("White", colour="0 0 0 0 k"),
      lambda pdf: {"/ExtGState": Dictionary(G=STATES["overprint"]), "/Font": Dictionary(F1=font(pdf))})
plain("overprint-spot-on-spot", "/A cs 1 scn 100 100 200 200 re f /G gs /B cs 1 scn 200 200 200 200 re f", lambda pdf: {
    "/ExtGState": Dictionary(G=STATES["overprint"]),
    "/ColorSpace": Dictionary(A=separation("PANTONE 185 C", [0, 0.9, 0.7, 0]), B=separation("PANTONE 185 U", [0, 0.8, 0.6, 0]))})


def group(pdf, content, space=Name.DeviceCMYK, resources=None, **keys):
    keys = {"I": True, "K": False, **keys}
    return stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 595, 842), Resources=Dictionary(resources or {}),
                  Group=Dictionary(S=Name.Transparency, CS=space, **keys))


plain("group-isolated-knockout", "1 0 0 0 k 0 0 300 842 re f /X Do", lambda pdf: {"/XObject": Dictionary(
    X=group(pdf, "/G gs " + SQUARES.format("0 1 0 0 k", "0 0 1 0 k"), K=True, resources={"/ExtGState": Dictionary(G=STATES["alpha"])}))})
plain("group-rgb-in-cmyk-page", "1 0 0 0 k 0 0 300 842 re f /X Do", lambda pdf: {"/XObject": Dictionary(
    X=group(pdf, SQUARES.format("1 0 0 rg", "0 0 1 rg"), Name.DeviceRGB))}, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK))
plain("group-page-rgb", SQUARES.format("1 0 0 0 k", "0 1 0 0 k"), Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))
for kind in ("Luminosity", "Alpha"):
    plain(f"soft-mask-{kind.lower()}", "/G gs 1 1 0 0 k 0 0 595 842 re f", lambda pdf, kind=kind: {"/ExtGState": Dictionary(G=Dictionary(
        SMask=Dictionary(Type=Name.Mask, S=Name(f"/{kind}"), G=group(pdf, SQUARES.format("0.5 g", "1 g"), Name.DeviceGray), BC=numbers(0))))})
plain("soft-mask-image", "q 300 0 0 300 72 400 cm /I Do Q", lambda pdf: {"/XObject": Dictionary(I=image(
    pdf, pixels("CMYK").tobytes(), 64, 64, Name.DeviceCMYK, SMask=image(pdf, pixels("L").tobytes(), 64, 64, Name.DeviceGray, Matte=numbers(0, 0, 0, 0))))})


def form_of_itself(pdf):
    form = stream(pdf, "1 0 0 0 k 0 0 50 50 re f /X Do", Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 100, 100))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    return form


plain("form-of-itself", "/X Do", lambda pdf: {"/XObject": Dictionary(X=form_of_itself(pdf))})
plain("form-deep", "/X Do", lambda pdf: {"/XObject": Dictionary(X=nested(pdf, 200))})
plain("form-doubling", "/X Do", lambda pdf: {"/XObject": Dictionary(X=nested(pdf, 40, "/X Do /X Do"))})
plain("form-with-matrix", "0.5 0 0 0.5 0 0 cm /X Do", lambda pdf: {"/XObject": Dictionary(X=stream(
    pdf, SQUARES.format("1 0 0 0 k", "0 1 0 0 k"), Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 300, 900), Matrix=numbers(0.8, 0.2, -0.2, 0.8, 50, 0)))})
plain("form-without-resources", "/X Do", lambda pdf: {"/XObject": Dictionary(X=stream(
    pdf, text("Inherited"), Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 595, 842))), "/Font": Dictionary(F1=font(pdf))})


def nested(pdf, depth, content="/X Do"):
    inner = stream(pdf, "1 0 0 0 k 0 0 50 50 re f", Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 100, 100))
    for _ in range(depth):
        inner = stream(pdf, content, Type=Name.XObject, Subtype=Name.Form, BBox=numbers(0, 0, 100, 100), Resources=Dictionary(XObject=Dictionary(X=inner)))
    return inner


CMYK_RAMP = exponential([1, 0, 0, 0], [0, 1, 1, 0])
RGB_RAMP = exponential([1, 0, 0], [0, 0, 1])


def stitched():
    return Dictionary(FunctionType=3, Domain=numbers(0, 1), Functions=Array([CMYK_RAMP, exponential([0, 1, 1, 0], [0, 0, 0, 1], 2)]),
                      Bounds=numbers(0.4), Encode=numbers(0, 1, 0, 1))


def sampled(pdf):
    return stream(pdf, bytes(range(0, 256, 16)) * 4, FunctionType=0, Domain=numbers(0, 1), Range=Array([0, 1] * 4), Size=numbers(16), BitsPerSample=8)


AXIAL = dict(ShadingType=2, Coords=numbers(72, 400, 500, 400), Extend=Array([True, True]))
RADIAL = dict(ShadingType=3, Coords=numbers(300, 400, 20, 320, 420, 200), Extend=Array([True, False]))
SHADINGS = {
    "axial-rgb": lambda pdf: Dictionary(ColorSpace=Name.DeviceRGB, Function=RGB_RAMP, **AXIAL),
    "axial-cmyk": lambda pdf: Dictionary(ColorSpace=Name.DeviceCMYK, Function=CMYK_RAMP, **AXIAL),
    "axial-stitched": lambda pdf: Dictionary(ColorSpace=Name.DeviceCMYK, Function=stitched(), **AXIAL),
    "axial-sampled": lambda pdf: Dictionary(ColorSpace=Name.DeviceCMYK, Function=sampled(pdf), **AXIAL),
    "axial-function-array": lambda pdf: Dictionary(ColorSpace=Name.DeviceCMYK, Function=Array([exponential([at / 4], [1 - at / 4]) for at in range(4)]), **AXIAL),
    "axial-spot": lambda pdf: Dictionary(ColorSpace=separation("Reflex Blue", [1, 0.7, 0, 0]), Function=exponential([0], [1]), **AXIAL),
    "axial-over-320-percent": lambda pdf: Dictionary(ColorSpace=Name.DeviceCMYK, Function=exponential([0, 0, 0, 0], [1, 1, 1, 1]), **AXIAL),
    "radial-cmyk": lambda pdf: Dictionary(ColorSpace=Name.DeviceCMYK, Function=CMYK_RAMP, Background=numbers(0, 0, 0.2, 0), BBox=numbers(50, 100, 550, 800), **RADIAL),
    "radial-grey": lambda pdf: Dictionary(ColorSpace=Name.DeviceGray, Function=exponential([0], [1]), **RADIAL),
    "function-based": lambda pdf: Dictionary(ShadingType=1, ColorSpace=Name.DeviceCMYK, Domain=numbers(0, 1, 0, 1), Matrix=numbers(400, 0, 0, 400, 72, 200),
                                             Function=stream(pdf, "{2 copy mul 0}", FunctionType=4, Domain=numbers(0, 1, 0, 1), Range=Array([0, 1] * 4))),
    "free-triangles": lambda pdf: mesh(pdf, 4, b"".join(vertex(0, x, y, colour) for x, y, colour in TRIANGLE), BitsPerFlag=8),
    "lattice-triangles": lambda pdf: mesh(pdf, 5, b"".join(vertex(None, x * 60, y * 60, (x * 60, y * 60, 0, 0)) for y in range(4) for x in range(4)), VerticesPerRow=4),
    "coons-patch": lambda pdf: mesh(pdf, 6, patch(12), BitsPerFlag=8),
    "tensor-patch": lambda pdf: mesh(pdf, 7, patch(16), BitsPerFlag=8),
    "mesh-cut-off": lambda pdf: mesh(pdf, 7, patch(16)[:37], BitsPerFlag=8),
    "unknown-type": lambda pdf: Dictionary(ShadingType=9, ColorSpace=Name.DeviceCMYK),
}
TRIANGLE = [(10, 10, (255, 0, 0, 0)), (240, 20, (0, 255, 0, 0)), (120, 240, (0, 0, 255, 0))]
EDGE = [(0, 0), (0, 85), (0, 170), (0, 255), (85, 220), (170, 255), (255, 255), (220, 170), (255, 85), (255, 0), (170, 30), (85, 0),
        (85, 85), (85, 170), (170, 170), (170, 85)]


def vertex(flag, x, y, colour):
    return (b"" if flag is None else bytes([flag])) + bytes([x, y, *colour])


def patch(points):
    return bytes([0]) + bytes(value for point in EDGE[:points] for value in point) + bytes([255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 255])


def mesh(pdf, kind, data, **keys):
    return stream(pdf, data, ShadingType=kind, ColorSpace=Name.DeviceCMYK, BitsPerCoordinate=8, BitsPerComponent=8,
                  Decode=numbers(72, 500, 200, 700, 0, 1, 0, 1, 0, 1, 0, 1), **keys)


for named, shading in SHADINGS.items():
    plain(f"shading-{named}", "q 50 50 500 700 re W n /S sh Q", lambda pdf, shading=shading: {"/Shading": Dictionary(S=shading(pdf))})
plain("shading-as-pattern", "/Pattern cs /P scn 100 100 300 300 re f /Pattern CS /P SCN 20 w 100 500 300 200 re S", lambda pdf: {
    "/Pattern": Dictionary(P=Dictionary(PatternType=2, Shading=SHADINGS["axial-cmyk"](pdf), Matrix=numbers(1, 0.2, 0, 1, 0, 0)))})


def tiles(pdf, content, paint=1, step=20, resources=None, **keys):
    return stream(pdf, content, PatternType=1, PaintType=paint, TilingType=1, BBox=numbers(0, 0, 20, 20), XStep=step, YStep=step,
                  Resources=Dictionary(resources or {}), **keys)


def tiling(feature, fill, pattern, spaces=None):
    plain(f"tiling-{feature}", f"{fill} 72 72 450 700 re f", lambda pdf: {"/Pattern": Dictionary(P=pattern(pdf)), "/ColorSpace": Dictionary(spaces(pdf) if spaces else {})})


tiling("coloured", "/Pattern cs /P scn", lambda pdf: tiles(pdf, "1 0 0 0 k 0 0 10 10 re f 0 1 0 0 k 10 10 10 10 re f"))
tiling("uncoloured", "/U cs 0 0.8 0.9 0 /P scn", lambda pdf: tiles(pdf, "0 0 10 10 re f", 2), lambda pdf: {"/U": Array([Name.Pattern, Name.DeviceCMYK])})
tiling("uncoloured-spot", "/U cs 0.7 /P scn", lambda pdf: tiles(pdf, "0 0 10 10 re f", 2), lambda pdf: {"/U": Array([Name.Pattern, separation("HKS 43 K", [1, 0.5, 0, 0])])})
tiling("rgb-inside", "/Pattern cs /P scn", lambda pdf: tiles(pdf, "1 0 0 rg 0 0 10 10 re f"))
tiling("tiny-step", "/Pattern cs /P scn", lambda pdf: tiles(pdf, "1 0 0 0 k 0 0 10 10 re f", step=0.01))
tiling("zero-step", "/Pattern cs /P scn", lambda pdf: tiles(pdf, "1 0 0 0 k 0 0 10 10 re f", step=0))
tiling("negative-step", "/Pattern cs /P scn", lambda pdf: tiles(pdf, "1 0 0 0 k 0 0 10 10 re f", step=-20))


def pattern_of_itself(pdf):
    pattern = tiles(pdf, "/Pattern cs /P scn 0 0 10 10 re f")
    pattern.Resources = Dictionary(Pattern=Dictionary(P=pattern))
    return pattern


tiling("of-itself", "/Pattern cs /P scn", pattern_of_itself)
