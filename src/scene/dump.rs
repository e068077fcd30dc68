//! A scene as text to read and to compare: one thing a line, so that a change shows as the lines it touches. First what is
//! painted, page by page, then what it means. All lengths are points with at most three decimals; places count from the
//! top left corner of the trim box, or of the group that holds the item.

use std::fmt::Write;

use super::text::texts_by_node;
use super::{About, Artifact, Group, Item, ItemKind, Mark, Node, NodeId, Page, PageKind, Scene, Shape};
use crate::assets::{Assets, GlyphRun};
use crate::geom::{Length, Point, Rect, Segment, Sides, Size, Transform, Turn};
use crate::style::{Numbering, Role, Scope};

/// Writes a scene down for people and golden tests. The format promises nothing but to be the same for the same scene.
#[must_use]
pub fn dump(scene: &Scene, assets: &Assets) -> String {
    let mut text = about(&scene.about);
    for page in &scene.pages {
        text.push('\n');
        text.push_str(&page_head(page));
        for item in &page.items {
            write_item(&mut text, item, assets, 1);
        }
    }
    text.push_str("\nstructure\n");
    let texts = texts_by_node(scene);
    write_node(&mut text, scene, &texts, super::Structure::ROOT, 1);
    text
}

fn about(about: &About) -> String {
    let mut text = format!("scene {}\n", about.name);
    let mut line = |name: &str, value: &str| {
        let _ = writeln!(text, "{name} {}", quoted(value));
    };
    line("title", &about.title);
    if let Some(author) = &about.author {
        line("author", author);
    }
    if let Some(subject) = &about.subject {
        line("subject", subject);
    }
    let _ = writeln!(text, "language {}\ndate {}", about.language.0, about.date);
    text
}

fn page_head(page: &Page) -> String {
    let kind = match page.kind {
        PageKind::Sheet => "sheet",
        PageKind::Panel => "panel",
        PageKind::Bound => "bound page",
        PageKind::Spread => "spread",
        PageKind::Imposed => "imposed sheet",
    };
    let mut text = format!("{kind} {} label {}\n", quoted(&page.name), quoted(&page.label));
    let _ = writeln!(
        text,
        "  trim {}, bleed {}, slug {}, safe {}",
        size(page.trim),
        sides(page.bleed),
        sides(page.slug),
        pt(page.safe)
    );
    for panel in &page.panels {
        let _ = writeln!(text, "  panel {} at {}", panel.number, rect(panel.rect));
    }
    for fold in &page.folds {
        let _ = writeln!(text, "  fold at {}", pt(fold.x));
    }
    text
}

fn write_item(text: &mut String, item: &Item, assets: &Assets, depth: usize) {
    let what = match &item.kind {
        ItemKind::Glyphs(run) => glyphs(run, assets),
        ItemKind::Shape(painted) => shape(painted),
        ItemKind::Picture(picture) => {
            let name = &assets.image(picture.image).name;
            format!("picture {name} {}", size(picture.size))
        }
        ItemKind::Drawing(placed) => {
            let name = &assets.drawing(placed.drawing).name;
            format!("drawing {name} {}", size(placed.size))
        }
        ItemKind::Group(held) => group(held),
    };
    let indent = "  ".repeat(depth);
    let _ = writeln!(text, "{indent}{} {what}{}", point(item.at), mark(item.mark));
    if let ItemKind::Group(held) = &item.kind {
        for inner in held.items.iter() {
            write_item(text, inner, assets, depth + 1);
        }
    }
}

fn glyphs(run: &GlyphRun, assets: &Assets) -> String {
    let font = assets
        .fonts()
        .get(run.font.index())
        .map_or("no font", |font| font.postscript_name.as_str());
    format!(
        "{} {font} {} {}, {} wide",
        quoted(&run.text),
        pt(run.size),
        run.color,
        pt(run.width())
    )
}

