//! Word lists: where words of several languages divide, and where no ligature may reach. A division is shown by how good it
//! is: `=` at a seam, `-` between syllables, `·` where the word could be divided better, `!` behind a stump, `~` as a last
//! resort; a seam of ligatures as `|`.

use proptest::prelude::{prop, prop_assert, proptest};

use super::{ASSETS, paragraph_style, text_style};
use crate::style::Align;
use crate::text::hyphenate::Quality;
use crate::text::{Exceptions, Paragraph, Run, Setter, Source, hyphenate, seams, stretches, words};

fn source(text: &str, language: &str) -> Source {
    Source::new(&Paragraph {
        runs: vec![Run {
            text: text.into(),
            style: text_style(language).into(),
            tag: 0,
        }],
        style: paragraph_style(Align::Start).into(),
    })
}

fn divided(text: &str, language: &str) -> String {
    let source = source(text, language);
    let mut forms = stretches::Forms::new();
    let stretches = stretches::find(&source, &words::words(text), &mut forms);
    let divisions = hyphenate::hyphenate(&source, &stretches, &Exceptions::default());
    let mut shown = text.to_owned();
    for division in divisions.iter().rev() {
        let sign = match division.quality {
            Quality::Seam => "=",
            Quality::Syllable => "-",
            Quality::Part => "·",
            Quality::Stump => "!",
            Quality::LastResort => "~",
        };
        shown.insert_str(division.at, sign);
    }
    shown
}

fn seamed(text: &str, language: &str) -> String {
    let source = source(text, language);
    let mut forms = stretches::Forms::new();
    let stretches = stretches::find(&source, &words::words(text), &mut forms);
    let mut shown = text.to_owned();
    for seam in seams::find(&source, &stretches).iter().rev() {
        shown.insert(*seam, '|');
    }
    shown
}

