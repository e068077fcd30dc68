//! Fonts: which glyphs of each a scene shows, how they read as text, and the subset that goes into the file. Every font
//! is a composite font with two-byte codes (ISO 32000-1, 9.7): a code is the glyph's number in the subset.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use pdf_writer::types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap};
use pdf_writer::{Filter, Finish, Name, Rect, Ref, Str};
use skrifa::raw::TableProvider;
use subsetter::GlyphRemapper;

use super::cluster::spans;
use super::file::{File, compressed};
use super::walk;
use crate::assets::{Assets, Font, FontId};
use crate::diag::{Code, Log};
use crate::scene::Scene;
use crate::source::Fingerprint;
use crate::wording::text;

/// What codes mean: themselves. Ours come from no registered collection of characters.
const IDENTITY: SystemInfo<'_> = SystemInfo {
    registry: Str(b"Adobe"),
    ordering: Str(b"Identity"),
    supplement: 0,
};

/// A glyph that no text stands for reads as this: nothing seen, and allowed in a ToUnicode map, where empty is not.
const NO_TEXT: &str = "\u{200B}";

/// All fonts that a scene shows.
#[derive(Debug)]
pub(super) struct Fonts<'a> {
    subsets: BTreeMap<FontId, Subset<'a>>,
}

/// The part of a font that is shown.
#[derive(Debug)]
struct Subset<'a> {
    font: &'a Font,
    glyphs: BTreeMap<u16, Shown<'a>>,
    data: Vec<u8>,
}

/// A glyph that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown<'a> {
    /// Its code: its number in the subset.
    pub(super) code: u16,
    /// Its width in millionths of an em, exactly as the file declares it.
    pub(super) width: i64,
    /// What it reads as, if nothing around it says otherwise.
    pub(super) reads: &'a str,
}

/// How often a glyph stands for which text.
type Readings<'a> = BTreeMap<&'a str, usize>;

impl<'a> Fonts<'a> {
    /// Finds and subsets the fonts of a scene. Logs an error for a glyph that shows a missing character (PDF/UA-1, 7.21.8)
    /// and for a font that cannot or may not be embedded.
    pub(super) fn collect(scene: &'a Scene, assets: &'a Assets, log: &mut Log) -> Self {
        let mut seen: BTreeMap<FontId, BTreeMap<u16, Readings<'a>>> = BTreeMap::new();
        walk::runs(scene, &mut |item, run| {
            let glyphs = seen.entry(run.font).or_default();
            for glyph in &run.glyphs {
                glyphs.entry(glyph.id).or_default();
            }
            if run.glyphs.iter().any(|glyph| glyph.id == 0) {
                let path = &assets.font(run.font).path;
                let text = &run.text;
                let message = text!(
                    "`{path}` lacks a character of `{text}`",
                    "in `{path}` fehlt ein Zeichen von `{text}`"
                );
                match item.origin {
                    Some(origin) => log.error(Code::MISSING_GLYPH, origin, message),
                    None => log.error_in_file(Code::MISSING_GLYPH, path, message),
                };
            }
            for span in spans(run).into_iter().filter(|span| span.glyphs.len() == 1) {
                if is_mappable(span.text) {
                    let readings = glyphs.entry(run.glyphs[span.glyphs.start].id).or_default();
                    *readings.entry(span.text).or_default() += 1;
                }
            }
        });
        let subsets = seen
            .into_iter()
            .filter(|(_, glyphs)| !glyphs.is_empty())
            .filter_map(|(id, glyphs)| Some((id, Subset::new(assets.font(id), &glyphs, log)?)))
            .collect();
        Self { subsets }
    }

    /// A glyph as it is shown; none for one that no run of the scene holds.
    pub(super) fn shown(&self, font: FontId, glyph: u16) -> Option<&Shown<'a>> {
        self.subsets.get(&font)?.glyphs.get(&glyph)
    }

    /// Writes all fonts, and gives their references.
    pub(super) fn embed(&self, file: &mut File) -> BTreeMap<FontId, Ref> {
        self.subsets
            .iter()
            .map(|(id, subset)| (*id, subset.embed(file)))
            .collect()
    }
}

/// The resource name of a font.
pub(super) fn font_name(font: FontId) -> String {
    format!("F{}", font.index())
}

/// Whether a ToUnicode map may hold this text (PDF/UA-1, 7.21.7).
fn is_mappable(text: &str) -> bool {
    !text.is_empty() && !text.contains(['\0', '\u{FEFF}', '\u{FFFE}'])
}

/// The text that a glyph reads as by itself: what it stands for most often. The hyphen sign reads as a hyphen wherever one
/// was written, since a reader that knows no ActualText would otherwise lose the hyphens of the author.
fn usual_reading<'a>(readings: &Readings<'a>) -> &'a str {
    readings
        .iter()
        .min_by_key(|(text, count)| (**text == "\u{AD}", Reverse(**count)))
        .map_or(NO_TEXT, |(text, _)| text)
}