fn shape(shape: &Shape) -> String {
    let curves = shape
        .path
        .segments
        .iter()
        .any(|segment| matches!(segment, Segment::Curve(..)));
    let word = if curves { "curve" } else { "shape" };
    let bounds = shape.path.bounds().map_or_else(|| "nothing".to_owned(), rect);
    let mut text = format!("{word} of {} steps in {bounds}", shape.path.segments.len());
    if let Some(fill) = &shape.fill {
        let _ = write!(text, ", filled {fill}");
    }
    if let Some(stroke) = &shape.stroke {
        let _ = write!(text, ", stroked {} {}", pt(stroke.width), stroke.color);
        if stroke.round {
            text.push_str(" round");
        }
        if !stroke.dash.is_empty() {
            let dash: Vec<String> = stroke.dash.iter().map(|length| pt(*length)).collect();
            let _ = write!(text, " dashed {}", dash.join(" "));
        }
    }
    text
}

fn group(group: &Group) -> String {
    let mut text = "group".to_owned();
    text.push_str(&moved(group.transform));
    if let Some(clip) = group.clip {
        let _ = write!(text, ", cut to {}", rect(clip));
    }
    text
}

fn moved(transform: Transform) -> String {
    let turn = match transform.turn {
        Turn::None => "",
        Turn::Quarter => ", turned by 90",
        Turn::Half => ", turned by 180",
        Turn::ThreeQuarters => ", turned by 270",
    };
    if transform.shift == Point::ORIGIN {
        turn.to_owned()
    } else {
        format!("{turn}, shifted by {}", point(transform.shift))
    }
}

fn mark(mark: Mark) -> String {
    match mark {
        Mark::Content(node) => format!(" = {}", node_name(node)),
        Mark::Artifact(Artifact::Pagination) => " = pagination".to_owned(),
        Mark::Artifact(Artifact::Layout) => " = layout".to_owned(),
        Mark::Artifact(Artifact::Background) => " = background".to_owned(),
        Mark::Artifact(Artifact::Page) => " = page mark".to_owned(),
        Mark::Artifact(Artifact::Crease) => " = crease".to_owned(),
        Mark::Inner => String::new(),
    }
}

fn write_node(text: &mut String, scene: &Scene, texts: &[String], id: NodeId, depth: usize) {
    let node = scene.structure.node(id);
    let _ = write!(
        text,
        "{}{} {}",
        "  ".repeat(depth),
        node_name(id),
        role(&node.role)
    );
    text.push_str(&attributes(node));
    if let Some(said) = texts.get(id.index()).filter(|said| !said.is_empty()) {
        let _ = write!(text, " {}", quoted(said));
    }
    text.push('\n');
    for child in &node.children {
        write_node(text, scene, texts, *child, depth + 1);
    }
}

fn attributes(node: &Node) -> String {
    let mut text = String::new();
    let mut add = |name: &str, value: &str| {
        let _ = write!(text, ", {name} {value}");
    };
    if let Some(title) = &node.title {
        add("title", &quoted(title));
    }
    if let Some(language) = &node.language {
        add("language", &language.0);
    }
    if let Some(alt) = &node.alt {
        add("alt", &quoted(alt));
    }
    if let Some(expansion) = &node.expansion {
        add("expansion", &quoted(expansion));
    }
    match &node.target {
        Some(super::Target::Address(address)) => add("to", &quoted(address)),
        Some(super::Target::Node(target)) => add("to", &node_name(*target)),
        None => {}
    }
    text
}

