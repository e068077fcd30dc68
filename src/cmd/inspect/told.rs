//! The facts of a PDF in words.

use faltwerk::verify::pdf::{Facts, FontFacts, IntentFacts, PageFacts, PictureFacts};

/// Millimetres of a point.
const MM: f64 = 25.4 / 72.0;
/// Pictures that are listed; there may be thousands.
const PICTURES: usize = 40;

/// What is to be said of a file, line by line.
pub(super) fn lines(facts: &Facts) -> Vec<String> {
    let mut lines = vec![file(facts)];
    lines.push(format!("  claims: {}", listed(&facts.claims, "none")));
    lines.push(format!("  title: {}", facts.title.as_deref().unwrap_or("none")));
    lines.push(format!(
        "  language: {}",
        facts.language.as_deref().unwrap_or("none")
    ));
    lines.push(format!("  tagged: {}", yes(facts.tagged)));
    if facts.intents.is_empty() {
        lines.push("  output intent: none".to_owned());
    }
    lines.extend(facts.intents.iter().map(intent));
    lines.push(format!("  colour spaces: {}", listed(&facts.spaces, "none")));
    lines.push(format!(
        "  overprint: {}, transparency: {}",
        yes(facts.overprint),
        yes(facts.transparency)
    ));
    lines.push(format!("  layers: {}", listed(&facts.layers, "none")));
    for (place, told) in facts.pages.iter().enumerate() {
        page(place + 1, told, &mut lines);
    }
    lines.extend(facts.fonts.iter().map(font));
    lines.extend(facts.pictures.iter().take(PICTURES).map(picture));
    if facts.pictures.len() > PICTURES {
        lines.push(format!("and {} more pictures", facts.pictures.len() - PICTURES));
    }
    lines.extend(facts.damage.iter().map(|what| format!("damaged: {what}")));
    if facts.truncated {
        lines.push(
            "not all of it was looked at: it asks for more than any flyer or brochure needs".to_owned(),
        );
    }
    lines
}

fn file(facts: &Facts) -> String {
    let pages = if facts.page_count == 1 { "page" } else { "pages" };
    let encrypted = if facts.encrypted { ", encrypted" } else { "" };
    format!("PDF {}, {} {pages}{encrypted}", facts.version, facts.page_count)
}

fn intent(intent: &IntentFacts) -> String {
    let profile = match &intent.profile {
        Some(profile) => format!(
            "profile of version {}, {} {}",
            profile.version, profile.space, profile.class
        ),
        None => "without a profile".to_owned(),
    };
    let condition = intent.condition.as_deref().unwrap_or("without a condition");
    let kind = intent.kind.as_deref().unwrap_or("of no kind");
    format!("  output intent: {condition} ({kind}), {profile}")
}

fn page(number: usize, page: &PageFacts, lines: &mut Vec<String>) {
    let trim = page.trim.unwrap_or(page.media);
    let turned = match page.rotate {
        0 => String::new(),
        by => format!(", turned by {by}°"),
    };
    lines.push(format!("page {number}: {}{turned}", size(trim)));
    let named = [("crop", page.crop), ("bleed", page.bleed), ("trim", page.trim)];
    let boxes = named.iter().map(|(name, sides)| match sides {
        Some(sides) => format!("{name} {}", size(*sides)),
        None => format!("no {name} box"),
    });
    let boxes: Vec<String> = boxes.collect();
    lines.push(format!(
        "  boxes: media {}, {}",
        size(page.media),
        boxes.join(", ")
    ));
    lines.push(format!("  plates: {}", listed(&page.plates, "none")));
    if let Some(ink) = &page.ink {
        let percent = |amount: f64| format!("{:.0} %", amount * 100.0);
        let left_out = match ink.unmeasured.as_slice() {
            [] => String::new(),
            spaces => format!(", without what is in {}", spaces.join(", ")),
        };
        lines.push(format!(
            "  ink: at most {}, on average of a square of 15 mm at most {}{left_out}",
            percent(ink.highest),
            percent(ink.square)
        ));
    }
    if !page.annotations.is_empty() {
        let kinds = page
            .annotations
            .iter()
            .map(|(kind, count)| format!("{count} {kind}"));
        lines.push(format!("  annotations: {}", kinds.collect::<Vec<_>>().join(", ")));
    }
}

fn font(font: &FontFacts) -> String {
    let name = if font.name.is_empty() {
        "without a name"
    } else {
        &font.name
    };
    let there = match (font.embedded, font.subset) {
        (false, _) => "not embedded",
        (true, false) => "embedded whole",
        (true, true) => "embedded as far as it is used",
    };
    let pages: Vec<String> = font.pages.iter().map(usize::to_string).collect();
    let word = if pages.len() == 1 { "page" } else { "pages" };
    format!(
        "font {name}: {:?}, {there}, {word} {}",
        font.kind,
        pages.join(" ")
    )
}

fn picture(picture: &PictureFacts) -> String {
    let [across, down] = picture.pixels;
    let density = match picture.ppi {
        Some([one, other]) => format!("{:.0} ppi", one.min(other)),
        None => "without extent".to_owned(),
    };
    let space = picture.space.unwrap_or("stencil");
    let masked = if picture.masked { ", masked" } else { "" };
    format!(
        "picture on page {}: {across} × {down} pixels, {density}, {} bit {space}{masked}",
        picture.page, picture.bits
    )
}

fn size([left, bottom, right, top]: [f64; 4]) -> String {
    format!("{:.1} × {:.1} mm", (right - left) * MM, (top - bottom) * MM)
}

fn listed(words: &[impl AsRef<str>], otherwise: &str) -> String {
    if words.is_empty() {
        return otherwise.to_owned();
    }
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    words.join(", ")
}

const fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}
