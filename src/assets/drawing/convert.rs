//! From what `usvg` resolved to a [`Drawing`]: every transformation is carried out, every colour becomes inks, and what cannot be printed
//! as it is drawn becomes a fault.

use usvg::tiny_skia_path::{Path as UsvgPath, PathSegment};
use usvg::{BlendMode, FillRule, LineCap, LineJoin, Node, PaintOrder, Transform, Tree};

use super::gradient::{self, Refusal};
use super::{
    Cap, Clip, Drawing, DrawingError, Fault, Fill, Join, Layer, Line, Opacity, Outline, Paint, Palette, Part,
    Rule, TooMuch, flatten,
};
use crate::assets::icc::Rgb;
use crate::color::Color;
use crate::geom::{Length, Path, Point, Segment, Size};
use crate::wording::{Text, text};

/// A pixel of CSS is 3/4 pt.
const POINTS_OF_A_PIXEL: f32 = 0.75;

/// A drawing of its own size is no larger than 20 m and no smaller than 1/10 pt, as all lengths.
const SIZES: std::ops::Range<f32> = 0.1..56_700.0;

/// Places beyond this are as good as endless, in points.
const FARTHEST: f64 = 1e7;

/// So many steps all outlines of a drawing may have together: a page in which every tenth of a millimetre differs from the next has fewer.
const MOST_STEPS: usize = 1_000_000;

/// Dashes and gaps shorter than this together, in points, are a solid line to the eye, and millions of them to a press.
const SHORTEST_DASH: f32 = 0.02;

/// Lines that differ in width by less than this in two directions do not differ.
const SAME_SCALE: f32 = 1e-3;

/// So many shapes may cut together, since each is compared with each.
const MOST_CUTTING: usize = 500;

fn expand() -> Text {
    text!(
        "expand it into plain shapes in the drawing program (Illustrator: Object > Expand; Inkscape: Path > Object to Path), or save \
         the drawing as PNG of 300 pixels an inch",
        "es im Zeichenprogramm in einfache Formen umwandeln (Illustrator: Objekt > Umwandeln; Inkscape: Pfad > Objekt in Pfad umwandeln) \
         oder die Zeichnung als PNG mit 300 Pixeln je Zoll speichern"
    )
}

fn one_clip() -> Text {
    text!(
        "unite the shapes that cut into one, or save the drawing as PNG of 300 pixels an inch",
        "die beschneidenden Formen zu einer vereinen oder die Zeichnung als PNG mit 300 Pixeln je Zoll speichern"
    )
}

/// The drawing of a tree.
pub(super) fn drawing(
    name: &str,
    tree: &Tree,
    palette: &Palette<'_>,
    faults: &mut Vec<Fault>,
) -> Result<Drawing, DrawingError> {
    let (width, height) = (
        tree.size().width() * POINTS_OF_A_PIXEL,
        tree.size().height() * POINTS_OF_A_PIXEL,
    );
    if !SIZES.contains(&width) || !SIZES.contains(&height) {
        return Err(DrawingError::NoSize);
    }
    let mut converter = Converter {
        palette,
        faults,
        steps: 0,
    };
    let page = Transform::from_scale(POINTS_OF_A_PIXEL, POINTS_OF_A_PIXEL);
    let parts = converter.group(tree.root(), page);
    if converter.steps > MOST_STEPS {
        return Err(DrawingError::TooMuch(TooMuch::Steps));
    }
    Ok(Drawing {
        name: name.to_owned(),
        size: Size::new(length(width), length(height)),
        parts,
    })
}

struct Converter<'c, 'i> {
    palette: &'c Palette<'i>,
    faults: &'c mut Vec<Fault>,
    steps: usize,
}