fn role(role: &Role) -> String {
    let name = match role {
        Role::Document => "document",
        Role::Part => "part",
        Role::Section => "section",
        Role::Heading(level) => return format!("heading {level}"),
        Role::Paragraph => "paragraph",
        Role::List(Numbering::Bullet) => "bullet list",
        Role::List(Numbering::Decimal) => "numbered list",
        Role::List(Numbering::None) => "list",
        Role::ListItem => "list item",
        Role::Label => "label",
        Role::ListBody => "list body",
        Role::Figure => "figure",
        Role::Caption => "caption",
        Role::Table => "table",
        Role::TableHead => "table head",
        Role::TableBody => "table body",
        Role::TableRow => "row",
        Role::TableHeader(Scope::Column) => "column header",
        Role::TableHeader(Scope::Row) => "row header",
        Role::TableCell => "cell",
        Role::Link => "link",
        Role::BlockQuote => "block quote",
        Role::Contents => "contents",
        Role::ContentsItem => "contents item",
        Role::Reference => "reference",
        Role::Span => "span",
        Role::Text => "text",
    };
    name.to_owned()
}

fn node_name(id: NodeId) -> String {
    format!("#{}", id.index())
}

/// In quotes; what cannot be seen or would break the line is escaped, letters of every script stay as they are.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        let invisible = matches!(c,
            '\u{A0}' | '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202F}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}');
        if invisible {
            quoted.extend(c.escape_unicode());
        } else if c.is_control() || matches!(c, '"' | '\\') {
            quoted.extend(c.escape_default());
        } else {
            quoted.push(c);
        }
    }
    quoted.push('"');
    quoted
}

fn pt(length: Length) -> String {
    length.to_string().trim_end_matches(" pt").to_owned()
}

fn point(point: Point) -> String {
    format!("({}, {})", pt(point.x), pt(point.y))
}

fn size(size: Size) -> String {
    format!("{} x {}", pt(size.width), pt(size.height))
}

fn rect(rect: Rect) -> String {
    format!("{} {}", point(rect.origin), size(rect.size))
}

