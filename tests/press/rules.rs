//! What a press file must be, read from its bytes with a reader that is not ours. One function a subject; each gives what it objects to.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

/// A part of PDF/X.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standard {
    /// ISO 15930-4.
    X1a,
    /// ISO 15930-6.
    X3,
    /// ISO 15930-7.
    X4,
}

impl Standard {
    /// As a printer's file names it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::X1a => "x1a",
            Self::X3 => "x3",
            Self::X4 => "x4",
        }
    }

    /// Whether it is built on PDF 1.4, without transparency and layers.
    fn is_flat(self) -> bool {
        self != Self::X4
    }
}

/// Everything that a file does against its standard.
pub(crate) fn offences(bytes: &[u8], standard: Standard) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("a PDF that can be read");
    let mut found = frame(bytes, &document, standard);
    found.extend(information(&document, standard));
    found.extend(intent(&document, standard));
    found.extend(catalog(&document, standard));
    for (number, page) in document.get_pages() {
        let on_page = boxes(&document, page)
            .into_iter()
            .chain(content(&document, page, standard));
        found.extend(on_page.map(|offence| format!("page {number}: {offence}")));
    }
    found.extend(objects(&document, standard));
    found.extend(inks(&document));
    found
}

/// Header, trailer, and the form of the file.
fn frame(bytes: &[u8], document: &Document, standard: Standard) -> Vec<String> {
    let mut found = Vec::new();
    let wanted: &[u8] = if standard.is_flat() {
        b"%PDF-1.4\n"
    } else {
        b"%PDF-1.6\n"
    };
    if !bytes.starts_with(wanted) {
        found.push("the header names another version".to_owned());
    }
    let second = bytes.split(|byte| *byte == b'\n').nth(1).unwrap_or_default();
    if second.len() < 5 || second[0] != b'%' || !second[1..5].iter().all(|byte| *byte > 127) {
        found.push("no comment tells that the file is binary".to_owned());
    }
    if document.trailer.has(b"Encrypt") {
        found.push("the file is encrypted".to_owned());
    }
    let id = document.trailer.get(b"ID").and_then(Object::as_array);
    if !id.is_ok_and(|id| id.len() == 2 && id.iter().all(|part| part.as_str().is_ok_and(|id| !id.is_empty())))
    {
        found.push("the trailer has no id".to_owned());
    }
    for kind in [&b"/ObjStm"[..], b"/XRef"] {
        if bytes.windows(kind.len()).any(|window| window == kind) {
            found.push(format!("there is a {}", String::from_utf8_lossy(kind)));
        }
    }
    found
}

/// The information dictionary and the XMP packet, which agree.
fn information(document: &Document, standard: Standard) -> Vec<String> {
    let mut found = Vec::new();
    let Some(info) = document
        .trailer
        .get(b"Info")
        .ok()
        .map(|info| dictionary(document, info))
    else {
        return vec!["no information".to_owned()];
    };
    let text = |key: &[u8]| info.get(key).ok().map(text_of);
    let packet = catalog_of(document).get(b"Metadata").ok();
    let packet = packet.and_then(|packet| document.dereference(packet).ok()?.1.as_stream().ok());
    let Some(packet) = packet else {
        return vec!["no XMP packet".to_owned()];
    };
    if packet.dict.has(b"Filter") {
        found.push("the XMP packet is filtered".to_owned());
    }
    let packet = String::from_utf8_lossy(&packet.content).into_owned();
    for (key, element) in [
        (&b"Title"[..], "dc:title"),
        (b"Producer", "pdf:Producer"),
        (b"Creator", "xmp:CreatorTool"),
    ] {
        match (text(key), xmp(&packet, element)) {
            (Some(one), Some(other)) if one == other => {}
            pair => found.push(format!("{element} and its information disagree: {pair:?}")),
        }
    }
    for (key, element) in [
        (&b"CreationDate"[..], "xmp:CreateDate"),
        (b"ModDate", "xmp:ModifyDate"),
    ] {
        let digits = |date: String| {
            date.chars()
                .filter(char::is_ascii_digit)
                .take(14)
                .collect::<String>()
        };
        match (text(key).map(digits), xmp(&packet, element).map(digits)) {
            (Some(one), Some(other)) if one == other && one.len() == 14 => {}
            pair => found.push(format!("{element} and its information disagree: {pair:?}")),
        }
    }
    for element in [
        "xmp:MetadataDate",
        "xmpMM:DocumentID",
        "xmpMM:VersionID",
        "xmpMM:RenditionClass",
    ] {
        if xmp(&packet, element).is_none() {
            found.push(format!("no {element}"));
        }
    }
    if info.get(b"Trapped").and_then(Object::as_name).ok() != Some(b"False") {
        found.push("the information does not say that nothing is trapped".to_owned());
    }
    if xmp(&packet, "pdf:Trapped").as_deref() != Some("False") {
        found.push("the XMP packet does not say that nothing is trapped".to_owned());
    }
    let named = (text(b"GTS_PDFXVersion"), xmp(&packet, "pdfxid:GTS_PDFXVersion"));
    let wanted = match standard {
        Standard::X1a => (Some("PDF/X-1a:2003"), None),
        Standard::X3 => (Some("PDF/X-3:2003"), None),
        Standard::X4 => (None, Some("PDF/X-4")),
    };
    if (named.0.as_deref(), named.1.as_deref()) != wanted {
        found.push(format!("the file calls itself {named:?}"));
    }
    found
}

