"""What browsers and typesetters for the web write: WeasyPrint, Chromium, wkhtmltopdf, and Typst."""

import tempfile
import pathlib

import typst
import weasyprint

from . import maker, places
from .hand import encoded, pixels

HTML = """<!doctype html><html lang="de"><head><title>Faltblatt</title><meta charset="utf-8"><style>%s</style></head><body>%s</body></html>"""
BODY = """<h1>Überschrift</h1><p>Ein Absatz mit <a href="https://example.org">Verweis</a>, <b>fett</b> und <i>kursiv</i>.</p>
<h2>Liste</h2><ul><li>eins</li><li>zwei</li></ul><table><caption>Tabelle</caption><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>1</td><td>2</td></tr></table>"""

weasy = maker("weasyprint")
VARIANTS = {
    "plain": dict(css="", body=BODY),
    "ua-1": dict(css="", body=BODY, pdf_variant="pdf/ua-1"),
    "ua-2": dict(css="", body=BODY, pdf_variant="pdf/ua-2"),
    "a-1a": dict(css="", body=BODY, pdf_variant="pdf/a-1a"),
    "a-1b": dict(css="", body=BODY, pdf_variant="pdf/a-1b"),
    "a-2u": dict(css="", body=BODY, pdf_variant="pdf/a-2u"),
    "a-3b": dict(css="", body=BODY, pdf_variant="pdf/a-3b"),
    "a-4u": dict(css="", body=BODY, pdf_variant="pdf/a-4u"),
    "x-1a": dict(css="", body=BODY, pdf_variant="pdf/x-1a"),
    "x-3": dict(css="", body=BODY, pdf_variant="pdf/x-3"),
    "x-4": dict(css="", body=BODY, pdf_variant="pdf/x-4"),
    "tagged": dict(css="", body=BODY, pdf_tags=True),
    "tagged-figure-without-alt": dict(css="", body=BODY + '<img src="picture.png">', pdf_tags=True),
    "tagged-figure-with-alt": dict(css="", body=BODY + '<img src="picture.png" alt="Ein Verlauf">', pdf_variant="pdf/ua-1"),
    "bleed-and-marks": dict(css="@page{size:A5;bleed:3mm;marks:crop cross}body{background:device-cmyk(0 0 .2 0)}", body=BODY),
    "cmyk": dict(css="h1{color:device-cmyk(0 1 1 0)}p{background:device-cmyk(.9 .8 .7 .9);height:8cm}", body=BODY),
    "gradients": dict(css="p{background:linear-gradient(red,rgba(0,0,255,.3));height:5cm}ul{background:radial-gradient(circle,#fff,#000);height:5cm}", body=BODY),
    "opacity-and-blending": dict(css="h1{opacity:.5;background:#c00}p{mix-blend-mode:multiply;background:#0c0;transform:rotate(5deg)}", body=BODY),
    "form-fields": dict(css="", body='<form><label for="a">Name</label><input id="a" name="a"><input type="checkbox" name="b"><select name="c"><option>x</option></select><textarea name="d"></textarea></form>', pdf_forms=True),
    "attachment": dict(css="", body='<link rel="attachment" href="note.txt">' + BODY),
    "hinted-full-fonts": dict(css="", body=BODY, full_fonts=True, hinting=True),
    "uncompressed": dict(css="", body=BODY, uncompressed_pdf=True),
    "version-2.0": dict(css="", body=BODY, pdf_version="2.0"),
    "pictures": dict(css="img{width:4cm}", body="".join(f'<img src="{name}" alt="Bild">' for name in ("picture.png", "picture.jpg", "picture.gif", "picture.svg"))),
    "many-pages": dict(css="p{break-after:page}@page{@bottom-right{content:counter(page)}}", body="<p>Seite</p>" * 40),
    "columns-and-hyphens": dict(css="body{columns:2;hyphens:auto;text-align:justify}", body="<p>" + "Donaudampfschifffahrtsgesellschaft " * 120 + "</p>"),
}
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f" stop-opacity=".4"/></linearGradient></defs><rect width="80" height="60" fill="url(#g)"/><text x="9" y="80">SVG</text></svg>'


def beside(folder):
    """The files that the pages show."""
    for name, form, mode in (("picture.png", "PNG", "RGBA"), ("picture.jpg", "JPEG", "RGB"), ("picture.gif", "GIF", "L")):
        (folder / name).write_bytes(encoded(pixels(mode, (200, 200)), form))
    (folder / "picture.svg").write_text(SVG)
    (folder / "note.txt").write_text("attached")


def in_folder(work):
    """Runs `work` in a folder that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        beside(pathlib.Path(folder))
        work(pathlib.Path(folder))


for feature, told in VARIANTS.items():
    @weasy(feature)
    def write(path, told=told):
        options = {key: value for key, value in told.items() if key not in ("css", "body")}
        in_folder(lambda folder: weasyprint.HTML(string=HTML % (told["css"], told["body"]), base_url=f"{folder}/").write_pdf(path, **options))


def browser(name, command):
    entered = maker(name)
    pages = {
        "page": ("", BODY),
        "pictures": ("img{width:4cm}", "".join(f'<img src="{file}" alt="Bild">' for file in ("picture.png", "picture.jpg", "picture.gif", "picture.svg"))),
        "gradients-and-shadows": ("p{background:linear-gradient(red,rgba(0,0,255,.3));height:5cm;box-shadow:5px 5px 9px #888}h1{background:conic-gradient(red,blue);filter:blur(1px)}", BODY),
        "blending-and-masks": ("h1{opacity:.5;background:#c00}p{mix-blend-mode:multiply;background:#0c0}ul{mask-image:linear-gradient(#000,transparent)}", BODY),
        "page-size": ("@page{size:99mm 210mm;margin:0}body{background:#fe0}", BODY),
        "many-pages": ("p{break-after:page;page-break-after:always}", "<p>Seite</p>" * 25),
    }
    for feature, (css, body) in pages.items():
        @entered(feature)
        def write(path, css=css, body=body):
            def work(folder):
                (folder / "page.html").write_text(HTML % (css, body))
                command(folder, path)
            in_folder(work)


browser("chromium", lambda folder, path: places.run(
    "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", f"--user-data-dir={folder}/profile", "--no-pdf-header-footer", f"--print-to-pdf={path}", f"file://{folder}/page.html"))
browser("wkhtmltopdf", lambda folder, path: places.run(
    "wkhtmltopdf", "-q", "--enable-local-file-access", folder / "page.html", path, QT_QPA_PLATFORM="offscreen"))

typeset = maker("typst")
TYPST = '#set document(title: "Faltblatt", date: datetime(year: 2026, month: 1, day: 1))\n#set text(lang: "de")\n'
MARKUP = TYPST + """= Überschrift
Ein Absatz mit #link("https://example.org")[Verweis] und _kursiv_.
== Liste
- eins
- zwei
#table(columns: 2, table.header[A][B], [1], [2])
"""
SOURCES = {
    "plain": (MARKUP, []),
    **{name: (MARKUP, [name]) for name in ("ua-1", "a-1b", "a-1a", "a-2b", "a-2u", "a-2a", "a-3b", "a-3a", "a-4", "a-4f")},
    **{f"version-{version}": (MARKUP, [version]) for version in ("1.4", "1.5", "1.6", "1.7", "2.0")},
    "cmyk-and-spot": (TYPST + "#rect(fill: cmyk(0%, 100%, 90%, 0%), width: 5cm, height: 5cm)\n#rect(fill: cmyk(90%, 80%, 70%, 90%), width: 5cm, height: 5cm)\n#text(fill: luma(40%))[Grau]", []),
    "gradients": (TYPST + "#rect(fill: gradient.linear(red, blue), width: 5cm, height: 3cm)\n#circle(fill: gradient.radial(yellow, green), radius: 2cm)\n#square(fill: gradient.conic(..color.map.rainbow), size: 4cm)", []),
    "tiling": (TYPST + "#rect(fill: tiling(size: (9pt, 9pt))[#circle(radius: 3pt, fill: red)], width: 5cm, height: 3cm)", []),
    "transparency": (TYPST + '#rect(fill: rgb(255, 0, 0, 40%), width: 5cm)\n#place(dy: -1cm, rect(fill: rgb("#00ff0080"), width: 5cm))', []),
    "pictures": (TYPST + '#image("picture.png", width: 4cm, alt: "Bild")\n#image("picture.jpg", width: 4cm)\n#image("picture.svg", width: 4cm)', []),
    "pictures-without-alt": (MARKUP + '#image("picture.jpg", width: 4cm)', []),
    "formula": (TYPST + "$ integral_0^oo e^(-x^2) dif x = sqrt(pi)/2 $", []),
    "flyer-sized": ('#set page(width: 99mm, height: 210mm, margin: 5mm, fill: rgb("#fe0"))\n' + MARKUP, []),
    "outline-of-many-pages": (TYPST + "#outline()\n#for at in range(30) [= Teil #at\n#pagebreak()]", []),
}
for feature, (source, standards) in SOURCES.items():
    @typeset(feature)
    def compile_typst(path, source=source, standards=standards):
        def work(folder):
            (folder / "main.typ").write_text(source)
            typst.compile(str(folder / "main.typ"), output=str(path), format="pdf", pdf_standards=standards, ignore_system_fonts=True)
        in_folder(work)
