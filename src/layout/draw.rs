//! Generated figures on the page: a template's description and the data go to the generator, shapes come back.

use super::element::Element;
use super::{Pass, crowded};
use crate::color::Color;
use crate::diag::Code;
use crate::figure::{self, Density, Field, Focus, Network, Roster, Sizes};
use crate::geom::{Length, Path, Point, Rect, Sides, Size, Transform};
use crate::scene::{Artifact, Group, Item, ItemKind, Mark, Shape, Stroke};
use crate::source::Span;
use crate::template::{FieldSpec, FigureKind, FigureSpec, Reading};
use crate::wording::text;

/// The sum of the squares of all figures' dots that a document may come to: 128 pages with 250 dots each, or two figures as full
/// as figures get. A cover has a hundred dots.
const MOST_DRAWN: usize = 8_000_000;

/// Draws a figure of the template into a rectangle of a page. What reaches beyond `home`, the panel or page that it belongs to, adorns the
/// neighbours and says nothing there.
pub(super) fn figure(
    name: &str,
    data: &[String],
    place: Place,
    mark: Mark,
    origin: Option<Span>,
    pass: &mut Pass<'_, '_>,
) {
    let Some(spec) = pass.template.figures.get(name) else {
        return;
    };
    let FigureKind::Field(field) = &spec.kind else {
        return;
    };
    // The work for a figure grows with the square of its dots.
    if pass.drawn > MOST_DRAWN {
        pass.log
            .error(
                Code::BAD_VALUE,
                spec.span,
                text!(
                    "the figures before this one have more dots than can be drawn in a document",
                    "die Abbildungen vor dieser haben mehr Punkte, als sich in einem Dokument zeichnen lassen"
                ),
            )
            .help(text!(
                "make `spacing` and `fill` larger, or draw fewer figures",
                "`spacing` und `fill` vergrößern oder weniger Abbildungen zeichnen"
            ));
        return;
    }
    // Drawn as for a language read from left to right, and then mirrored with the whole page.
    let reading = pass.template.format.reading();
    let sheet = pass.pages[place.page].trim_box();
    let folds = pass.pages[place.page].folds.iter().map(|fold| {
        let line = Rect::new(Point::new(fold.x, Length::ZERO), Size::default());
        reading.place(line, sheet).left()
    });
    let drawn = Field {
        folds: folds.collect(),
        ..self::field(
            spec,
            field,
            seed(spec, name, &data.join("\n")),
            reading.place(place.rect, sheet),
            data.len(),
        )
    };
    let network = figure::field(&drawn);
    crowded::check(name, spec, field, (&drawn, &network), origin, pass);
    let network = turned(network, reading, sheet);
    pass.drawn += network.dots.len().pow(2);
    let visible = pass.pages[place.page].bleed_box();
    let (left, right) = (place.home.left(), place.home.right());
    let beside = [(visible.left(), left), (right, visible.right())];
    for (from, to) in beside.into_iter().filter(|(from, to)| from < to) {
        let strip = Rect::from_edges(from, visible.top(), to, visible.bottom());
        push(
            &network,
            spec,
            place.page,
            strip,
            Mark::Artifact(Artifact::Layout),
            origin,
            pass,
        );
    }
    push(&network, spec, place.page, place.home, mark, origin, pass);
}

/// As it is seen in a document that is read so.
fn turned(network: Network, reading: Reading, sheet: Rect) -> Network {
    match reading {
        Reading::LeftToRight => network,
        Reading::RightToLeft => network.mirrored(sheet),
    }
}

/// Where a figure is drawn.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) page: usize,
    /// What the figure fills.
    pub(super) rect: Rect,
    /// Where it means something.
    pub(super) home: Rect,
}

fn seed(spec: &FigureSpec, name: &str, data: &str) -> u64 {
    figure::seed(&format!("{name}\n{}\n{data}", spec.variant))
}

fn field(spec: &FigureSpec, field: &FieldSpec, seed: u64, area: Rect, records: usize) -> Field {
    let [top_left, top_right, bottom_left, bottom_right] = field.density;
    let [top, right, bottom, left] = field.overrun;
    let focus = field.focus.iter().map(|(centre, radius, color)| Focus {
        centre: area.origin + *centre,
        radius: *radius,
        color: color.clone(),
    });
    let keep_out = field.keep_out.iter().map(|(corner, size)| {
        Rect::new(
            area.origin + *corner,
            Size::new(size.x.at_least_zero(), size.y.at_least_zero()),
        )
    });
    let sizes = field.sizes.iter().map(|(radius, count)| Sizes {
        radius: *radius,
        count: count.unwrap_or(records as u32),
    });
    Field {
        area,
        overrun: Sides {
            top,
            right,
            bottom,
            left,
        },
        seed,
        spacing: field.spacing,
        density: Density {
            top_left,
            top_right,
            bottom_left,
            bottom_right,
            swell: field.swell,
        },
        foci: focus.collect(),
        sizes: sizes.collect(),
        fill: field.fill,
        colors: spec.colors.clone(),
        openness: spec.openness,
        keep_out: keep_out.collect(),
        folds: Vec::new(),
    }
}

