//! Numbers as people read them: a point before the decimals in English, a comma in German (DIN 1333), and nouns that agree with how many
//! there are.

use super::Text;

/// A number with so many decimals: `4.62`, `4,62`.
#[must_use]
pub fn decimal(value: f64, decimals: usize) -> Text {
    written(format!("{value:.decimals$}"))
}

/// A number with no more decimals than it needs, and no more than three, or than show two figures of it: `210`, `0.25`, `0,25`, `0.00012`.
#[must_use]
pub fn number(value: f64) -> Text {
    let zeros = if value.abs() < 0.01 && value != 0.0 {
        // Of what is smaller still nobody wants to count the zeros.
        (-value.abs().log10()).floor().min(7.0)
    } else {
        1.0
    };
    let scale = f64::from(10_u32.pow(zeros as u32 + 2));
    written(format!("{}", (value * scale).round() / scale))
}

/// Two numbers with so many decimals, or, where they differ and that does not show, with as many as show it.
#[must_use]
pub fn apart(one: f64, other: f64, decimals: usize) -> [Text; 2] {
    let shows = |decimals: &usize| {
        let decimals = *decimals;
        format!("{one:.decimals$}") != format!("{other:.decimals$}")
    };
    let decimals = (decimals..decimals + 4).find(shows).unwrap_or(decimals);
    [decimal(one, decimals), decimal(other, decimals)]
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
    fn what_is_very_small_is_not_called_nothing() {
        assert_eq!(number(0.000_123_4), Text::new("0.00012", "0,00012"));
        assert_eq!(number(-0.004_56), Text::new("-0.0046", "-0,0046"));
        assert_eq!(number(0.01), Text::new("0.01", "0,01"));
        assert_eq!(number(0.0), Text::verbatim("0"));
        assert_eq!(number(1e-300), Text::verbatim("0"));
    }

    #[test]
    fn numbers_that_differ_are_shown_with_as_many_decimals_as_it_takes() {
        assert_eq!(
            apart(320.14, 320.0, 0),
            [Text::new("320.1", "320,1"), Text::new("320.0", "320,0")]
        );
        assert_eq!(
            apart(350.2, 320.0, 0),
            [Text::verbatim("350"), Text::verbatim("320")]
        );
        assert_eq!(
            apart(2.0, 2.0, 1),
            [Text::new("2.0", "2,0"), Text::new("2.0", "2,0")]
        );
    }

    #[test]
    fn one_is_told_from_several() {
        let places = |count| counted(count, ("place", "places"), ("Stelle", "Stellen"));
        assert_eq!(places(1), Text::new("1 place", "1 Stelle"));
        assert_eq!(places(0), Text::new("0 places", "0 Stellen"));
    }
}
