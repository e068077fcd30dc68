//! Contrast as WCAG 2.1 measures it: relative luminances of two colours, each with a little stray light added.

/// Stray light (WCAG 2.1, definition of *contrast ratio*).
const STRAY: f64 = 0.05;

/// How much two luminances differ: from 1, not at all, to 21.
pub(super) fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + STRAY) / (one.min(other) + STRAY)
}

/// The relative luminance of a colour in parts of sRGB (WCAG 2.1, definition of *relative luminance*; the bend of the curve as IEC 61966-2-1
/// has it, which differs from WCAG's old figure in no colour of eight bits).
pub(super) fn luminance(parts: [f64; 3]) -> f64 {
    let [red, green, blue] = parts.map(|part| {
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_and_black_are_as_far_apart_as_can_be_and_the_known_grey_just_passes() {
        assert!((contrast(luminance([1.0; 3]), luminance([0.0; 3])) - 21.0).abs() < 1e-9);
        let on_white = |grey: u8| contrast(1.0, luminance([f64::from(grey) / 255.0; 3]));
        // #767676 is the lightest grey for text on white, #777777 is not (WebAIM).
        assert!(on_white(0x76) >= 4.5 && on_white(0x77) < 4.5);
    }
}
