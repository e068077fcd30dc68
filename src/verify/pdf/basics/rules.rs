//! The rules for any PDF, worded.

use crate::verify::pdf::rule::rules;

rules! {
    NO_PDF: PDF_NO_PDF, Error, "ISO 32000-1, 7.5.2";
        "the file is no PDF", "die Datei ist kein PDF";
        "give a file that begins with `%PDF-`", "eine Datei angeben, die mit `%PDF-` beginnt".
    DAMAGED: PDF_DAMAGED, Error, "ISO 32000-1, 7.5";
        "the file is damaged", "die Datei ist beschädigt";
        "write or fetch the file again", "die Datei neu schreiben oder neu holen".
    DAMAGED_PAGE_TREE: PDF_DAMAGED_PAGE_TREE, Error, "ISO 32000-1, 7.7.3.2";
        "the tree of pages is damaged", "der Seitenbaum ist beschädigt";
        "name each page once in `/Kids`, and say in `/Count` how many there are", "jede Seite einmal in `/Kids` nennen und in `/Count` sagen, wie viele es sind".
    DAMAGED_CONTENT: PDF_DAMAGED_CONTENT, Error, "ISO 32000-1, 7.8.2";
        "content of a page cannot be understood", "Inhalt einer Seite ist nicht zu verstehen";
        "write the page again", "die Seite neu schreiben".
    LOCKED: PDF_LOCKED, Error, "ISO 32000-1, 7.6";
        "the file does not open without a password", "die Datei öffnet sich nicht ohne Kennwort";
        "save the file without encryption", "die Datei ohne Verschlüsselung speichern".
    TOO_MUCH: PDF_TOO_MUCH, Warning, "ISO 32000-1, annex C";
        "a part of the file was not looked at, since there is too much of it", "ein Teil der Datei wurde nicht geprüft, weil es zu viel ist";
        "divide the file, or flatten what is drawn with very many parts", "die Datei teilen oder vereinfachen, was aus sehr vielen Teilen gezeichnet ist".
    NO_PAGES: PDF_NO_PAGES, Error, "ISO 32000-1, 7.7.3";
        "the file has no pages", "die Datei hat keine Seiten";
        "write the file again", "die Datei neu schreiben".
    HAIRLINE: PDF_HAIRLINE, Warning, "GWG 2022, R0018, R0019";
        "a line is too thin to print", "eine Linie ist zu dünn für den Druck";
        "ask for lines as thick as the printer wants them, else of 0.25 pt or more", "Linien verlangen, die so dick sind, wie die Druckerei sie braucht, sonst ab 0,25 pt".
    JAVASCRIPT: PDF_JAVASCRIPT, Warning, "ISO 19005-2, 6.5.1";
        "the file holds JavaScript", "die Datei enthält JavaScript";
        "take out all scripts", "alle Skripte entfernen".
    ENCRYPTED: PDF_ENCRYPTED, Warning, "ISO 19005-2, 6.1.3";
        "the file is encrypted", "die Datei ist verschlüsselt";
        "save the file without a password and without restrictions", "die Datei ohne Kennwort und ohne Einschränkungen speichern".
    EMPTY_PAGE: PDF_EMPTY_PAGE, Hint, "GWG 2022, R0005";
        "nothing is on a page", "auf einer Seite steht nichts";
        "take the page out, or say on it that it is left blank", "die Seite herausnehmen oder darauf sagen, dass sie leer bleibt".
    CROPPED: PDF_CROPPED, Hint, "ISO 32000-1, 14.11.2";
        "not all of a page is shown", "nicht die ganze Seite wird gezeigt";
        "write the page as large as it is shown: what is cut off is still in the file, and is read aloud", "die Seite so groß schreiben, wie sie gezeigt wird: Was abgeschnitten ist, steht noch in der Datei und wird vorgelesen".
}
