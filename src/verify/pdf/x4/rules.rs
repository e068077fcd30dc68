//! The rules of PDF/X, worded.

use crate::verify::pdf::rule::rules;

rules! {
    WRONG_VERSION: X4_WRONG_VERSION, Error, "ISO 15930";
        "the version of the file is not one that the standard knows", "die Version der Datei kennt der Standard nicht";
        "write the file as PDF 1.6 for PDF/X-4, as PDF 1.4 for PDF/X-1a and PDF/X-3", "die Datei für PDF/X-4 als PDF 1.6 schreiben, für PDF/X-1a und PDF/X-3 als PDF 1.4".
    ENCRYPTED: X4_ENCRYPTED, Error, "ISO 15930";
        "the file is encrypted", "die Datei ist verschlüsselt";
        "save the file without a password and without restrictions", "die Datei ohne Kennwort und ohne Einschränkungen speichern".
    NO_FILE_ID: X4_NO_FILE_ID, Error, "ISO 15930";
        "the trailer has no `/ID`", "im Trailer fehlt `/ID`";
        "write two identifiers into the trailer", "zwei Kennungen in den Trailer schreiben".
    NOT_IDENTIFIED: X4_NOT_IDENTIFIED, Error, "ISO 15930";
        "the file does not name the part of PDF/X that it has to keep", "die Datei nennt nicht den Teil von PDF/X, den sie einhalten soll";
        "set `pdfxid:GTS_PDFXVersion` in the metadata to `PDF/X-4`", "`pdfxid:GTS_PDFXVersion` in den Metadaten auf `PDF/X-4` setzen".
    MISSING_METADATA: X4_MISSING_METADATA, Error, "ISO 15930";
        "the metadata lack an entry", "in den Metadaten fehlt ein Eintrag";
        "write the entries that are named into the XMP packet", "die genannten Einträge in das XMP-Paket schreiben".
    INFO_DISAGREES: X4_INFO_DISAGREES, Error, "ISO 15930";
        "the document information says something else than the metadata", "die Dokumentinformationen sagen etwas anderes als die Metadaten";
        "write the same into both, or leave out the document information", "in beide dasselbe schreiben oder die Dokumentinformationen weglassen".
    FILTERED_METADATA: X4_FILTERED_METADATA, Error, "ISO 15930";
        "the metadata are packed", "die Metadaten sind gepackt";
        "write the stream `/Metadata` without a filter", "den Strom `/Metadata` ohne Filter schreiben".
    NO_TRAPPED: X4_NO_TRAPPED, Error, "ISO 15930";
        "the file does not say whether it is trapped", "die Datei sagt nicht, ob sie überfüllt ist";
        "set `/Trapped` and `pdf:Trapped` to `False`, or to `True` when traps are in the file", "`/Trapped` und `pdf:Trapped` auf `False` setzen, oder auf `True`, wenn Überfüllungen in der Datei sind".
    NO_OUTPUT_INTENT: X4_NO_OUTPUT_INTENT, Error, "ISO 15930";
        "no output intent says for which printing condition the colours are meant", "keine Ausgabeabsicht sagt, für welche Druckbedingung die Farben gemeint sind";
        "add one output intent `/GTS_PDFX` with the condition and the profile that the printer names", "eine Ausgabeabsicht `/GTS_PDFX` mit der Bedingung und dem Profil ergänzen, die die Druckerei nennt".
    SEVERAL_OUTPUT_INTENTS: X4_SEVERAL_OUTPUT_INTENTS, Error, "ISO 15930";
        "more than one output intent is for print", "mehr als eine Ausgabeabsicht gilt dem Druck";
        "keep one output intent `/GTS_PDFX`", "nur eine Ausgabeabsicht `/GTS_PDFX` behalten".
    INTENT_WITHOUT_CONDITION: X4_INTENT_WITHOUT_CONDITION, Error, "ISO 15930";
        "the output intent does not name its printing condition", "die Ausgabeabsicht nennt ihre Druckbedingung nicht";
        "write the name of the condition, like `FOGRA39`, into `/OutputConditionIdentifier`", "den Namen der Bedingung, etwa `FOGRA39`, in `/OutputConditionIdentifier` schreiben".
    INTENT_WITHOUT_PROFILE: X4_INTENT_WITHOUT_PROFILE, Error, "ISO 15930";
        "the output intent does not bring its profile", "die Ausgabeabsicht bringt ihr Profil nicht mit";
        "embed the ICC profile of the condition as `/DestOutputProfile`", "das ICC-Profil der Bedingung als `/DestOutputProfile` einbetten".
    WRONG_PROFILE: X4_WRONG_PROFILE, Error, "ISO 15930";
        "the profile of the output intent is not one for print", "das Profil der Ausgabeabsicht ist keines für den Druck";
        "embed the profile of an output device, with `/N` as many as it has inks", "das Profil eines Ausgabegeräts einbetten, mit so vielen `/N`, wie es Druckfarben hat".
    JAVASCRIPT: X4_JAVASCRIPT, Error, "ISO 15930";
        "the file holds JavaScript", "die Datei enthält JavaScript";
        "take out all scripts", "alle Skripte entfernen".
    ACTION: X4_ACTION, Error, "ISO 15930";
        "the file holds actions", "die Datei enthält Aktionen";
        "take out actions, and links that have them", "Aktionen entfernen, auch die von Verknüpfungen".
    FORM_FIELDS: X4_FORM_FIELDS, Error, "ISO 15930";
        "the file holds fields of a form", "die Datei enthält Formularfelder";
        "print the fields as plain content and take out `/AcroForm`", "die Felder als gewöhnlichen Inhalt zeichnen und `/AcroForm` entfernen".
    ANNOTATION_IN_BLEED: X4_ANNOTATION_IN_BLEED, Error, "ISO 15930";
        "an annotation lies on what is printed", "eine Anmerkung liegt auf dem, was gedruckt wird";
        "take out the annotation, or put it outside of the bleed", "die Anmerkung entfernen oder außerhalb des Anschnitts legen".
    POSTSCRIPT: X4_POSTSCRIPT, Error, "ISO 15930";
        "the file holds PostScript", "die Datei enthält PostScript";
        "draw the content with operators of PDF", "den Inhalt mit Operatoren von PDF zeichnen".
    REFERENCE_OBJECT: X4_REFERENCE_OBJECT, Error, "ISO 15930";
        "a form stands for a page of another file", "ein Formular-XObject steht für eine Seite einer anderen Datei";
        "place the page itself", "die Seite selbst platzieren".
    ALTERNATE_PICTURE: X4_ALTERNATE_PICTURE, Error, "ISO 15930";
        "a picture has alternates", "ein Bild hat Alternativbilder";
        "keep the picture that is to be printed and take out `/Alternates`", "das Bild behalten, das gedruckt werden soll, und `/Alternates` entfernen".
    OPI: X4_OPI, Error, "ISO 15930";
        "a picture stands for another that is to be fetched (OPI)", "ein Bild steht für ein anderes, das erst geholt werden soll (OPI)";
        "place the fine picture itself", "das feine Bild selbst platzieren".
    TRANSFER_FUNCTION: X4_TRANSFER_FUNCTION, Error, "ISO 15930";
        "a graphics state changes the tones by a transfer function", "ein Grafikzustand ändert die Tonwerte durch eine Übertragungsfunktion";
        "work the curve into the colours and take out `/TR` and `/TR2`", "die Kurve in die Farben einrechnen und `/TR` und `/TR2` entfernen".
    HALFTONE: X4_HALFTONE, Error, "ISO 15930";
        "a halftone asks for what the standard does not allow", "ein Raster verlangt, was der Standard nicht erlaubt";
        "take out the halftone; screens are the printer's choice", "das Raster entfernen; Raster wählt die Druckerei".
    LZW: X4_LZW, Error, "ISO 15930";
        "a stream is packed with LZW", "ein Strom ist mit LZW gepackt";
        "pack the stream with Flate", "den Strom mit Flate packen".
    EXTERNAL_STREAM: X4_EXTERNAL_STREAM, Error, "ISO 15930";
        "the data of a stream lie in another file", "die Daten eines Stroms liegen in einer anderen Datei";
        "put the data into the file", "die Daten in die Datei aufnehmen".
    PRESENTATION_STEPS: X4_PRESENTATION_STEPS, Error, "ISO 15930";
        "a page is shown in steps", "eine Seite wird in Schritten gezeigt";
        "take out `/PresSteps`", "`/PresSteps` entfernen".
    SEPARATED_PAGES: X4_SEPARATED_PAGES, Error, "ISO 15930";
        "pages are separated into plates", "Seiten sind in Farbauszüge zerlegt";
        "write composite pages, each with all its inks", "zusammengesetzte Seiten schreiben, jede mit allen Druckfarben".
    NO_TRIM_BOX: X4_NO_TRIM_BOX, Error, "ISO 15930";
        "a page has neither TrimBox nor ArtBox", "eine Seite hat weder TrimBox noch ArtBox";
        "write a `/TrimBox` of the finished size into every page", "in jede Seite eine `/TrimBox` im Endformat schreiben".
    TRIM_AND_ART_BOX: X4_TRIM_AND_ART_BOX, Error, "ISO 15930";
        "a page has both TrimBox and ArtBox", "eine Seite hat sowohl TrimBox als auch ArtBox";
        "keep the TrimBox and take out the ArtBox", "die TrimBox behalten und die ArtBox entfernen".
    TRIM_OUTSIDE_BLEED: X4_TRIM_OUTSIDE_BLEED, Error, "ISO 15930";
        "the TrimBox reaches beyond the BleedBox", "die TrimBox ragt über die BleedBox hinaus";
        "make the BleedBox larger than the TrimBox, by 3 mm on each side", "die BleedBox größer machen als die TrimBox, auf jeder Seite um 3 mm".
    BLEED_OUTSIDE_MEDIA: X4_BLEED_OUTSIDE_MEDIA, Error, "ISO 15930";
        "the BleedBox reaches beyond the MediaBox", "die BleedBox ragt über die MediaBox hinaus";
        "make the MediaBox as large as the BleedBox at least", "die MediaBox mindestens so groß machen wie die BleedBox".
    LAYER_CONFIGURATIONS: X4_LAYER_CONFIGURATIONS, Warning, "ISO 15930";
        "layers have several configurations", "Ebenen haben mehrere Einstellungen";
        "keep the configuration that is to be printed and take out `/Configs`", "die Einstellung behalten, die gedruckt werden soll, und `/Configs` entfernen".
    AUTOMATIC_LAYERS: X4_AUTOMATIC_LAYERS, Error, "ISO 15930";
        "layers are switched by what is done with the file", "Ebenen schalten sich nach dem um, was mit der Datei geschieht";
        "take out `/AS` from the configuration of the layers", "`/AS` aus der Einstellung der Ebenen entfernen".
    HIDDEN_LAYER: X4_HIDDEN_LAYER, Warning, "ISO 15930";
        "a layer is hidden", "eine Ebene ist ausgeblendet";
        "take out the layer, or show it when it is to be printed", "die Ebene entfernen, oder einblenden, wenn sie gedruckt werden soll".
    DEVICE_RGB: X4_DEVICE_RGB, Error, "ISO 15930";
        "colours are in RGB, which the output intent does not describe", "Farben stehen in RGB, das die Ausgabeabsicht nicht beschreibt";
        "convert the colours to the inks of the output intent, or give them their profile", "die Farben in die Druckfarben der Ausgabeabsicht umrechnen oder ihnen ihr Profil geben".
    DEVICE_CMYK: X4_DEVICE_CMYK, Error, "ISO 15930";
        "colours are in CMYK, which the output intent does not describe", "Farben stehen in CMYK, das die Ausgabeabsicht nicht beschreibt";
        "use an output intent for CMYK, or give the colours their profile", "eine Ausgabeabsicht für CMYK verwenden oder den Farben ihr Profil geben".
    INTENT_AS_SOURCE: X4_INTENT_AS_SOURCE, Error, "ISO 15930";
        "colours in CMYK bring the same profile as the output intent", "Farben in CMYK bringen dasselbe Profil mit wie die Ausgabeabsicht";
        "use `DeviceCMYK` for these colours", "für diese Farben `DeviceCMYK` verwenden".
    BROKEN_COLOUR_PROFILE: X4_BROKEN_COLOUR_PROFILE, Error, "ISO 15930";
        "a profile of colours cannot be used", "ein Farbprofil ist nicht zu gebrauchen";
        "embed the profile again, with `/N` as many as it has components", "das Profil neu einbetten, mit so vielen `/N`, wie es Komponenten hat".
    SPOT_INK_DIFFERS: X4_SPOT_INK_DIFFERS, Error, "ISO 15930";
        "a spot ink is described in different ways", "eine Sonderfarbe ist verschieden beschrieben";
        "give the ink the same alternate space and the same tint transform everywhere", "der Farbe überall denselben Ersatzfarbraum und dieselbe Umrechnung geben".
    RGB_TRANSPARENCY: X4_RGB_TRANSPARENCY, Error, "ISO 15930";
        "transparent things are mixed in RGB", "Durchscheinendes wird in RGB gemischt";
        "set `/CS` of the transparency group to `/DeviceCMYK`", "`/CS` der Transparenzgruppe auf `/DeviceCMYK` setzen".
    TOO_NEW: X4_TOO_NEW, Error, "ISO 15930";
        "the file uses what its standard does not have", "die Datei verwendet, was ihr Standard nicht hat";
        "write the file as PDF/X-4, or flatten it", "die Datei als PDF/X-4 schreiben oder reduzieren".
    FONT_NOT_EMBEDDED: X4_FONT_NOT_EMBEDDED, Error, "ISO 15930";
        "a font is not in the file", "eine Schrift ist nicht in der Datei";
        "embed the font", "die Schrift einbetten".
    DAMAGED_FONT: X4_DAMAGED_FONT, Error, "ISO 15930";
        "the program of a font cannot be read", "das Programm einer Schrift ist nicht lesbar";
        "embed the font again", "die Schrift neu einbetten".
    WRONG_WIDTH: X4_WRONG_WIDTH, Error, "ISO 15930";
        "the widths of glyphs are not those of the font", "Breiten von Zeichen sind nicht die der Schrift";
        "write the widths of the embedded font into `/W` or `/Widths`", "die Breiten der eingebetteten Schrift in `/W` oder `/Widths` schreiben".
    NOTDEF: X4_NOTDEF, Error, "ISO 15930";
        "a text shows a character that its font does not have", "ein Text zeigt ein Zeichen, das seine Schrift nicht hat";
        "use a font that has the character", "eine Schrift verwenden, die das Zeichen hat".
}
