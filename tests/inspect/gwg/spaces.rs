//! Which colour spaces are used.

use super::Cases;
use crate::pdf::Pdf;

/// Contents with a colour in each space, by the space.
const COLOURS: &[(&str, &str)] = &[
    ("DeviceRGB", "1 0 0 rg 50 50 50 50 re f"),
    ("a table of DeviceRGB", "/TableOfRgb cs 1 scn 50 50 50 50 re f"),
    ("CalRGB", "/CalibratedRgb cs 1 0 0 scn 50 50 50 50 re f"),
    ("CalGray", "/CalibratedGrey cs 0 scn 50 50 50 50 re f"),
    ("a grey profile", "/IccGrey cs 0 scn 50 50 50 50 re f"),
    ("a profile of RGB", "/IccRgb CS 0 0 0 SCN 50 50 50 50 re S"),
    ("a profile of CMYK", "/IccCmyk cs 0 0 0 1 scn 50 50 50 50 re f"),
    ("Lab", "/Lab cs 50 0 0 scn 50 50 50 50 re f"),
    ("a gradient in DeviceRGB", "q 50 50 50 50 re W n /Rgb sh Q"),
];

/// The same for pictures.
const PICTURES: &[(&str, &str)] = &[
    ("DeviceRGB", "/DeviceRGB"),
    ("CalRGB", "[/CalRGB << /WhitePoint [0.9505 1 1.089] >>]"),
    ("CalGray", "[/CalGray << /WhitePoint [0.9505 1 1.089] >>]"),
    ("a grey profile", "[/ICCBased 13 0 R]"),
    ("a profile of RGB", "[/ICCBased 8 0 R]"),
    ("a profile of CMYK", "[/ICCBased 9 0 R]"),
    ("Lab", "12 0 R"),
];

const IN_INKS: &str = "0 0 0 1 k 50 50 50 50 re f 0.5 g 50 50 50 50 re f /Gold cs 1 scn 50 50 50 50 re f \
                       /TableOfCmyk cs 1 scn 50 50 50 50 re f q 50 50 50 50 re W n /Cmyk sh Q";

#[test]
fn colours_are_in_inks() {
    let mut cases = Cases::of("R0027");
    for (space, content) in COLOURS {
        cases.fault(&format!("a colour is in {space}"), &Pdf::painting(content));
    }
    for (space, written) in PICTURES {
        cases.fault(
            &format!("a picture is in {space}"),
            &Pdf::showing(16, 16, &format!("/ColorSpace {written} /BitsPerComponent 8")),
        );
    }
    for (sentence, content) in [
        (
            "a spot ink is shown in DeviceRGB",
            "/ShownInRgb cs 1 scn 50 50 50 50 re f",
        ),
        (
            "a spot ink is shown in a profile of RGB",
            "/ShownInIccRgb cs 1 scn 50 50 50 50 re f",
        ),
    ] {
        cases.fault(sentence, &Pdf::painting(content));
    }
    cases.fine(
        "a spot ink is shown in Lab",
        &Pdf::painting("/ShownInLab cs 1 scn 50 50 50 50 re f"),
    );
    cases.fine("colours are in inks", &Pdf::painting(IN_INKS));
    cases.fine(
        "a colour is chosen and not used, hidden, or beside the page",
        &Pdf::painting("1 0 0 rg /OC /Hidden BDC 50 50 50 50 re f EMC 0 0 3 3 re f"),
    );
    cases.end();
}

#[test]
fn pictures_alone_may_wait_for_their_conversion() {
    let mut cases = Cases::of("R0028");
    for (space, content) in COLOURS {
        cases.fault(&format!("a colour is in {space}"), &Pdf::painting(content));
    }
    for (space, written) in PICTURES {
        let sentence = format!("a picture is in {space}");
        let pdf = Pdf::showing(16, 16, &format!("/ColorSpace {written} /BitsPerComponent 8"));
        if matches!(*space, "CalRGB" | "a profile of RGB" | "Lab") {
            cases.fine(&sentence, &pdf);
        } else {
            cases.fault(&sentence, &pdf);
        }
    }
    cases.fault(
        "a picture of one bit is painted in a profile of RGB",
        &Pdf::showing(16, 16, "/ImageMask true").with(|page| {
            page.content = page
                .content
                .replace("/Bitmap Do", "/IccRgb cs 0 0 0 scn /Bitmap Do")
        }),
    );
    cases.fault(
        "a spot ink is shown in DeviceRGB",
        &Pdf::painting("/ShownInRgb cs 1 scn 50 50 50 50 re f"),
    );
    cases.fine(
        "a spot ink is shown in a profile of RGB",
        &Pdf::painting("/ShownInIccRgb cs 1 scn 50 50 50 50 re f"),
    );
    cases.fine("colours are in inks", &Pdf::painting(IN_INKS));
    cases.end();
}

#[test]
fn transparency_is_mixed_in_inks() {
    let mut cases = Cases::of("R0030");
    let page = |group: &str| {
        Pdf::painting("").with(|page| page.entries = format!("/Group << /S /Transparency {group} >>"))
    };
    cases.fault("a page mixes in DeviceRGB", &page("/CS /DeviceRGB"));
    cases.fault(
        "a page mixes in a profile of CMYK",
        &page("/CS [/ICCBased 9 0 R]"),
    );
    cases.fine("a page mixes in DeviceCMYK", &page("/CS /DeviceCMYK"));
    cases.fine("a page does not say in what it mixes", &page(""));
    cases.fault("a group mixes in DeviceRGB", &Pdf::painting("/GroupRgb Do"));
    cases.fine("a group mixes in DeviceCMYK", &Pdf::painting("/GroupCmyk Do"));
    let masked = |state: &str| Pdf::painting(&format!("/{state} gs 0 0 0 1 k 50 50 50 50 re f"));
    cases.fault("light in DeviceRGB masks", &masked("LightRgb"));
    cases.fault("what covers in DeviceGray masks", &masked("AlphaGrey"));
    cases.fine("light in DeviceGray masks", &masked("LightGrey"));
    cases.end();
}
