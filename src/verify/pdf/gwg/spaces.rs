//! Which colour spaces are used: none that still has to be converted (early binding, R0027), or such only for pictures (intermediate binding,
//! R0028). The intended space is that of the colours; the alternate one shows a spot ink where it is not printed.

use super::super::{Kind, Space};
use super::elements::{Part, Placed, Role, Sheet};
use super::faults::{Faults, Said};
use super::requirements::Requirements;
use super::spots;
use crate::diag::{Code, Text};
use crate::wording::text;

/// What kind of space it is to these requirements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    DeviceRgb,
    CalRgb,
    CalGray,
    IccGrey,
    IccRgb,
    IccCmyk,
    Lab,
}

impl Family {
    const fn of(space: &Space<'_>) -> Option<Self> {
        Some(match space {
            Space::DeviceRgb => Self::DeviceRgb,
            Space::CalRgb => Self::CalRgb,
            Space::CalGray => Self::CalGray,
            Space::Icc { components: 1, .. } => Self::IccGrey,
            Space::Icc { components: 4, .. } => Self::IccCmyk,
            Space::Icc { .. } => Self::IccRgb,
            Space::Lab(_) => Self::Lab,
            _ => return None,
        })
    }

    /// As the table calls it; a profile of three components may be one of Lab.
    const fn name(self) -> &'static str {
        match self {
            Self::DeviceRgb => "DeviceRGB",
            Self::CalRgb => "CalRGB",
            Self::CalGray => "CalGray",
            Self::IccGrey => "ICCBasedGray",
            Self::IccRgb => "ICCBasedRGB",
            Self::IccCmyk => "ICCBasedCMYK",
            Self::Lab => "Lab",
        }
    }
}

/// R0027 and R0028.
pub(super) fn check(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    if placed.role != Role::Printed {
        return;
    }
    let is_picture = matches!(placed.element.kind, Kind::Image(_));
    for space in spots::spaces(placed) {
        let alternate = match &*space {
            Space::Separation { tint, .. } | Space::DeviceN { tint, .. } => Family::of(&tint.alternate),
            _ => None,
        };
        for code in [Code::GWG_R0027, Code::GWG_R0028] {
            let early = code == Code::GWG_R0027;
            let intended = Family::of(&space).filter(|family| refuses(*family, early, is_picture));
            let alternate = alternate.filter(|family| refuses_alternate(*family, early));
            if let Some(family) = intended {
                add(sheet, placed, code, family, false, requirements, faults);
            }
            if let Some(family) = alternate {
                add(sheet, placed, code, family, true, requirements, faults);
            }
        }
    }
}

/// Whether colours may not be in a space.
const fn refuses(family: Family, early: bool, is_picture: bool) -> bool {
    if early || !is_picture {
        return true;
    }
    matches!(
        family,
        Family::DeviceRgb | Family::IccGrey | Family::CalGray | Family::IccCmyk
    )
}

/// Whether spot inks may not be shown in a space.
const fn refuses_alternate(family: Family, early: bool) -> bool {
    match family {
        Family::DeviceRgb | Family::CalGray | Family::IccGrey | Family::IccCmyk => true,
        Family::CalRgb | Family::IccRgb => early,
        Family::Lab => false,
    }
}

fn add(
    sheet: &Sheet<'_, '_>,
    placed: &Placed<'_, '_>,
    code: Code,
    family: Family,
    is_alternate: bool,
    requirements: &Requirements,
    faults: &mut Faults,
) {
    let number = if code == Code::GWG_R0027 { "R0027" } else { "R0028" };
    let Some(limit) = requirements.limit(number) else {
        return;
    };
    let name = family.name();
    let kind = if is_alternate {
        alternate_kind(family)
    } else {
        name
    };
    faults.add(code, limit, kind, sheet.place(placed), || {
        let what = what_it_is(placed);
        let message = if is_alternate {
            text!(
                "{what} is in a spot ink that is shown in `{name}` where it is not printed",
                "{what} ist in einer Sonderfarbe, die ersatzweise in `{name}` gezeigt wird"; what
            )
        } else {
            text!("{what} has colours in `{name}`", "{what} hat Farben in `{name}`"; what)
        };
        Said {
            message,
            note: text!(
                "each program converts such colours to inks in its own way, so nobody knows what will be printed",
                "jedes Programm rechnet solche Farben auf seine Art in Druckfarben um, das Ergebnis ist also ungewiss"
            ),
            help: remedy(code, family),
        }
    });
}

/// What to ask for.
fn remedy(code: Code, family: Family) -> Text {
    if code == Code::GWG_R0027 {
        return text!(
            "ask for the PDF with all colours converted to CMYK for the printer's output intent",
            "das PDF mit allen Farben umgewandelt in CMYK für die Druckbedingung der Druckerei verlangen"
        );
    }
    match family {
        Family::CalRgb | Family::IccRgb | Family::Lab => text!(
            "only pictures may wait for their conversion: ask for all else in CMYK",
            "nur Bilder dürfen auf ihre Umwandlung warten: alles andere in CMYK verlangen"
        ),
        _ => text!(
            "ask for it in CMYK, or for pictures in RGB with their profile embedded",
            "CMYK verlangen, bei Bildern auch RGB mit eingebettetem Profil"
        ),
    }
}

fn what_it_is(placed: &Placed<'_, '_>) -> Text {
    match &placed.element.kind {
        _ if placed.part == Part::Glyph => text!("text", "Text"),
        Kind::Text(text) => {
            let says = super::text::quoted(text);
            text!("text{says}", "Text{says}")
        }
        Kind::Path(_) => text!("a shape", "eine Form"),
        Kind::Image(_) => text!("a picture", "ein Bild"),
        Kind::ImageMask(_) => text!("a picture of one bit", "ein Strichbild"),
        Kind::Shading(_) => text!("a gradient", "ein Verlauf"),
    }
}

const fn alternate_kind(family: Family) -> &'static str {
    match family {
        Family::DeviceRgb => "alternate DeviceRGB",
        Family::CalRgb => "alternate CalRGB",
        Family::CalGray => "alternate CalGray",
        Family::IccGrey => "alternate ICCBasedGray",
        Family::IccRgb => "alternate ICCBasedRGB",
        Family::IccCmyk => "alternate ICCBasedCMYK",
        Family::Lab => "alternate Lab",
    }
}