impl<'a> Subset<'a> {
    /// The subset of these glyphs; none, with the error logged, when the font cannot be embedded.
    fn new(font: &'a Font, glyphs: &BTreeMap<u16, Readings<'a>>, log: &mut Log) -> Option<Self> {
        if !font.may_embed {
            let path = &font.path;
            log.error_in_file(
                Code::BROKEN_FONT,
                path,
                text!(
                    "the font `{path}` may not be embedded: its licence bits forbid it",
                    "die Schrift `{path}` darf nicht eingebettet werden: ihre Lizenzbits verbieten es"
                ),
            )
            .help(text!(
                "use a font that may be embedded, or ask its maker",
                "eine Schrift verwenden, die eingebettet werden darf, oder den Hersteller fragen"
            ));
            return None;
        }
        let ids: Vec<u16> = glyphs.keys().copied().collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&ids);
        let places: Vec<(subsetter::Tag, f32)> = font
            .variations()
            .iter()
            .map(|(axis, value)| (subsetter::Tag::new(axis), *value))
            .collect();
        let subset = subsetter::subset_with_variations(font.data(), font.face(), &places, &remapper);
        let subset = match subset {
            Ok(subset) => subset,
            Err(error) => {
                let message = text!(
                    "it cannot be reduced to the glyphs in use ({error})",
                    "sie lässt sich nicht auf die benutzten Glyphen verkleinern ({error})"
                );
                log.error_in_file(Code::BROKEN_FONT, &font.path, message);
                return None;
            }
        };
        let data = if font.has_cff_outlines {
            let Some(outlines) = compact_outlines(&subset) else {
                let message = text!(
                    "it cannot be reduced to the glyphs in use (no outlines are left)",
                    "sie lässt sich nicht auf die benutzten Glyphen verkleinern (kein Umriss bleibt übrig)"
                );
                log.error_in_file(Code::BROKEN_FONT, &font.path, message);
                return None;
            };
            outlines
        } else {
            subset
        };
        let advances = font.advances(&ids);
        let glyphs = glyphs
            .iter()
            .zip(advances)
            .map(|((id, readings), advance)| {
                let shown = Shown {
                    code: remapper.get(*id).unwrap_or(0),
                    width: width(advance, font.units_per_em),
                    reads: usual_reading(readings),
                };
                (*id, shown)
            })
            .collect();
        Some(Self { font, glyphs, data })
    }

    fn embed(&self, file: &mut File) -> Ref {
        let font = self.font;
        let tag = Fingerprint::new()
            .take(font.postscript_name.as_bytes())
            .take(&self.data)
            .letters();
        let name = format!("{tag}+{}", font.postscript_name);
        let [type0, descendant, descriptor, program, to_unicode] = [(); 5].map(|()| file.reference());

        file.pdf
            .type0_font(type0)
            .base_font(Name(name.as_bytes()))
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(descendant)
            .to_unicode(to_unicode);

        let mut cid_font = file.pdf.cid_font(descendant);
        cid_font
            .subtype(if font.has_cff_outlines {
                CidFontType::Type0
            } else {
                CidFontType::Type2
            })
            .base_font(Name(name.as_bytes()))
            .system_info(IDENTITY)
            .font_descriptor(descriptor)
            .default_width(0.0);
        if !font.has_cff_outlines {
            cid_font.cid_to_gid_map_predefined(Name(b"Identity"));
        }
        // Codes are handed out in the order of the glyphs, from 1, so the widths are one row.
        cid_font
            .widths()
            .consecutive(1, self.glyphs.values().map(Shown::thousandths));
        cid_font.finish();

        self.describe(file, descriptor, &name, program);

        let data = compressed(&self.data);
        let mut stream = file.pdf.stream(program, &data);
        stream.filter(Filter::FlateDecode);
        if font.has_cff_outlines {
            stream.pair(Name(b"Subtype"), Name(b"CIDFontType0C"));
        } else {
            stream.pair(Name(b"Length1"), self.data.len() as i32);
        }
        stream.finish();

        let mut map = UnicodeCmap::new(Name(b"Unicode"), IDENTITY);
        for shown in self.glyphs.values() {
            map.pair_with_multiple(shown.code, shown.reads.chars());
        }
        file.stream(to_unicode, &map.finish());
        type0
    }

    /// Writes the font descriptor (ISO 32000-1, 9.8).
    fn describe(&self, file: &mut File, id: Ref, name: &str, program: Ref) {
        let font = self.font;
        let per_mille = |units: i32| units as f32 * 1000.0 / f32::from(font.units_per_em);
        let mut flags = FontFlags::NON_SYMBOLIC;
        flags.set(FontFlags::ITALIC, font.italic);
        let [left, bottom, right, top] = font.bounds.map(per_mille);
        let mut descriptor = file.pdf.font_descriptor(id);
        descriptor
            .name(Name(name.as_bytes()))
            .family(Str(font.family.as_bytes()))
            .weight(font.weight)
            .flags(flags)
            .bbox(Rect::new(left, bottom, right, top))
            .italic_angle(font.italic_angle)
            .ascent(per_mille(font.ascent))
            .descent(per_mille(font.descent))
            .cap_height(per_mille(font.cap_height))
            .x_height(per_mille(font.x_height))
            // OpenType does not tell the stem's width; this is the usual guess from the weight, and only used when a
            // viewer has to replace the font, which an embedded one never needs.
            .stem_v(10.0 + 0.244 * (f32::from(font.weight) - 50.0));
        if font.has_cff_outlines {
            descriptor.font_file3(program);
        } else {
            descriptor.font_file2(program);
        }
    }
}

impl Shown<'_> {
    /// The width in thousandths of an em, as the file has it.
    fn thousandths(&self) -> f32 {
        (self.width as f64 / 1000.0) as f32
    }
}

/// Font units as millionths of an em.
fn width(advance: i32, units_per_em: u16) -> i64 {
    let per_em = i64::from(units_per_em.max(1));
    (i64::from(advance) * 1_000_000 + per_em / 2).div_euclid(per_em)
}

/// The `CFF ` table alone: PDF wants PostScript outlines without the OpenType wrapper.
fn compact_outlines(font: &[u8]) -> Option<Vec<u8>> {
    let font = skrifa::FontRef::new(font).ok()?;
    let table = font.data_for_tag(skrifa::Tag::new(b"CFF "))?;
    Some(table.as_bytes().to_vec())
}
