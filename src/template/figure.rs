//! Generated figures, as a designer describes them. Two kinds: a field of dots that fills an area, and a roster with a dot before each
//! item of a list.

use serde::Deserialize;

use super::Swatches;
use super::format::Pair;
use super::load::at_most;
use crate::color::Color;
use crate::diag::{Code, Log};
use crate::geom::{Length, Point};
use crate::source::{Named, Span, Spanned};
use crate::wording::text;

/// A generated figure.
#[derive(Clone, Debug)]
pub struct FigureSpec {
    /// How it is drawn.
    pub kind: FigureKind,
    /// The dots' colours.
    pub colors: Vec<Color>,
    /// The colour of the joining lines.
    pub line: Color,
    /// Their thickness.
    pub line_width: Length,
    /// How open the mesh is, in per cent of a way round.
    pub openness: u32,
    /// Chooses between pictures of the same kind.
    pub variant: String,
    /// Where it is written.
    pub span: Span,
}

/// How a figure is drawn.
#[derive(Clone, Debug)]
pub enum FigureKind {
    /// Dots that fill an area.
    Field(FieldSpec),
    /// A dot before each item of a list.
    Roster(RosterSpec),
}

/// A field of dots. Places are from the top left corner of the area it fills.
#[derive(Clone, Debug)]
pub struct FieldSpec {
    /// Air between the rims of neighbours at full density.
    pub spacing: Length,
    /// Density in per cent at the four corners: head left, head right, foot left, foot right.
    pub density: [i32; 4],
    /// How far chance lifts and lowers it, in per cent.
    pub swell: i32,
    /// Dots set by hand: middle, radius, ink.
    pub focus: Vec<(Point, Length, Option<Color>)>,
    /// Dots that find their own place: radius and how many; none is one for each record of the figure's data.
    pub sizes: Vec<(Length, Option<u32>)>,
    /// The radius of the small dots that fill what is left.
    pub fill: Option<Length>,
    /// How far it runs on past the area's edges: head, right, foot, left.
    pub overrun: [Length; 4],
    /// Where neither dot nor line may be: corner and size.
    pub keep_out: Vec<(Point, Point)>,
}

/// Dots before the items of a list.
#[derive(Clone, Debug)]
pub struct RosterSpec {
    /// The dots' radius.
    pub radius: Length,
    /// The band that the dots keep to: from and to, from the left edge of the frame.
    pub band: (Length, Length),
}

/// A `[figure.…]` as it is written.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct WrittenFigure {
    kind: WrittenKind,
    colors: Vec<Spanned<String>>,
    line: Spanned<String>,
    line_width: Length,
    #[serde(default = "usual_openness")]
    openness: u32,
    #[serde(default)]
    variant: String,
    spacing: Option<Length>,
    density: Option<[i32; 4]>,
    #[serde(default)]
    swell: i32,
    #[serde(default)]
    focus: Vec<WrittenFocus>,
    #[serde(default)]
    sizes: Vec<WrittenSize>,
    fill: Option<Length>,
    overrun: Option<[Length; 4]>,
    #[serde(default)]
    keep_out: Vec<WrittenKeepOut>,
    radius: Option<Length>,
    band: Option<Pair>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenKind {
    Field,
    Roster,
}

#[derive(Debug, Deserialize)]
struct WrittenFocus {
    at: Pair,
    radius: Length,
    color: Option<Spanned<String>>,
}

#[derive(Debug, Deserialize)]
struct WrittenSize {
    radius: Length,
    count: Option<u32>,
}

#[derive(Debug, Deserialize)]
struct WrittenKeepOut {
    at: Pair,
    size: Pair,
}

/// Colours, dots set by hand, sizes and places kept out: so many of each. Nobody counts a hundred by eye, and the work grows with
/// each for every dot.
const MOST_OF_A_KIND: usize = 100;

/// A mesh of mostly open faces, between triangles and wide loops.
const fn usual_openness() -> u32 {
    60
}

