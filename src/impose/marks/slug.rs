//! The slug line: what this is, said on the sheet itself, so that a pile of proofs can be told apart.

use std::sync::Arc;

use crate::assets::Assets;
use crate::color::Color;
use crate::geom::{Length, Point, Rect, Size, Transform};
use crate::scene::{Artifact, Group, Item, ItemKind, Mark, Scene, dump};
use crate::source::Fingerprint;
use crate::style::{Language, ParagraphStyle, TextStyle};
use crate::text::{Paragraph, Run, Setter};

/// Small, and still read with the naked eye.
const SIZE: Length = Length::pt(6);
const LEADING: Length = Length::pt(8);

/// Between what the slug says.
const BETWEEN: &str = "  ·  ";

/// A title longer than this is cut: the slug names the job, it does not tell it.
const LONGEST: usize = 60;

/// Sets the slug lines of a document.
pub struct SlugLine<'a> {
    setter: Setter<'a>,
    /// For the title, in the language of the document.
    title_style: Arc<TextStyle>,
    /// For all else, which is in none.
    style: Arc<TextStyle>,
    paragraph: Arc<ParagraphStyle>,
    job: [String; 2],
    state: [String; 2],
}

impl<'a> SlugLine<'a> {
    /// For this document, in a font that it uses, black on the black plate alone. None when there is no font.
    #[must_use]
    pub fn new(scene: &Scene, assets: &'a Assets) -> Option<Self> {
        // Names and figures for the printer, from left to right whatever the language of the document.
        let none = Language("und".into());
        let style = TextStyle {
            families: families(scene, assets),
            size: SIZE,
            color: Color::BLACK,
            language: none.clone(),
            hyphenate: false,
            protect_spaces: false,
            ..TextStyle::default()
        };
        if style.families.is_empty() {
            return None;
        }
        let content = Fingerprint::new().take(dump(scene, assets).as_bytes());
        Some(Self {
            setter: Setter::new(assets),
            title_style: Arc::new(TextStyle {
                language: scene.about.language.clone(),
                ..style.clone()
            }),
            style: Arc::new(style),
            paragraph: Arc::new(ParagraphStyle {
                language: none,
                leading: LEADING,
                ..ParagraphStyle::default()
            }),
            job: [cut(&scene.about.name), cut(&scene.about.title)],
            state: [date(scene.about.date), content.short()],
        })
    }

    /// The slug of a page or side of that name: job, title, page, date of the job, and a hash of its content. Lies at the origin and is as wide
    /// as the measure; on a narrow page it has several lines.
    pub fn set(&mut self, page: &str, measure: Length) -> Item {
        let ([name, title], [date, content]) = (&self.job, &self.state);
        let behind = ["", &cut(page), date, content].join(BETWEEN);
        let mut paragraph = Paragraph {
            runs: vec![
                run(format!("{name}{BETWEEN}"), &self.style),
                run(title.clone(), &self.title_style),
                run(behind, &self.style),
            ],
            style: Arc::clone(&self.paragraph),
        };
        let mut prepared = self.setter.prepare(&paragraph);
        let missing: Vec<char> = prepared.missing.iter().map(|glyph| glyph.character).collect();
        if !missing.is_empty() {
            // A title may need a font that is not there; that it does is said elsewhere.
            for run in &mut paragraph.runs {
                run.text.retain(|c| !missing.contains(&c));
            }
            prepared = self.setter.prepare(&paragraph);
        }
        let lines = prepared.break_lines(&mut self.setter, &|_| measure);
        let height = LEADING * lines.len() as i64;
        let runs = (0..).zip(lines).flat_map(|(number, line)| {
            let y = LEADING * number + SIZE;
            line.runs.into_iter().map(move |placed| Item {
                at: Point::new(placed.x, y),
                kind: ItemKind::Glyphs(placed.run),
                mark: Mark::Inner,
                origin: None,
            })
        });
        Item {
            at: Point::ORIGIN,
            kind: ItemKind::Group(Group {
                transform: Transform::default(),
                clip: Some(Rect::new(Point::ORIGIN, Size::new(measure, height))),
                items: runs.collect(),
            }),
            mark: Mark::Artifact(Artifact::Page),
            origin: None,
        }
    }
}

fn run(text: String, style: &Arc<TextStyle>) -> Run {
    Run {
        text,
        style: Arc::clone(style),
        tag: 0,
    }
}

/// The families of a document, that of its first words first, then all others, which stand in for letters that it lacks.
fn families(scene: &Scene, assets: &Assets) -> Vec<Arc<str>> {
    let mut families: Vec<Arc<str>> = Vec::new();
    let mut add = |family: &str| {
        if families.iter().all(|known| **known != *family) {
            families.push(family.into());
        }
    };
    scene.each_item(&mut |item| {
        if let ItemKind::Glyphs(run) = &item.kind {
            add(&assets.font(run.font).family);
        }
    });
    assets.families().into_iter().for_each(add);
    families
}

fn cut(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words,
    }
}

/// The day of the job, as ISO 8601 writes it.
fn date(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds)
        .map(|stamp| jiff::tz::Offset::UTC.to_datetime(stamp).date().to_string())
        .unwrap_or_default()
}
