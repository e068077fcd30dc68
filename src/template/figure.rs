//! Generated figures, as a designer describes them. Two kinds: a field of dots that fills an area, and a roster with a dot before each
//! item of a list.

use schemars::JsonSchema;
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

/// A generated figure: dots that are joined by lines.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(extend(
    "if" = { "required": ["kind"], "properties": { "kind": { "const": "field" } } },
    "then" = { "required": ["spacing"] },
    "else" = { "required": ["radius", "band"] },
))]
pub(super) struct WrittenFigure {
    /// How it is drawn.
    kind: WrittenKind,
    /// The swatches of the dots.
    #[schemars(length(min = 1, max = MOST_OF_A_KIND), extend("examples" = [["orange", "green", "magenta"]]))]
    colors: Vec<Spanned<String>>,
    /// The swatch of the joining lines.
    #[schemars(extend("examples" = ["line"]))]
    line: Spanned<String>,
    /// How thick the joining lines are, from 0 pt to 100 pt.
    #[schemars(extend("pattern" = crate::geom::LENGTH_FROM_ZERO, "examples" = ["0.6 pt"]))]
    line_width: Length,
    /// How open the mesh of lines is, in per cent: 0 is all triangles, more leaves wider loops.
    #[serde(default = "usual_openness")]
    openness: u32,
    /// Any word: another word gives another picture of the same kind.
    #[serde(default)]
    #[schemars(extend("examples" = ["b"]))]
    variant: String,
    /// Of a field: the air between the rims of neighbouring dots where the density is 100.
    #[schemars(extend("examples" = ["5.5 mm"]))]
    spacing: Option<Length>,
    /// Of a field: how dense the dots stand at the four corners, in per cent: head left, head right, foot left, foot right. Below 0 it is empty
    /// there.
    #[schemars(extend("default" = [100, 100, 100, 100], "examples" = [[-300, -60, 60, 120]]))]
    density: Option<[i32; 4]>,
    /// Of a field: how far chance lifts and lowers the density, from 0 to 100 per cent.
    #[serde(default)]
    #[schemars(extend("examples" = [50]))]
    swell: i32,
    /// Of a field: dots that are set by hand.
    #[serde(default)]
    #[schemars(
        length(max = MOST_OF_A_KIND),
        extend("examples" = [[{ "at": ["178 mm", "106 mm"], "radius": "12 mm", "color": "yellow" }]])
    )]
    focus: Vec<WrittenFocus>,
    /// Of a field: dots that find their own place, by size.
    #[serde(default)]
    #[schemars(
        length(max = MOST_OF_A_KIND),
        extend("examples" = [[{ "radius": "6.5 mm", "count": 2 }, { "radius": "2.3 mm" }]])
    )]
    sizes: Vec<WrittenSize>,
    /// Of a field: the radius of the small dots that fill what is left. Left out, nothing fills it.
    #[schemars(extend("examples" = ["1.1 mm"]))]
    fill: Option<Length>,
    /// Of a field: how far it runs on past the edges of its area, so that it does not end there: head, right, foot, left.
    #[schemars(extend("default" = ["0 mm", "0 mm", "0 mm", "0 mm"]))]
    overrun: Option<[Length; 4]>,
    /// Of a field: where neither dot nor line may be, as around text.
    #[serde(default)]
    #[schemars(
        length(max = MOST_OF_A_KIND),
        extend("examples" = [[{ "at": ["113 mm", "12 mm"], "size": ["86 mm", "52 mm"] }]])
    )]
    keep_out: Vec<WrittenKeepOut>,
    /// Of a roster: the radius of the dots.
    #[schemars(extend("examples" = ["1.6 mm"]))]
    radius: Option<Length>,
    /// Of a roster: the band that the dots keep to, from and to, measured from the left edge of the frame.
    #[schemars(extend("examples" = [["2 mm", "12 mm"]]))]
    band: Option<Pair>,
}

/// How a figure is drawn, as it is written.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum WrittenKind {
    /// Dots that fill an area.
    Field,
    /// A dot before each item of a list.
    Roster,
}

/// A dot that is set by hand.
#[derive(Debug, Deserialize, JsonSchema)]
struct WrittenFocus {
    /// The middle of the dot, from the top left corner of the area that the field fills.
    at: Pair,
    /// The radius of the dot.
    radius: Length,
    /// The swatch of the dot. Left out, one of `colors`.
    color: Option<Spanned<String>>,
}

/// Dots of one size.
#[derive(Debug, Deserialize, JsonSchema)]
struct WrittenSize {
    /// The radius of the dots.
    radius: Length,
    /// How many there are. Left out, one for each record of the figure's data.
    count: Option<u32>,
}

/// A rectangle without dots and lines.
#[derive(Debug, Deserialize, JsonSchema)]
struct WrittenKeepOut {
    /// Its top left corner, from that of the area that the field fills.
    at: Pair,
    /// Its width and height.
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