/// The text of an element of the packet, the tags inside it left out.
fn xmp(packet: &str, element: &str) -> Option<String> {
    let (_, rest) = packet.split_once(&format!("<{element}>"))?;
    let (inside, _) = rest.split_once(&format!("</{element}>"))?;
    let mut text = String::new();
    for part in inside.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    let text = text.trim().replace("&amp;", "&");
    (!text.is_empty()).then_some(text)
}

/// Exactly one output intent, whose profile is one for a press with four inks.
fn intent(document: &Document, standard: Standard) -> Vec<String> {
    let intents = catalog_of(document)
        .get(b"OutputIntents")
        .and_then(Object::as_array);
    let Ok([intent]) = intents.map(Vec::as_slice) else {
        return vec!["there is not one output intent".to_owned()];
    };
    let intent = dictionary(document, intent);
    let mut found = Vec::new();
    if intent.get(b"S").and_then(Object::as_name).ok() != Some(b"GTS_PDFX") {
        found.push("the output intent is not for PDF/X".to_owned());
    }
    for key in [&b"OutputConditionIdentifier"[..], b"Info", b"RegistryName"] {
        if intent.get(key).map(text_of).unwrap_or_default().is_empty() {
            found.push(format!(
                "the output intent has no {}",
                String::from_utf8_lossy(key)
            ));
        }
    }
    let profile = intent.get(b"DestOutputProfile").ok();
    let profile = profile.and_then(|profile| document.dereference(profile).ok()?.1.as_stream().ok());
    let Some(profile) = profile else {
        found.push("the output intent has no profile".to_owned());
        return found;
    };
    let data = profile
        .decompressed_content()
        .unwrap_or_else(|_| profile.content.clone());
    if profile.dict.get(b"N").and_then(Object::as_i64).ok() != Some(4)
        || data.get(12..20) != Some(b"prtrCMYK")
    {
        found.push("the profile is not one for a press with four inks".to_owned());
    }
    if standard.is_flat() && data.get(8).is_none_or(|version| *version > 2) {
        found.push("PDF 1.4 does not know profiles of that version".to_owned());
    }
    found
}

/// What a file must not do when it is opened, and what it may show.
fn catalog(document: &Document, standard: Standard) -> Vec<String> {
    let catalog = catalog_of(document);
    let mut found: Vec<String> = [
        &b"OpenAction"[..],
        b"AA",
        b"AcroForm",
        b"Names",
        b"Collection",
        b"Requirements",
    ]
    .into_iter()
    .filter(|key| catalog.has(key))
    .map(|key| format!("the catalog has {}", String::from_utf8_lossy(key)))
    .collect();
    let Ok(layers) = catalog.get(b"OCProperties") else {
        return found;
    };
    if standard.is_flat() {
        found.push("there are layers".to_owned());
    }
    let layers = dictionary(document, layers);
    let configuration = layers.get(b"D").map(|shown| dictionary(document, shown));
    let hides = |shown: &&Dictionary| {
        shown.has(b"OFF")
            || shown.has(b"AS")
            || shown.get(b"BaseState").and_then(Object::as_name).ok() == Some(b"OFF")
    };
    if layers.has(b"Configs") || configuration.as_ref().map_or(true, hides) {
        found.push("layers may be hidden".to_owned());
    }
    found
}

