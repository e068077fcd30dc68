//! What must hold for any story in any frames.

use std::sync::{Arc, LazyLock};

use proptest::prelude::{
    ProptestConfig, Strategy, any, prop, prop_assert, prop_assert_eq, prop_oneof, proptest,
};

use super::{Cursor, Filled, Frame, Placed, Register, capacity, fill};
use crate::assets::{Assets, Font, IccProfile};
use crate::geom::{Length, Point, Rect, Size};
use crate::layout::element::{Element, ElementKind, TextElement};
use crate::scene::Structure;
use crate::source::{Sources, Span};
use crate::style::{Language, ParagraphStyle, TextStyle};
use crate::template::{Grid, Margins};
use crate::text::{Paragraph, Run, Setter};

#[allow(
    clippy::disallowed_methods,
    reason = "the library is given bytes; a test has to read them"
)]
static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let read = |path: &str| std::fs::read(path).unwrap();
    let path = "fonts/source-sans-3/SourceSans3-Regular.ttf";
    let font = Font::load(path, read(path).into()).unwrap();
    let profile = IccProfile::load("profile", read("templates/printers/FOGRA39L_coated.icc").into()).unwrap();
    Assets::new(vec![font], Arc::new(profile))
});

const GRID: Grid = Grid {
    baseline: Length::pt(15),
    first: Length::pt(40),
    margin: Margins {
        top: Length::ZERO,
        bottom: Length::ZERO,
        inner: Length::ZERO,
        outer: Length::ZERO,
    },
};

const REGISTER: Register<'_> = Register {
    grid: &GRID,
    step: GRID.baseline,
};

const WORDS: [&str; 8] = [
    "Netzwerk",
    "und",
    "Chancengleichheit",
    "der",
    "Bürger*innen",
    "fördert",
    "Antidiskriminierung",
    "in",
];

/// So many words, never twice the same row.
fn words(count: usize, seed: usize) -> String {
    let word = |number: usize| WORDS[(number * number + number / 3 + seed) % WORDS.len()];
    (0..count).map(word).collect::<Vec<_>>().join(" ")
}

fn paragraph(text: &str, style: ParagraphStyle, setter: &mut Setter<'_>) -> Element {
    let letters = TextStyle {
        families: vec!["Source Sans 3".into()],
        size: Length::pt(12),
        language: Language("de-DE".into()),
        ..TextStyle::default()
    };
    let style = Arc::new(style);
    let run = Run {
        text: text.to_owned(),
        style: Arc::new(letters),
        tag: 0,
    };
    let source = Paragraph {
        runs: vec![run],
        style: Arc::clone(&style),
    };
    let mut sources = Sources::default();
    let text = TextElement {
        prepared: setter.prepare(&source),
        places: vec![Structure::ROOT],
        cap_height: Length::pt(8),
        x_height: Length::pt(6),
        size: Length::pt(12),
        text: text.to_owned(),
        label: None,
        trailing: None,
        dot: None,
        is_caption: false,
        heading: None,
        name: None,
    };
    Element {
        kind: ElementKind::Text(Box::new(text)),
        style,
        origin: Span {
            source: sources.add("test", ""),
            start: 0,
            end: 0,
        },
        drawn: Arc::default(),
        node: Structure::ROOT,
    }
}

fn body() -> ParagraphStyle {
    ParagraphStyle {
        leading: Length::pt(15),
        ..ParagraphStyle::default()
    }
}

/// A frame of so many lines of body text, so many millimetres wide.
fn frame(lines: i64, width: i64) -> Frame {
    // The letters of the last line reach 3 pt below it, those of the first 8 pt above.
    let rect = Rect::new(
        Point::new(Length::ZERO, Length::pt(30)),
        Size::new(Length::mm(width), Length::pt(15 * lines - 15 + 13)),
    );
    Frame {
        page: 0,
        rect,
        home: rect,
        at_foot: false,
        number: 0,
        is_last_column: true,
        balance: false,
    }
}