impl Converter<'_, '_> {
    /// What a group draws, in a layer where it cuts or is transparent as a whole.
    fn group(&mut self, group: &usvg::Group, outer: Transform) -> Vec<Part> {
        let inner = outer.pre_concat(group.transform());
        if group.mask().is_some() {
            self.fault(text!("a mask", "eine Maske"), "mask", name_of(group), expand());
        }
        if !group.filters().is_empty() {
            self.fault(
                text!("a filter effect", "ein Filtereffekt"),
                "filter",
                name_of(group),
                expand(),
            );
        }
        if group.blend_mode() != BlendMode::Normal {
            self.fault(
                text!(
                    "colours that blend with those below",
                    "Farben, die sich mit denen darunter mischen"
                ),
                "mix-blend-mode",
                name_of(group),
                flatten(),
            );
        }
        let parts: Vec<Part> = group
            .children()
            .iter()
            .flat_map(|node| self.node(node, inner))
            .collect();
        let clips = self.clips(group.clip_path(), inner);
        let opacity = Opacity::from_fraction(group.opacity().get());
        if parts.is_empty() || (clips.is_empty() && opacity == Opacity::FULL) {
            return parts;
        }
        vec![Part::Layer(Layer {
            clips,
            opacity,
            parts,
        })]
    }

    fn node(&mut self, node: &Node, outer: Transform) -> Vec<Part> {
        if self.steps > MOST_STEPS {
            return Vec::new();
        }
        match node {
            Node::Group(group) => self.group(group, outer),
            Node::Path(path) => self.outline(path, outer),
            // Neither comes through: text needs a feature that we leave out, pictures are never resolved. Both were found before.
            Node::Image(_) | Node::Text(_) => Vec::new(),
        }
    }

    fn outline(&mut self, path: &usvg::Path, outer: Transform) -> Vec<Part> {
        if !path.is_visible() {
            return Vec::new();
        }
        let Some(data) = path.data().clone().transform(outer) else {
            return Vec::new();
        };
        // What has no area shows no fill in SVG; in print it would be as thin as the press can.
        let area = path.data().bounds();
        let fill = path
            .fill()
            .filter(|_| area.width() > 0.0 && area.height() > 0.0)
            .and_then(|fill| Some((self.paint(fill.paint(), outer, path.id())?, fill)));
        let fill = fill.map(|(paint, fill)| {
            let opacity = Opacity::from_fraction(fill.opacity().get());
            (Fill { paint, opacity }, rule(fill.rule()))
        });
        let stroke = path.stroke().and_then(|stroke| self.stroke(stroke, path, outer));
        let (rule, fill) = fill.map_or((Rule::NonZero, None), |(fill, rule)| (rule, Some(fill)));
        let stroke_first = path.paint_order() == PaintOrder::StrokeAndFill;
        let (line, drawn) = match stroke {
            Some(Stroked::Line(line)) => (Some(line), None),
            Some(Stroked::Drawn(outline)) => (None, Some(Part::Outline(Box::new(outline)))),
            None => (None, None),
        };
        let own = (fill.is_some() || line.is_some()).then(|| {
            Part::Outline(Box::new(Outline {
                path: self.path(&data),
                rule,
                fill,
                stroke: line,
                stroke_first,
            }))
        });
        let (first, second) = if stroke_first { (drawn, own) } else { (own, drawn) };
        first.into_iter().chain(second).collect()
    }

    /// A line; drawn as an outline of its own where a line cannot be what is meant: thicker in one direction, or of a gradient.
    fn stroke(&mut self, stroke: &usvg::Stroke, path: &usvg::Path, outer: Transform) -> Option<Stroked> {
        let paint = self.paint(stroke.paint(), outer, path.id())?;
        let opacity = Opacity::from_fraction(stroke.opacity().get());
        let scale = uniform_scale(outer);
        let (Some(scale), Paint::Color(color)) = (scale, &paint) else {
            let mut pen = stroke.to_tiny_skia();
            pen.dash = dashes(stroke, scale_of(outer))
                .and_then(|(dash, phase)| usvg::tiny_skia_path::StrokeDash::new(dash, phase));
            let dashed = pen
                .dash
                .as_ref()
                .and_then(|dash| path.data().dash(dash, scale_of(outer)));
            let drawn = dashed
                .as_ref()
                .unwrap_or(path.data())
                .stroke(&pen, scale_of(outer))?;
            return Some(Stroked::Drawn(Outline {
                path: self.path(&drawn.transform(outer)?),
                rule: Rule::NonZero,
                fill: Some(Fill { paint, opacity }),
                stroke: None,
                stroke_first: false,
            }));
        };
        let (dash, phase) = dashes(stroke, scale).unwrap_or_default();
        Some(Stroked::Line(Line {
            color: color.clone(),
            opacity,
            width: length(stroke.width().get() * scale),
            cap: match stroke.linecap() {
                LineCap::Butt => Cap::Butt,
                LineCap::Round => Cap::Round,
                LineCap::Square => Cap::Square,
            },
            join: match stroke.linejoin() {
                LineJoin::Miter | LineJoin::MiterClip => {
                    Join::Miter((stroke.miterlimit().get().min(1e4) * 1000.0).round() as u32)
                }
                LineJoin::Round => Join::Round,
                LineJoin::Bevel => Join::Bevel,
            },
            dash: dash.iter().map(|part| length(part * scale)).collect(),
            phase: length(phase * scale),
        }))
    }

