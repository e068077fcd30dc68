//! The machine conditions of PDF/UA-1 that are judged here, worded; the numbers are those of the Matterhorn Protocol 1.1.

use crate::verify::pdf::rule::rules;

rules! {
    NO_STRUCTURE_TREE: UA_NO_STRUCTURE_TREE, Error, "ISO 14289-1, 7.1; ISO 32000-1, 14.7";
        "the file has no tags", "die Datei hat keine Tags";
        "write the file as a tagged PDF", "die Datei als PDF mit Tags schreiben".
    NOT_MARKED: UA_NOT_MARKED, Error, "ISO 14289-1, 6.2";
        "the file does not say that it is tagged", "die Datei sagt nicht, dass sie Tags hat";
        "set `/Marked` in `/MarkInfo` to `true`", "`/Marked` in `/MarkInfo` auf `true` setzen".
    SUSPECTS: UA_SUSPECTS, Error, "Matterhorn 01-007, ISO 14289-1, 7.1";
        "the file says that its tags are doubtful", "die Datei sagt, dass ihre Tags zweifelhaft sind";
        "check the tags and take out `/Suspects`", "die Tags prüfen und `/Suspects` entfernen".
    WRONG_VERSION: UA_WRONG_VERSION, Error, "ISO 14289-1, 6.1";
        "the version of the file is not one that PDF/UA-1 knows", "die Version der Datei kennt PDF/UA-1 nicht";
        "write the file as PDF 1.7, or as PDF/UA-2", "die Datei als PDF 1.7 schreiben oder als PDF/UA-2".
    NO_LANGUAGE: UA_NO_LANGUAGE, Error, "Matterhorn 11-001–11-006, ISO 14289-1, 7.2";
        "the language of the text is not stated", "die Sprache des Textes ist nicht angegeben";
        "write the language of the document into `/Lang` of the catalog, as in `de-DE`", "die Sprache des Dokuments in `/Lang` des Katalogs schreiben, etwa `de-DE`".
    BAD_LANGUAGE: UA_BAD_LANGUAGE, Error, "ISO 14289-1, 7.2; ISO 32000-1, 14.9.2";
        "what is stated as a language is none", "was als Sprache angegeben ist, ist keine";
        "write a tag of BCP 47, like `de` or `de-DE`", "ein Kürzel nach BCP 47 schreiben, etwa `de` oder `de-DE`".
    NO_METADATA: UA_NO_METADATA, Error, "Matterhorn 06-001, ISO 14289-1, 7.1";
        "the file has no metadata that can be read", "die Datei hat keine lesbaren Metadaten";
        "write an XMP packet into `/Metadata` of the catalog", "ein XMP-Paket in `/Metadata` des Katalogs schreiben".
    NOT_IDENTIFIED: UA_NOT_IDENTIFIED, Error, "Matterhorn 06-002, ISO 14289-1, 5";
        "the metadata do not say that the file is PDF/UA-1", "die Metadaten sagen nicht, dass die Datei PDF/UA-1 ist";
        "set `pdfuaid:part` to `1`", "`pdfuaid:part` auf `1` setzen".
    NO_TITLE: UA_NO_TITLE, Error, "Matterhorn 06-003, ISO 14289-1, 7.1";
        "the document has no title", "das Dokument hat keinen Titel";
        "write the title into `dc:title` of the metadata", "den Titel in `dc:title` der Metadaten schreiben".
    TITLE_NOT_SHOWN: UA_TITLE_NOT_SHOWN, Error, "Matterhorn 07-001, 07-002, ISO 14289-1, 7.1";
        "the window shows the name of the file, not the title", "das Fenster zeigt den Namen der Datei, nicht den Titel";
        "set `/DisplayDocTitle` in `/ViewerPreferences` to `true`", "`/DisplayDocTitle` in `/ViewerPreferences` auf `true` setzen".
    UNTAGGED_CONTENT: UA_UNTAGGED_CONTENT, Error, "Matterhorn 01-005, ISO 14289-1, 7.1";
        "content is neither tagged nor marked as an artifact", "Inhalt hat weder einen Tag noch ist er als Artefakt markiert";
        "tag what says something, mark as an artifact what only decorates", "mit einem Tag versehen, was etwas sagt; als Artefakt markieren, was nur schmückt".
    ARTIFACT_IN_CONTENT: UA_ARTIFACT_IN_CONTENT, Error, "Matterhorn 01-003, ISO 14289-1, 7.1";
        "an artifact stands within tagged content", "ein Artefakt steht in Inhalt mit Tag";
        "close the tagged content before the artifact begins", "den Inhalt mit Tag schließen, bevor das Artefakt beginnt".
    CONTENT_IN_ARTIFACT: UA_CONTENT_IN_ARTIFACT, Error, "Matterhorn 01-004, ISO 14289-1, 7.1";
        "tagged content stands within an artifact", "Inhalt mit Tag steht in einem Artefakt";
        "close the artifact before the content begins", "das Artefakt schließen, bevor der Inhalt beginnt".
    NO_STRUCT_PARENTS: UA_NO_STRUCT_PARENTS, Error, "Matterhorn 01-005, ISO 14289-1, 7.1; ISO 32000-1, 14.7.4.4";
        "a page with tagged content has no `/StructParents` that leads to the tags", "einer Seite mit Tags fehlt ein `/StructParents`, das zu den Tags führt";
        "give the page a number in `/StructParents` and its elements in the parent tree", "der Seite eine Nummer in `/StructParents` und ihre Elemente im Elternbaum geben".
    LOST_CONTENT: UA_LOST_CONTENT, Error, "Matterhorn 01-005, ISO 14289-1, 7.1";
        "content is numbered, but no tag holds it", "Inhalt ist nummeriert, aber kein Tag enthält ihn";
        "name the number under the element in the structure tree, and the element in the parent tree", "die Nummer beim Element im Strukturbaum nennen und das Element im Elternbaum".
    PARENTS_DISAGREE: UA_PARENTS_DISAGREE, Error, "ISO 14289-1, 7.1; ISO 32000-1, 14.7.4.4";
        "the parent tree leads to another element than the one that holds the content", "der Elternbaum führt zu einem anderen Element als dem, das den Inhalt enthält";
        "write into the parent tree the elements that hold the content", "in den Elternbaum die Elemente schreiben, die den Inhalt enthalten".
    FORM_USED_TWICE: UA_FORM_USED_TWICE, Error, "Matterhorn 30-002, ISO 14289-1, 7.20";
        "a form with tagged content is painted more than once", "ein Formular-XObject mit Tags wird mehrmals gezeichnet";
        "tag the places where the form is painted, not what is in it", "die Stellen mit Tags versehen, an denen es gezeichnet wird, nicht seinen Inhalt".
    REFERENCE_OBJECT: UA_REFERENCE_OBJECT, Error, "Matterhorn 30-001, ISO 14289-1, 7.20";
        "a form stands for a page of another file", "ein Formular-XObject steht für eine Seite einer anderen Datei";
        "place the page itself", "die Seite selbst platzieren".
    UNKNOWN_ROLE: UA_UNKNOWN_ROLE, Error, "Matterhorn 02-001, ISO 14289-1, 7.1";
        "a tag stands for no standard type", "ein Tag steht für keinen Standardtyp";
        "map the tag to a standard type in `/RoleMap`", "den Tag in `/RoleMap` einem Standardtyp zuordnen".
    CIRCULAR_ROLE: UA_CIRCULAR_ROLE, Error, "Matterhorn 02-003, ISO 14289-1, 7.1";
        "tags are explained in a circle", "Tags erklären sich im Kreis";
        "let each chain in `/RoleMap` end at a standard type", "jede Kette in `/RoleMap` bei einem Standardtyp enden lassen".
    STANDARD_ROLE_REMAPPED: UA_STANDARD_ROLE_REMAPPED, Error, "Matterhorn 02-004, ISO 14289-1, 7.1";
        "a standard type is mapped to something else", "ein Standardtyp ist etwas anderem zugeordnet";
        "take the standard type out of `/RoleMap`", "den Standardtyp aus `/RoleMap` entfernen".
    ENDLESS_TAGS: UA_ENDLESS_TAGS, Error, "ISO 32000-1, 14.7.2";
        "the tags are a circle, or too many to be read", "die Tags bilden einen Kreis oder sind zu viele";
        "let every element stand in one place of the tree", "jedes Element an einer Stelle des Baums stehen lassen".
    FIRST_HEADING_NOT_H1: UA_FIRST_HEADING_NOT_H1, Error, "Matterhorn 14-002, ISO 14289-1, 7.4.2";
        "the first heading is not an `H1`", "die erste Überschrift ist kein `H1`";
        "begin with an `H1`", "mit einem `H1` beginnen".
    SKIPPED_HEADING: UA_SKIPPED_HEADING, Error, "Matterhorn 14-003, ISO 14289-1, 7.4.2";
        "a level of headings is skipped", "eine Überschriftenebene ist übersprungen";
        "let each heading be at most one level deeper than the one before", "jede Überschrift höchstens eine Ebene tiefer setzen als die davor".
    SEVERAL_PLAIN_HEADINGS: UA_SEVERAL_PLAIN_HEADINGS, Error, "Matterhorn 14-006, ISO 14289-1, 7.4.4";
        "an element holds more than one `H`", "ein Element enthält mehr als ein `H`";
        "put each part with its heading into an element of its own, or number the headings", "jeden Teil mit seiner Überschrift in ein eigenes Element setzen oder die Überschriften nummerieren".
    MIXED_HEADINGS: UA_MIXED_HEADINGS, Error, "Matterhorn 14-007, ISO 14289-1, 7.4.4";
        "headings with and without numbers are mixed", "Überschriften mit und ohne Nummer sind gemischt";
        "use `H1` to `H6` throughout", "durchweg `H1` bis `H6` verwenden".
    FIGURE_WITHOUT_ALT: UA_FIGURE_WITHOUT_ALT, Error, "Matterhorn 13-004, ISO 14289-1, 7.3";
        "a figure has no alternative text", "eine Abbildung hat keinen Alternativtext";
        "say in `/Alt` what the figure shows, or mark it as an artifact when it only decorates", "in `/Alt` sagen, was die Abbildung zeigt, oder sie als Artefakt markieren, wenn sie nur schmückt".
    FORMULA_WITHOUT_ALT: UA_FORMULA_WITHOUT_ALT, Error, "Matterhorn 17-002, ISO 14289-1, 7.7";
        "a formula has no alternative text", "eine Formel hat keinen Alternativtext";
        "say in `/Alt` how the formula is read", "in `/Alt` sagen, wie die Formel gelesen wird".
    LIST_NESTING: UA_LIST_NESTING, Error, "Matterhorn 09-005, ISO 14289-1, 7.2";
        "a list is not built of `LI` with `Lbl` and `LBody`", "eine Liste ist nicht aus `LI` mit `Lbl` und `LBody` gebaut";
        "put `LI` into `L`, and `Lbl` and `LBody` into `LI`", "`LI` in `L` setzen, `Lbl` und `LBody` in `LI`".
    TABLE_NESTING: UA_TABLE_NESTING, Error, "Matterhorn 09-004, ISO 14289-1, 7.2";
        "a table is not built of `TR` with `TH` and `TD`", "eine Tabelle ist nicht aus `TR` mit `TH` und `TD` gebaut";
        "put `TR` into `Table`, `THead`, `TBody` or `TFoot`, and `TH` and `TD` into `TR`", "`TR` in `Table`, `THead`, `TBody` oder `TFoot` setzen, `TH` und `TD` in `TR`".
    CONTENTS_NESTING: UA_CONTENTS_NESTING, Error, "Matterhorn 09-006, ISO 14289-1, 7.2";
        "a table of contents is not built of `TOCI`", "ein Inhaltsverzeichnis ist nicht aus `TOCI` gebaut";
        "put `TOCI` into `TOC`", "`TOCI` in `TOC` setzen".
    RUBY_NESTING: UA_RUBY_NESTING, Error, "Matterhorn 09-007, 09-008, ISO 14289-1, 7.2";
        "`Ruby` or `Warichu` is not built of its parts", "`Ruby` oder `Warichu` ist nicht aus seinen Teilen gebaut";
        "put `RB` and `RT` into `Ruby`, `WP` and `WT` into `Warichu`", "`RB` und `RT` in `Ruby` setzen, `WP` und `WT` in `Warichu`".
    HEADER_WITHOUT_SCOPE: UA_HEADER_WITHOUT_SCOPE, Error, "Matterhorn 15-003, ISO 14289-1, 7.5";
        "the head of a table does not say whether it heads a row or a column", "ein Tabellenkopf sagt nicht, ob er für eine Zeile oder eine Spalte gilt";
        "set `/Scope` of each `TH` to `/Row`, `/Column` or `/Both`, or give the cells `/Headers`", "`/Scope` jedes `TH` auf `/Row`, `/Column` oder `/Both` setzen oder den Zellen `/Headers` geben".
    IRREGULAR_TABLE: UA_IRREGULAR_TABLE, Error, "Matterhorn 09-004, ISO 14289-1, 7.2";
        "the rows of a table have different numbers of cells", "die Zeilen einer Tabelle haben verschieden viele Zellen";
        "write every cell, empty ones too, and set `/ColSpan` and `/RowSpan`", "jede Zelle schreiben, auch leere, und `/ColSpan` und `/RowSpan` setzen".
    NOTE_WITHOUT_ID: UA_NOTE_WITHOUT_ID, Error, "Matterhorn 19-003, ISO 14289-1, 7.9";
        "a note has no `/ID`", "eine Anmerkung hat keine `/ID`";
        "give each `Note` an `/ID` of its own", "jeder `Note` eine eigene `/ID` geben".
    NOTE_ID_TWICE: UA_NOTE_ID_TWICE, Error, "Matterhorn 19-004, ISO 14289-1, 7.9";
        "two notes have the same `/ID`", "zwei Anmerkungen haben dieselbe `/ID`";
        "give each `Note` an `/ID` of its own", "jeder `Note` eine eigene `/ID` geben".
    ANNOTATION_NOT_TAGGED: UA_ANNOTATION_NOT_TAGGED, Error, "Matterhorn 28-002, 28-010, 28-011, ISO 14289-1, 7.18.1, 7.18.4, 7.18.5";
        "an annotation is not in the tag that belongs to it", "eine Anmerkung steht nicht in dem Tag, der zu ihr gehört";
        "put links into `Link`, fields into `Form`, other annotations into `Annot`, by an `OBJR`", "Verknüpfungen in `Link`, Felder in `Form`, andere Anmerkungen in `Annot` setzen, durch ein `OBJR`".
    LINK_WITHOUT_CONTENTS: UA_LINK_WITHOUT_CONTENTS, Error, "Matterhorn 28-012, ISO 14289-1, 7.18.5";
        "a link has no description in `/Contents`", "eine Verknüpfung hat keine Beschreibung in `/Contents`";
        "say in `/Contents` where the link goes", "in `/Contents` sagen, wohin die Verknüpfung führt".
    ANNOTATION_WITHOUT_DESCRIPTION: UA_ANNOTATION_WITHOUT_DESCRIPTION, Error, "Matterhorn 28-004, ISO 14289-1, 7.18.1";
        "an annotation has neither `/Contents` nor an alternative text", "eine Anmerkung hat weder `/Contents` noch einen Alternativtext";
        "describe the annotation in `/Contents`", "die Anmerkung in `/Contents` beschreiben".
    FIELD_WITHOUT_DESCRIPTION: UA_FIELD_WITHOUT_DESCRIPTION, Error, "Matterhorn 28-005, ISO 14289-1, 7.18.1";
        "a field has no description in `/TU`", "ein Feld hat keine Beschreibung in `/TU`";
        "say in `/TU` what belongs into the field", "in `/TU` sagen, was in das Feld gehört".
    NO_TAB_ORDER: UA_NO_TAB_ORDER, Error, "Matterhorn 28-008, 28-009, ISO 14289-1, 7.18.3";
        "a page with annotations does not tab in the order of its tags", "auf einer Seite mit Anmerkungen folgt die Tabulatortaste nicht den Tags";
        "set `/Tabs` of the page to `/S`", "`/Tabs` der Seite auf `/S` setzen".
    TRAP_NET: UA_TRAP_NET, Error, "Matterhorn 28-007, ISO 14289-1, 7.18.2";
        "a page has an annotation of the kind `TrapNet`", "eine Seite hat eine Anmerkung der Art `TrapNet`";
        "take out the annotation", "die Anmerkung entfernen".
    PRINTER_MARK_TAGGED: UA_PRINTER_MARK_TAGGED, Error, "Matterhorn 28-017, ISO 14289-1, 7.18.8";
        "a mark for the printer is in the structure tree", "eine Druckermarke steht im Strukturbaum";
        "take the `PrinterMark` out of the structure tree", "die `PrinterMark` aus dem Strukturbaum nehmen".
    MEDIA_WITHOUT_ALTERNATIVE: UA_MEDIA_WITHOUT_ALTERNATIVE, Error, "Matterhorn 28-014, 28-015, ISO 14289-1, 7.18.6.2";
        "sound or film does not say what it is", "Ton oder Film sagt nicht, was er ist";
        "give the media clip `/CT` and `/Alt`", "dem Medienausschnitt `/CT` und `/Alt` geben".
    FONT_NOT_EMBEDDED: UA_FONT_NOT_EMBEDDED, Error, "Matterhorn 31-009, ISO 14289-1, 7.21.4.1";
        "a font is not in the file", "eine Schrift ist nicht in der Datei";
        "embed the font", "die Schrift einbetten".
    DAMAGED_FONT: UA_DAMAGED_FONT, Error, "Matterhorn 31-009, 31-011, ISO 14289-1, 7.21.4.1";
        "the program of a font cannot be read", "das Programm einer Schrift ist nicht lesbar";
        "embed the font again", "die Schrift neu einbetten".
    WRONG_GLYPH_LIST: UA_WRONG_GLYPH_LIST, Error, "Matterhorn 31-012–31-015, ISO 14289-1, 7.21.4.2";
        "the list of the glyphs of a font is not that of its program", "die Liste der Glyphen einer Schrift ist nicht die ihres Programms";
        "list all glyphs of the embedded program, or take out `/CIDSet` or `/CharSet`", "alle Glyphen des eingebetteten Programms aufführen oder `/CIDSet` oder `/CharSet` entfernen".
    NO_UNICODE: UA_NO_UNICODE, Error, "Matterhorn 10-001, 31-027, ISO 14289-1, 7.21.7";
        "characters of a font do not say which letters they are", "Zeichen einer Schrift sagen nicht, welche Buchstaben sie sind";
        "give the font a `/ToUnicode` with all its characters", "der Schrift ein `/ToUnicode` mit allen ihren Zeichen geben".
    WRONG_UNICODE: UA_WRONG_UNICODE, Error, "Matterhorn 31-028, 31-029, ISO 14289-1, 7.21.7";
        "characters of a font mean what is no letter: U+0000, U+FEFF or U+FFFE", "Zeichen einer Schrift bedeuten, was kein Buchstabe ist: U+0000, U+FEFF oder U+FFFE";
        "write into `/ToUnicode` what the characters mean", "in `/ToUnicode` schreiben, was die Zeichen bedeuten".
    NO_GLYPH_MAP: UA_NO_GLYPH_MAP, Error, "Matterhorn 31-004, 31-005, ISO 14289-1, 7.21.3.2";
        "an embedded font does not say which glyphs its numbers mean", "eine eingebettete Schrift sagt nicht, welche Glyphen ihre Nummern meinen";
        "set `/CIDToGIDMap` to `/Identity` or to a stream", "`/CIDToGIDMap` auf `/Identity` oder einen Strom setzen".
    UNKNOWN_CHARACTER_MAP: UA_UNKNOWN_CHARACTER_MAP, Error, "Matterhorn 31-006, ISO 14289-1, 7.21.3.3";
        "a font names a map of characters that is neither known nor in the file", "eine Schrift nennt eine Zeichentabelle, die weder bekannt noch in der Datei ist";
        "use `Identity-H`, or embed the map", "`Identity-H` verwenden oder die Tabelle einbetten".
    TRUETYPE_ENCODING: UA_TRUETYPE_ENCODING, Error, "Matterhorn 31-019–31-021, 31-024, ISO 14289-1, 7.21.6";
        "the encoding of a TrueType font does not go with its flags", "die Kodierung einer TrueType-Schrift passt nicht zu ihren Kennzeichen";
        "give fonts of letters `WinAnsiEncoding` or `MacRomanEncoding`, and symbolic fonts no encoding", "Buchstabenschriften `WinAnsiEncoding` oder `MacRomanEncoding` geben, symbolischen Schriften keine Kodierung".
    WRONG_WIDTH: UA_WRONG_WIDTH, Error, "Matterhorn 31-016, ISO 14289-1, 7.21.5";
        "the widths of glyphs are not those of the font", "Breiten von Zeichen sind nicht die der Schrift";
        "write the widths of the embedded font into `/W` or `/Widths`", "die Breiten der eingebetteten Schrift in `/W` oder `/Widths` schreiben".
    NOTDEF: UA_NOTDEF, Error, "Matterhorn 31-030, ISO 14289-1, 7.21.8";
        "a text shows a character that its font does not have", "ein Text zeigt ein Zeichen, das seine Schrift nicht hat";
        "use a font that has the character", "eine Schrift verwenden, die das Zeichen hat".
    LAYER_WITHOUT_NAME: UA_LAYER_WITHOUT_NAME, Error, "Matterhorn 20-001, 20-002, ISO 14289-1, 7.10";
        "a configuration of layers has no name", "eine Einstellung von Ebenen hat keinen Namen";
        "give `/D` and each of `/Configs` a `/Name`", "`/D` und jedem Eintrag von `/Configs` einen `/Name` geben".
    AUTOMATIC_LAYERS: UA_AUTOMATIC_LAYERS, Error, "Matterhorn 20-003, ISO 14289-1, 7.10";
        "layers are switched by what is done with the file", "Ebenen schalten sich nach dem um, was mit der Datei geschieht";
        "take out `/AS` from the configuration of the layers", "`/AS` aus der Einstellung der Ebenen entfernen".
    ATTACHMENT_WITHOUT_NAME: UA_ATTACHMENT_WITHOUT_NAME, Error, "Matterhorn 21-001, ISO 14289-1, 7.11";
        "an attached file lacks a name in `/F` or `/UF`", "einer angehängten Datei fehlt ein Name in `/F` oder `/UF`";
        "write the name of the file into both `/F` and `/UF`", "den Namen der Datei in `/F` und in `/UF` schreiben".
    DYNAMIC_FORM: UA_DYNAMIC_FORM, Error, "Matterhorn 25-001, ISO 14289-1, 7.15";
        "the file is a form that is made only when it is opened (XFA)", "die Datei ist ein Formular, das erst beim Öffnen entsteht (XFA)";
        "write the form with fields of PDF", "das Formular mit Feldern von PDF schreiben".
    SHUT_TO_READERS: UA_SHUT_TO_READERS, Error, "Matterhorn 26-001, 26-002, ISO 14289-1, 7.16";
        "the encryption shuts out screen readers", "die Verschlüsselung sperrt Vorleseprogramme aus";
        "save the file without encryption, or with bit 10 of `/P` set", "die Datei ohne Verschlüsselung speichern, oder mit gesetztem Bit 10 von `/P`".
}
