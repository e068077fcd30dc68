//! Pictures, read back from the files that were written: what goes through untouched, how much ink a photograph lays down, what a screen gets,
//! and that whatever stands in a picture's file, the answer is a document or findings.
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests lay out the files that the program reads"
)]

mod common;

use common::{Sandbox, picture};
use lopdf::{Document, Object, Stream};

const LEAFLET: &str = "content/leaflet.toml";

/// The leaflet with pictures in its last story, each 20 mm high.
fn leaflet(pictures: &[(&str, &[u8])]) -> Sandbox {
    let project = Sandbox::of("herbarium");
    project.add("templates/leaflet.toml", "\n[style.figure]\nlike = \"body\"\n");
    for (name, bytes) in pictures {
        picture::put(&project, name, bytes);
        let figure =
            format!("\n[[story.more]]\nfigure = \"{name}\"\nalt = \"Ein Kraut\"\nheight = \"20 mm\"\n");
        project.add(LEAFLET, &figure);
    }
    project
}

/// The pictures of an edition that was built, soft masks left out.
fn built(project: &Sandbox, edition: &str) -> Vec<Stream> {
    let ran = project.run(&["build", "--edition", edition]);
    assert_eq!(ran.code, 0, "{}", ran.stderr);
    let bytes = project.read(&format!("output/leaflet.{edition}.pdf"));
    let document = Document::load_mem(&bytes).unwrap();
    let streams = document.objects.into_values().filter_map(|object| match object {
        Object::Stream(stream) => Some(stream),
        _ => None,
    });
    let is_picture =
        |stream: &Stream| stream.dict.get(b"Subtype").and_then(Object::as_name).ok() == Some(b"Image");
    let masks = |stream: &Stream| {
        stream.dict.get(b"ColorSpace").and_then(Object::as_name).ok() == Some(b"DeviceGray")
    };
    let all: Vec<Stream> = streams.filter(is_picture).collect();
    let has_mask = all.iter().any(|stream| stream.dict.has(b"SMask"));
    all.into_iter()
        .filter(|stream| !(has_mask && masks(stream)))
        .collect()
}

fn name<'s>(stream: &'s Stream, key: &str) -> &'s str {
    let name = stream.dict.get(key.as_bytes()).and_then(Object::as_name).unwrap();
    std::str::from_utf8(name).unwrap()
}

#[test]
fn jpegs_in_inks_and_in_grey_go_through_byte_for_byte() {
    let inks = picture::inks(400, 300, [10, 200, 150, 20]);
    let grey = picture::oriented(&picture::grey(400, 300), 6);
    let written = built(&leaflet(&[("inks.jpg", &inks), ("grey.jpg", &grey)]), "press");
    assert_eq!(written.len(), 2);
    for (bytes, space) in [(&inks, "DeviceCMYK"), (&grey, "DeviceGray")] {
        let stream = written
            .iter()
            .find(|stream| stream.content == *bytes)
            .expect("untouched");
        assert_eq!(
            (name(stream, "Filter"), name(stream, "ColorSpace")),
            ("DCTDecode", space)
        );
        // Adobe's programs write full ink as 0, and the decoder of a PDF leaves that to the file.
        assert_eq!(stream.dict.has(b"Decode"), space == "DeviceCMYK");
    }
}

#[test]
fn a_photograph_of_all_hues_lays_down_no_more_ink_than_the_printer_takes() {
    // 79 mm at 300 pixels an inch.
    let photo = picture::jpeg(934, 300);
    let written = built(&leaflet(&[("photo.jpg", &photo)]), "press");
    let [stream] = &written[..] else {
        panic!("{written:?}")
    };
    assert_eq!(
        (name(stream, "Filter"), name(stream, "ColorSpace")),
        ("DCTDecode", "DeviceCMYK")
    );
    let options = zune_core::options::DecoderOptions::new_safe()
        .jpeg_set_out_colorspace(zune_core::colorspace::ColorSpace::CMYK);
    let cursor = zune_core::bytestream::ZCursor::new(&stream.content);
    let samples = zune_jpeg::JpegDecoder::new_with_options(cursor, options)
        .decode()
        .unwrap();
    assert_eq!(samples.len(), 934 * 300 * 4);
    let sums = samples
        .chunks(4)
        .map(|pixel| pixel.iter().map(|ink| 255 - u32::from(*ink)).sum::<u32>());
    let most = sums.max().unwrap();
    assert!(most <= 765, "{} %", f64::from(most) / 2.55);
    assert!(most > 700, "this proves nothing: {} %", f64::from(most) / 2.55);
}

#[test]
fn what_was_stored_without_loss_stays_so_and_bits_stay_bits() {
    let pictures: [(&str, &[u8]); 2] = [
        ("drawn.png", &picture::lossless(400, 300)),
        ("stamp.png", &picture::bitmap(800, 1000)),
    ];
    let written = built(&leaflet(&pictures), "press");
    let mut kinds: Vec<(&str, i64)> = written
        .iter()
        .map(|stream| {
            assert_eq!(name(stream, "Filter"), "FlateDecode");
            let bits = stream
                .dict
                .get(b"BitsPerComponent")
                .and_then(Object::as_i64)
                .unwrap();
            (name(stream, "ColorSpace"), bits)
        })
        .collect();
    kinds.sort_unstable();
    assert_eq!(kinds, [("DeviceCMYK", 8), ("DeviceGray", 1)]);
}

