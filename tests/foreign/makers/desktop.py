"""Programs of Debian: TeX, LibreOffice, Ghostscript, Inkscape, librsvg, groff, Scribus and qpdf."""

import pathlib
import tempfile

from . import maker, places
from .hand import encoded, pixels, press, save
from .web import BODY, HTML, SVG, in_folder

EPOCH = {"SOURCE_DATE_EPOCH": "1767225600", "FORCE_SOURCE_DATE": "1"}

TEX = r"\documentclass{article}%s\begin{document}\section{Titel}Ein Absatz mit $x^2$. %s\end{document}"
XCOLOR, GRAPHICS = r"\usepackage[cmyk]{xcolor}", r"\usepackage{graphicx}"
PDFX = r"\usepackage[%s]{pdfx}\usepackage{graphicx}"
TAGGED = r"\DocumentMetadata{testphase=phase-II,lang=de-DE,pdfversion=1.7}"
TEX_FILES = {
    ("pdflatex", "type-1-fonts"): TEX % ("", ""),
    ("pdflatex", "bitmap-fonts"): TEX % (r"\pdfmapfile{}", ""),
    ("pdflatex", "cmyk"): TEX % (XCOLOR, r"\textcolor[cmyk]{1,.9,.8,.7}{\rule{8cm}{8cm}}\textcolor[rgb]{1,0,0}{rot}"),
    ("pdflatex", "links-and-outline"): TEX % (r"\usepackage{hyperref}", r"\href{https://example.org}{Verweis}\subsection{Zwei}"),
    ("pdflatex", "boxes"): TEX % (r"\pdfpageattr{/TrimBox [20 20 560 780] /BleedBox [10 10 570 790]}", ""),
    ("pdflatex", "pictures"): TEX % (GRAPHICS, r"\includegraphics[width=6cm]{picture.jpg}\includegraphics[width=3cm,angle=30]{picture.png}"),
    ("pdflatex", "pdf-inside"): TEX % (GRAPHICS, r"\includegraphics[width=6cm]{inner.pdf}"),
    ("pdflatex", "version-1.3"): r"\pdfminorversion=3 \pdfcompresslevel=0" + TEX % ("", ""),
    ("pdflatex", "object-streams"): r"\pdfminorversion=5 \pdfobjcompresslevel=3" + TEX % ("", ""),
    ("pdflatex", "many-pages"): TEX % ("", r"\newcount\n \loop\advance\n 1 Seite \the\n\newpage\ifnum\n<60\repeat"),
    ("pdflatex", "pdfx-x-4"): TEX % (PDFX % "x-4", ""),
    ("pdflatex", "pdfx-x-1a"): TEX % (PDFX % "x-1a", ""),
    ("pdflatex", "pdfx-a-2b"): TEX % (PDFX % "a-2b", ""),
    ("pdflatex", "tagged"): TAGGED + TEX % ("", ""),
    ("lualatex", "open-type"): TEX % (r"\usepackage{fontspec}\setmainfont{Latin Modern Roman}", "Łódź"),
    ("lualatex", "truetype"): TEX % (r"\usepackage{fontspec}\setmainfont{Liberation Sans}", "Łódź Ελλάδα"),
    ("lualatex", "tagged"): TAGGED + TEX % (r"\usepackage{fontspec}", r"\subsection{Zwei}Noch ein Absatz."),
    ("xelatex", "truetype"): TEX % (r"\usepackage{fontspec}\setmainfont{Liberation Serif}", "Łódź"),
    ("xelatex", "transparency"): TEX % (r"\usepackage{fontspec}\special{pdf:put @resources <</ExtGState <</T <</ca .5>>>>>>}", r"\special{pdf:literal direct /T gs 1 0 0 rg 0 0 90 90 re f}"),
}


def tex(path, engine, source):
    def work(folder):
        (folder / "main.tex").write_text(source)
        (folder / "main.xmpdata").write_text(r"\Title{Titel}\Author{Ada}\Language{de-DE}")
        pixels("RGB").save(folder / "inner.pdf")
        for _ in range(2):
            places.run(engine, "-interaction=batchmode", "main.tex", folder=folder, **EPOCH)
        path.write_bytes((folder / "main.pdf").read_bytes())
    in_folder(work)


for (engine, feature), source in TEX_FILES.items():
    maker(engine)(feature)(lambda path, engine=engine, source=source: tex(path, engine, source))

