//! A small flyer put together by hand, shaped letter by letter: everything that a scene can hold, once.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads its fonts from the repository"
)]

pub(crate) mod reader;

use std::path::Path as FilePath;
use std::sync::Arc;

use faltwerk::assets::{Assets, Font, FontId, Glyph, GlyphRun, IccProfile};
use faltwerk::color::{Cmyk, Color, Ink, Part};
use faltwerk::emit::pdf::OutputCondition;
use faltwerk::geom::{Length, Path, Point, Rect, Sides, Size, Transform, Turn};
use faltwerk::scene::{
    About, Artifact, Group, Item, ItemKind, Mark, NodeId, Page, PageKind, Scene, Shape, Stroke, Structure,
    Target,
};
use faltwerk::style::{Language, Numbering, Role};

/// What scenes are made on.
pub(crate) struct Desk {
    pub(crate) assets: Assets,
    regular: FontId,
    bold: FontId,
}

pub(crate) fn condition() -> OutputCondition {
    OutputCondition {
        identifier: "FOGRA39".to_owned(),
        info: "Coated offset, ISO 12647-2:2004/Amd 1".to_owned(),
    }
}

fn file(path: &str) -> Arc<[u8]> {
    std::fs::read(FilePath::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap()
        .into()
}

impl Desk {
    pub(crate) fn new() -> Self {
        let fonts = ["Bold", "Regular"]
            .map(|style| format!("fonts/source-sans-3/SourceSans3-{style}.ttf"))
            .map(|path| Font::load(&path, file(&path)).unwrap());
        let profile = "templates/printers/FOGRA39L_coated.icc";
        let output = Arc::new(IccProfile::load(profile, file(profile)).unwrap());
        let assets = Assets::new(fonts.into(), output);
        let regular = assets.find_font("Source Sans 3", 400, false).unwrap();
        let bold = assets.find_font("Source Sans 3", 700, false).unwrap();
        Self {
            assets,
            regular,
            bold,
        }
    }

    /// A run, letter by letter; a soft hyphen shows as a hyphen sign, and "fi" as one glyph of two letters.
    fn run(&self, text: &str, font: FontId, size: Length, color: Color, language: &str) -> GlyphRun {
        let face = self.assets.font(font);
        let units = i64::from(face.units_per_em);
        let glyphs = text
            .char_indices()
            .map(|(start, letter)| {
                let shown = if letter == '\u{AD}' { '-' } else { letter };
                let id = face
                    .glyph(shown)
                    .unwrap_or_else(|| panic!("no glyph for {letter:?}"));
                let advance = size.ratio(i64::from(face.advances(&[id])[0]), units);
                // Words are spaced as justification would.
                let wider = if letter == ' ' { size / 37 } else { Length::ZERO };
                Glyph {
                    id,
                    advance: advance + wider,
                    dx: Length::ZERO,
                    dy: if letter == '²' { size / 20 } else { Length::ZERO },
                    text: start as u32..(start + letter.len_utf8()) as u32,
                }
            })
            .collect();
        GlyphRun {
            font,
            size,
            color,
            glyphs,
            text: text.into(),
            language: Language(language.into()),
        }
    }
}

fn percent(parts: [f64; 4]) -> Cmyk {
    Cmyk(parts.map(|part| Part::from_percent(part).unwrap()))
}

fn red() -> Color {
    Color::process(percent([0.0, 100.0, 90.0, 0.0]))
}

fn spot(tint: f64) -> Color {
    Color {
        ink: Ink::Spot {
            name: "HKS 41 K".into(),
            alternate: percent([100.0, 80.0, 0.0, 20.0]),
        },
        tint: Part::from_percent(tint).unwrap(),
    }
}

fn shape(at: Point, path: Path, fill: Option<Color>, stroke: Option<Stroke>, mark: Mark) -> Item {
    Item {
        at,
        kind: ItemKind::Shape(Shape { path, fill, stroke }),
        mark,
        origin: None,
    }
}

/// Puts lines on a page, one below the other, and nodes into the structure.
struct Setter<'a> {
    desk: &'a Desk,
    structure: Structure,
    items: Vec<Item>,
    pen: Point,
}

