//! The empty, the odd, and the very long.

use super::{ASSETS, SOURCE, joined, lines, paragraph};
use crate::geom::Length;
use crate::style::Align;
use crate::text::Setter;

#[test]
fn the_empty_and_the_odd_are_set_without_fuss() {
    let count = |text: &str| lines(text, Length::mm(50)).len();
    assert_eq!(count(""), 1);
    assert_eq!(count("   "), 1);
    assert_eq!(count("\n"), 1);
    assert_eq!(count("a\n"), 1);
    assert_eq!(count("a\n\nb"), 3);
    let long = "Donaudampfschifffahrtsgesellschaftskapitänsmütze".repeat(40);
    for width in [Length::ZERO, Length::mm(-10), Length::mm(3), Length::MAX] {
        for text in [
            SOURCE[0],
            "",
            " ",
            "\u{ad}",
            "\u{300}\u{200d}",
            "\u{7}\t\r\n",
            &long,
        ] {
            let _ = lines(text, width);
        }
    }
    let stuck = lines("LSBTIQ", Length::mm(3));
    assert_eq!(stuck[0].overfull, Some(stuck[0].natural - Length::mm(3)));
}

#[test]
fn a_long_paragraph_takes_linear_time() {
    let text = (SOURCE.join(" ") + " ").repeat(50);
    assert!(text.split(' ').count() > 15_000);
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&paragraph(&text, Align::Start));
    let lines = prepared.break_lines(&mut setter, &|line| Length::mm(80 + line as i64 % 3));
    assert_eq!(joined(&prepared, &lines), text);
}
