"""ReportLab, with which many services write invoices, tickets and labels."""

from reportlab import rl_config
from reportlab.lib import colors, pagesizes, pdfencrypt
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader

from . import maker, places
from .hand import pixels

rl_config.invariant = 1
made = maker("reportlab")


def drawn(feature, **options):
    def decorate(draw):
        @made(feature)
        def write(path):
            canvas = Canvas(str(path), **{"pagesize": pagesizes.A4, **options})
            draw(canvas)
            canvas.showPage()
            canvas.save()
        return write
    return decorate


@drawn("standard-fonts")
def fonts(canvas):
    for at, name in enumerate(["Helvetica", "Times-BoldItalic", "Courier", "Symbol"]):
        canvas.setFont(name, 20)
        canvas.drawString(72, 700 - 40 * at, "Not embedded")


@drawn("cmyk")
def cmyk(canvas):
    canvas.setFillColorCMYK(0.8, 0.7, 0.6, 0.5)
    canvas.rect(72, 300, 200, 200, stroke=0, fill=1)
    canvas.setStrokeColorCMYK(0, 0, 0, 1)
    canvas.setLineWidth(0.1)
    canvas.line(72, 100, 500, 100)


@drawn("spot-and-overprint")
def spot(canvas):
    canvas.setFillOverprint(True)
    canvas.setStrokeOverprint(True)
    canvas.setOverprintMask(1)
    canvas.setFillColor(colors.CMYKColorSep(0, 1, 1, 0, spotName="HKS 13 K"))
    canvas.rect(72, 300, 200, 200, stroke=0, fill=1)
    canvas.setFillColor(colors.PCMYKColorSep(100, 50, 0, 0, spotName="PANTONE 300 C"))
    canvas.rect(172, 400, 200, 200, stroke=0, fill=1)


@drawn("transparency")
def transparency(canvas):
    canvas.setFillColor(colors.Color(1, 0, 0, alpha=0.4))
    canvas.rect(72, 300, 200, 200, fill=1)
    canvas.setBlendMode("Multiply")
    canvas.setFillColor(colors.CMYKColor(1, 0, 0, 0, alpha=0.6))
    canvas.rect(172, 400, 200, 200, fill=1)


@drawn("gradients")
def gradients(canvas):
    canvas.linearGradient(72, 72, 500, 72, (colors.red, colors.yellow, colors.blue), (0, 0.3, 1))
    canvas.saveState()
    canvas.radialGradient(300, 400, 100, (colors.CMYKColor(1, 0, 0, 0), colors.CMYKColor(0, 1, 0, 0)), extend=False)
    canvas.restoreState()


@drawn("truetype-subset")
def subset(canvas):
    pdfmetrics.registerFont(TTFont("Liberation", str(places.TRUETYPE)))
    canvas.setFont("Liberation", 24)
    canvas.drawString(72, 700, "Grüße aus Łódź")


@drawn("cid-font-not-embedded")
def cid(canvas):
    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    canvas.setFont("HeiseiMin-W3", 24)
    canvas.drawString(72, 700, "日本語")


@drawn("pictures")
def pictures(canvas):
    canvas.drawImage(ImageReader(pixels("RGB")), 72, 500, 200, 200)
    canvas.drawImage(ImageReader(pixels("CMYK")), 300, 500, 200, 100)
    canvas.drawImage(ImageReader(pixels("RGB").convert("RGBA")), 72, 200, 100, 100, mask="auto")
    canvas.drawInlineImage(pixels("L"), 300, 200, 100, 100)


@drawn("form-fields")
def fields(canvas):
    canvas.acroForm.textfield(name="name", x=72, y=600, width=200, height=24)
    canvas.acroForm.checkbox(name="yes", x=72, y=550)
    canvas.acroForm.choice(name="pick", x=72, y=500, width=100, height=20, options=["a", "b"], value="a")


@drawn("links-and-outline")
def links(canvas):
    canvas.bookmarkPage("top")
    canvas.addOutlineEntry("Top", "top")
    canvas.linkURL("https://example.org", (72, 600, 200, 620))
    canvas.linkAbsolute("up", "top", (72, 500, 200, 520))


@drawn("boxes", cropBox=(10, 10, 585, 832), trimBox=(30, 30, 565, 812), bleedBox=(20, 20, 575, 822), artBox=(60, 60, 500, 800))
def boxes(canvas):
    canvas.rect(30, 30, 535, 782)


@drawn("rotated-uncompressed", pageCompression=0, rotation=90)
def rotated(canvas):
    canvas.drawString(72, 700, "Turned")


@drawn("cropmarks", cropMarks=True)
def cropmarks(canvas):
    canvas.setFillColorCMYK(1, 0, 0, 0)
    canvas.rect(0, 0, 595, 842, fill=1)


@drawn("encrypted", encrypt=pdfencrypt.StandardEncryption("", "owner", canPrint=0, strength=128))
def encrypted(canvas):
    canvas.drawString(72, 700, "Locked")


@drawn("forms-reused")
def forms(canvas):
    canvas.beginForm("stamp")
    canvas.setFillColorCMYK(0, 0, 1, 0)
    canvas.circle(50, 50, 40, fill=1)
    canvas.endForm()
    for at in range(4):
        canvas.saveState()
        canvas.translate(100 * at, 120 * at)
        canvas.doForm("stamp")
        canvas.restoreState()


@made("table-of-many-pages")
def table(path):
    document = SimpleDocTemplate(str(path), pagesize=pagesizes.A5, lang="de")
    rows = [[f"{row}", "Text", "12,50 €"] for row in range(200)]
    held = Table(rows, repeatRows=1)
    held.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.05, colors.black), ("BACKGROUND", (0, 0), (-1, 0), colors.lightblue)]))
    document.build([Paragraph("Report", getSampleStyleSheet()["Title"]), held])
