//! From the folder to assets: the fonts of the project and the profile of the printing condition.

use std::sync::Arc;

use super::budget::Budget;
use super::image::{Colour, Format, Image, ImageError, ProfileFault, Ready};
use super::{Assets, Font, IccProfile, drawing};
use crate::diag::{Code, Log, Reported};
use crate::project::{Project, ReadError};
use crate::source::{Span, Spanned, Words, nearest};
use crate::wording::{Text, decimal, text};

/// The folder of all fonts.
const FONTS: &str = "fonts";
/// The folder of printers and their profiles.
const PRINTERS: &str = "templates/printers";

fn ask_the_printer() -> Text {
    text!(
        "ask the printer for the profile of this printing condition and put it beside the printer's file",
        "bei der Druckerei nach dem Profil dieser Ausgabebedingung fragen und es neben die Datei der Druckerei legen"
    )
}

/// The profile of a printing condition.
#[derive(Clone, Copy, Debug)]
pub struct WantedProfile<'a> {
    /// Its file in `templates/printers/`.
    pub file: &'a Spanned<String>,
    /// Where to get it, if the printer's file says so.
    pub source: Option<&'a str>,
    /// The newest major version of the ICC's format that the press file can hold.
    pub newest: u8,
}

/// A family of fonts that a document asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Its name.
    pub family: Arc<str>,
    /// In which weights; of a variable font, each becomes a font of its own.
    pub weights: Vec<u16>,
    /// Where it is asked for first.
    pub span: Span,
}

/// The folder of all pictures.
const IMAGES: &str = "content/images";

/// How the names of drawings end.
const DRAWING: &str = "svg";

/// A picture that a document asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedPicture {
    /// Its file in `content/images/`.
    pub name: String,
    /// Where it is asked for first.
    pub span: Span,
}

impl WantedPicture {
    /// Whether it is a drawing, by its ending.
    fn is_drawing(&self) -> bool {
        let ending = self.name.rsplit_once('.').map(|(_, ending)| ending);
        ending.is_some_and(|ending| ending.eq_ignore_ascii_case(DRAWING))
    }
}

/// Loads all fonts of the project and the printer's profile, and checks that the wanted families are there.
///
/// # Errors
/// When a font or the profile cannot be read, or a wanted family is missing; all is in the log.
pub fn load(
    project: &Project,
    profile: WantedProfile<'_>,
    wanted: &[Wanted],
    pictures: &[WantedPicture],
    ready: Ready,
    log: &mut Log,
) -> Result<Assets, Reported> {
    let before = log.errors();
    let fonts = fonts(project, log);
    let fonts = fonts
        .into_iter()
        .flat_map(|font| at_weights(font, wanted))
        .collect();
    let profile = load_profile(project, profile, log);
    let profile = profile?;
    let mut images = Vec::new();
    let mut drawings = Vec::new();
    let mut budget = Budget::new();
    for wanted in pictures {
        let Some(data) = picture(project, wanted, &mut budget, log) else {
            continue;
        };
        if wanted.is_drawing() {
            drawings.extend(drawing::load(
                &wanted.name,
                &data,
                &profile,
                &ready,
                wanted.span,
                log,
            ));
        } else {
            let image = image(wanted, data, &ready, log);
            images.extend(image.filter(|image| is_within(budget.picture_pixels(image.size()), wanted, log)));
        }
    }
    let assets = Assets::new(fonts, profile)
        .with_images(images, ready)
        .with_drawings(drawings);
    for Wanted { family, span, .. } in wanted {
        if assets.find_font(family, 400, false).is_none() {
            let families: Vec<&str> = assets.families();
            let help = match nearest(family, &families) {
                Some(meant) => text!("did you mean `{meant}`?", "ist `{meant}` gemeint?"),
                None => text!(
                    "put its files (TTF or OTF) into `{FONTS}/`; `faltwerk fonts` shows which families are there",
                    "ihre Dateien (TTF oder OTF) in `{FONTS}/` legen; `faltwerk fonts` zeigt, welche Familien da sind"
                ),
            };
            log.error(
                Code::MISSING_FONT,
                *span,
                text!(
                    "there is no font family `{family}` in `{FONTS}/`",
                    "die Schriftfamilie `{family}` gibt es in `{FONTS}/` nicht"
                ),
            )
            .words(Words::alone(format!("\"{family}\"")))
            .help(help);
        }
    }
    log.stop_if_worse_than(before)?;
    Ok(assets)
}

