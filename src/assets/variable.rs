//! What makes a font variable: axes, of which the weight is the one that styles ask for, and the names of the weights between.

use std::ops::RangeInclusive;

use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider, Tag};

use super::FontError;

/// The axis of weights (OpenType, design-variation axis tag registry).
pub(super) const WEIGHT: [u8; 4] = *b"wght";

/// The names that a weight adds to a family's, where nothing else keeps them apart (OpenType, OS/2 usWeightClass).
const WEIGHT_NAMES: [&str; 9] = [
    "Thin",
    "ExtraLight",
    "Light",
    "Regular",
    "Medium",
    "SemiBold",
    "Bold",
    "ExtraBold",
    "Black",
];

/// The weights that a font has, none when it is not variable in weight.
///
/// # Errors
/// When the font says that it is variable and does not say how.
pub(super) fn weights(font: &FontRef<'_>) -> Result<Option<RangeInclusive<u16>>, FontError> {
    if font.data_for_tag(Tag::new(b"fvar")).is_none() {
        return Ok(None);
    }
    let axes = font
        .fvar()
        .and_then(|fvar| fvar.axes())
        .map_err(|_| FontError::Incomplete("fvar"))?;
    if font.glyf().is_ok() && font.data_for_tag(Tag::new(b"gvar")).is_some() && font.gvar().is_err() {
        return Err(FontError::Incomplete("gvar"));
    }
    let Some(axis) = axes.iter().find(|axis| axis.axis_tag() == Tag::new(&WEIGHT)) else {
        return Ok(None);
    };
    let (from, to) = (axis.min_value().to_f64(), axis.max_value().to_f64());
    let usual = axis.default_value().to_f64();
    if !(from <= usual && usual <= to && to >= 1.0 && from <= 1000.0) {
        return Err(FontError::Incomplete("fvar"));
    }
    // Whole weights that the axis really has, which are at least one where it is at least 1 wide.
    let (from, to) = (from.max(1.0).ceil() as u16, to.min(1000.0).floor() as u16);
    Ok((from <= to).then_some(from..=to))
}

/// The family, without the weight that the font happens to stand at: a font whose axis begins at its lightest weight is called
/// `Noto Sans Hebrew Thin`, and serves all weights of `Noto Sans Hebrew`.
pub(super) fn family(font: &FontRef<'_>, family: String) -> String {
    if !matches!(weights(font), Ok(Some(_))) {
        return family;
    }
    let weight = WEIGHT_NAMES.iter().find_map(|name| {
        let bare = family.strip_suffix(name)?.trim_end();
        (!bare.is_empty() && bare.len() < family.len() - name.len()).then_some(bare)
    });
    weight.map_or_else(|| family.clone(), str::to_owned)
}

/// The PostScript name at a weight: the name of the file's own instance there, else one made up as Adobe's Technical Note 5902
/// says: `Name_550wght`.
pub(super) fn postscript_name(font: &FontRef<'_>, family: &str, weight: u16, usual: &str) -> String {
    let name = |id: StringId| {
        font.localized_strings(id)
            .english_or_first()
            .map(|name| name.to_string())
    };
    let prefix = name(StringId::VARIATIONS_POSTSCRIPT_NAME_PREFIX)
        .unwrap_or_else(|| usual.split(['-', '_']).next().unwrap_or(usual).to_owned());
    // As with the family, what the lightest weight is called is no name for the others.
    let bare = family.replace(' ', "");
    let is_light = prefix
        .strip_prefix(&bare)
        .is_some_and(|rest| WEIGHT_NAMES.contains(&rest));
    let prefix = if is_light { bare } else { prefix };
    let axes: Vec<_> = font.axes().iter().collect();
    let stands_there = |coordinates: &[f32]| {
        axes.iter().zip(coordinates).all(|(axis, value)| {
            let wanted = if axis.tag() == Tag::new(&WEIGHT) {
                f32::from(weight)
            } else {
                axis.default_value()
            };
            (value - wanted).abs() < 0.5
        })
    };
    let instance = font
        .named_instances()
        .iter()
        .find(|instance| stands_there(&instance.user_coords().collect::<Vec<f32>>()));
    let named = instance.and_then(|instance| {
        let own = instance.postscript_name_id().and_then(&name);
        own.or_else(|| name(instance.subfamily_name_id()).map(|style| format!("{prefix}-{style}")))
    });
    named.unwrap_or_else(|| format!("{prefix}_{weight}wght"))
}