impl Setter<'_> {
    fn text(&mut self, parent: NodeId) -> NodeId {
        self.structure.add(parent, Role::Text)
    }

    fn show(&mut self, node: NodeId, text: &str, bold: bool, size: i64, color: Color, language: &str) {
        let font = if bold { self.desk.bold } else { self.desk.regular };
        let run = self.desk.run(text, font, Length::pt(size), color, language);
        let width = run.width();
        self.items.push(Item {
            at: self.pen,
            kind: ItemKind::Glyphs(run),
            mark: Mark::Content(node),
            origin: None,
        });
        self.pen.x += width;
    }

    fn words(&mut self, node: NodeId, text: &str) {
        self.show(node, text, false, 10, Color::BLACK, "de-DE");
    }

    fn newline(&mut self, leading: i64) {
        self.pen = Point::new(Length::mm(10), self.pen.y + Length::pt(leading));
    }
}

/// A flyer of so many pages: the first holds everything, the second a turned heading and a link back, any other a heading.
pub(crate) fn flyer(desk: &Desk, pages: usize) -> Scene {
    let mut setter = Setter {
        desk,
        structure: Structure::new(),
        items: Vec::new(),
        pen: Point::new(Length::mm(10), Length::mm(20)),
    };
    let part = setter.structure.add(Structure::ROOT, Role::Part);
    let section = setter.structure.add(part, Role::Section);
    let (heading, continued) = first_page(&mut setter, section);
    let mut painted = vec![std::mem::take(&mut setter.items)];
    if pages > 1 {
        let section = setter.structure.add(part, Role::Section);
        second_page(&mut setter, section, heading, continued);
        painted.push(std::mem::take(&mut setter.items));
    }
    for number in 2..pages {
        let section = setter.structure.add(part, Role::Section);
        setter.pen = Point::new(Length::mm(10), Length::mm(20));
        let title = format!("Seite {}", number + 1);
        let node = setter.structure.add(section, Role::Heading(2));
        setter.structure.node_mut(node).title = Some(title.clone());
        let text = setter.text(node);
        setter.show(text, &title, true, 14, Color::BLACK, "de-DE");
        painted.push(std::mem::take(&mut setter.items));
    }
    Scene {
        about: About {
            name: "beispiel".to_owned(),
            title: "Vielfalt & Chancengleichheit (Muster)".to_owned(),
            author: Some("Landesstelle für Gleichbehandlung".to_owned()),
            subject: Some("Ein Faltblatt aus der Prüfung".to_owned()),
            language: Language("de-DE".into()),
            date: 1_764_547_200,
        },
        pages: painted
            .into_iter()
            .enumerate()
            .map(|(index, items)| Page {
                name: format!("page {}", index + 1),
                label: if index == 0 {
                    "Titel".to_owned()
                } else {
                    (index + 1).to_string()
                },
                kind: PageKind::Bound,
                trim: Size::new(Length::mm(105), Length::mm(148)),
                bleed: Sides::all(Length::mm(3)),
                slug: Sides::default(),
                safe: Length::mm(4),
                panels: Vec::new(),
                folds: Vec::new(),
                items,
            })
            .collect(),
        structure: setter.structure,
    }
}