fn filled(elements: &[Element], frames: &[Frame], setter: &mut Setter<'_>) -> Filled {
    fill(elements, Cursor::default(), frames, &REGISTER, setter)
}

/// The lines in the order of placing: element, frame, number, how many there are, baseline, text.
fn lines(filled: &Filled) -> Vec<(usize, usize, usize, usize, Length, std::ops::Range<usize>)> {
    let line = |piece: &Placed| match piece {
        Placed::Line {
            element,
            frame,
            number,
            count,
            baseline,
            line,
        } => (*element, *frame, *number, *count, *baseline, line.text.clone()),
        Placed::Row { .. } | Placed::Box { .. } => panic!("there are no boxes here"),
    };
    filled.placed.iter().map(line).collect()
}

fn any_style() -> impl Strategy<Value = ParagraphStyle> {
    let heading = (1..4u8).prop_map(|keep_with_next| ParagraphStyle {
        keep_with_next,
        leading: Length::pt(20),
        space_before: Length::pt(10),
        grid: false,
        ..body()
    });
    let item = any::<bool>().prop_map(|grid| ParagraphStyle {
        keep_together: true,
        space_after: Length::pt(5),
        indent: Length::pt(12),
        grid,
        ..body()
    });
    let plain = (1..4u8, 1..4u8).prop_map(|(orphans, widows)| ParagraphStyle {
        orphans,
        widows,
        ..body()
    });
    prop_oneof![1 => heading, 2 => item, 4 => plain]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn nothing_is_lost_and_the_order_is_kept_in_any_frames(
        story in prop::collection::vec((any_style(), 1..60usize), 1..8),
        frames in prop::collection::vec((1..14i64, 20..110i64), 1..12),
    ) {
        let mut setter = Setter::new(&ASSETS);
        let elements: Vec<Element> = story
            .into_iter()
            .enumerate()
            .map(|(seed, (style, count))| paragraph(&words(count, seed), style, &mut setter))
            .collect();
        let frames: Vec<Frame> = frames.into_iter().map(|(lines, width)| frame(lines, width)).collect();
        let filled = filled(&elements, &frames, &mut setter);
        let placed = lines(&filled);
        // All text up to the rest is there once, in order.
        let (mut element, mut byte) = (0, 0);
        for (at, number, _, _, _, text) in &placed {
            if *at != element {
                prop_assert_eq!(*at, element + 1);
                prop_assert_eq!(byte, length(&elements[element]));
                (element, byte) = (*at, 0);
            }
            prop_assert_eq!(text.start, byte);
            prop_assert!(*number < frames.len());
            byte = text.end;
        }
        match filled.rest {
            None => {
                prop_assert_eq!(element, elements.len() - 1);
                prop_assert_eq!(byte, length(&elements[element]));
            }
            Some(rest) if placed.is_empty() => prop_assert_eq!(rest.from, Cursor::default()),
            Some(rest) if rest.from.element == element => {
                prop_assert_eq!(rest.from.text.text, byte);
                prop_assert!(rest.lines > 0);
            }
            Some(rest) => {
                prop_assert_eq!(rest.from.element, element + 1);
                prop_assert_eq!(byte, length(&elements[element]));
            }
        }
        // Frames are filled one after the other, from above, and nothing stands below their feet.
        let mut before = (0, Length::ZERO);
        for (_, frame, _, _, baseline, _) in &placed {
            prop_assert!((*frame, *baseline) > before);
            prop_assert!(*baseline + Length::pt(3) <= frames[*frame].rect.bottom());
            before = (*frame, *baseline);
        }
        // The first line of every frame hangs from one line.
        let firsts = placed.iter().enumerate().filter(|(index, line)| *index == 0 || placed[index - 1].1 != line.1);
        for (_, (_, _, _, _, baseline, _)) in firsts {
            prop_assert_eq!(*baseline, Length::pt(40));
        }
        // Every line is set to the measure of the frame that it stands in.
        for piece in &filled.placed {
            if let Placed::Line { frame, line, .. } = piece {
                prop_assert_eq!(line.measure, frames[*frame].rect.size.width);
            }
        }
    }

    #[test]
    fn no_frame_begins_with_a_widow_or_ends_with_an_orphan_or_a_heading_where_frames_are_high_enough(
        story in prop::collection::vec((any_style(), 1..60usize), 1..8),
        widths in prop::collection::vec(60..110i64, 30..31),
        height in 12..20i64,
    ) {
        let mut setter = Setter::new(&ASSETS);
        let elements: Vec<Element> = story
            .into_iter()
            .enumerate()
            .map(|(seed, (style, count))| {
                let count = if style.keep_with_next > 0 { count % 9 + 1 } else { count };
                paragraph(&words(count, seed), style, &mut setter)
            })
            .collect();
        // So many headings in a row fill a frame that nothing helps.
        let chains = elements.windows(3).filter(|three| three.iter().all(|one| one.style.keep_with_next > 0));
        if chains.count() > 0 {
            return Ok(());
        }
        let frames: Vec<Frame> = widths.into_iter().map(|width| frame(height, width)).collect();
        let filled = filled(&elements, &frames, &mut setter);
        prop_assert!(filled.rest.is_none());
        let placed = lines(&filled);
        for pair in placed.windows(2).filter(|pair| pair[0].1 != pair[1].1) {
            let ((element, _, number, ..), (next, ..)) = (&pair[0], &pair[1]);
            let style = &elements[*element].style;
            if element == next {
                let all = placed.iter().filter(|line| line.0 == *element).count();
                prop_assert!(number + 1 >= usize::from(style.orphans), "an orphan");
                prop_assert!(all - number > usize::from(style.widows), "a widow");
            }
            prop_assert_eq!(style.keep_with_next, 0, "a heading without company");
        }
    }
}

