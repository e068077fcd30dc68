//! What is wider than its measure and has no place to end a line: torn where it is an address or a code, left where it is a word.

use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

use super::{ASSETS, ends, joined, lines, paragraph, paragraph_style, read_back, text_style};
use crate::geom::Length;
use crate::style::Align;
use crate::text::{Line, Paragraph, Run, Setter};

const ADDRESS: &str = "https://www.example.org/sen/lads/schwerpunkte/diversity/netzwerke/2011/antidiskriminierung/\
                       unterlagen?lang=de&seite=12&format=druck#kapitel-3";

fn all_fit(lines: &[Line]) -> bool {
    lines.iter().all(|line| line.overfull.is_none())
}

#[test]
fn an_address_is_torn_without_a_hyphen_rather_than_stick_out() {
    for align in [Align::Start, Align::Justify] {
        for mm in [12, 20, 30, 36] {
            let text = format!("Siehe {ADDRESS} dort.");
            let mut setter = Setter::new(&ASSETS);
            let prepared = setter.prepare(&paragraph(&text, align));
            let set = prepared.break_lines(&mut setter, &|_| Length::mm(mm));
            assert!(all_fit(&set), "{mm} mm: {set:?}");
            assert!(set.iter().all(|line| !line.hyphenated || mm < 20));
            assert_eq!(joined(&prepared, &set), text);
        }
    }
}

#[test]
fn an_address_is_torn_only_where_its_own_places_do_not_do() {
    let set = ends(ADDRESS, Length::mm(30));
    let torn: Vec<&String> = set
        .iter()
        .filter(|line| line.ends_with(char::is_alphanumeric) && !line.ends_with("www"))
        .collect();
    assert!(
        torn.iter()
            .any(|line| "antidiskriminierung/".starts_with(line.as_str())),
        "{set:?}"
    );
    // The first host label before its dot, the long segment, and the end.
    let whole = ends(ADDRESS, Length::mm(45));
    let own = |line: &String| {
        line.ends_with(['/', '?', '&', '=', '-']) || line.ends_with("kapitel-3") || line.ends_with("example")
    };
    assert!(whole.iter().all(own), "{whole:?}");
}

#[test]
fn numbers_and_codes_are_torn_only_when_they_are_wider_than_the_measure() {
    let grouped = "DE89 3704 0044 0532 0130 00";
    for code in [
        "DE89370400440532013000",
        grouped,
        "3,14159265358979323846264338327950288",
        "550e8400-e29b-41d4-a716-446655440000",
    ] {
        let narrow = lines(code, Length::mm(20));
        assert!(narrow.len() > 1 && all_fit(&narrow), "{code}: {narrow:?}");
        assert_eq!(narrow.iter().map(read_back).collect::<String>(), code);
        let text = format!("Die Nummer lautet {code}, bitte.");
        let wide = ends(&text, Length::mm(90));
        assert!(wide.iter().any(|line| line.contains(code)), "{wide:?}");
    }
    // Between its groups first.
    let set = ends(grouped, Length::mm(30));
    assert_eq!(set.join(" "), grouped);
}

#[test]
fn a_word_without_a_place_to_divide_it_sticks_out() {
    let word = "bcdfghjklmnpqrstvwxz".repeat(3);
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&Paragraph {
        runs: vec![Run {
            text: word.clone(),
            style: text_style("xx").into(),
            tag: 0,
        }],
        style: paragraph_style(Align::Start).into(),
    });
    let set = prepared.break_lines(&mut setter, &|_| Length::mm(30));
    assert_eq!(set.len(), 1);
    assert!(set[0].overfull.is_some());
}

#[test]
fn a_slash_that_joins_one_sign_ends_no_line() {
    for sign in ["A/RES/217(III)", "m/s", "Az.-III/B/7", "EU/EWR", "km/h"] {
        for mm in 30..60 {
            let text = format!("siehe dazu {sign} und mehr");
            let set = lines(&text, Length::mm(mm));
            let is_whole = set.iter().any(|line| read_back(line).contains(sign));
            assert!(is_whole, "{mm} mm: {:?}", ends(&text, Length::mm(mm)));
        }
    }
    let set = ends("Gleichstellung/Vielfalt", Length::mm(32));
    assert_eq!(set, ["Gleichstellung/", "Vielfalt"]);
}

proptest! {
    #[test]
    fn no_address_sticks_out_of_a_measure_that_holds_its_letters(path in "[a-zA-Z0-9/.?=&%-]{0,80}", mm in 8_i64..60) {
        let address = format!("https://example.org/{path}x");
        let set = lines(&address, Length::mm(mm));
        prop_assert!(all_fit(&set));
        prop_assert_eq!(set.iter().map(read_back).collect::<String>(), address);
    }
}
