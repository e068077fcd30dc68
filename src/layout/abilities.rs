//! Tells what a font lacks of what a style asks of it: once for each style and font, at the style.

use super::Pass;
use crate::assets::FontId;
use crate::diag::{Code, Severity};
use crate::geom::Length;
use crate::source::Span;
use crate::story::Inline;
use crate::style::{Position, TextStyle};
use crate::template::Style;
use crate::text::{Lack, LackKind, Prepared};

/// What was told already: which style, which font, what it lacks.
pub(super) type Told = std::collections::BTreeSet<(Span, FontId, LackKind)>;

/// A style that asks for something, and its words.
struct Asking<'a> {
    kind: &'static str,
    name: &'a str,
    span: Span,
    letters: &'a TextStyle,
    words: &'a str,
}

/// Tells what the fonts of a text lack that is set in a style.
pub(super) fn tell(
    prepared: &Prepared,
    text: &[Inline],
    style: &Style,
    origin: Span,
    pass: &mut Pass<'_, '_>,
) {
    for lack in &prepared.lacks {
        if !pass.log.has_room(Severity::Warning) {
            return;
        }
        let Some(inline) = text.get(lack.tag as usize) else {
            continue;
        };
        let asking = asking(lack, inline, style, pass);
        let what = match &lack.kind {
            LackKind::Feature(tag) => LackKind::Feature(*tag),
            LackKind::Small(_) => LackKind::Small(String::new()),
        };
        if !pass.told.insert((asking.span, lack.font, what)) {
            continue;
        }
        match &lack.kind {
            LackKind::Feature(tag) => feature(*tag, &asking, lack.font, origin, pass),
            LackKind::Small(characters) => small(characters, &asking, lack.font, origin, pass),
        }
    }
}

/// The style that asks: the innermost character style that does, else the paragraph's own.
fn asking<'a>(lack: &Lack, inline: &'a Inline, style: &'a Style, pass: &Pass<'_, '_>) -> Asking<'a> {
    let of_character = inline.characters.iter().rev().find_map(|name| {
        let character = pass.template.characters.get(name)?;
        let asks = match &lack.kind {
            LackKind::Feature(tag) => character.asks_for(*tag),
            LackKind::Small(_) => character.is_shifted(),
        };
        asks.then_some((&**name, character.span?))
    });
    let (kind, (name, span)) = match of_character {
        Some(found) => ("character style", found),
        None => ("style", (&*style.paragraph.name, style.span)),
    };
    Asking {
        kind,
        name,
        span,
        letters: &inline.style,
        words: &inline.text,
    }
}

fn feature(tag: [u8; 4], asking: &Asking<'_>, font: FontId, origin: Span, pass: &mut Pass<'_, '_>) {
    let font = &pass.assets.font(font).postscript_name;
    let message = format!("the font {font} has no {}", name(tag));
    let style = format!("the {} `{}` asks for it", asking.kind, asking.name);
    pass.log
        .warning(Code::MISSING_FEATURE, asking.span, message)
        .label(style)
        .also(origin, "these letters stay as they are")
        .help("name a font that has it, or take it out of the style");
}

fn small(characters: &str, asking: &Asking<'_>, font: FontId, origin: Span, pass: &mut Pass<'_, '_>) {
    let letters = asking.letters;
    let font = pass.assets.font(font);
    let (what, where_to, reduced) = match letters.position {
        Position::Subscript => ("below", "lowered", font.subscript()),
        Position::Superscript | Position::Line => ("above", "raised", font.superscript()),
    };
    let shift: Length = letters.size.ratio(reduced.shift.into(), font.units_per_em.into());
    let percent = reduced.size * 100 / i32::from(font.units_per_em);
    let message = format!(
        "the font {} has no `{characters}` {what} the line, so `{}` is scaled to {percent} % and {where_to} by {:.1} pt",
        font.postscript_name,
        asking.words.trim(),
        shift.to_pt(),
    );
    let style = format!("the {} `{}` asks for it", asking.kind, asking.name);
    pass.log
        .hint(Code::MISSING_FEATURE, asking.span, message)
        .label(style)
        .also(origin, "first here");
}

/// What a feature is called.
fn name(tag: [u8; 4]) -> String {
    let shown = String::from_utf8_lossy(&tag).into_owned();
    let name = match &tag {
        b"smcp" => "small capitals",
        b"c2sc" => "small capitals for capitals",
        b"onum" => "old-style figures",
        b"lnum" => "lining figures",
        b"tnum" => "tabular figures",
        b"pnum" => "proportional figures",
        _ => return format!("feature `{shown}`"),
    };
    format!("{name} (`{shown}`)")
}
