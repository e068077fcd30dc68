//! Writes what fuzzing begins with: the repository's own files, and the words that are in them. `tests/fuzz/run` calls it.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Cursor};
use std::path::{Path, PathBuf};

mod entries;

/// A seed is no larger: what is large takes long, and its likes are rarely where the faults are.
const LARGEST: usize = 400_000;
/// And a picture has no more pixels.
const MOST_PIXELS: u32 = 100_000;

fn main() -> io::Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.join("../..");
    let mut files = Vec::new();
    for folder in ["content", "templates", "fonts", "output", "tests/projects", "tests/fonts", "tests/foreign/cases", "tests/hostile/finds"] {
        collect(&root.join(folder), &mut files)?;
    }
    files.sort();
    let mut words = BTreeSet::new();
    for path in &files {
        let bytes = fs::read(path)?;
        if bytes.len() > LARGEST {
            continue;
        }
        for target in targets(path, &bytes) {
            seed(here, target, path, &bytes)?;
        }
        if ending(path) == "toml" {
            let text = String::from_utf8_lossy(&bytes).into_owned();
            words_of(&text, &mut words);
            for text in texts(&text) {
                seed(here, "markup", path, text.as_bytes())?;
            }
        }
    }
    pictures(here)?;
    let dictionary: String = words.iter().map(|word| format!("\"{word}\"\n")).collect();
    fs::write(here.join("words.dict"), dictionary)
}

/// Which targets read such a file.
fn targets(path: &Path, bytes: &[u8]) -> Vec<&'static str> {
    // What was found once lies in a folder by the name of its target.
    let parent = path.parent().and_then(Path::file_name).and_then(|name| name.to_str());
    if path.components().any(|part| part.as_os_str() == "finds") {
        let known = entries::ALL.iter().map(|(name, _)| *name);
        return known.filter(|name| Some(*name) == parent).collect();
    }
    match ending(path).as_str() {
        "toml" if parent == Some("printers") => vec!["printer"],
        "toml" if parent == Some("templates") => vec!["template"],
        "toml" => vec!["content"],
        "ttf" | "otf" | "ttc" => vec!["font"],
        "jpg" | "png" if is_small(bytes) => vec!["image"],
        "svg" => vec!["svg"],
        "icc" => vec!["icc"],
        "pdf" if bytes.len() < LARGEST / 2 => vec!["inspect"],
        _ => Vec::new(),
    }
}

fn is_small(picture: &[u8]) -> bool {
    let reader = image::ImageReader::new(Cursor::new(picture)).with_guessed_format();
    let size = reader.ok().and_then(|reader| reader.into_dimensions().ok());
    size.is_some_and(|(width, height)| width * height <= MOST_PIXELS)
}

/// A small picture of every kind and colour.
fn pictures(here: &Path) -> io::Result<()> {
    let rgba = image::RgbaImage::from_fn(9, 7, |x, y| image::Rgba([x as u8 * 28, y as u8 * 36, 99, 255 - x as u8 * 9]));
    let whole = image::DynamicImage::ImageRgba8(rgba);
    let rgb = image::DynamicImage::ImageRgb8(whole.to_rgb8());
    let grey = image::DynamicImage::ImageLuma8(whole.to_luma8());
    let deep = image::DynamicImage::ImageRgb16(whole.to_rgb16());
    for (colour, picture) in [("rgba", whole), ("rgb", rgb), ("grey", grey), ("deep", deep)] {
        for ending in ["bmp", "gif", "jpg", "png", "tiff", "webp"] {
            let Some(format) = image::ImageFormat::from_extension(ending) else { continue };
            let mut bytes = Cursor::new(Vec::new());
            // Not every kind of file has every kind of colour.
            if picture.write_to(&mut bytes, format).is_ok() {
                seed(here, "image", Path::new(&format!("{colour}.{ending}")), bytes.get_ref())?;
            }
        }
    }
    Ok(())
}

/// Texts in a TOML file, as far as they stand in one line or between three quotes.
fn texts(toml: &str) -> Vec<&str> {
    let long = toml.split("\"\"\"").skip(1).step_by(2);
    let short = toml.lines().filter_map(|line| line.strip_suffix('"')?.split_once(" = \"").map(|(_, text)| text));
    long.chain(short.filter(|text| text.contains(['*', '[', '<', '&', '{']))).collect()
}

/// Keys, headers of tables and short values, as a dictionary has them.
fn words_of(toml: &str, words: &mut BTreeSet<String>) {
    let is_word = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    for line in toml.lines() {
        if line.starts_with('[') && line.is_ascii() && line.len() < 40 && !line.contains(['"', '\\']) {
            words.insert(format!("{line}\\x0a"));
        }
        if let Some((key, value)) = line.split_once(" = ") {
            if key.chars().all(is_word) {
                words.insert(format!("\\x0a{key} = "));
            }
            let value = value.trim_matches('"');
            if value.len() < 24 && !value.is_empty() && value.chars().all(is_word) {
                words.insert(value.to_owned());
            }
        }
    }
}

fn seed(here: &Path, target: &str, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = here.join("corpus").join(target);
    fs::create_dir_all(&folder)?;
    let sum = bytes.iter().fold(0xCBF2_9CE4_8422_2325_u64, |sum, byte| {
        (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01B3)
    });
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    fs::write(folder.join(format!("{name}.{sum:016x}")), bytes)
}

fn ending(path: &Path) -> String {
    path.extension().unwrap_or_default().to_string_lossy().to_lowercase()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