fn first_page(setter: &mut Setter<'_>, section: NodeId) -> (NodeId, NodeId) {
    let ground = Rect::new(Point::ORIGIN, Size::new(Length::mm(105), Length::mm(148)))
        .outset(Sides::all(Length::mm(3)));
    let background = Mark::Artifact(Artifact::Background);
    let tint = Color::process(percent([5.0, 0.0, 10.0, 0.0]));
    setter.items.push(shape(
        Point::ORIGIN,
        Path::rect(ground),
        Some(tint),
        None,
        background,
    ));

    let heading = setter.structure.add(section, Role::Heading(1));
    setter.structure.node_mut(heading).title = Some("Vielfalt im Großen".to_owned());
    let text = setter.text(heading);
    setter.show(text, "Vielfalt im ", true, 20, red(), "de-DE");
    setter.show(text, "Großen", true, 20, Color::BLACK, "de-DE");
    setter.newline(20);

    let paragraph = setter.structure.add(section, Role::Paragraph);
    let text = setter.text(paragraph);
    setter.words(text, "Die Netzwerke tragen zur Verbesserung der Le\u{AD}");
    setter.newline(13);
    setter.words(text, "bensbedingungen bei, auf 5 m² – mit (Klammern) und ");
    let span = setter.structure.add(paragraph, Role::Span);
    setter.structure.node_mut(span).expansion = Some("Allgemeines Gleichbehandlungsgesetz".to_owned());
    let text = setter.text(span);
    setter.words(text, "AGG");
    let text = setter.text(paragraph);
    setter.words(text, ", ");
    setter.newline(13);
    let foreign = setter.text(paragraph);
    setter.structure.node_mut(foreign).language = Some(Language("en".into()));
    setter.show(foreign, "Equal Pay Day", false, 10, Color::BLACK, "en");
    let text = setter.text(paragraph);
    setter.words(text, " und Diversity-Netzwerk.");
    setter.newline(20);

    let list = setter.structure.add(section, Role::List(Numbering::Bullet));
    for words in ["Sichtbarkeit", "Austausch"] {
        let item = setter.structure.add(list, Role::ListItem);
        let label = setter.structure.add(item, Role::Label);
        let text = setter.text(label);
        setter.words(text, "• ");
        let body = setter.structure.add(item, Role::ListBody);
        let text = setter.text(body);
        setter.words(text, words);
        setter.newline(14);
    }
    // Nothing was painted for this one: it must leave no trace.
    let empty = setter.structure.add(section, Role::Paragraph);
    setter.text(empty);

    let figure = setter.structure.add(section, Role::Figure);
    setter.structure.node_mut(figure).alt =
        Some("Das Bild zeigt zwei Punkte, mit einem Strich verbunden.".to_owned());
    network(setter, figure);
    setter.pen = Point::new(Length::mm(10), Length::mm(112));
    let caption = setter.structure.add(section, Role::Caption);
    let text = setter.text(caption);
    setter.show(text, "Abbildung in Schmuckfarbe", false, 8, spot(100.0), "de-DE");
    setter.newline(16);

    let paragraph = setter.structure.add(section, Role::Paragraph);
    let text = setter.text(paragraph);
    setter.words(text, "Mehr dazu: ");
    let link = setter.structure.add(paragraph, Role::Link);
    setter.structure.node_mut(link).target = Some(Target::Address(
        "https://www.berlin.de/vielfalt für alle/".to_owned(),
    ));
    let text = setter.text(link);
    setter.words(text, "die Seite der ");
    setter.newline(13);
    setter.words(text, "Landesstelle");
    let text = setter.text(paragraph);
    setter.words(text, " im Netz");

    // The thread goes on: this paragraph begins here and ends on the next page.
    (heading, paragraph)
}

fn network(setter: &mut Setter<'_>, figure: NodeId) {
    let mark = Mark::Content(figure);
    let at = Point::new(Length::mm(25), Length::mm(90));
    let line = Path::line(Point::ORIGIN, Point::new(Length::mm(40), Length::mm(8)));
    let stroke = Stroke {
        color: Color::process(percent([0.0, 0.0, 0.0, 50.0])),
        width: Length::pt(1),
        round: true,
        dash: vec![Length::pt(3), Length::pt(2)],
    };
    setter.items.push(shape(at, line, None, Some(stroke), mark));
    let outline = Stroke {
        color: Color::BLACK,
        width: Length::pt(1) / 2,
        round: false,
        dash: Vec::new(),
    };
    for (x, y, color) in [(0, 0, spot(100.0)), (40, 8, spot(40.0))] {
        let path = Path::circle(Point::new(Length::mm(x), Length::mm(y)), Length::mm(6));
        setter
            .items
            .push(shape(at, path, Some(color), Some(outline.clone()), mark));
    }
}