    fn paint(&mut self, paint: &usvg::Paint, outer: Transform, id: &str) -> Option<Paint> {
        let (base, way) = match paint {
            usvg::Paint::Color(color) => {
                let rgb = Rgb([color.red, color.green, color.blue]);
                return Some(Paint::Color(self.palette.color(rgb)));
            }
            usvg::Paint::LinearGradient(gradient) => (&***gradient, gradient::axial(gradient)),
            usvg::Paint::RadialGradient(gradient) => (&***gradient, gradient::radial(gradient)),
            usvg::Paint::Pattern(_) => {
                self.fault(text!("a pattern", "ein Muster"), "pattern", id, expand());
                return Some(Paint::Color(Color::BLACK));
            }
        };
        match gradient::gradient(base, way, outer, self.palette) {
            Ok(gradient) => Some(Paint::Gradient(gradient)),
            Err(refusal) => {
                let (what, element) = match refusal {
                    Refusal::Repeats => (
                        text!("a gradient that repeats", "ein Verlauf, der sich wiederholt"),
                        "spreadMethod",
                    ),
                    Refusal::ShinesThrough => (
                        text!("a gradient into transparency", "ein Verlauf ins Durchsichtige"),
                        "stop-opacity",
                    ),
                };
                self.fault(what, element, base.id(), expand());
                Some(Paint::Color(Color::BLACK))
            }
        }
    }

    /// The outlines that cut a group: what is visible lies inside of each of them.
    fn clips(&mut self, clip: Option<&usvg::ClipPath>, outer: Transform) -> Vec<Clip> {
        let mut clips = Vec::new();
        let mut next = clip;
        while let Some(clip) = next {
            let shapes = self.cutting(clip.root(), outer.pre_concat(clip.transform()));
            clips.push(united(shapes).unwrap_or_else(|| {
                self.fault(
                    text!(
                        "a clip of several shapes that overlap",
                        "ein Beschneidungspfad aus mehreren Formen, die einander überlappen"
                    ),
                    "clipPath",
                    clip.id(),
                    one_clip(),
                );
                Clip {
                    path: Path::default(),
                    rule: Rule::NonZero,
                }
            }));
            next = clip.clip_path();
        }
        clips
    }

    fn cutting(&mut self, group: &usvg::Group, outer: Transform) -> Vec<Clip> {
        let inner = outer.pre_concat(group.transform());
        if let Some(clip) = group.clip_path() {
            let what = text!(
                "a clip that is clipped itself",
                "ein Beschneidungspfad, der selbst beschnitten ist"
            );
            self.fault(what, "clipPath", clip.id(), one_clip());
        }
        let mut clips = Vec::new();
        for node in group.children() {
            match node {
                Node::Group(group) => clips.extend(self.cutting(group, inner)),
                Node::Path(path) => {
                    if let Some(data) = path.data().clone().transform(inner) {
                        clips.push(Clip {
                            path: self.path(&data),
                            rule: path.fill().map_or(Rule::NonZero, |fill| rule(fill.rule())),
                        });
                    }
                }
                Node::Image(_) | Node::Text(_) => {}
            }
        }
        clips
    }