/// The file of a picture.
fn picture(
    project: &Project,
    wanted: &WantedPicture,
    budget: &mut Budget,
    log: &mut Log,
) -> Option<Arc<[u8]>> {
    let WantedPicture { name, span } = wanted;
    let path = Project::path_of(IMAGES, name);
    match project.read_asset(&path) {
        Err(ReadError::Missing) if path == *name => {
            let message = text!("there is no picture `{name}`", "das Bild `{name}` gibt es nicht");
            log.error(Code::MISSING_FILE, *span, message).help(text!(
                "a path that begins with `../` is meant from the project folder",
                "ein Pfad, der mit `../` beginnt, ist vom Projektordner aus gemeint"
            ));
            None
        }
        Ok(data) => is_within(budget.picture_file(data.len()), wanted, log).then_some(data),
        Err(ReadError::Missing) => {
            let prefix = format!("{IMAGES}/");
            let endings = [Format::ENDINGS, &[DRAWING]].concat();
            let files = project.files(IMAGES, &endings);
            let known = files.iter().filter_map(|file| file.strip_prefix(&prefix));
            let message = text!(
                "there is no picture `{name}` in `{prefix}`",
                "das Bild `{name}` gibt es in `{prefix}` nicht"
            );
            log.error(Code::MISSING_FILE, *span, message).suggest(name, known);
            None
        }
        Err(error) => {
            let message = text!(
                "the picture `{path}` cannot be read: {why}",
                "das Bild `{path}` lässt sich nicht lesen: {why}"; why = error.text()
            );
            let finding = log.error(Code::BROKEN_PICTURE, *span, message);
            if let Some(help) = error.help() {
                finding.help(help);
            }
            None
        }
    }
}

/// Whether a picture is not one too many; else that is said.
fn is_within(taken: Result<(), Text>, wanted: &WantedPicture, log: &mut Log) -> bool {
    let Err(why) = taken else { return true };
    let path = Project::path_of(IMAGES, &wanted.name);
    let message = text!(
        "the picture `{path}` cannot be used: {why}",
        "das Bild `{path}` kann nicht verwendet werden: {why}"; why
    );
    log.error(Code::BROKEN_PICTURE, wanted.span, message).help(text!(
        "make the pictures smaller in an image editor: 300 pixels an inch at the size in which they are printed are enough",
        "die Bilder in einem Bildbearbeitungsprogramm verkleinern: 300 Pixel je Zoll in der gedruckten Größe genügen"
    ));
    false
}

/// A picture of pixels; what it is like that its owner may not know is said.
fn image(wanted: &WantedPicture, data: Arc<[u8]>, ready: &Ready, log: &mut Log) -> Option<Image> {
    let WantedPicture { name, span } = wanted;
    let path = Project::path_of(IMAGES, name);
    match Image::load(name, data) {
        Ok((image, fault)) => {
            remarks(&image, fault, ready, *span, log);
            Some(image)
        }
        Err(error) => {
            let message = text!(
                "the picture `{path}` cannot be used: {error}",
                "das Bild `{path}` ist nicht zu gebrauchen: {error}"; error = &error
            );
            let help = match &error {
                ImageError::TooLarge(..) => text!(
                    "make it smaller in an image editor: no press can make use of so many pixels",
                    "es in einer Bildbearbeitung verkleinern: so viele Pixel kann kein Druck nutzen"
                ),
                ImageError::Unknown | ImageError::Unsupported(_) => text!(
                    "save it anew as JPEG, PNG or TIFF in an image editor",
                    "es in einer Bildbearbeitung als JPEG, PNG oder TIFF neu speichern"
                ),
                ImageError::Empty | ImageError::Broken(_) => text!(
                    "fetch it anew, or open it in an image editor and save it anew",
                    "es neu beschaffen oder in einer Bildbearbeitung öffnen und neu speichern"
                ),
            };
            log.error(Code::BROKEN_PICTURE, *span, message).help(help);
            None
        }
    }
}

