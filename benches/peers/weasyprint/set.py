"""Sets the flyer text with WeasyPrint and says how long the call itself took, without Python's start."""

import sys
import time
from html import escape
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

here = Path(__file__).parent


def body(text):
    """Headings are the lines without a full stop or colon at their end; bullets are list items."""
    for index, block in enumerate(text.strip().split("\n\n")):
        if block.startswith("  •"):
            items = block.split("  • ")[1:]
            yield "<ul>" + "".join(f"<li>{escape(item.strip())}</li>" for item in items) + "</ul>"
        elif block.startswith(" ") or block.endswith((".", ":")):
            yield f"<p>{escape(block.strip())}</p>"
        else:
            level = min(index + 1, 2)
            yield f"<h{level}>{escape(block)}</h{level}>"


start = time.perf_counter()
fonts = FontConfiguration()
HTML(
    string='<html lang="de"><title>Diversity-Netzwerke</title>'
    + "".join(body((here.parent / "text.txt").read_text(encoding="utf-8"))),
    base_url=str(here),
).write_pdf(
    sys.argv[1],
    stylesheets=[CSS(here / "style.css", font_config=fonts)],
    font_config=fonts,
    pdf_variant=sys.argv[2] if len(sys.argv) > 2 else "pdf/ua-1",
)
print(f"{(time.perf_counter() - start) * 1000:.1f}")
