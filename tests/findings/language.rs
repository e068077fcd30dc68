//! Mistakes of a language: a project's own divisions of words, and signs that are not those of the language.

use crate::{CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const HERBS: &str = "content/herbs.toml";
const WORDS: &str = "content/hyphenation.toml";
const BEFORE: &str = "Vor dem Sammeln:";

cases! {
    words_to_divide_make_no_sense: CHECK, |project| {
        project.write(WORDS, "[de]\nwords = [\"Weg-warte\", \"-Garbe\", \"Weg--rand\", \"A-bend\", \"\", \"am Weg\", \"Wegw-arte\", \"H2O\"]\n");
    };
    words_to_divide_are_of_no_language: CHECK, |project| {
        project.write(WORDS, "[de-DE]\nwords = [\"Weg-warte\"]\n\n[Deutsch]\nwords = []\n");
    };
    words_to_divide_are_of_another_type: CHECK, |project| {
        project.write(WORDS, "words = [\"Weg-warte\"]\n\n[de]\nwords = \"Weg-warte\"\n\n[en]\nwords = [1]\n\n[pl]\nword = []\n");
    };
    words_to_divide_are_no_toml: CHECK, |project| {
        project.write(WORDS, "[de\nwords = []\n");
    };
    too_many_words_are_to_divide: CHECK, |project| {
        let letters = |number: usize| -> String {
            format!("{number:05}").bytes().map(|digit| char::from(b'a' + digit - b'0')).collect()
        };
        let words: Vec<String> = (0..10_001).map(|number| format!("\"{}\"", letters(number))).collect();
        project.write(WORDS, &format!("[de]\nwords = [\n{}\n]\n", words.join(",\n")));
    };
    quotation_marks_are_not_german: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Ein \\\"Kraut\\\", ein “Unkraut”, ein „Gewächs”, ein «Grün», ein 'Halm':");
    };
    quotation_marks_are_not_english: CHECK, |project| {
        project.replace(LEAFLET, "de-DE", "en-GB");
        project.replace(LEAFLET, BEFORE, "A „herb“, or a “weed”, it's “green” - or is it...");
    };
    quotation_marks_are_not_swiss: CHECK, |project| {
        project.replace(LEAFLET, "de-DE", "de-CH");
        project.replace(LEAFLET, BEFORE, "Ein «Kraut», ein »Unkraut«:");
    };
    signs_of_the_typewriter_stand_for_others: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "So geht's: Wiese - Rand -- von 9 - 12 Uhr...  oder `later`:".replace('`', "´").as_str());
    };
    wrong_signs_stand_in_the_data: CHECK, |project| {
        project.replace(HERBS, "Gundermann kriecht", "\\\"Gundermann\\\" kriecht");
    };
    signs_in_addresses_are_left_alone: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Siehe example.org/a--b...c, faltwerk --format, 5' 10\\\", a=\\\"b\\\" und „Kraut“ – »Grün«, geht’s?");
    };
    dates_are_unusual_or_impossible: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Am 3.5.2026, am 03. Mai, am 31. April und am Montag, den 24. November 2026:");
    };
    dates_as_the_standard_has_them: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Am 03.05.2026, am 3. Mai, am 30. April und am Dienstag, den 24. November 2026, nach 3.5.2:");
    };
    telephone_numbers_are_unusual: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Tel. (030) 9013-2345, Fax 030/90132346, aus dem Ausland +49 (0)30 9013-2347:");
    };
    telephone_numbers_as_the_standard_has_them: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Tel. 030 9013-2345, aus dem Ausland +49 30 9013-2346, ISBN 978-3-16-148410-0:");
    };
    placeholders_are_left_over: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "TODO am [Datum], Lorem ipsum:");
    };
    words_like_placeholders_are_meant: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Größe XXXL [1], wirklich??");
    };
    a_fact_is_written_twice: CHECK, |project| {
        project.replace(LEAFLET, BEFORE, "Fragen an kraut@example.org oder 030 9013-2345:");
        project.replace(LEAFLET, "pflanzt.\"", "pflanzt. Fragen an kraut@example.org oder (030) 90132345.\"");
    };
    nobody_is_named_who_publishes: CHECK, |project| {
        project.replace(LEAFLET, "publisher = \"Verein am Weg\"\n", "");
    };
    who_publishes_is_named_in_a_text: CHECK, |project| {
        project.replace(LEAFLET, "publisher = \"Verein am Weg\"\n", "");
        project.replace(LEAFLET, BEFORE, "Herausgegeben vom Verein am Weg:");
    };
    a_fact_is_drawn_on_twice: CHECK, |project| {
        project.replace(LEAFLET, "web =", "mail = \"kraut@example.org\"\nweb =");
        project.replace(LEAFLET, BEFORE, "Fragen an {mail}:");
        project.replace(LEAFLET, "pflanzt.\"", "pflanzt. Fragen an {mail}.\"");
    };
}