/// Checks and takes over what is written.
pub(super) fn resolve(
    written: Named<Spanned<WrittenFigure>>,
    swatches: &Swatches,
    log: &mut Log,
) -> Named<FigureSpec> {
    let mut figures = Vec::new();
    for (name, figure) in written {
        let spec = resolve_one(&name, &figure.value, figure.span, swatches, log);
        figures.push((name, spec));
    }
    Named::from(figures)
}

fn resolve_one(
    name: &Spanned<String>,
    written: &WrittenFigure,
    span: Span,
    swatches: &Swatches,
    log: &mut Log,
) -> FigureSpec {
    let figure = &name.value;
    let mut needs = |field: &str| {
        log.error(
            Code::MISSING_FIELD,
            span,
            text!(
                "the figure `{figure}` has no `{field}`",
                "der Abbildung `{figure}` fehlt `{field}`"
            ),
        )
        .help(text!("add `{field} = ...`", "`{field} = ...` ergänzen"));
    };
    let kind = match written.kind {
        WrittenKind::Field => {
            if written.spacing.is_none() {
                needs("spacing");
            }
            FigureKind::Field(field(written, swatches, log))
        }
        WrittenKind::Roster => {
            if written.radius.is_none() {
                needs("radius");
            }
            if written.band.is_none() {
                needs("band");
            }
            FigureKind::Roster(RosterSpec {
                radius: written.radius.unwrap_or_default(),
                band: written.band.unwrap_or_default(),
            })
        }
    };
    for (what, count) in [
        (text!("colours", "Farben"), written.colors.len()),
        (
            text!("dots set by hand", "von Hand gesetzte Punkte"),
            written.focus.len(),
        ),
        (text!("sizes", "Größen"), written.sizes.len()),
        (
            text!("places kept out", "ausgesparte Stellen"),
            written.keep_out.len(),
        ),
    ] {
        let has = text!("this figure has {count} {what}", "diese Abbildung hat {count} {what}"; what);
        at_most(MOST_OF_A_KIND, &has, count, span, log);
    }
    if written.line_width < Length::ZERO || written.line_width > Length::pt(100) {
        log.error(
            Code::BAD_VALUE,
            span,
            text!(
                "joining lines are from 0 pt to 100 pt thick",
                "Verbindungslinien sind 0 pt bis 100 pt dick"
            ),
        );
    }
    if written.colors.is_empty() {
        log.error(
            Code::BAD_VALUE,
            span,
            text!(
                "the figure `{figure}` has no colours",
                "die Abbildung `{figure}` hat keine Farben"
            ),
        )
        .help(text!(
            "name at least one swatch in `colors`",
            "in `colors` mindestens ein Farbfeld nennen"
        ));
    }
    let colors = written
        .colors
        .iter()
        .filter_map(|color| swatches.find(color, log))
        .collect();
    FigureSpec {
        kind,
        colors,
        // Should there be no such ink, that was said, and what names this figure is not at fault.
        line: swatches.find(&written.line, log).unwrap_or(Color::BLACK),
        line_width: written.line_width,
        openness: written.openness,
        variant: written.variant.clone(),
        span,
    }
}

fn field(written: &WrittenFigure, swatches: &Swatches, log: &mut Log) -> FieldSpec {
    let focus = written.focus.iter().map(|focus| {
        let color = focus.color.as_ref().and_then(|color| swatches.find(color, log));
        (super::format::point(focus.at), focus.radius, color)
    });
    FieldSpec {
        spacing: written.spacing.unwrap_or_default(),
        density: written.density.unwrap_or([100; 4]),
        swell: written.swell,
        focus: focus.collect(),
        sizes: written
            .sizes
            .iter()
            .map(|size| (size.radius, size.count))
            .collect(),
        fill: written.fill,
        overrun: written.overrun.unwrap_or_default(),
        keep_out: written
            .keep_out
            .iter()
            .map(|rect| (super::format::point(rect.at), super::format::point(rect.size)))
            .collect(),
    }
}
