"""Sets the flyer text with typst and says how long the call itself took, without Python's start."""

import sys
import time
from pathlib import Path

import typst

here = Path(__file__).parent
fonts = here.parent.parent.parent / "fonts"

start = time.perf_counter()
typst.Compiler(here / "main.typ", root=here.parent, font_paths=[fonts], ignore_system_fonts=True).compile(
    output=sys.argv[1], format="pdf", pdf_standards=["ua-1", "a-2a"]
)
print(f"{(time.perf_counter() - start) * 1000:.1f}")