fn second_page(setter: &mut Setter<'_>, section: NodeId, first: NodeId, continued: NodeId) {
    setter.pen = Point::new(Length::mm(30), Length::mm(20));
    let text = setter.text(continued);
    setter.words(text, "und auf der nächsten Seite.");
    let outer = std::mem::take(&mut setter.items);

    // A heading turned to read upwards along the left edge, cut to a strip.
    setter.pen = Point::new(Length::mm(5), Length::mm(8));
    let heading = setter.structure.add(section, Role::Heading(2));
    setter.structure.node_mut(heading).title = Some("Gedreht".to_owned());
    let text = setter.text(heading);
    setter.show(text, "Gedreht", true, 16, red(), "de-DE");
    let group = Group {
        transform: Transform {
            turn: Turn::ThreeQuarters,
            shift: Point::new(Length::ZERO, Length::mm(100)),
        },
        clip: Some(Rect::new(
            Point::ORIGIN,
            Size::new(Length::mm(80), Length::mm(12)),
        )),
        items: std::mem::replace(&mut setter.items, outer).into(),
    };
    setter.items.push(Item {
        at: Point::new(Length::mm(10), Length::ZERO),
        kind: ItemKind::Group(group),
        mark: Mark::Inner,
        origin: None,
    });

    setter.pen = Point::new(Length::mm(30), Length::mm(40));
    let paragraph = setter.structure.add(section, Role::Paragraph);
    let text = setter.text(paragraph);
    setter.words(text, "Ein Wort auf ");
    // The node says German, the run knows better.
    setter.show(text, "English", false, 10, Color::BLACK, "en");
    setter.words(text, " mitten im Satz.");
    let rule = Stroke {
        color: Color::BLACK,
        width: Length::pt(1) / 2,
        round: false,
        dash: Vec::new(),
    };
    let line = Path::line(Point::ORIGIN, Point::new(Length::mm(60), Length::ZERO));
    let layout = Mark::Artifact(Artifact::Layout);
    setter.items.push(shape(
        Point::new(Length::mm(30), Length::mm(44)),
        line,
        None,
        Some(rule),
        layout,
    ));
    setter.pen = Point::new(Length::mm(30), Length::mm(52));
    let text = setter.text(paragraph);
    setter.words(text, "Nach der Linie.");

    setter.pen = Point::new(Length::mm(30), Length::mm(60));
    let paragraph = setter.structure.add(section, Role::Paragraph);
    let link = setter.structure.add(paragraph, Role::Link);
    setter.structure.node_mut(link).target = Some(Target::Node(first));
    let text = setter.text(link);
    setter.words(text, "Zurück zum Anfang");

    setter.pen = Point::new(Length::mm(90), Length::mm(142));
    let folio = setter
        .desk
        .run("2", setter.desk.regular, Length::pt(8), Color::BLACK, "de-DE");
    setter.items.push(Item {
        at: setter.pen,
        kind: ItemKind::Glyphs(folio),
        mark: Mark::Artifact(Artifact::Pagination),
        origin: None,
    });
}

/// One page of text whose glyphs do not say it letter by letter: a ligature, accents set with a mark of their own, a run
/// from right to left, kerning by odd amounts, a line of five hundred letters, a letter that reads in two ways.
pub(crate) fn hard_text(desk: &Desk) -> Scene {
    let mut setter = Setter {
        desk,
        structure: Structure::new(),
        items: Vec::new(),
        pen: Point::new(Length::mm(10), Length::mm(20)),
    };
    let heading = setter.structure.add(Structure::ROOT, Role::Heading(1));
    let text = setter.text(heading);
    setter.words(text, "Schwerer Satz");
    for make in [ligature, accent, leftwards, kerned, long, protected] {
        setter.newline(16);
        let paragraph = setter.structure.add(Structure::ROOT, Role::Paragraph);
        let text = setter.text(paragraph);
        let mut run = make(desk);
        run.language = Language("de-DE".into());
        setter.items.push(Item {
            at: setter.pen,
            kind: ItemKind::Glyphs(run),
            mark: Mark::Content(text),
            origin: None,
        });
    }
    let mut scene = flyer(desk, 1);
    scene.pages[0].items = setter.items;
    scene.structure = setter.structure;
    scene
}

/// The first two pages on one printer's sheet, side by side, the right one head down, with crop marks on every plate.
pub(crate) fn sheet(desk: &Desk) -> Scene {
    let mut scene = flyer(desk, 2);
    let (width, height) = (Length::mm(105), Length::mm(148));
    let bleed = Length::mm(3);
    let mut items = Vec::new();
    let places = [
        Transform::default(),
        Transform {
            turn: Turn::Half,
            shift: Point::new(width * 2, height),
        },
    ];
    for (page, transform) in scene.pages.drain(..).zip(places) {
        // Towards the neighbour a page is cut at its trim: the left one on its right, the turned one on its right as well.
        let clip = Rect::from_edges(-bleed, -bleed, width, height + bleed);
        items.push(Item {
            at: Point::ORIGIN,
            kind: ItemKind::Group(Group {
                transform,
                clip: Some(clip),
                items: page.items.into(),
            }),
            mark: Mark::Inner,
            origin: None,
        });
    }
    let stroke = Stroke {
        color: Color {
            ink: Ink::All,
            tint: Part::FULL,
        },
        width: Length::pt(1) / 4,
        round: false,
        dash: Vec::new(),
    };
    let mark = Path::line(Point::ORIGIN, Point::new(Length::ZERO, -Length::mm(5)));
    for x in [Length::ZERO, width, width * 2] {
        let at = Point::new(x, -Length::mm(4));
        let kind = Mark::Artifact(Artifact::Page);
        items.push(shape(at, mark.clone(), None, Some(stroke.clone()), kind));
    }
    scene.pages = vec![Page {
        name: "sheet 1, front".to_owned(),
        label: "1".to_owned(),
        kind: PageKind::Imposed,
        trim: Size::new(width * 2, height),
        bleed: Sides::all(bleed),
        slug: Sides::all(Length::mm(10)),
        safe: Length::ZERO,
        panels: Vec::new(),
        folds: Vec::new(),
        items,
    }];
    scene
}

