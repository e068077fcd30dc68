//! Numbers as people read them: a point before the decimals in English, a comma in German (DIN 1333), and nouns that agree with how many
//! there are.

use super::Text;

/// A number with so many decimals: `4.62`, `4,62`.
#[must_use]
pub fn decimal(value: f64, decimals: usize) -> Text {
    written(format!("{value:.decimals$}"))
}

/// A number with no more decimals than it needs, and no more than three: `210`, `0.25`, `0,25`.
#[must_use]
pub fn number(value: f64) -> Text {
    written(format!("{}", (value * 1000.0).round() / 1000.0))
}

/// How many there are of something, with its name for one and for several in each language: `1 place`, `3 Stellen`.
#[must_use]
pub fn counted(count: usize, english: (&str, &str), german: (&str, &str)) -> Text {
    let name = |(one, several): (&str, &str)| {
        let name = if count == 1 { one } else { several };
        format!("{count} {name}")
    };
    Text::new(name(english), name(german))
}

fn written(digits: String) -> Text {
    let german = digits.replace('.', ",");
    Text::new(digits, german)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_have_a_comma_in_german() {
        assert_eq!(decimal(4.615, 1), Text::new("4.6", "4,6"));
        assert_eq!(decimal(3.0, 2), Text::new("3.00", "3,00"));
        assert_eq!(number(0.25), Text::new("0.25", "0,25"));
        assert_eq!(number(210.0), Text::verbatim("210"));
        assert_eq!(number(0.1 + 0.2), Text::new("0.3", "0,3"));
    }

    #[test]
    fn one_is_told_from_several() {
        let places = |count| counted(count, ("place", "places"), ("Stelle", "Stellen"));
        assert_eq!(places(1), Text::new("1 place", "1 Stelle"));
        assert_eq!(places(0), Text::new("0 places", "0 Stellen"));
    }
}
