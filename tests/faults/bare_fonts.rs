//! Fonts of bare outlines (CFF), as Type 1 fonts have them: their widths, the list of their characters, and what leads to letters.

use lopdf::{Dictionary, Object, Stream, dictionary};

use crate::codes;
use crate::common::spoilt::{Pdf, string};

/// A number in a form of five bytes, so that what it counts does not move.
fn number(value: usize) -> Vec<u8> {
    let mut bytes = vec![29];
    bytes.extend((value as u32).to_be_bytes());
    bytes
}

/// An index of CFF with offsets of one byte.
fn index(entries: &[&[u8]]) -> Vec<u8> {
    let mut bytes = (entries.len() as u16).to_be_bytes().to_vec();
    if entries.is_empty() {
        return bytes;
    }
    bytes.push(1);
    let mut offset = 1_u8;
    bytes.push(offset);
    for entry in entries {
        offset += entry.len() as u8;
        bytes.push(offset);
    }
    bytes.extend(entries.concat());
    bytes
}

/// A program with the letters A and B, each 600 thousandths of an em wide, and neither drawn.
fn program() -> Vec<u8> {
    let wide = [28, 2, 88, 14];
    let letters = index(&[&[14], &wide, &wide]);
    let charset = [0, 0, 34, 0, 35];
    let private = [28, 1, 244, 20];
    let head = |charset: usize, letters: usize, private_at: usize| {
        let mut top = number(charset);
        top.push(15);
        top.extend(number(letters));
        top.push(17);
        top.extend(number(private.len()));
        top.extend(number(private_at));
        top.push(18);
        [
            vec![1, 0, 4, 1],
            index(&[b"Bare"]),
            index(&[&top]),
            index(&[]),
            index(&[]),
        ]
        .concat()
    };
    let at = head(0, 0, 0).len();
    let (letters_at, private_at) = (at + charset.len(), at + charset.len() + letters.len());
    [
        head(at, letters_at, private_at),
        charset.to_vec(),
        letters,
        private.to_vec(),
    ]
    .concat()
}

/// Shows the letter A, in a font that is changed, and says what is wrong with fonts.
fn found(of_font: fn(&mut Dictionary), of_descriptor: fn(&mut Dictionary)) -> Vec<&'static str> {
    let mut pdf = Pdf::product("flyer.screen.pdf");
    let file = pdf.add(Stream::new(dictionary! { "Subtype" => "Type1C" }, program()));
    let mut descriptor = dictionary! {
        "Type" => "FontDescriptor", "FontName" => "ABCDEF+Bare", "Flags" => 32, "FontFile3" => file, "CharSet" => string("/A/B"),
    };
    of_descriptor(&mut descriptor);
    let descriptor = pdf.add(descriptor);
    let mut font = dictionary! {
        "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "ABCDEF+Bare", "Encoding" => "WinAnsiEncoding",
        "FirstChar" => 65, "LastChar" => 66, "Widths" => vec![600.into(), 600.into()], "FontDescriptor" => descriptor,
    };
    of_font(&mut font);
    pdf.resource(1, "Font", "Bare", font);
    pdf.paint(1, "/Artifact BMC BT /Bare 12 Tf 100 100 Td (A) Tj ET EMC");
    codes(&pdf.bytes(), "ua/")
}

#[test]
fn a_good_font_is_good() {
    assert_eq!(found(|_| {}, |_| {}), [""; 0]);
}

#[test]
fn widths_of_bare_outlines_are_compared() {
    assert_eq!(found(|font| set_widths(font, 601.1), |_| {}), ["ua/wrong-width"]);
    assert_eq!(found(|font| set_widths(font, 601.0), |_| {}), [""; 0]);
}

fn set_widths(font: &mut Dictionary, width: f32) {
    font.set("Widths", vec![Object::Real(width), Object::Real(width)]);
}

#[test]
fn the_list_of_characters_is_that_of_the_program() {
    let wrong: [fn(&mut Dictionary); 3] = [
        |descriptor| descriptor.set("CharSet", string("/A")),
        |descriptor| descriptor.set("CharSet", string("/A/B/C")),
        |descriptor| descriptor.set("CharSet", string("")),
    ];
    for list in wrong {
        assert_eq!(found(|_| {}, list), ["ua/wrong-glyph-list"]);
    }
    assert_eq!(
        found(
            |_| {},
            |descriptor| descriptor.set("CharSet", string("/B /A/.notdef"))
        ),
        [""; 0]
    );
    assert_eq!(
        found(
            |_| {},
            |descriptor| {
                descriptor.remove(b"CharSet");
            }
        ),
        [""; 0]
    );
}

#[test]
fn of_a_whole_font_the_list_means_nothing() {
    let whole = |font: &mut Dictionary| font.set("BaseFont", "Bare");
    assert_eq!(
        found(whole, |descriptor| descriptor.set("CharSet", string("/A"))),
        [""; 0]
    );
}

#[test]
fn bytes_that_are_no_font_are_named() {
    let spoil = |descriptor: &mut Dictionary| {
        descriptor.set("FontFile3", Object::Null);
        descriptor.set("FontFile", Object::Null);
    };
    assert_eq!(found(|_| {}, spoil), ["ua/font-not-embedded"]);
    let mut pdf = Pdf::product("flyer.screen.pdf");
    pdf.font_program(1, |bytes| bytes.fill(b'x'));
    assert_eq!(codes(&pdf.bytes(), "ua/"), ["ua/damaged-font"]);
}
