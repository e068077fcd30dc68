//! Which spaces bind: `~` shows a narrow one, `_` a full one that ends no line.

use super::{ASSETS, lines, paragraph_style, read_back, text_style};
use crate::geom::Length;
use crate::style::{Align, TextStyle};
use crate::text::{Paragraph, Run, Setter, Source, spaces};

fn set(text: &str, style: TextStyle) -> Paragraph {
    Paragraph {
        runs: vec![Run {
            text: text.into(),
            style: style.into(),
            tag: 0,
        }],
        style: paragraph_style(Align::Start).into(),
    }
}

fn tied(text: &str, style: TextStyle) -> String {
    let mut shown = text.to_owned();
    for tie in spaces::find(&Source::new(&set(text, style))).iter().rev() {
        shown.replace_range(tie.at..=tie.at, if tie.narrow { "~" } else { "_" });
    }
    shown
}

/// Every text with its signs: taken away and found again, they are the same.
fn holds(language: &str, table: &[&str]) {
    for expected in table {
        let plain = expected.replace(['~', '_'], " ");
        assert_eq!(&tied(&plain, text_style(language)), expected);
    }
}

#[test]
fn german_binds_abbreviations_numbers_titles_and_dates() {
    holds(
        "de-DE",
        &[
            "z.~B. hier, d.~h., i.~d.~R. im Haus, u.~a. (z.~T.) Verein e.~V.",
            "§~12 und §§~3 und 4, Abs.~3 Satz_2 Nr.~5, Art.~5_GG, §~7_AGG",
            "S.~54–67, S.~12~ff., Bd.~IV, Kap.~3, Abb.~2, Buchst.~a",
            "Dr.~Muster, Prof.~Dr.~Yilmaz, Dr.~med.~Ada Lovelace",
            "von J.~S.~Bach und Johann S._Bach, Plan B gilt. Danach",
            "10~%, 5~€, 20~°C, 1,6~MB, 5_Mio.~€, 30~km/h, 12~m²",
            "18_Uhr, 18.30_Uhr, 100_Euro, ca.~5 Leute",
            "am 3._Oktober 2024, am 3._10._2024, die 2._Auflage, im 3._Stock",
            "auf Seite 12. Danach im Jahr 2011. Berlin",
            "Amt_– gegen, so_… weiter",
            "Oranienstraße_106, 10969_Berlin, D-10115_Berlin",
        ],
    );
}

#[test]
fn numbers_in_groups_bind_in_every_language() {
    for language in ["de", "en", "tr", "vi", "xx"] {
        holds(
            language,
            &[
                "030_9028-1866 oder +49_30_9028-1866, 0170_1234567",
                "(030)_90_28-0, (0_30)_90_28-0, Tel. 115 und",
                "3~000~000, 12~300,5 und",
                "DE12_3456_7890_1234_5678_90 und",
                "2011 20 Mitglieder, 15 27 12",
            ],
        );
    }
    holds("de", &["Telefon: 9028_1866", "Nr.~3, 4 oder 5"]);
}

#[test]
fn other_languages_bind_what_their_typographers_ask_for() {
    holds(
        "en",
        &[
            "p.~5, pp.~5–7, Mr._Smith, 3_October 2024, J.~S.~Bach, 5~km",
            "a house, I am",
        ],
    );
    holds("pl", &["i_w_Berlinie, z_nami, 2024_r., ul._Długa"]);
    holds("ru", &["в_городе и_с_нами, №_5, 10_км"]);
    holds("uk", &["у_місті й_з_нами, №_5"]);
    holds("tr", &["5 km ve o zaman_– gel"]);
    holds("vi", &["ở nhà và_– đi"]);
}

#[test]
fn a_style_can_turn_it_off() {
    let style = TextStyle {
        protect_spaces: false,
        ..text_style("de")
    };
    assert_eq!(
        tied("z. B. 10 % – 030 9028", style.clone()),
        "z. B. 10 % – 030 9028"
    );
    let mut setter = Setter::new(&ASSETS);
    let lines = setter
        .prepare(&set("z. B.", style))
        .break_lines(&mut setter, &|_| Length::mm(6));
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_bound_space_is_narrow_but_reads_as_the_author_wrote_it() {
    let narrow = lines("5 €", Length::mm(100));
    let wide = lines("5 a", Length::mm(100));
    assert_eq!(read_back(&narrow[0]), "5 €");
    let space = |line: &crate::text::Line| line.runs[0].run.glyphs[1].advance;
    assert!(space(&narrow[0]) < space(&wide[0]));
}

#[test]
fn no_number_of_din_5008_that_fits_is_ever_broken() {
    for number in [
        "+49 30 9028-1866",
        "(030) 90 28-0",
        "DE12 3456 7890 1234 5678 90",
        "3 000 000",
    ] {
        let width = lines(number, Length::MAX)[0].natural;
        for mm in (5..80).filter(|mm| Length::mm(*mm) >= width) {
            let set = lines(&format!("unter {number} da"), Length::mm(mm));
            let broken = set
                .iter()
                .filter(|line| line.text.end > 6 && line.text.end <= 6 + number.len());
            assert_eq!(broken.count(), 0, "{number} at {mm} mm");
        }
    }
}