fn remarks(image: &Image, fault: Option<ProfileFault>, ready: &Ready, span: Span, log: &mut Log) {
    let name = &image.name;
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_lowercase();
    let endings = image.format.endings();
    if !endings.contains(&ending.as_str()) {
        let (format, usual) = (image.format.name(), endings[0]);
        let message = text!(
            "`{name}` is a {format} by its content",
            "`{name}` ist dem Inhalt nach ein {format}"
        );
        log.warning(Code::MISNAMED_PICTURE, span, message).help(text!(
            "it is read as such; let its name end in `.{usual}`, so that other programs do so, too",
            "es wird so gelesen; den Namen auf `.{usual}` enden lassen, damit andere Programme es auch tun"
        ));
    }
    if let Some(fault) = fault {
        let message = match fault {
            ProfileFault::Broken => text!(
                "the ICC profile in `{name}` cannot be read",
                "das ICC-Profil in `{name}` lässt sich nicht lesen"
            ),
            ProfileFault::WrongKind => text!(
                "the ICC profile in `{name}` is for pixels of another kind",
                "das ICC-Profil in `{name}` ist für Pixel anderer Art"
            ),
        };
        let taken = match image.colour {
            Colour::Rgb => text!("its colours are taken to be sRGB", "seine Farben gelten als sRGB"),
            Colour::Grey | Colour::Cmyk => text!(
                "its numbers are printed as they are",
                "seine Werte werden unverändert gedruckt"
            ),
        };
        log.warning(Code::BROKEN_PROFILE, span, message).help(text!(
            "{taken}; if that looks wrong, save the picture anew with its profile",
            "{taken}; sieht das falsch aus, das Bild mit seinem Profil neu speichern"; taken
        ));
    }
    if let Some(most) = image.most_ink.filter(|most| *most > ready.total_ink + 0.5) {
        let message = text!(
            "`{name}` lays down up to {most} % of ink, and this printer takes {limit} %",
            "`{name}` hat bis zu {most} % Farbauftrag, und diese Druckerei nimmt höchstens {limit} %";
            most = decimal(most, 0), limit = decimal(ready.total_ink, 0)
        );
        log.warning(Code::TOO_MUCH_INK, span, message).help(text!(
            "pictures in CMYK are printed as they are: convert it to the printer's profile in an image editor",
            "Bilder in CMYK werden unverändert gedruckt: es in einer Bildbearbeitung in das Profil der Druckerei umwandeln"
        ));
    }
    if image.has_alpha && !ready.transparency {
        let message = text!(
            "`{name}` is see-through, and this printer's PDF/X has no such thing",
            "`{name}` ist durchsichtig, und das PDF/X dieser Druckerei kennt keine Transparenz"
        );
        log.warning(Code::FLATTENED_PICTURE, span, message).help(text!(
            "it is printed on white; put it on the ground that it stands on in an image editor, or ask the printer for PDF/X-4",
            "es wird auf Weiß gedruckt; es in einer Bildbearbeitung auf den Grund setzen, auf dem es steht, oder bei der Druckerei nach PDF/X-4 fragen"
        ));
    }
}

/// A font at each of the weights that are wanted of its family; as it is, when it is not variable or not wanted.
fn at_weights(font: Font, wanted: &[Wanted]) -> Vec<Font> {
    let asked = wanted
        .iter()
        .find(|wanted| font.family.eq_ignore_ascii_case(&wanted.family));
    let weights = asked.map_or(&[][..], |wanted| &wanted.weights);
    let mut instances: Vec<Font> = Vec::new();
    for weight in weights {
        let weight = weight.clamp(font.weights.start(), font.weights.end());
        if instances.iter().all(|known| known.weight != *weight) {
            instances.push(font.at_weight(*weight));
        }
    }
    if instances.is_empty() {
        vec![font]
    } else {
        instances
    }
}

