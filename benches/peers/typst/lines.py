"""Breaks paragraphs with typst and prints its lines: JSON in, JSON out, both as `benches/breaks.rs` has them.

Every paragraph stands on a page of its own, as wide as the measure, so that a line of the page's text is a line of typst's.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import typst

asked = json.load(sys.stdin)
fonts = Path(asked["fonts"])
found = []
for width in asked["widths_mm"]:
    for justify in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            source, pdf = Path(folder) / "lines.typ", Path(folder) / "lines.pdf"
            (Path(folder) / "paragraphs.json").write_text(json.dumps(asked["paragraphs"]))
            source.write_text(
                f"""
#set page(width: {width}mm, height: 400mm, margin: 0mm)
#set text(font: "Source Sans 3", size: 12pt, lang: "de", region: "DE", hyphenate: true)
#set par(justify: {str(justify).lower()}, linebreaks: "optimized", leading: 6pt)
#for (number, paragraph) in json("paragraphs.json").enumerate() {{
  if number > 0 {{ pagebreak() }}
  text(paragraph)
}}
"""
            )
            typst.compile(source, output=pdf, root=folder, font_paths=[fonts], ignore_system_fonts=True)
            text = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
            pages = text.split("\f")[: len(asked["paragraphs"])]
            lines = [[line for line in page.split("\n") if line.strip()] for page in pages]
            found.append({"width_mm": width, "justify": justify, "lines": lines})
json.dump(found, sys.stdout)
