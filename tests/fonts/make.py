"""Makes the fonts that the tests need beside those of the project: small subsets of variable fonts, and a tiny one of our own
with PostScript outlines (CFF2) and a collection made from it. Needs fonttools and brotli; the subsets come from the packages
fontpkg-noto-sans-arabic (PyPI) and @fontsource-variable/noto-sans-hebrew (npm).

    python make.py NotoSansArabic[wdth,wght].ttf noto-sans-hebrew-hebrew-wght-normal.woff2
"""

import io
import os
import sys

from fontTools import subset
from fontTools.designspaceLib import AxisDescriptor
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import instancer

os.environ["SOURCE_DATE_EPOCH"] = "1767225600"

# Neither has Latin letters nor digits, so that texts in both scripts need the font behind it in the chain.
ARABIC = (
    [*range(0x621, 0x63B), *range(0x640, 0x653), *range(0x660, 0x66A), 0x670, *range(0x6F0, 0x6FA)]
    + [ord(c) for c in "،؛؟پچژگکیےٹڈڑںھہ«» .:!()[]-–"]
    + [0xA0, 0x200C, 0x200D, 0x200E, 0x200F, 0x25CC]
)
HEBREW = [*range(0x5B0, 0x5BD), 0x5BE, 0x5BF, 0x5C1, 0x5C2, 0x5C7, *range(0x5D0, 0x5EB), 0x5F3, 0x5F4] + [
    ord(c) for c in " .:-"
]


def cut(path, characters, target, pinned=None):
    font = TTFont(path, recalcTimestamp=False)
    if pinned:
        # Written and read again: the subsetter wants every glyph's variations in hand.
        whole = io.BytesIO()
        instancer.instantiateVariableFont(font, pinned).save(whole)
        font = TTFont(whole, recalcTimestamp=False)
    options = subset.Options(layout_features=["*"], name_IDs=["*"], notdef_outline=True, hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    font.flavor = None
    font.save(target)


def stem(width, heavier):
    """A bar of 700 units from the baseline, whose right edge moves by `heavier` at the heaviest weight."""
    # width blends with one region: default, delta, count, blend.
    program = [50, 0, "rmoveto", 700, "vlineto", width, heavier, 1, "blend", "hlineto", -700, "vlineto"]
    return T2CharString(program=program)


def own(target, family, heavier):
    names = [".notdef", "space", "hyphen", "a", "b", "n"]
    build = FontBuilder(1000, isTTF=False)
    build.setupGlyphOrder(names)
    build.setupCharacterMap({32: "space", 0xA0: "space", 45: "hyphen", 0x2010: "hyphen", 97: "a", 98: "b", 110: "n"})
    weight = AxisDescriptor()
    weight.tag, weight.name, weight.minimum, weight.default, weight.maximum = "wght", "Weight", 300, 400, 800
    build.setupNameTable({"familyName": family, "styleName": "Regular", "psName": family.replace(" ", "") + "-Regular"})
    build.setupFvar([weight], [])
    glyphs = {name: stem(100 + 20 * index, heavier) for index, name in enumerate(names)}
    glyphs["space"] = T2CharString(program=[])
    build.setupCFF2(glyphs, regions=[{"wght": (0, 1, 1)}])
    build.setupHorizontalMetrics({name: (300 + 20 * index, 50) for index, name in enumerate(names)})
    build.setupHorizontalHeader(ascent=800, descent=-200)
    build.setupOS2(sTypoAscender=800, sTypoDescender=-200, sCapHeight=700, sxHeight=500, usWeightClass=400, fsType=0)
    build.setupPost()
    build.font["head"].created = build.font["head"].modified = 0
    build.font.recalcTimestamp = False
    build.save(target)


if __name__ == "__main__":
    arabic, hebrew = sys.argv[1:]
    cut(arabic, ARABIC, "noto-sans-arabic/NotoSansArabic-wght.ttf", {"wdth": 100})
    cut(hebrew, HEBREW, "noto-sans-hebrew/NotoSansHebrew-wght.ttf")
    own("own/Stems-wght.otf", "Stems", 150)
    own("own/Staves-wght.otf", "Staves", 250)
    collection = TTCollection()
    collection.fonts = [TTFont("own/Stems-wght.otf"), TTFont("own/Staves-wght.otf")]
    collection.save("own/Both.ttc")
    os.remove("own/Staves-wght.otf")