/// All fonts of the project, sorted by path; a broken one is an error, since a document might fall back silently else.
pub fn fonts(project: &Project, log: &mut Log) -> Vec<Font> {
    let mut fonts = Vec::new();
    let mut budget = Budget::new();
    for path in project.files(FONTS, &["ttf", "otf", "ttc", "otc"]) {
        let data = project.read_asset(&path);
        if let Err(why) = data.as_ref().map_or(Ok(()), |data| budget.font(data.len())) {
            let message = text!(
                "the font `{path}` cannot be used: {why}",
                "die Schrift `{path}` kann nicht verwendet werden: {why}"; why
            );
            log.error_in_file(Code::BROKEN_FONT, &path, message).help(text!(
                "keep only the fonts in the folder that the documents are set in",
                "nur die Schriften im Ordner lassen, in denen die Dokumente gesetzt werden"
            ));
            break;
        }
        let refused = match data {
            Ok(data) => match Font::load_all(&path, &data) {
                Ok(faces) => {
                    fonts.extend(faces);
                    continue;
                }
                Err(error) => text!(
                    "the font `{path}` cannot be used: {error}",
                    "die Schrift `{path}` ist nicht zu gebrauchen: {error}"; error = &error
                ),
            },
            Err(error) => text!(
                "the font `{path}` cannot be read: {error}",
                "die Schrift `{path}` lässt sich nicht lesen: {error}"; error = error.text()
            ),
        };
        log.error_in_file(Code::BROKEN_FONT, &path, refused).help(text!(
            "replace the file by a whole one, or take it out of the folder",
            "die Datei durch eine unbeschädigte ersetzen oder aus dem Ordner nehmen"
        ));
    }
    fonts
}

fn load_profile(
    project: &Project,
    wanted: WantedProfile<'_>,
    log: &mut Log,
) -> Result<Arc<IccProfile>, Reported> {
    let WantedProfile { file, source, newest } = wanted;
    let path = Project::path_of(PRINTERS, &file.value);
    let data = project.read_asset(&path).map_err(|error| {
        let is_missing = matches!(error, ReadError::Missing);
        let code = if is_missing {
            Code::MISSING_FILE
        } else {
            Code::BROKEN_PROFILE
        };
        let help = match source.filter(|_| is_missing) {
            Some(source) => text!(
                "get it from {source} and put it into `{PRINTERS}/` under this name",
                "es von {source} holen und unter diesem Namen in `{PRINTERS}/` legen"
            ),
            None => error.help().unwrap_or_else(ask_the_printer),
        };
        let message = text!(
            "the ICC profile `{path}` cannot be read: {error}",
            "das ICC-Profil `{path}` lässt sich nicht lesen: {error}"; error = error.text()
        );
        log.error(code, file.span, message).help(help);
        Reported
    })?;
    let mut refuse = |why: Text, help: Text| {
        let message = text!(
            "the ICC profile `{path}` cannot be used: {why}",
            "das ICC-Profil `{path}` ist nicht zu gebrauchen: {why}"; why
        );
        log.error(Code::BROKEN_PROFILE, file.span, message).help(help);
        Reported
    };
    let profile =
        IccProfile::load(&path, data).map_err(|error| refuse(Text::from(&error), ask_the_printer()))?;
    let version = profile.version();
    if version > newest {
        return Err(refuse(
            text!(
                "it is of version {version}, and the press file can hold no newer one than version {newest}",
                "es hat Version {version}, und die Druckdatei kann höchstens Version {newest} enthalten"
            ),
            text!(
                "ask the printer for a profile of an older version, or whether PDF/X-4 will do",
                "bei der Druckerei nach einem Profil in älterer Version fragen, oder ob auch PDF/X-4 recht ist"
            ),
        ));
    }
    Ok(Arc::new(profile))
}