/// Every word of a table with its signs: taken away and found again, they are the same.
fn holds(table: &str, signs: &[char], language: &str, find: fn(&str, &str) -> String) {
    let mut wrong = Vec::new();
    for expected in table.split_whitespace() {
        let found = find(&expected.replace(signs, ""), language);
        if found != expected {
            wrong.push(format!("{found} for {expected}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

const DIVISIONS: [char; 5] = ['=', '·', '!', '~', '-'];

#[test]
fn compounds_divide_best_where_they_were_joined() {
    let table = "
        Chan·cen=gleich·heit Gleich=stel·lungs=po!li·tik Punkt=dienst=stelle Lan·des=stelle
        Hand·lungs=emp·feh·lun·gen Quer=schnitts=auf·ga·ben Ar!beits=be!din·gun·gen Stadt=teil=zen·trum
        Kin·der=ta!ges=stätte Bür·ger=büro Woh·nungs=bau=ge!sell·schaft Ju!gend=hil!fe=aus·schuss
        Kran·ken=haus=fi!nan·zie·rung Dampf=schiff=fahrt Wett=kampf=feld Müll=ab!fuhr
        be!darfs=ge!recht ge!schlech·ter=ge!recht Netz=werk";
    holds(table, &DIVISIONS, "de", divided);
}

#[test]
fn divisions_that_mislead_are_not_made_and_stumps_are_dear() {
    let table = "
        Ur!instinkt be!inhal-ten Alt=bau=erhal·tung Staubecken
        An!ti·dis·kri·mi·nie·rungs=ge!setz Über-gang Aus-tausch";
    holds(table, &DIVISIONS, "de", divided);
}

#[test]
fn signs_capitals_and_digits_keep_their_distance() {
    for (text, expected) in [
        ("(Freitag)", "(Frei=tag)"),
        ("Bürger*innen", "Bür!ger*in~nen"),
        ("BürgerInnen", "Bür!gerIn~nen"),
        ("Mitarbeiter:innen", "Mit-ar!bei!ter:in~nen"),
        ("Kolleg(inn)en", "Kol-leg(inn)en"),
        ("geht’s Hans’sche", "geht’s Hans’sche"),
        (
            "LSBTIQ UNESCO GmbH StGB JobCenter",
            "LSBTIQ UNESCO GmbH StGB JobCenter",
        ),
        ("GLEICHSTELLUNG", "GLEICH=STEL·LUNG"),
        ("GRÖẞENVERHÄLTNIS", "GRÖ·ẞEN=VER·HÄLT·NIS"),
        ("2fach 10jährige", "2fach 10jährige"),
        ("Kommunal- und", "Kom!mu!nal- und"),
        ("Diversity-Netzwerk", "Di!ver!sity-Netz·werk"),
        (
            "https://www.berlin.de/verwaltung",
            "https://www.berlin.de/verwaltung",
        ),
        ("beratungsstelle@berlin.de", "beratungsstelle@berlin.de"),
        ("Beratungsstelle.Berlin.de", "Beratungsstelle.Berlin.de"),
        ("@Verwaltung #Gleichstellung", "@Verwaltung #Gleichstellung"),
        ("Sitzung.Danach", "Sit-zung.Da!nach"),
        ("Bu\u{308}rgerbu\u{308}ro", "Bu\u{308}r·ger=bu\u{308}ro"),
        ("Ver\u{ad}waltungs\u{ad}bezirk", "Ver\u{ad}=waltungs\u{ad}=bezirk"),
        ("Bürger*\u{ad}innen", "Bür!ger*\u{ad}innen"),
    ] {
        assert_eq!(divided(text, "de"), expected);
    }
}

#[test]
fn every_language_divides_by_its_own_patterns_or_not_at_all() {
    for (language, text, expected) in [
        ("de-AT", "Freiheit", "Frei-heit"),
        ("de-CH", "Strassen", "Stras-sen"),
        ("en-GB", "hyphenation", "hy!phen-ation"),
        ("tr", "belediye", "be!le-diye"),
        ("pl", "różnorodność", "róż-no-rod-ność"),
        ("ru", "равенство", "ра!вен-ство"),
        ("uk", "рівність", "рів-ність"),
        ("vi", "nghiêng khuynh", "nghiêng khuynh"),
        ("ar", "المساواة", "المساواة"),
        ("xx", "hyphenation", "hyphenation"),
        ("", "hyphenation", "hyphenation"),
    ] {
        assert_eq!(divided(text, language), expected, "{language}");
    }
}

#[test]
fn a_foreign_word_in_german_text_divides_by_its_own_language() {
    let runs = ["Das ", "diversity management", " der Verwaltung"];
    let languages = ["de", "en", "de"];
    let runs = runs.into_iter().zip(languages).map(|(text, language)| Run {
        text: text.into(),
        style: text_style(language).into(),
        tag: 0,
    });
    let paragraph = Paragraph {
        runs: runs.collect(),
        style: paragraph_style(Align::Start).into(),
    };
    let prepared = Setter::new(&ASSETS).prepare(&paragraph);
    let hyphens = prepared.breakpoints.iter().filter(|point| {
        let text = prepared.text();
        text[..point.at].ends_with(char::is_alphabetic) && text[point.at..].starts_with(char::is_alphabetic)
    });
    let mut shown = prepared.text().to_owned();
    for at in hyphens.map(|point| point.at).rev() {
        shown.insert(at, '-');
    }
    assert_eq!(shown, "Das di-ver-sity man-age-ment der Ver-wal-tung");
}

#[test]
fn no_german_ligature_reaches_over_a_seam() {
    let table = "
        Auf|lage Kauf|leute Stoff|laden Schilf|insel Brief|freund hilf|los höf|lich Dorf|fest Schiff|fahrt
        fünf|hundert Auf|teilung Chef|ideologe tief|liegend Hanf|linie Auf|fahrt auf|fällig Auf|forderung
        Brief|kasten Kopf|kissen Kampf|flug|zeug Dampf|lok Schlaf|lied Wurf|linie Straf|justiz
        Tief|bau Golf|feld Elf|meter Wolf|fell Relief|fläche senf|farben Strumpf|fabrik
        kauf|te lauf|t schiff|bar griff|bereit Beruf|s|bildung Roh|stoff|index zwölf|jährige
        darauf|hin herauf|laden Impf|fort|schritt Prüf|ling";
    holds(table, &['|'], "de", seamed);
}

#[test]
fn german_ligatures_inside_of_a_part_are_kept() {
    let kept = "
        Pfiff schaffen Kaffee fließen Flug Schrift Tafel offiziell Grafik Pfleger Griff Begriffe häufig Raufe Affe
        Pfeffer Ziffer Waffe treffen Koffer hoffen öffnen öffentlich Stiftung Gift Luft Kraft oft Heft Duft sanft
        Vernunft Zukunft Konflikt Reflex Definition Profil Film Finger Fisch finden flach Fleisch Flöte Flur Pflege
        Pflanze Pflicht empfinden Effekt Differenz Offizier Staffel Löffel Kartoffel Giraffe Büffel Neffe Trafik
        zwölf elf fünfzig spezifisch Konfitüre Benefiz Zertifikat Fjord Kefir Saft Schaft Werft Schuft Wüste Bett
        Mitte Wetter bitte Buch Sache Ecke Fest Kiste Professor Diffusion Graffiti";
    for word in kept.split_whitespace() {
        let seamed = seamed(word, "de");
        let in_ligature = seamed.match_indices('|').any(|(at, _)| {
            let (before, after) = (&seamed[..at], &seamed[at + 1..]);
            before.ends_with(['f', 't', 'c', 's']) && after.starts_with(['f', 'i', 'l', 't', 'h', 'k', 'j'])
        });
        assert!(!in_ligature, "{seamed}");
    }
}

#[test]
fn any_ligature_of_a_font_stops_at_a_seam() {
    let table = "Rat|haus Bett|tuch acht|tausend Post|turm Häus|chen Haus|tür Aus|tausch Gast|haus Kauf|haus";
    holds(table, &['|'], "de", seamed);
}

#[test]
fn gender_signs_and_soft_hyphens_part_as_they_should() {
    for (text, expected) in [
        ("Chef*innen und Käufer:innen", "Chef*innen und Käufer:innen"),
        ("Stoff\u{ad}laden", "Stoff\u{ad}|laden"),
        ("schaf\u{ad}fen", "schaf\u{ad}fen"),
        ("AUFLAGE", "AUF|LAGE"),
    ] {
        assert_eq!(seamed(text, "de"), expected);
    }
}

#[test]
fn other_languages_have_their_own_seams() {
    for (language, text, expected) in [
        (
            "en",
            "shelfful offload selfless office fly",
            "shelf|ful off|load self|less office fly",
        ),
        ("tr", "fikir sınıfı", "f|ikir sınıfı"),
        ("fr", "offrir", "offrir"),
        ("", "Auflage", "Auflage"),
    ] {
        assert_eq!(seamed(text, language), expected);
    }
}

proptest! {
    #![proptest_config(proptest::test_runner::Config { cases: 500, failure_persistence: None, ..Default::default() })]

    /// Whatever stands about a word, a hyphen has letters on both sides, and enough of them.
    #[test]
    fn a_hyphen_stands_between_letters(
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..8),
        language in prop::sample::select(vec!["de", "en", "tr", "pl", "ru", "uk", "vi", "xx"]),
    ) {
        let text = pieces.concat();
        let source = source(&text, language);
        let mut forms = stretches::Forms::new();
        let stretches = stretches::find(&source, &words::words(&text), &mut forms);
        for division in hyphenate::hyphenate(&source, &stretches, &Exceptions::default()) {
            let (before, after) = text.split_at(division.at);
            let before = before.trim_end_matches('\u{ad}');
            let is_letter = |c: &char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(c);
            prop_assert!(before.chars().rev().take_while(is_letter).count() >= 2, "{before}|{after}");
            prop_assert!(after.chars().take_while(|c| is_letter(c) || *c == '\u{ad}').count() >= 2, "{before}|{after}");
        }
        for seam in seams::find(&source, &stretches) {
            prop_assert!(text.is_char_boundary(seam) && seam > 0 && seam < text.len());
        }
    }
}

const PIECES: [&str; 24] = [
    "Verwaltung",
    "Bürger",
    "innen",
    "In",
    "Auf",
    "lage",
    "E",
    "Mail",
    "равенство",
    "różnorodność",
    "u\u{308}ber",
    "ẞ",
    "İstanbul",
    "*",
    ":",
    "(",
    ")",
    "’",
    "-",
    "\u{ad}",
    "7",
    " ",
    ".de",
    "@",
];