fn plain(desk: &Desk, text: &str) -> GlyphRun {
    desk.run(text, desk.regular, Length::pt(10), Color::BLACK, "de-DE")
}

fn ligature(desk: &Desk) -> GlyphRun {
    let mut run = plain(desk, "Schi\u{FB02}f");
    // One glyph for two letters, as a shaper makes it.
    run.text = "Schiflf".into();
    let place = run.glyphs.len() - 2;
    run.glyphs[place].text = 4..6;
    run.glyphs[place + 1].text = 6..7;
    run
}

fn accent(desk: &Desk) -> GlyphRun {
    let mut run = plain(desk, "Caf\u{65}\u{301}");
    let count = run.glyphs.len();
    run.glyphs[count - 1].dx = -Length::pt(1);
    run.glyphs[count - 2].text = 3..6;
    run.glyphs[count - 1].text = 6..6;
    run
}

/// What a shaper makes of a script that runs to the left: the glyphs are turned round, the text is not.
fn leftwards(desk: &Desk) -> GlyphRun {
    let mut run = plain(desk, "gnubiel");
    run.text = "leibung".into();
    for (index, glyph) in run.glyphs.iter_mut().enumerate() {
        let start = 6 - index as u32;
        glyph.text = start..start + 1;
    }
    run
}

fn kerned(desk: &Desk) -> GlyphRun {
    let mut run = plain(desk, "AVATAR Wort für Wort");
    for (index, glyph) in run.glyphs.iter_mut().enumerate() {
        glyph.advance -= Length::from_units(7_777 * (index as i64 % 5));
    }
    run
}

fn long(desk: &Desk) -> GlyphRun {
    let mut run = plain(desk, &"Viertel".repeat(72));
    run.size = Length::from_units(65_537 * 7 / 5);
    for glyph in &mut run.glyphs {
        // A quarter of a thousandth too much each time: added up, it would be an eighth of an em.
        glyph.advance = glyph.advance.ratio(14, 100) + Length::from_units(23);
    }
    run
}

/// A no-break space with the glyph of a space, and a hyphen that only shows.
fn protected(desk: &Desk) -> GlyphRun {
    let mut run = plain(desk, "z. B. x-y Zei\u{AD}");
    run.text = "z.\u{A0}B. x-y Zei\u{AD}".into();
    for (index, glyph) in run.glyphs.iter_mut().enumerate() {
        let start = run.text.char_indices().nth(index).unwrap().0 as u32;
        let end = run
            .text
            .char_indices()
            .nth(index + 1)
            .map_or(run.text.len(), |(at, _)| at) as u32;
        glyph.text = start..end;
    }
    run
}

/// Makes the first glyph of the first page a missing character.
pub(crate) fn break_first_glyph(scene: &mut Scene) {
    for item in &mut scene.pages[0].items {
        if let ItemKind::Glyphs(run) = &mut item.kind {
            run.glyphs[0].id = 0;
            return;
        }
    }
}

/// Adds a square in the middle of the first page.
pub(crate) fn add_square(scene: &mut Scene, color: Color) {
    let square = Rect::new(Point::ORIGIN, Size::new(Length::mm(10), Length::mm(10)));
    let at = Point::new(Length::mm(50), Length::mm(70));
    let mark = Mark::Artifact(Artifact::Layout);
    scene.pages[0]
        .items
        .push(shape(at, Path::rect(square), Some(color), None, mark));
}
