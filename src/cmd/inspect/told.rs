//! The facts of a PDF in words.

use faltwerk::verify::pdf::{Facts, FontFacts, IntentFacts, PageFacts, PictureFacts};
use faltwerk::wording::{Text, counted, decimal, text};

/// Millimetres of a point.
const MM: f64 = 25.4 / 72.0;
/// Pictures that are listed; there may be thousands.
const PICTURES: usize = 40;

/// What is to be said of a file, line by line.
pub(super) fn lines(facts: &Facts) -> Vec<Text> {
    let mut lines = vec![file(facts)];
    lines.push(text!("  claims: {claims}", "  nennt sich: {claims}"; claims = listed(&facts.claims)));
    lines.push(text!("  title: {title}", "  Titel: {title}"; title = or_none(facts.title.as_deref())));
    lines.push(text!("  language: {tag}", "  Sprache: {tag}"; tag = or_none(facts.language.as_deref())));
    lines.push(text!("  tagged: {tagged}", "  mit Tags: {tagged}"; tagged = yes(facts.tagged)));
    if facts.intents.is_empty() {
        lines.push(text!("  output intent: none", "  Ausgabebedingung: keine"));
    }
    lines.extend(facts.intents.iter().map(intent));
    let spaces: Vec<&str> = facts.spaces.iter().map(AsRef::as_ref).collect();
    lines.push(text!("  colour spaces: {spaces}", "  Farbräume: {spaces}"; spaces = listed(&spaces)));
    lines.push(text!(
        "  overprint: {overprint}, transparency: {transparency}",
        "  Überdrucken: {overprint}, Transparenz: {transparency}";
        overprint = yes(facts.overprint), transparency = yes(facts.transparency)
    ));
    lines.push(text!("  layers: {layers}", "  Ebenen: {layers}"; layers = listed(&facts.layers)));
    for (place, told) in facts.pages.iter().enumerate() {
        page(place + 1, told, &mut lines);
    }
    lines.extend(facts.fonts.iter().map(font));
    lines.extend(facts.pictures.iter().take(PICTURES).map(picture));
    if facts.pictures.len() > PICTURES {
        let more = facts.pictures.len() - PICTURES;
        lines.push(text!("and {more} more pictures", "und {more} weitere Bilder"));
    }
    lines
}

fn file(facts: &Facts) -> Text {
    let version = &facts.version;
    let pages = counted(facts.page_count, ("page", "pages"), ("Seite", "Seiten"));
    let encrypted = if facts.encrypted {
        text!(", encrypted", ", verschlüsselt")
    } else {
        Text::default()
    };
    text!("PDF {version}, {pages}{encrypted}", "PDF {version}, {pages}{encrypted}"; pages, encrypted)
}

fn intent(intent: &IntentFacts) -> Text {
    let profile = match &intent.profile {
        Some(profile) => {
            let (version, space, class) = (&profile.version, &profile.space, &profile.class);
            text!(
                "profile of version {version}, {space} {class}",
                "Profil der Version {version}, {space} {class}"
            )
        }
        None => text!("without a profile", "ohne Profil"),
    };
    let condition = match &intent.condition {
        Some(condition) => Text::verbatim(condition),
        None => text!("without a condition", "ohne Bedingung"),
    };
    let kind = match &intent.kind {
        Some(kind) => Text::verbatim(kind),
        None => text!("of no kind", "ohne Art"),
    };
    text!(
        "  output intent: {condition} ({kind}), {profile}",
        "  Ausgabebedingung: {condition} ({kind}), {profile}"; condition, kind, profile
    )
}