/// The items of a list in one frame, each with a dot before it.
pub(super) struct RosterRows {
    pub(super) figure: String,
    pub(super) list: usize,
    pub(super) frame: usize,
    pub(super) page: usize,
    pub(super) area: Rect,
    pub(super) indent: Length,
    pub(super) reading: Reading,
    pub(super) origin: Span,
    pub(super) rows: Vec<Row>,
}

/// An item: the height of its dot, the size of its text.
pub(super) struct Row {
    pub(super) centre: Length,
    pub(super) size: Size,
    pub(super) text: String,
}

/// Draws the dots of a list, joined.
pub(super) fn roster(rows: &RosterRows, pass: &mut Pass<'_, '_>) {
    let Some(spec) = pass.template.figures.get(&rows.figure) else {
        return;
    };
    let FigureKind::Roster(roster) = &spec.kind else {
        return;
    };
    let Some((first, last)) = rows.rows.first().zip(rows.rows.last()) else {
        return;
    };
    let texts: Vec<&str> = rows.rows.iter().map(|row| row.text.as_str()).collect();
    let (from, to) = roster.band;
    // Drawn as for a language read from left to right, and then mirrored with the whole page.
    let sheet = pass.pages[rows.page].trim_box();
    let area = rows.reading.place(rows.area, sheet);
    let band = Rect::from_edges(
        area.left() + from,
        first.centre - roster.radius,
        area.left() + to,
        last.centre + roster.radius,
    );
    let members = figure::roster(&Roster {
        band,
        seed: seed(spec, &rows.figure, &texts.join("\n")),
        radius: roster.radius,
        names: rows.rows.iter().map(|row| row.size).collect(),
        hang: Length::ZERO,
        rows: rows.rows.iter().map(|row| row.centre).collect(),
        right: area.left() + rows.indent,
        left: None,
        colors: spec.colors.clone(),
        openness: spec.openness,
    });
    let network = turned(members.network, rows.reading, sheet);
    let mark = Mark::Artifact(Artifact::Layout);
    let visible = pass.pages[rows.page].bleed_box();
    push(&network, spec, rows.page, visible, mark, Some(rows.origin), pass);
}

/// Paints the part of a network that shows within `clip`.
fn push(
    network: &Network,
    spec: &FigureSpec,
    page: usize,
    clip: Rect,
    mark: Mark,
    origin: Option<Span>,
    pass: &mut Pass<'_, '_>,
) {
    let line = Stroke {
        color: spec.line.clone(),
        width: spec.line_width,
        round: true,
        dash: Vec::new(),
    };
    let items = network.shapes(&line).into_iter().map(|shape| Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(shape),
        mark,
        origin,
    });
    let items: Vec<Item> = items.filter(|item| item.bounds().overlaps(&clip)).collect();
    if !items.is_empty() {
        let group = Group {
            transform: Transform::default(),
            clip: Some(clip),
            items: items.into(),
        };
        pass.pages[page].items.push(Item {
            at: Point::ORIGIN,
            kind: ItemKind::Group(group),
            mark,
            origin,
        });
    }
}

/// The quiet zone that a QR code needs around it: four modules (ISO/IEC 18004, 9.1), and no code has fewer than 21 of them.
pub(super) fn quiet_zone(side: Length) -> Length {
    side.ratio(4, 21)
}

/// Draws a QR code as one path of dark modules that fills the square, so that its edge stands flush with the text's.
pub(super) fn qr(
    address: &str,
    color: &Color,
    page: usize,
    rect: Rect,
    element: &Element,
    pass: &mut Pass<'_, '_>,
) {
    let Ok(code) = qrcodegen::QrCode::encode_text(address, qrcodegen::QrCodeEcc::Medium) else {
        pass.log
            .error(
                Code::BAD_VALUE,
                element.origin,
                text!(
                    "this address is too long for a QR code",
                    "diese Adresse ist zu lang für einen QR-Code"
                ),
            )
            .help(text!("use a shorter address", "eine kürzere Adresse verwenden"));
        return;
    };
    let modules = i64::from(code.size());
    let corner = |column: i32, row: i32| {
        let step = |steps: i32| rect.size.width.ratio(i64::from(steps), modules);
        rect.origin + Point::new(step(column), step(row))
    };
    let mut path = Path::default();
    for row in 0..code.size() {
        let mut column = 0;
        while column < code.size() {
            let start = column;
            while column < code.size() && code.get_module(column, row) {
                column += 1;
            }
            if column > start {
                let (from, to) = (corner(start, row), corner(column, row + 1));
                path.segments
                    .extend(Path::rect(Rect::from_edges(from.x, from.y, to.x, to.y)).segments);
            }
            column += 1;
        }
    }
    pass.pages[page].items.push(Item {
        at: Point::ORIGIN,
        kind: ItemKind::Shape(Shape {
            path,
            fill: Some(color.clone()),
            stroke: None,
        }),
        mark: Mark::Content(element.node),
        origin: Some(element.origin),
    });
}
