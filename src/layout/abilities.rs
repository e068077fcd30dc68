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
use crate::wording::{Text, decimal, text};

/// What was told already: which style, which font, what it lacks.
pub(super) type Told = std::collections::BTreeSet<(Span, FontId, LackKind)>;

/// A style that asks for something, and its words.
struct Asking<'a> {
    kind: Text,
    name: &'a str,
    span: Span,
    letters: &'a TextStyle,
    words: &'a str,
}

impl Asking<'_> {
    fn said(&self) -> Text {
        let (kind, name) = (&self.kind, self.name);
        text!("the {kind} `{name}` asks for it", "{kind} `{name}` verlangt es"; kind)
    }
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
        Some(found) => (text!("character style", "der Zeichenstil"), found),
        None => (text!("style", "der Stil"), (&*style.paragraph.name, style.span)),
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
    let message =
        text!("the font {font} has no {feature}", "die Schrift {font} hat {feature}"; feature = name(tag));
    pass.log
        .warning(Code::MISSING_FEATURE, asking.span, message)
        .label(asking.said())
        .also(
            origin,
            text!(
                "these letters stay as they are",
                "diese Buchstaben bleiben, wie sie sind"
            ),
        )
        .help(text!(
            "name a font that has it, or take it out of the style",
            "eine Schrift nennen, die das hat, oder es aus dem Stil streichen"
        ));
}

fn small(characters: &str, asking: &Asking<'_>, font: FontId, origin: Span, pass: &mut Pass<'_, '_>) {
    let letters = asking.letters;
    let font = pass.assets.font(font);
    let (what, where_to, reduced) = match letters.position {
        Position::Subscript => (
            text!("below", "unter"),
            text!("lowered", "tiefgestellt"),
            font.subscript(),
        ),
        Position::Superscript | Position::Line => (
            text!("above", "über"),
            text!("raised", "hochgestellt"),
            font.superscript(),
        ),
    };
    let shift: Length = letters.size.ratio(reduced.shift.into(), font.units_per_em.into());
    let percent = reduced.size * 100 / i32::from(font.units_per_em);
    let (font, words) = (&font.postscript_name, asking.words.trim());
    let message = text!(
        "the font {font} has no `{characters}` {what} the line, so `{words}` is scaled to {percent} % and {where_to} by {shift} pt",
        "der Schrift {font} fehlt `{characters}` {what} der Zeile, darum wird `{words}` auf {percent} % verkleinert und um {shift} pt {where_to}";
        what, where_to, shift = decimal(shift.to_pt(), 1)
    );
    pass.log
        .hint(Code::MISSING_FEATURE, asking.span, message)
        .label(asking.said())
        .also(origin, text!("first here", "zuerst hier"));
}

/// What a feature is called; in German, that there is none.
fn name(tag: [u8; 4]) -> Text {
    let shown = String::from_utf8_lossy(&tag).into_owned();
    let name = match &tag {
        b"smcp" => text!("small capitals", "keine Kapitälchen"),
        b"c2sc" => text!(
            "small capitals for capitals",
            "keine Kapitälchen für Großbuchstaben"
        ),
        b"onum" => text!("old-style figures", "keine Mediävalziffern"),
        b"lnum" => text!("lining figures", "keine Versalziffern"),
        b"tnum" => text!("tabular figures", "keine Tabellenziffern"),
        b"pnum" => text!("proportional figures", "keine Proportionalziffern"),
        _ => return text!("feature `{shown}`", "kein Merkmal `{shown}`"),
    };
    text!("{name} (`{shown}`)", "{name} (`{shown}`)"; name)
}
