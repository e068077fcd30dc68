//! Are the letters large enough to be read? What counts is the height of the small x on paper, not the size in points: at the same size some
//! fonts are a fifth larger than others (DIN 1450). It is taken from the font itself.

use std::collections::BTreeMap;

use super::demands::{Demands, XHeight};
use crate::assets::{Assets, Font, FontId, GlyphRun};
use crate::diag::{Code, Log};
use crate::geom::Length;
use crate::scene::{Artifact, Item, ItemKind, Mark, Scene};
use crate::source::{Span, Words};
use crate::style::Role;
use crate::wording::{counted, decimal, number, text};

/// What a text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// It is read from beginning to end.
    Running,
    /// It is looked up: notes, captions, tables, running heads, and what is set smaller than most of the document.
    Notes,
}

/// Text of one size in one font.
struct Small<'s> {
    run: &'s GlyphRun,
    origin: Option<Span>,
    places: usize,
}

/// Finds text whose letters are too small: a finding for each size and font, with its first place.
pub(super) fn check(scene: &Scene, assets: &Assets, demands: &Demands, log: &mut Log) {
    let Some(least) = &demands.x_height else { return };
    let usual = usual_size(scene);
    let mut found: BTreeMap<(Kind, Length, FontId), Small<'_>> = BTreeMap::new();
    for page in &scene.pages {
        page.each_marked(&mut |item: &Item, mark, _| {
            let ItemKind::Glyphs(run) = &item.kind else { return };
            if !run.text.contains(char::is_lowercase) {
                return;
            }
            let Some(kind) = kind(scene, run, mark, usual) else {
                return;
            };
            let height = x_height(run.size, assets.font(run.font));
            if height < Length::micrometres(limit(kind, least)) {
                let small = found.entry((kind, run.size, run.font)).or_insert(Small {
                    run,
                    origin: item.origin,
                    places: 0,
                });
                small.places += 1;
            }
        });
    }
    for ((kind, ..), small) in found {
        report(kind, &small, assets.font(small.run.font), least, log);
    }
}

/// The size in which most letters of the document are set.
fn usual_size(scene: &Scene) -> Length {
    let mut letters: BTreeMap<Length, usize> = BTreeMap::new();
    scene.each_item(&mut |item| {
        if let ItemKind::Glyphs(run) = &item.kind {
            *letters.entry(run.size).or_default() += run.glyphs.len();
        }
    });
    let most = letters.into_iter().max_by_key(|(size, count)| (*count, *size));
    most.map_or(Length::ZERO, |(size, _)| size)
}

/// What a run is for; none for what is not part of the page.
fn kind(scene: &Scene, run: &GlyphRun, mark: Mark, usual: Length) -> Option<Kind> {
    let node = match mark {
        Mark::Artifact(Artifact::Page | Artifact::Crease) => return None,
        Mark::Artifact(_) | Mark::Inner => return Some(Kind::Notes),
        Mark::Content(node) => node,
    };
    let is_note = |role: &Role| {
        matches!(
            role,
            Role::Caption | Role::Table | Role::Figure | Role::Label | Role::Contents
        )
    };
    let among_notes = scene
        .structure
        .nearest(node, |node| is_note(&node.role))
        .is_some();
    Some(if among_notes || run.size < usual {
        Kind::Notes
    } else {
        Kind::Running
    })
}

fn x_height(size: Length, font: &Font) -> Length {
    size.ratio(i64::from(font.x_height), i64::from(font.units_per_em))
}

const fn limit(kind: Kind, least: &XHeight) -> i64 {
    match kind {
        Kind::Running => least.running,
        Kind::Notes => least.notes,
    }
}

fn report(kind: Kind, small: &Small<'_>, font: &Font, least: &XHeight, log: &mut Log) {
    let Some(origin) = small.origin else { return };
    let run = small.run;
    let limit = limit(kind, least);
    let height = x_height(run.size, font);
    let what = match kind {
        Kind::Running => text!("running text", "Lesetext"),
        Kind::Notes => text!("text to be looked up", "Text zum Nachschlagen"),
    };
    let message = text!(
        "the small x is {height} mm high, {what} needs {wanted} mm",
        "das kleine x ist {height} mm hoch, {what} braucht {wanted} mm";
        height = decimal((height.to_mm() * 100.0).floor() / 100.0, 2),
        what,
        wanted = decimal(limit as f64 / 1000.0, 1),
    );
    let finding = match kind {
        Kind::Running => log.warning(Code::SMALL_X_HEIGHT, origin, message),
        Kind::Notes => log.hint(Code::SMALL_X_HEIGHT, origin, message),
    };
    let first_words: Vec<&str> = run.text.split_whitespace().take(3).collect();
    finding.words(Words::alone(first_words.join(" ")));
    if small.places > 1 {
        let lines = counted(
            small.places - 1,
            ("more line", "more lines"),
            ("weitere Zeile", "weitere Zeilen"),
        );
        finding.note(text!("so are {lines}", "ebenso {lines}"; lines));
    }
    let family = &font.family;
    let needed =
        Length::micrometres(limit).to_pt() * f64::from(font.units_per_em) / f64::from(font.x_height.max(1));
    let points = (needed * 10.0).ceil() / 10.0;
    finding.help(text!(
        "set it in {points} pt, which `{family}` needs for that (DIN 1450)",
        "in {points} pt setzen, so viel braucht `{family}` dafür (DIN 1450)";
        points = number(points)
    ));
}