#[test]
fn every_format_that_keeps_its_pixels_prints_the_same() {
    let pixels = image::RgbImage::from_fn(360, 270, |x, y| image::Rgb([(x / 2) as u8, (y / 2) as u8, 90]));
    let formats = [
        ("png", image::ImageFormat::Png),
        ("tif", image::ImageFormat::Tiff),
        ("webp", image::ImageFormat::WebP),
        ("bmp", image::ImageFormat::Bmp),
    ];
    let written = formats.map(|(ending, format)| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        pixels.write_to(&mut bytes, format).unwrap();
        let name = format!("herb.{ending}");
        let mut streams = built(&leaflet(&[(&name, &bytes.into_inner())]), "press");
        assert_eq!(streams.len(), 1, "{name}");
        streams.remove(0)
    });
    for stream in &written {
        assert_eq!(name(stream, "ColorSpace"), "DeviceCMYK");
        assert_eq!(stream.dict.get(b"Width").unwrap().as_i64().unwrap(), 360);
        assert!(stream.content == written[0].content);
    }
}

#[test]
fn of_a_moving_picture_the_first_frame_is_printed() {
    let frame = |shade: u8| {
        image::Frame::new(image::RgbaImage::from_pixel(
            360,
            270,
            image::Rgba([shade, shade, shade, 255]),
        ))
    };
    let gif = |shades: &[u8]| {
        let mut bytes = Vec::new();
        let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
        encoder
            .encode_frames(shades.iter().map(|shade| frame(*shade)))
            .unwrap();
        drop(encoder);
        bytes
    };
    let written = [gif(&[40, 200]), gif(&[40])].map(|bytes| {
        let mut streams = built(&leaflet(&[("herb.gif", &bytes)]), "press");
        assert_eq!(streams.len(), 1);
        streams.remove(0)
    });
    assert!(written[0].content == written[1].content);
}

#[test]
fn finer_pictures_than_a_press_makes_use_of_are_made_coarser() {
    let project = leaflet(&[("fine.jpg", &picture::grey(1200, 900))]);
    project.add("templates/printers/standard.toml", "\n[pictures]\nfinest = 450\n");
    let written = built(&project, "press");
    let side = |key: &[u8]| written[0].dict.get(key).and_then(Object::as_i64).unwrap();
    // 20 mm at 450 pixels an inch are 354.3 pixels.
    assert_eq!((side(b"Width"), side(b"Height")), (474, 355));
}

#[test]
fn a_screen_gets_what_will_be_printed_in_srgb_and_no_more_pixels_than_it_shows() {
    let pictures: [(&str, &[u8]); 2] = [
        ("photo.jpg", &picture::jpeg(400, 300)),
        ("seen-through.png", &picture::see_through(400, 300)),
    ];
    let written = built(&leaflet(&pictures), "screen");
    assert_eq!(written.len(), 2);
    for stream in &written {
        assert_eq!(name(stream, "ColorSpace"), "DeviceRGB");
        // 20 mm at 200 pixels an inch are 157.5 pixels.
        assert_eq!(stream.dict.get(b"Height").and_then(Object::as_i64).unwrap(), 158);
        let is_jpeg = name(stream, "Filter") == "DCTDecode";
        assert_eq!(stream.dict.has(b"SMask"), !is_jpeg);
    }
}

#[test]
fn a_picture_shown_twice_is_in_the_file_once_and_the_file_is_the_same_each_time() {
    let project = leaflet(&[("photo.jpg", &picture::jpeg(800, 600))]);
    project.add(
        LEAFLET,
        "\n[[story.more]]\nfigure = \"photo.jpg\"\ndecorative = true\nheight = \"15 mm\"\nfit = \"cover\"\n",
    );
    assert_eq!(built(&project, "press").len(), 1);
    let first = project.read("output/leaflet.press.pdf");
    assert_eq!(built(&project, "press").len(), 1);
    assert!(
        first == project.read("output/leaflet.press.pdf"),
        "two builds, two files"
    );
}

#[test]
fn whatever_stands_in_a_picture_the_answer_is_a_document_or_a_finding() {
    let jpeg = picture::jpeg(64, 48);
    let png = picture::see_through(64, 48);
    let mut tried: Vec<(String, Vec<u8>)> = Vec::new();
    for (ending, whole) in [("jpg", &jpeg), ("png", &png)] {
        for step in 1..8 {
            tried.push((
                format!("cut-{step}.{ending}"),
                whole[..whole.len() * step / 8].to_vec(),
            ));
            let mut changed = whole.clone();
            let at = changed.len() * step / 8;
            changed[at] ^= 0xFF;
            tried.push((format!("changed-{step}.{ending}"), changed));
        }
    }
    // A header that promises more than there is, and sizes that cannot be.
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    for size in [[0_u8, 0, 0, 0], [0xFF; 4], [0x03, 0xE8, 0x03, 0xE8]] {
        let mut lying = jpeg.clone();
        lying[frame + 5..frame + 9].copy_from_slice(&size);
        tried.push((format!("lying-{}.jpg", size[2]), lying));
    }
    for head in [
        &b"II*\0\x08\0\0\0"[..],
        b"RIFF\xFF\xFF\xFF\xFFWEBPVP8 ",
        b"GIF89a\xFF\xFF\xFF\xFF",
        b"BM\xFF\xFF\xFF\xFF",
    ] {
        tried.push((format!("head-{}.tif", tried.len()), head.to_vec()));
    }
    let project = leaflet(&[]);
    let content = String::from_utf8(project.read(LEAFLET)).unwrap();
    for (name, bytes) in &tried {
        picture::put(&project, name, bytes);
        let figure =
            format!("{content}\n[[story.more]]\nfigure = \"{name}\"\nalt = \"x\"\nheight = \"3 mm\"\n");
        project.write(LEAFLET, &figure);
        let ran = project.run(&["build", "--edition", "press"]);
        assert!(matches!(ran.code, 0 | 1), "{name}: {}", ran.stderr);
        assert_eq!(
            ran.code == 1,
            ran.stderr.contains("error["),
            "{name}: {}",
            ran.stderr
        );
    }
}