OFFICE = {
    "plain": "writer_pdf_Export",
    "tagged": 'writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}',
    "pdf-ua": 'writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}',
    **{f"pdf-a-{part}": 'writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"%d"}}' % part for part in (1, 2, 3)},
    "version-1.6": 'writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"16"}}',
    "watermark": 'writer_pdf_Export:{"Watermark":{"type":"string","value":"ENTWURF"}}',
    "reduced-pictures": 'writer_pdf_Export:{"ReduceImageResolution":{"type":"boolean","value":"true"},"MaxImageResolution":{"type":"long","value":"75"}}',
    "encrypted": 'writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"open"}}',
    "restricted": 'writer_pdf_Export:{"RestrictPermissions":{"type":"boolean","value":"true"},"PermissionPassword":{"type":"string","value":"owner"},"Printing":{"type":"long","value":"0"}}',
    "form-fields": 'writer_pdf_Export:{"ExportFormFields":{"type":"boolean","value":"true"},"FormsType":{"type":"long","value":"0"}}',
}


def office(path, name, text, conversion):
    def work(folder):
        (folder / name).write_text(text)
        places.run("soffice", f"-env:UserInstallation=file://{tempfile.gettempdir()}/faltwerk-foreign-office", "--headless", "--convert-to", f"pdf:{conversion}", name, folder=folder)
        path.write_bytes((folder / name).with_suffix(".pdf").read_bytes())
    in_folder(work)


for feature, conversion in OFFICE.items():
    maker("libreoffice")(feature)(lambda path, conversion=conversion: office(
        path, "page.html", HTML % ("", BODY + '<img src="picture.jpg" alt="Bild"><input name="a">'), conversion))
maker("libreoffice")("spreadsheet")(lambda path: office(path, "page.csv", "\n".join(f"{row},{row * row}" for row in range(300)), "calc_pdf_Export"))
maker("libreoffice")("drawing")(lambda path: office(path, "page.svg", SVG, "draw_pdf_Export"))

PAGE = """%!PS-Adobe-3.0
<< /PageSize [595 842] >> setpagedevice
"""
POSTSCRIPT = {
    "rgb-and-cmyk": "1 0 0 setrgbcolor 72 72 200 200 rectfill .9 .8 .7 .9 setcmykcolor 300 300 200 200 rectfill showpage",
    "fonts": "/Helvetica findfont 30 scalefont setfont 72 700 moveto (Embedded) show /Times-Roman findfont 20 scalefont setfont 72 600 moveto (Second) show showpage",
    "spot": "[/Separation (PANTONE 185 C) /DeviceCMYK {dup 0 exch dup .9 mul exch .7 mul 0 5 -1 roll pop}] setcolorspace 1 setcolor 72 72 200 200 rectfill showpage",
    "shading": "<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [72 0 500 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0 0] /C1 [0 1 1 0] /N 1 >> >> shfill showpage",
    "overprint": "true setoverprint 1 0 0 0 setcmykcolor 72 72 200 200 rectfill 0 1 0 0 setcmykcolor 172 172 200 200 rectfill showpage",
    "picture": "300 300 scale 8 8 8 [8 0 0 8 0 0] {<" + "00ff40bf80c0e0ff" * 8 + ">} false 1 colorimage showpage",
    "two-sizes": "0 setgray 9 9 50 50 rectfill showpage << /PageSize [420 595] >> setpagedevice 9 9 50 50 rectfill showpage",
}
GHOSTSCRIPT = {
    "default": [],
    "screen": ["-dPDFSETTINGS=/screen"],
    "prepress": ["-dPDFSETTINGS=/prepress"],
    "grey": ["-sColorConversionStrategy=Gray"],
    "version-1.3": ["-dCompatibilityLevel=1.3"],
}


def distil(path, source, options):
    def work(folder):
        (folder / "page.ps").write_text(PAGE + source)
        places.run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", *options, "-o", path, "page.ps", folder=folder, **EPOCH)
    in_folder(work)


for feature, source in POSTSCRIPT.items():
    maker("ghostscript")(feature)(lambda path, source=source: distil(path, source, []))
for feature, options in GHOSTSCRIPT.items():
    maker("ghostscript")(f"option-{feature}")(lambda path, options=options: distil(path, POSTSCRIPT["fonts"].replace("showpage", POSTSCRIPT["rgb-and-cmyk"]), options))


