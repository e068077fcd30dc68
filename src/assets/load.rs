//! From the folder to assets: the fonts of the project and the profile of the printing condition.

use std::sync::Arc;

use super::budget::Budget;
use super::image::{Colour, Format, Image, ImageError, ProfileFault, Ready};
use super::{Assets, Font, IccProfile, drawing};
use crate::diag::{Code, Log, Reported};
use crate::project::{Project, ReadError};
use crate::source::{Span, Spanned, Words, nearest};
use crate::wording::Text;
use crate::wording::text;

/// The folder of all fonts.
const FONTS: &str = "fonts";
/// The folder of printers and their profiles.
const PRINTERS: &str = "templates/printers";

const ASK_THE_PRINTER: &str =
    "ask the printer for the profile of this printing condition and put it beside the printer's file";

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
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!(
                    "put its files (TTF or OTF) into `{FONTS}/`; `faltwerk fonts` shows which families are there"
                ),
            };
            log.error(
                Code::MISSING_FONT,
                *span,
                format!("there is no font family `{family}` in `{FONTS}/`"),
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
    let path = format!("{IMAGES}/{name}");
    match project.read_asset(&path) {
        Ok(data) => is_within(budget.picture_file(data.len()), wanted, log).then_some(data),
        Err(ReadError::Missing) => {
            let prefix = format!("{IMAGES}/");
            let endings = [Format::ENDINGS, &[DRAWING]].concat();
            let files = project.files(IMAGES, &endings);
            let known = files.iter().filter_map(|file| file.strip_prefix(&prefix));
            let message = format!("there is no picture `{name}` in `{prefix}`");
            log.error(Code::MISSING_FILE, *span, message).suggest(name, known);
            None
        }
        Err(error) => {
            let message = text!(
                "the picture `{path}` cannot be read: {why}",
                "die Bilddatei `{path}` kann nicht gelesen werden: {why}"; why = error.text()
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
    let name = &wanted.name;
    let message = text!(
        "the picture `{IMAGES}/{name}` cannot be used: {why}",
        "das Bild `{IMAGES}/{name}` kann nicht verwendet werden: {why}"; why
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
    let path = format!("{IMAGES}/{name}");
    match Image::load(name, data) {
        Ok((image, fault)) => {
            remarks(&image, fault, ready, *span, log);
            Some(image)
        }
        Err(error) => {
            let message = format!("the picture `{path}` cannot be used: {error}");
            let help = match &error {
                ImageError::TooLarge(..) => {
                    "make it smaller in an image editor: no press can make use of so many pixels"
                }
                ImageError::Unknown | ImageError::Unsupported(_) => {
                    "save it anew as JPEG, PNG or TIFF in an image editor"
                }
                ImageError::Empty | ImageError::Broken(_) => {
                    "fetch it anew, or open it in an image editor and save it anew"
                }
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
        let message = format!("`{name}` is a {} by its content", image.format.name());
        log.warning(Code::MISNAMED_PICTURE, span, message).help(format!(
            "it is read as such; let its name end in `.{}`, so that other programs do so, too",
            endings[0]
        ));
    }
    if let Some(fault) = fault {
        let message = match fault {
            ProfileFault::Broken => format!("the ICC profile in `{name}` cannot be read"),
            ProfileFault::WrongKind => format!("the ICC profile in `{name}` is for pixels of another kind"),
        };
        let taken = match image.colour {
            Colour::Rgb => "its colours are taken to be sRGB",
            Colour::Grey | Colour::Cmyk => "its numbers are printed as they are",
        };
        log.warning(Code::BROKEN_PROFILE, span, message).help(format!(
            "{taken}; if that looks wrong, save the picture anew with its profile"
        ));
    }
    if let Some(most) = image.most_ink.filter(|most| *most > ready.total_ink + 0.5) {
        let message = format!(
            "`{name}` lays down up to {most:.0} % of ink, and this printer takes {:.0} %",
            ready.total_ink
        );
        log.warning(Code::TOO_MUCH_INK, span, message)
            .help("pictures in CMYK are printed as they are: convert it to the printer's profile in an image editor");
    }
    if image.has_alpha && !ready.transparency {
        log.warning(Code::FLATTENED_PICTURE, span, format!("`{name}` is see-through, and this printer's PDF/X has no such thing"))
            .help("it is printed on white; put it on the ground that it stands on in an image editor, or ask the printer for PDF/X-4");
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
                Err(error) => format!("the font `{path}` cannot be used: {error}"),
            },
            Err(error) => format!("the font `{path}` cannot be read: {error}"),
        };
        log.error_in_file(Code::BROKEN_FONT, &path, refused)
            .help("replace the file by a whole one, or take it out of the folder");
    }
    fonts
}

fn load_profile(
    project: &Project,
    wanted: WantedProfile<'_>,
    log: &mut Log,
) -> Result<Arc<IccProfile>, Reported> {
    let WantedProfile { file, source, newest } = wanted;
    let path = format!("{PRINTERS}/{}", file.value);
    let data = project.read_asset(&path).map_err(|error| {
        let is_missing = matches!(error, ReadError::Missing);
        let code = if is_missing {
            Code::MISSING_FILE
        } else {
            Code::BROKEN_PROFILE
        };
        let help = match source.filter(|_| is_missing) {
            Some(source) => format!("get it from {source} and put it into `{PRINTERS}/` under this name"),
            None => ASK_THE_PRINTER.to_owned(),
        };
        let message = format!("the ICC profile `{path}` cannot be read: {error}");
        log.error(code, file.span, message).help(help);
        Reported
    })?;
    let mut refuse = |why: String, help: &str| {
        let message = format!("the ICC profile `{path}` cannot be used: {why}");
        log.error(Code::BROKEN_PROFILE, file.span, message).help(help);
        Reported
    };
    let profile =
        IccProfile::load(&path, data).map_err(|error| refuse(error.to_string(), ASK_THE_PRINTER))?;
    let version = profile.version();
    if version > newest {
        return Err(refuse(
            format!(
                "it is of version {version}, and the press file can hold no newer one than version {newest}"
            ),
            "ask the printer for a profile of an older version, or whether PDF/X-4 will do",
        ));
    }
    Ok(Arc::new(profile))
}