fn page(number: usize, page: &PageFacts, lines: &mut Vec<Text>) {
    let trim = page.trim.unwrap_or(page.media);
    let turned = match page.rotate {
        0 => Text::default(),
        by => text!(", turned by {by}°", ", um {by}° gedreht"),
    };
    lines.push(
        text!("page {number}: {size}{turned}", "Seite {number}: {size}{turned}"; size = size(trim), turned),
    );
    let named = [
        ("CropBox", page.crop),
        ("BleedBox", page.bleed),
        ("TrimBox", page.trim),
    ];
    let boxes = named.map(|(name, sides)| match sides {
        Some(sides) => text!("{name} {size}", "{name} {size}"; size = size(sides)),
        None => text!("no {name}", "keine {name}"),
    });
    lines.push(text!(
        "  boxes: MediaBox {media}, {boxes}",
        "  Rahmen: MediaBox {media}, {boxes}";
        media = size(page.media), boxes = Text::joined(&boxes, ", ")
    ));
    lines.push(text!("  plates: {plates}", "  Druckplatten: {plates}"; plates = listed(&page.plates)));
    if let Some(ink) = &page.ink {
        let percent = |amount: f64| decimal(amount * 100.0, 0);
        let left_out: Vec<&str> = ink
            .unmeasured
            .iter()
            .copied()
            .chain(ink.shapeless.iter().map(String::as_str))
            .collect();
        let left_out = left_out.join(", ");
        let left_out = if left_out.is_empty() {
            Text::default()
        } else {
            text!(
                ", without what is in {left_out}",
                ", ohne das, was in {left_out} ist"
            )
        };
        let in_part = if ink.truncated {
            text!(", measured only in part", ", nur zum Teil gemessen")
        } else {
            Text::default()
        };
        lines.push(text!(
            "  ink: at most {highest} %, on average of a square of 15 mm at most {square} %{left_out}{in_part}",
            "  Farbauftrag: höchstens {highest} %, im Mittel eines Quadrats von 15 mm höchstens {square} %{left_out}{in_part}";
            highest = percent(ink.highest), square = percent(ink.square), left_out, in_part
        ));
    }
    if !page.annotations.is_empty() {
        let kinds: Vec<String> = page
            .annotations
            .iter()
            .map(|(kind, count)| format!("{count} {kind}"))
            .collect();
        let kinds = kinds.join(", ");
        lines.push(text!("  annotations: {kinds}", "  Anmerkungen: {kinds}"));
    }
}

fn font(font: &FontFacts) -> Text {
    let name = if font.name.is_empty() {
        text!("without a name", "ohne Namen")
    } else {
        Text::verbatim(&font.name)
    };
    let there = match (font.embedded, font.subset) {
        _ if font.damaged => text!(
            "embedded, but its program cannot be read",
            "eingebettet, aber ihr Programm ist nicht lesbar"
        ),
        (false, _) => text!("not embedded", "nicht eingebettet"),
        (true, false) => text!("embedded whole", "ganz eingebettet"),
        (true, true) => text!("embedded as far as it is used", "eingebettet, soweit benutzt"),
    };
    let kind = format!("{:?}", font.kind);
    let numbers: Vec<String> = font.pages.iter().map(usize::to_string).collect();
    let numbers = numbers.join(" ");
    let pages = if font.pages.len() == 1 {
        text!("page {numbers}", "Seite {numbers}")
    } else {
        text!("pages {numbers}", "Seiten {numbers}")
    };
    text!("font {name}: {kind}, {there}, {pages}", "Schrift {name}: {kind}, {there}, {pages}"; name, there, pages)
}

fn picture(picture: &PictureFacts) -> Text {
    let [across, down] = picture.pixels;
    let density = match picture.ppi {
        Some([one, other]) => {
            let ppi = format!("{:.0}", one.min(other));
            text!("{ppi} ppi", "{ppi} ppi")
        }
        None => text!("without extent", "ohne Ausdehnung"),
    };
    let space = match picture.space {
        Some(space) => Text::verbatim(space),
        None => text!("stencil", "Schablone"),
    };
    let masked = if picture.masked {
        text!(", masked", ", maskiert")
    } else {
        Text::default()
    };
    let (page, bits) = (picture.page, picture.bits);
    text!(
        "picture on page {page}: {across} × {down} pixels, {density}, {bits} bit {space}{masked}",
        "Bild auf Seite {page}: {across} × {down} Pixel, {density}, {bits} Bit {space}{masked}";
        density, space, masked
    )
}

fn size([left, bottom, right, top]: [f64; 4]) -> Text {
    text!(
        "{width} × {height} mm",
        "{width} × {height} mm";
        width = decimal((right - left) * MM, 1), height = decimal((top - bottom) * MM, 1)
    )
}

fn listed(words: &[impl AsRef<str>]) -> Text {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    or_none((!words.is_empty()).then(|| words.join(", ")).as_deref())
}

fn or_none(said: Option<&str>) -> Text {
    said.map_or_else(|| text!("none", "nichts"), Text::verbatim)
}

fn yes(is_so: bool) -> Text {
    if is_so {
        text!("yes", "ja")
    } else {
        text!("no", "nein")
    }
}