@maker("ghostscript")("pdf-x-3")
def x3(path):
    definition = f"""[ /Title (X-3) /GTS_PDFXVersion (PDF/X-3:2002) /Trapped /False /DOCINFO pdfmark
[ /_objdef {{P}} /type /stream /OBJ pdfmark [ {{P}} << /N 4 >> /PUT pdfmark [ {{P}} ({places.CMYK_PROFILE}) (r) file /PUT pdfmark
[ /_objdef {{I}} /type /dict /OBJ pdfmark
[ {{I}} << /Type /OutputIntent /S /GTS_PDFX /OutputCondition (Coated) /OutputConditionIdentifier (FOGRA39) /RegistryName (http://www.color.org) /DestOutputProfile {{P}} >> /PUT pdfmark
[ {{Catalog}} << /OutputIntents [ {{I}} ] >> /PUT pdfmark\n"""
    distil(path, definition + POSTSCRIPT["fonts"], ["-dPDFX", f"--permit-file-read={places.CMYK_PROFILE}", "-sColorConversionStrategy=CMYK"])


@maker("ghostscript")("from-x4-file")
def again(path):
    def work(folder):
        save(press(), folder / "in.pdf")
        places.run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", "-o", path, folder / "in.pdf", **EPOCH)
    in_folder(work)


def converted(name, feature, suffix, source, *command):
    @maker(name)(feature)
    def write(path):
        def work(folder):
            (folder / f"in{suffix}").write_text(source)
            places.run(*(str(word).replace("OUT", str(path)) for word in command), folder=folder, **EPOCH)
        in_folder(work)


RICH = SVG.replace("</svg>", '<image href="picture.png" x="10" y="10" width="30" height="30"/><circle cx="50" cy="50" r="30" fill="#0a0" opacity=".5"/></svg>')
converted("inkscape", "drawing", ".svg", SVG, "inkscape", "in.svg", "--export-filename=OUT")
converted("inkscape", "picture-and-opacity", ".svg", RICH, "inkscape", "in.svg", "--export-filename=OUT")
converted("inkscape", "text-as-paths-1.4", ".svg", SVG, "inkscape", "in.svg", "--export-text-to-path", "--export-pdf-version=1.4", "--export-filename=OUT")
converted("rsvg", "drawing", ".svg", RICH, "rsvg-convert", "-f", "pdf", "-o", "OUT", "in.svg")
converted("groff", "manual-page", ".1", ".TH TEST 1 2026-01-01\n.SH NAME\ntest \\- a page\n.SH TEXT\nSome words\n", "sh", "-c", "groff -man -Tpdf in.1 > OUT")

SCRIBUS = """
import scribus
scribus.newDocument((105.0, 148.0), (5.0, 5.0, 5.0, 5.0), scribus.PORTRAIT, 1, scribus.UNIT_MILLIMETERS, scribus.PAGE_1, 0, 2)
scribus.defineColorCMYK("Tint", 20, 200, 100, 0)
scribus.defineColorCMYK("HKS 13", 0, 255, 230, 0)
scribus.setSpotColor("HKS 13", True)
box = scribus.createRect(10, 10, 50, 50)
scribus.setFillColor("Tint", box)
other = scribus.createEllipse(40, 40, 50, 50)
scribus.setFillColor("HKS 13", other)
{extra}
text = scribus.createText(10, 100, 80, 20)
scribus.setText("Set with Scribus", text)
scribus.setFont("Liberation Sans Regular", text)
scribus.gotoPage(1)
out = scribus.PDFfile()
out.file = "{path}"
out.version = {version}
out.outdst = {target}
out.cropMarks = {marks}
out.useDocBleeds = False
out.bleedt = out.bleedb = out.bleedl = out.bleedr = 3.0
{options}
out.save()
"""
SCRIBUS_FILES = {
    "pdf-1.3": (13, 0, False, "", ""),
    "pdf-1.4-transparency": (14, 0, False, "scribus.setFillTransparency(0.5, other)", ""),
    "pdf-1.5-for-press": (15, 1, True, "", ""),
    "pdf-x-1a": (11, 1, True, "", "out.info = 'x'"),
    "pdf-x-3": (12, 1, False, "", "out.info = 'x'"),
    "pdf-x-4": (10, 1, False, "", "out.info = 'x'"),
    "pdf-x-4-transparency": (10, 1, True, "scribus.setFillTransparency(0.5, other)", "out.info = 'x'"),
}
for feature, (version, target, marks, extra, options) in SCRIBUS_FILES.items():
    @maker("scribus")(feature)
    def scribus(path, version=version, target=target, marks=marks, extra=extra, options=options):
        def work(folder):
            (folder / "make.py").write_text(SCRIBUS.format(path=path, version=version, target=target, marks=marks, extra=extra, options=options))
            places.run("timeout", "60", "xvfb-run", "-a", "scribus", "-g", "-ns", "-py", "make.py", folder=folder, QT_QPA_PLATFORM="offscreen")
            if not pathlib.Path(path).exists():
                raise RuntimeError("Scribus wrote nothing")
        in_folder(work)