fn length(element: &Element) -> usize {
    match &element.kind {
        ElementKind::Text(text) => text.text.len(),
        ElementKind::Row(_) | ElementKind::Figure(_) | ElementKind::Picture(_) | ElementKind::Qr(..) => 0,
    }
}

#[test]
fn a_frame_holds_as_many_lines_as_it_says() {
    let mut setter = Setter::new(&ASSETS);
    let story = [paragraph(&words(400, 0), body(), &mut setter)];
    for count in 1..9 {
        let frame = frame(count, 85);
        let filled = filled(&story, &[frame], &mut setter);
        assert_eq!(filled.placed.len(), count as usize);
        let ElementKind::Text(text) = &story[0].kind else {
            panic!("this is a paragraph");
        };
        assert_eq!(capacity(&story[0], text, &frame, &REGISTER), count as usize);
    }
}

#[test]
fn a_frame_that_is_one_line_too_small_leaves_one_line_and_one_line_larger_none() {
    let mut setter = Setter::new(&ASSETS);
    let story = [paragraph(&words(90, 0), body(), &mut setter)];
    let whole = filled(&story, &[frame(60, 85)], &mut setter).placed.len() as i64;
    let rest = filled(&story, &[frame(whole - 1, 85)], &mut setter).rest.unwrap();
    assert_eq!(rest.lines, 1);
    assert!(filled(&story, &[frame(whole, 85)], &mut setter).rest.is_none());
}

#[test]
fn a_heading_keeps_company_with_what_follows_however_short_and_a_chain_of_headings_keeps_together() {
    let mut setter = Setter::new(&ASSETS);
    let heading = || ParagraphStyle {
        keep_with_next: 2,
        ..body()
    };
    let story = [
        paragraph(&words(60, 0), body(), &mut setter),
        paragraph("Oben", heading(), &mut setter),
        paragraph("Unten", heading(), &mut setter),
        paragraph("Eins", body(), &mut setter),
        paragraph("Zwei", body(), &mut setter),
    ];
    let long = filled(&story[..1], &[frame(60, 85)], &mut setter).placed.len() as i64;
    // Room for both headings and one line below them is not enough, for two lines it is.
    for (room, begins) in [(0, 1), (1, 1), (2, 1), (3, 1), (4, 5)] {
        let filled = filled(&story, &[frame(long + room, 85), frame(60, 85)], &mut setter);
        let moved = lines(&filled).into_iter().find(|line| line.1 == 1);
        assert_eq!(
            moved.map_or(5, |line| line.0),
            begins,
            "with room for {room} lines"
        );
    }
}

