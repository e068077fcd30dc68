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
}
