//! The empty, the odd, and the very long.

use super::{ASSETS, SOURCE, joined, lines, paragraph, read_back};
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
fn a_compound_of_sixty_letters_is_divided_at_its_seams_and_fits_thirty_millimetres() {
    let compound = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    assert!(compound.chars().count() >= 60);
    let set = lines(compound, Length::mm(30));
    assert!(set.iter().all(|line| line.overfull.is_none()), "{set:?}");
    let joined: String = set.iter().map(read_back).collect();
    assert_eq!(joined.replace('\u{ad}', ""), compound);
}

#[test]
fn an_address_of_120_characters_breaks_at_its_own_signs_and_gets_no_hyphen() {
    let address = "https://www.berlin.de/sen/lads/schwerpunkte/diversity/netzwerke/vielfalt-und-chancengleichheit/\
                   mitglieder/index.php?lang=de";
    assert!(address.len() >= 120);
    let set = lines(address, Length::mm(60));
    assert!(set.len() > 3);
    for line in &set {
        assert!(!line.hyphenated && line.overfull.is_none(), "{}", read_back(line));
    }
    assert_eq!(set.iter().map(read_back).collect::<String>(), address);
}

#[test]
fn marks_and_joined_signs_stay_with_what_they_belong_to() {
    let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦";
    let heart = "❤\u{fe0f}\u{200d}🔥";
    let marked = "Vie\u{302}\u{323}t a\u{308}o\u{308}u\u{308}";
    for unit in [family, heart, marked] {
        let text = format!("{unit} ").repeat(12);
        for mm in [4, 9, 14, 33] {
            let set = lines(&text, Length::mm(mm));
            for line in &set {
                let held = read_back(line);
                assert!(!held.starts_with(['\u{200d}', '\u{fe0f}', '\u{302}', '\u{323}', '\u{308}']));
                assert!(!held.trim_end().ends_with('\u{200d}'));
            }
            assert_eq!(set.iter().map(read_back).collect::<String>(), text);
        }
    }
}

#[test]
fn a_paragraph_of_twenty_thousand_words_is_set_whole() {
    let text = (SOURCE.join(" ") + " ").repeat(60);
    assert!(text.split(' ').count() > 20_000);
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&paragraph(&text, Align::Start));
    let lines = prepared.break_lines(&mut setter, &|line| Length::mm(80 + line as i64 % 3));
    assert_eq!(joined(&prepared, &lines), text);
    assert!(lines.iter().all(|line| line.overfull.is_none()));
}