#[test]
fn what_is_kept_together_moves_as_a_whole_unless_it_fits_nowhere() {
    let mut setter = Setter::new(&ASSETS);
    let item = ParagraphStyle {
        keep_together: true,
        ..body()
    };
    let story = [
        paragraph(&words(60, 0), body(), &mut setter),
        paragraph(&words(40, 1), item, &mut setter),
    ];
    let of = |element: usize, frames: &[Frame], setter: &mut Setter<'_>| {
        let filled = filled(&story, frames, setter);
        let placed = lines(&filled).into_iter().filter(|line| line.0 == element);
        placed.map(|line| line.1).collect::<Vec<usize>>()
    };
    let long = of(0, &[frame(60, 85)], &mut setter).len() as i64;
    let item = of(1, &[frame(60, 85)], &mut setter).len();
    let here = frame(long + item as i64 - 2, 85);
    assert_eq!(of(1, &[here, frame(60, 85)], &mut setter), vec![1; item]);
    let low = frame(item as i64 - 1, 85);
    assert!(
        of(1, &[here, low, low], &mut setter).contains(&0),
        "no frame holds it"
    );
}

#[test]
fn no_frame_ends_in_a_hyphen_unless_the_text_would_be_overset_without() {
    let mut setter = Setter::new(&ASSETS);
    let story = [paragraph(&words(200, 0), body(), &mut setter)];
    let whole = filled(&story, &[frame(200, 40)], &mut setter);
    let count = whole.placed.len();
    let hyphenated = |line: usize| match &whole.placed[line] {
        Placed::Line { line, .. } => line.hyphenated,
        Placed::Row { .. } | Placed::Box { .. } => false,
    };
    let alone = |line: &usize| hyphenated(*line) && !hyphenated(line - 1);
    let divided = (5..count - 5).find(alone).unwrap();
    let first = frame(divided as i64 + 1, 40);
    let ends_in_hyphen = |frames: &[Frame], setter: &mut Setter<'_>| {
        let filled = filled(&story, frames, setter);
        let last = filled.placed.into_iter().rfind(|piece| piece.frame() == 0);
        matches!(last, Some(Placed::Line { line, .. }) if line.hyphenated)
    };
    assert!(!ends_in_hyphen(&[first, frame(200, 40)], &mut setter));
    let rest = (count - divided - 1) as i64;
    assert!(ends_in_hyphen(&[first, frame(rest, 40)], &mut setter));
}

#[test]
fn what_did_not_fit_goes_on_in_other_frames_as_if_they_had_been_there() {
    let mut setter = Setter::new(&ASSETS);
    let story = [
        paragraph(&words(90, 0), body(), &mut setter),
        paragraph(&words(90, 1), body(), &mut setter),
    ];
    let frames = [frame(8, 85), frame(5, 85), frame(60, 85)];
    let at_once = filled(&story, &frames, &mut setter);
    let first = filled(&story, &frames[..2], &mut setter);
    let from = first.rest.unwrap().from;
    let second = fill(&story, from, &frames[2..], &REGISTER, &mut setter);
    let texts = |filled: &Filled| lines(filled).into_iter().map(|line| (line.0, line.5));
    let in_two: Vec<_> = texts(&first).chain(texts(&second)).collect();
    assert!(second.rest.is_none());
    assert_eq!(in_two, texts(&at_once).collect::<Vec<_>>());
}