    fn path(&mut self, data: &UsvgPath) -> Path {
        let mut segments = Vec::with_capacity(data.len());
        let mut here = (0.0, 0.0);
        for segment in data.segments() {
            segments.push(match segment {
                PathSegment::MoveTo(to) => Segment::Move(point(to.x, to.y)),
                PathSegment::LineTo(to) => Segment::Line(point(to.x, to.y)),
                // A quadratic curve is the cubic one with both control points two thirds of the way to its own.
                PathSegment::QuadTo(control, to) => {
                    let third = |end: (f32, f32)| {
                        let along = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
                        point(along(end.0, control.x), along(end.1, control.y))
                    };
                    Segment::Curve(third(here), third((to.x, to.y)), point(to.x, to.y))
                }
                PathSegment::CubicTo(first, second, to) => Segment::Curve(
                    point(first.x, first.y),
                    point(second.x, second.y),
                    point(to.x, to.y),
                ),
                PathSegment::Close => Segment::Close,
            });
            if let PathSegment::MoveTo(to)
            | PathSegment::LineTo(to)
            | PathSegment::QuadTo(_, to)
            | PathSegment::CubicTo(_, _, to) = segment
            {
                here = (to.x, to.y);
            }
        }
        self.steps += segments.len();
        Path { segments }
    }

    fn fault(&mut self, what: Text, element: &str, id: &str, help: Text) {
        let named = if id.is_empty() {
            Text::default()
        } else {
            text!(", at `{id}`", ", bei `{id}`")
        };
        self.faults.push(Fault {
            line: None,
            what: text!("{what} (`{element}`{named})", "{what} (`{element}`{named})"; what, named),
            help,
        });
    }
}

/// The name of a group; where a group was only made for what it holds, the name of that.
fn name_of(group: &usvg::Group) -> &str {
    match group.children() {
        [only] if group.id().is_empty() => only.id(),
        _ => group.id(),
    }
}

/// What becomes of a line.
enum Stroked {
    Line(Line),
    Drawn(Outline),
}

fn rule(rule: FillRule) -> Rule {
    match rule {
        FillRule::NonZero => Rule::NonZero,
        FillRule::EvenOdd => Rule::EvenOdd,
    }
}

/// The dashes and gaps of a line and how far into them it begins, in its own coordinates; none where they are too short to be seen.
fn dashes(stroke: &usvg::Stroke, scale: f32) -> Option<(Vec<f32>, f32)> {
    let dash = stroke.dasharray()?;
    let period: f32 = dash.iter().sum();
    if period * scale < SHORTEST_DASH {
        return None;
    }
    // PDF knows no negative phase.
    Some((dash.to_vec(), stroke.dashoffset().rem_euclid(period)))
}

/// How much a transformation enlarges, where it does so alike in all directions.
fn uniform_scale(transform: Transform) -> Option<f32> {
    let Transform { sx, kx, ky, sy, .. } = transform;
    let (along, across) = ((sx * sx + ky * ky).sqrt(), (kx * kx + sy * sy).sqrt());
    let skew = (sx * kx + ky * sy).abs();
    let is_uniform = (along - across).abs() <= SAME_SCALE * along && skew <= SAME_SCALE * along * across;
    is_uniform.then_some(along)
}

/// How much a transformation enlarges on the whole.
fn scale_of(transform: Transform) -> f32 {
    let Transform { sx, kx, ky, sy, .. } = transform;
    (sx * sy - kx * ky).abs().sqrt()
}

/// One outline that cuts as several do; none where they overlap, since together they could cut holes into each other.
fn united(mut clips: Vec<Clip>) -> Option<Clip> {
    if clips.len() > MOST_CUTTING {
        return None;
    }
    if clips.len() > 1 {
        let bounds: Vec<_> = clips.iter().filter_map(|clip| clip.path.bounds()).collect();
        let overlap = bounds
            .iter()
            .enumerate()
            .any(|(place, one)| bounds[..place].iter().any(|other| one.overlaps(other)));
        if overlap || clips.iter().any(|clip| clip.rule != clips[0].rule) {
            return None;
        }
    }
    // Nothing that cuts leaves nothing visible.
    let rule = clips.first().map_or(Rule::NonZero, |clip| clip.rule);
    let segments = clips.drain(..).flat_map(|clip| clip.path.segments).collect();
    Some(Clip {
        path: Path { segments },
        rule,
    })
}

pub(super) fn point(x: f32, y: f32) -> Point {
    Point::new(length(x), length(y))
}

/// A length of so many points.
pub(super) fn length(points: f32) -> Length {
    Length::from_units(clamped(f64::from(points).clamp(-FARTHEST, FARTHEST) * 65_536.0))
}

/// The nearest whole number; nothing for what is no number.
pub(super) fn clamped(value: f64) -> i64 {
    if value.is_finite() {
        value.round() as i64
    } else {
        0
    }
}