fn sides(sides: Sides) -> String {
    if sides == Sides::all(sides.top) {
        pt(sides.top)
    } else {
        let all = [sides.top, sides.right, sides.bottom, sides.left].map(pt);
        format!("{} (top right bottom left)", all.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::dump;
    use crate::color::Color;
    use crate::geom::{Length, Path, Point, Rect, Size, Transform, Turn};
    use crate::scene::fixture;
    use crate::scene::{Artifact, Fold, Group, Item, ItemKind, Mark, Panel, Shape, Stroke};
    use crate::scene::{PageKind, Structure, Target, text_of};
    use crate::style::{Numbering, Role};

    #[test]
    fn a_scene_reads_as_its_pages_and_then_its_structure() {
        let mut scene = fixture::scene();
        let tree = &mut scene.structure;
        let section = tree.add(Structure::ROOT, Role::Section);
        tree.node_mut(section).title = Some("Ziele".to_owned());
        let heading = tree.add(section, Role::Heading(1));
        let heading = tree.add(heading, Role::Text);
        let list = tree.add(section, Role::List(Numbering::Bullet));
        let entry = tree.add(list, Role::ListItem);
        let label = tree.add(entry, Role::Label);
        let label = tree.add(label, Role::Text);
        let body = tree.add(entry, Role::ListBody);
        let body_text = tree.add(body, Role::Text);
        let link = tree.add(body, Role::Link);
        tree.node_mut(link).target = Some(Target::Address("https://berlin.de".to_owned()));
        let link = tree.add(link, Role::Text);
        let figure = tree.add(section, Role::Figure);
        tree.node_mut(figure).alt = Some("Punkte und \"Striche\"".to_owned());

        let point = |x, y| Point::new(Length::pt(x), Length::pt(y));
        let square = Rect::new(Point::ORIGIN, Size::new(Length::pt(10), Length::pt(10)));
        let mut page = fixture::page(PageKind::Sheet, "outside", 200, 100);
        page.panels.push(Panel {
            number: 1,
            rect: page.trim_box(),
        });
        page.folds.push(Fold { x: Length::pt(100) });
        page.items = vec![
            fixture::ground(Rect::new(
                point(-3, -3),
                Size::new(Length::pt(206), Length::pt(106)),
            )),
            fixture::run("Ziele", 10, 20, Mark::Content(heading)),
            fixture::run("•", 10, 40, Mark::Content(label)),
            fixture::run("Alle wir\u{AD}", 20, 40, Mark::Content(body_text)),
            fixture::run("ken auf ", 20, 55, Mark::Content(body_text)),
            fixture::run("berlin.de", 50, 55, Mark::Content(link)),
            Item {
                at: point(120, 20),
                kind: ItemKind::Group(Group {
                    transform: Transform {
                        turn: Turn::Half,
                        shift: point(5, 0),
                    },
                    clip: Some(square),
                    items: Arc::from([Item {
                        at: Point::ORIGIN,
                        kind: ItemKind::Shape(Shape {
                            path: Path::circle(point(5, 5), Length::pt(5)),
                            fill: None,
                            stroke: Some(Stroke {
                                color: Color::BLACK,
                                width: Length::from_units(32_768),
                                round: true,
                                dash: vec![Length::pt(2), Length::pt(1)],
                            }),
                        }),
                        mark: Mark::Content(figure),
                        origin: None,
                    }]),
                }),
                mark: Mark::Inner,
                origin: None,
            },
        ];
        scene.pages.push(page);

        let wanted = r##"scene flyer
title "Netzwerke"
language de-DE
date 1700000000

sheet "outside" label "outside"
  trim 200 x 100, bleed 3, slug 0, safe 5
  panel 1 at (0, 0) 200 x 100
  fold at 100
  (0, 0) shape of 5 steps in (-3, -3) 206 x 106, filled c0 m100 y90 k0 = background
  (10, 20) "Ziele" SourceSans3-Regular 10 c0 m0 y0 k100, 25 wide = #3
  (10, 40) "•" SourceSans3-Regular 10 c0 m0 y0 k100, 5 wide = #7
  (20, 40) "Alle wir\u{ad}" SourceSans3-Regular 10 c0 m0 y0 k100, 45 wide = #9
  (20, 55) "ken auf " SourceSans3-Regular 10 c0 m0 y0 k100, 40 wide = #9
  (50, 55) "berlin.de" SourceSans3-Regular 10 c0 m0 y0 k100, 45 wide = #11
  (120, 20) group, turned by 180, shifted by (5, 0), cut to (0, 0) 10 x 10
    (0, 0) curve of 6 steps in (0, 0) 10 x 10, stroked 0.5 c0 m0 y0 k100 round dashed 2 1 = #12

structure
  #0 document
    #1 section, title "Ziele"
      #2 heading 1
        #3 text "Ziele"
      #4 bullet list
        #5 list item
          #6 label
            #7 text "•"
          #8 list body
            #9 text "Alle wirken auf "
            #10 link, to "https://berlin.de"
              #11 text "berlin.de"
      #12 figure, alt "Punkte und \"Striche\""
"##;
        assert_eq!(dump(&scene, &fixture::assets()), wanted);
        assert_eq!(
            text_of(&scene, Structure::ROOT),
            "Ziele\n• Alle wirken auf berlin.de\n"
        );
        assert_eq!(text_of(&scene, link), "berlin.de");
    }

    #[test]
    fn text_that_runs_from_the_inside_to_the_outside_is_read_in_the_order_of_the_panels() {
        let mut scene = fixture::scene();
        let paragraph = scene.structure.add(Structure::ROOT, Role::Paragraph);
        let text = scene.structure.add(paragraph, Role::Text);
        for (name, numbers, said) in [("outside", [4, 1], "zuletzt"), ("inside", [2, 3], "zuerst, ")] {
            let mut page = fixture::page(PageKind::Sheet, name, 200, 100);
            page.panels = fixture::panels(&[(numbers[0], 100), (numbers[1], 100)], 100);
            page.items.push(fixture::run(said, 10, 20, Mark::Content(text)));
            page.items
                .push(fixture::run("4", 10, 90, Mark::Artifact(Artifact::Pagination)));
            scene.pages.push(page);
        }
        assert_eq!(text_of(&scene, paragraph), "zuerst, zuletzt\n");
    }
}