/// Trim inside bleed inside media, and none of what would make them mean something else.
fn boxes(document: &Document, page: ObjectId) -> Vec<String> {
    let page = document.get_dictionary(page).expect("a page");
    let mut found: Vec<String> = [
        &b"CropBox"[..],
        b"ArtBox",
        b"Rotate",
        b"UserUnit",
        b"Annots",
        b"AA",
        b"PresSteps",
    ]
    .into_iter()
    .filter(|key| page.has(key))
    .map(|key| format!("has {}", String::from_utf8_lossy(key)))
    .collect();
    let edges = |key: &[u8]| -> Option<Vec<f32>> {
        let edges = page.get(key).and_then(Object::as_array).ok()?;
        edges.iter().map(|edge| edge.as_float().ok()).collect()
    };
    let boxes = [&b"MediaBox"[..], b"BleedBox", b"TrimBox"].map(edges);
    for pair in boxes.windows(2) {
        let [Some(outer), Some(inner)] = pair else {
            found.push("lacks a box".to_owned());
            continue;
        };
        // Boxes are written with a few decimals.
        let holds = outer[0] <= inner[0] + 0.01
            && outer[1] <= inner[1] + 0.01
            && outer[2] >= inner[2] - 0.01
            && outer[3] >= inner[3] - 0.01;
        if !holds {
            found.push("a box leaves the one around it".to_owned());
        }
    }
    found
}

