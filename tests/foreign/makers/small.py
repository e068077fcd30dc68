"""fpdf2, PyMuPDF, img2pdf, borb, pypdf and Pillow: the smaller writers of PyPI."""

import io

import fpdf
import img2pdf
import pymupdf
import pypdf
from fpdf import FPDF

from . import maker, places
from .hand import encoded, pixels

made = maker("fpdf2")


def drawn(feature, **options):
    def decorate(draw):
        @made(feature)
        def write(path):
            import datetime
            pdf = FPDF(**options)
            pdf.set_creation_date(datetime.datetime(2026, 1, 1, tzinfo=datetime.timezone.utc))
            pdf.add_page()
            draw(pdf)
            pdf.output(str(path))
        return write
    return decorate


@drawn("standard-font")
def standard(pdf):
    pdf.set_font("helvetica", size=20)
    pdf.cell(text="Not embedded")


@drawn("truetype")
def truetype(pdf):
    pdf.add_font("L", fname=str(places.TRUETYPE))
    pdf.set_font("L", size=20)
    pdf.multi_cell(0, text="Grüße, Ελλάδα\nzweite Zeile")


@drawn("tagged-alt-text")
def tagged(pdf):
    pdf.set_lang("de-DE")
    pdf.set_title("Bild")
    pdf.image(pixels("RGB"), x=20, y=20, w=80, alt_text="Ein Verlauf", title="Verlauf")


@drawn("gradient-and-pattern")
def gradient(pdf):
    with pdf.use_pattern(fpdf.pattern.LinearGradient(20, 20, 100, 20, colors=["#ff0000", "#00ff00", "#0000ff"])):
        pdf.rect(20, 20, 100, 100, style="F")


@drawn("svg")
def svg(pdf):
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><circle cx="80" cy="80" r="60" fill="#c00" opacity="0.5"/><path d="M10 10L190 190" stroke="#00c" stroke-width="8"/></svg>'
    pdf.image(io.BytesIO(drawing), x=20, y=20)


@drawn("annotations")
def annotations(pdf):
    pdf.set_font("helvetica", size=12)
    pdf.text_annotation(x=50, y=50, text="A note")
    pdf.cell(text="Link", link="https://example.org")
    pdf.ink_annotation([(10, 10), (50, 90), (90, 10)])
    pdf.highlight("Seen")


@drawn("encrypted-aes-256")
def encrypted(pdf):
    pdf.set_encryption(owner_password="owner", encryption_method=fpdf.enums.EncryptionMethod.AES_256)
    pdf.set_font("helvetica", size=20)
    pdf.cell(text="Locked")


@drawn("landscape-attachment", orientation="L", format="a5")
def landscape(pdf):
    pdf.embed_file(bytes=b"x", basename="x.txt")
    pdf.rect(10, 10, 50, 50)


def claimed(compliance):
    @drawn(f"claims-{compliance.lower().replace('/', '-')}", enforce_compliance=compliance)
    def write(pdf):
        pdf.set_lang("en")
        pdf.set_title("Claim")
        pdf.add_font("L", fname=str(places.TRUETYPE))
        pdf.set_font("L", size=20)
        pdf.cell(text="Archive")


for compliance in ("PDF/A-1B", "PDF/A-2B", "PDF/A-3B", "PDF/A-4"):
    claimed(compliance)

mupdf = maker("pymupdf")


@mupdf("text-and-drawing")
def drawing(path):
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), "Written by MuPDF", fontsize=20, color=(0.2, 0.3, 0.4, 0.1))
    page.draw_circle((200, 300), 80, color=(1, 0, 0), fill=(0, 1, 0), fill_opacity=0.5)
    document.save(str(path), deflate=True, garbage=4, no_new_id=True)


@mupdf("html")
def html(path):
    document = pymupdf.open()
    page = document.new_page()
    page.insert_htmlbox(pymupdf.Rect(50, 50, 500, 700), "<h1>Title</h1><p>Some <b>bold</b> and <i>slanted</i> text</p><ul><li>One</li></ul>")
    document.save(str(path), no_new_id=True)


@mupdf("annotations-all")
def annotations_all(path):
    document = pymupdf.open()
    page = document.new_page()
    page.add_text_annot((50, 50), "note")
    page.add_freetext_annot(pymupdf.Rect(50, 100, 200, 150), "free text")
    page.add_rect_annot(pymupdf.Rect(50, 200, 150, 250))
    page.add_stamp_annot(pymupdf.Rect(200, 200, 350, 250))
    page.add_redact_annot(pymupdf.Rect(50, 300, 150, 350))
    page.insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(50, 400, 150, 420), "uri": "https://example.org"})
    document.save(str(path), no_new_id=True)


@mupdf("widget")
def widget(path):
    document = pymupdf.open()
    page = document.new_page()
    field = pymupdf.Widget()
    field.field_type, field.field_name, field.rect = pymupdf.PDF_WIDGET_TYPE_TEXT, "name", pymupdf.Rect(50, 50, 200, 80)
    page.add_widget(field)
    document.save(str(path), no_new_id=True)


pictures = maker("img2pdf")
for form, mode, options in [("JPEG", "RGB", {}), ("JPEG", "CMYK", {}), ("PNG", "RGB", {}), ("PNG", "1", {}), ("TIFF", "L", {}), ("JPEG2000", "RGB", {}), ("PNG", "L", {}), ("GIF", "L", {})]:
    @pictures(f"{form.lower()}-{mode.lower()}")
    def convert(path, form=form, mode=mode, options=options):
        data = encoded(pixels(mode, (600, 400)), form, **options)
        path.write_bytes(img2pdf.convert(data, nodate=True, layout_fun=img2pdf.get_fixed_dpi_layout_fun((300, 300))))


@pictures("boxes")
def boxed(path):
    data = encoded(pixels("RGB", (600, 400)), "JPEG")
    inch = 72
    path.write_bytes(img2pdf.convert(data, nodate=True, trimborder=(inch / 8, inch / 8), bleedborder=(inch / 16, inch / 16)))


plain = maker("pillow")


@plain("pages")
def pages(path):
    pixels("RGB").save(path, "PDF", save_all=True, append_images=[pixels("L"), pixels("1"), pixels("CMYK")], resolution=150)


joined = maker("pypdf")


@joined("scaled-and-merged")
def merged(path):
    writer = pypdf.PdfWriter()
    page = writer.add_blank_page(595, 842)
    held = io.BytesIO()
    pixels("RGB").save(held, "PDF")
    page.merge_transformed_page(pypdf.PdfReader(held).pages[0], pypdf.Transformation().rotate(30).translate(200, 200))
    page.scale_by(0.5)
    writer.add_attachment("a.txt", b"a")
    writer.write(path)


@joined("encrypted-aes-256")
def locked(path):
    writer = pypdf.PdfWriter()
    writer.add_blank_page(300, 300)
    writer.encrypt("", "owner", algorithm="AES-256-R5")
    writer.write(path)


simple = maker("borb")


@simple("paragraphs")
def paragraphs(path):
    from borb.pdf import Document, Page, Paragraph, PDF, SingleColumnLayout
    document, page = Document(), Page()
    document.append_page(page)
    layout = SingleColumnLayout(page)
    for at in range(5):
        layout.append_layout_element(Paragraph(f"Paragraph {at}, by borb"))
    PDF.write(what=document, where_to=str(path))