/// Colours by their operators: inks alone.
fn content(document: &Document, page: ObjectId, _: Standard) -> Vec<String> {
    let bytes = document.get_page_content(page);
    let content = Content::decode(&bytes).expect("operators that can be read");
    let mut found = Vec::new();
    for operation in content.operations {
        if matches!(
            operation.operator.as_str(),
            "rg" | "RG" | "g" | "G" | "ri" | "sh" | "BI" | "PS"
        ) {
            found.push(format!("uses `{}`", operation.operator));
        }
        let space = operation.operands.first().and_then(|name| name.as_name().ok());
        if matches!(operation.operator.as_str(), "cs" | "CS")
            && space.is_some_and(|name| name.starts_with(b"Device") && name != b"DeviceCMYK")
        {
            found.push("chooses a device colour that is no ink".to_owned());
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Every object by itself: filters, pictures, states, fonts.
fn objects(document: &Document, standard: Standard) -> Vec<String> {
    let mut found = Vec::new();
    for (id, object) in &document.objects {
        let mut offences = Vec::new();
        if let Object::Stream(stream) = object {
            offences.extend(stream_offences(document, stream, standard));
        }
        each_dictionary(object, &mut |dict| {
            offences.extend(dictionary_offences(document, dict, standard))
        });
        found.extend(
            offences
                .into_iter()
                .map(|offence| format!("object {}: {offence}", id.0)),
        );
    }
    found
}

fn stream_offences(document: &Document, stream: &Stream, standard: Standard) -> Vec<String> {
    let mut found = Vec::new();
    let filters = stream.filters().unwrap_or_default();
    let newer = |filter: &&[u8]| standard.is_flat() && matches!(*filter, b"JPXDecode" | b"JBIG2Decode");
    if filters
        .iter()
        .any(|filter| **filter == *b"LZWDecode" || newer(filter))
        || stream.dict.has(b"F")
    {
        found.push("its data is in a form that the standard does not allow".to_owned());
    }
    let subtype = stream
        .dict
        .get(b"Subtype")
        .and_then(Object::as_name)
        .unwrap_or_default();
    if subtype == b"PS"
        || [&b"OPI"[..], b"Ref", b"Alternates", b"Subtype2"]
            .iter()
            .any(|key| stream.dict.has(key))
    {
        found.push("it brings something else than what is seen".to_owned());
    }
    if subtype == b"Image" {
        let space = stream.dict.get(b"ColorSpace").ok();
        let is_mask = stream
            .dict
            .get(b"ImageMask")
            .and_then(Object::as_bool)
            .unwrap_or_default();
        if !is_mask && !space.is_some_and(|space| is_ink(document, space)) {
            found.push(format!("a picture in {space:?}"));
        }
        if standard.is_flat() {
            if stream.dict.has(b"SMask") || stream.dict.has(b"SMaskInData") {
                found.push("a picture with a soft mask".to_owned());
            }
            if stream.dict.get(b"BitsPerComponent").and_then(Object::as_i64).ok() == Some(16) {
                found.push("a picture of 16 bits".to_owned());
            }
        }
    }
    found
}

/// Whether a colour space is made of inks alone.
fn is_ink(document: &Document, space: &Object) -> bool {
    let Ok((_, space)) = document.dereference(space) else {
        return false;
    };
    match space {
        Object::Name(name) => matches!(name.as_slice(), b"DeviceCMYK" | b"DeviceGray"),
        Object::Array(parts) => match parts.first().and_then(|kind| kind.as_name().ok()) {
            Some(b"Separation" | b"DeviceN") => {
                parts.get(2).is_some_and(|alternate| is_ink(document, alternate))
            }
            Some(b"Indexed") => parts.get(1).is_some_and(|base| is_ink(document, base)),
            _ => false,
        },
        _ => false,
    }
}

fn dictionary_offences(document: &Document, dict: &Dictionary, standard: Standard) -> Vec<String> {
    let mut found = Vec::new();
    let name = |key: &[u8]| dict.get(key).and_then(Object::as_name).unwrap_or_default();
    if [&b"JS"[..], b"HTP", b"HTO", b"TR"]
        .iter()
        .any(|key| dict.has(key))
        || matches!(
            name(b"S"),
            b"JavaScript" | b"Launch" | b"URI" | b"GoTo" | b"Named"
        )
    {
        found.push("it acts, or changes tones".to_owned());
    }
    if name(b"S") == b"Transparency" && dict.has(b"CS") && name(b"CS") != b"DeviceCMYK" {
        found.push("colours are mixed in another space than inks".to_owned());
    }
    if standard.is_flat() {
        let below_full = |key: &[u8]| {
            dict.get(key)
                .and_then(Object::as_float)
                .is_ok_and(|part| part < 1.0)
        };
        let mode = name(b"BM");
        if below_full(b"ca")
            || below_full(b"CA")
            || !matches!(mode, b"" | b"Normal" | b"Compatible")
            || (dict.has(b"SMask") && name(b"SMask") != b"None" && name(b"Type") == b"ExtGState")
            || name(b"S") == b"Transparency"
        {
            found.push("it is transparent".to_owned());
        }
        if name(b"Type") == b"OCG" {
            found.push("it is a layer".to_owned());
        }
    }
    if name(b"Type") == b"FontDescriptor" {
        let program = [&b"FontFile"[..], b"FontFile2", b"FontFile3"]
            .into_iter()
            .find_map(|key| dict.get(key).ok());
        let program = program.and_then(|program| document.dereference(program).ok()?.1.as_stream().ok());
        let form = program.and_then(|program| program.dict.get(b"Subtype").and_then(Object::as_name).ok());
        if program.is_none() {
            found.push("a font is not embedded".to_owned());
        }
        if standard.is_flat() && form == Some(b"OpenType") {
            found.push("PDF 1.4 does not know fonts in that form".to_owned());
        }
        let tag = name(b"FontName");
        if tag.get(6) != Some(&b'+') || !tag[..6].iter().all(u8::is_ascii_uppercase) {
            found.push("a font is not a subset".to_owned());
        }
    }
    found
}

/// Each spot ink has one equivalent and one tint function throughout.
fn inks(document: &Document) -> Vec<String> {
    let mut known: BTreeMap<Vec<u8>, String> = BTreeMap::new();
    let mut found = Vec::new();
    for object in document.objects.values() {
        each_array(object, &mut |parts| {
            if parts.first().and_then(|kind| kind.as_name().ok()) != Some(b"Separation") {
                return;
            }
            let name = parts[1].as_name().unwrap_or_default().to_vec();
            let followed = parts[2..]
                .iter()
                .map(|part| document.dereference(part).map(|(_, part)| part));
            let made_of = format!("{:?}", followed.collect::<Vec<_>>());
            if *known.entry(name.clone()).or_insert_with(|| made_of.clone()) != made_of {
                found.push(format!(
                    "the ink {} is made in two ways",
                    String::from_utf8_lossy(&name)
                ));
            }
        });
    }
    found
}

fn each_dictionary<'a>(object: &'a Object, visit: &mut impl FnMut(&'a Dictionary)) {
    match object {
        Object::Dictionary(dict) => {
            visit(dict);
            dict.iter().for_each(|(_, value)| each_dictionary(value, visit));
        }
        Object::Stream(stream) => {
            visit(&stream.dict);
            stream
                .dict
                .iter()
                .for_each(|(_, value)| each_dictionary(value, visit));
        }
        Object::Array(parts) => parts.iter().for_each(|part| each_dictionary(part, visit)),
        _ => {}
    }
}

fn each_array<'a>(object: &'a Object, visit: &mut impl FnMut(&'a [Object])) {
    match object {
        Object::Array(parts) => {
            visit(parts);
            parts.iter().for_each(|part| each_array(part, visit));
        }
        Object::Dictionary(dict) => dict.iter().for_each(|(_, value)| each_array(value, visit)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| each_array(value, visit)),
        _ => {}
    }
}

fn catalog_of(document: &Document) -> &Dictionary {
    document.catalog().expect("a catalog")
}

fn dictionary<'d>(document: &'d Document, object: &'d Object) -> &'d Dictionary {
    let (_, object) = document
        .dereference(object)
        .expect("a reference that leads somewhere");
    object.as_dict().expect("a dictionary")
}

/// A text string, in whichever of the two encodings.
fn text_of(object: &Object) -> String {
    let bytes = object.as_str().unwrap_or_default();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(units) => {
            let units: Vec<u16> = units
                .chunks(2)
                .map(|pair| u16::from(pair[0]) << 8 | u16::from(pair[1]))
                .collect();
            String::from_utf16_lossy(&units)
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}
