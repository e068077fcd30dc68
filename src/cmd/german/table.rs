//! The German help, beside the English that stands at the commands and arguments themselves. Whoever adds a command, an argument or a value adds
//! a row here; a test finds the rows that are missing, and those that nothing has any more.

/// What a command does, by its path from the program: `build`; the program itself has none.
pub(super) const COMMANDS: &[(&str, &str)] = &[
    (
        "",
        "Setzt gefalzte Flyer und geheftete Broschüren: aus einer Quelle ein barrierefreies PDF für den Bildschirm und ein Druck-PDF für die Druckerei",
    ),
    ("build", "Dokumente setzen und ihre Ausgaben schreiben"),
    (
        "check",
        "Alles sagen, was `build` zu beanstanden hätte; nichts schreiben",
    ),
    (
        "explain",
        "Sagen, warum ein Befund zählt, mit einem Beispiel, und was zu tun ist",
    ),
    (
        "fonts",
        "Zeigen, welche Schriften da sind und was sie setzen können",
    ),
    (
        "inspect",
        "Sagen, was ein PDF enthält, ein eigenes oder ein fremdes, und was daran nicht stimmt",
    ),
    (
        "schema",
        "JSON-Schemata schreiben, mit denen ein Editor beim Tippen ergänzt, erklärt und prüft",
    ),
];

/// What an argument is for, by the path of its command and its name; what all commands take stands at the program.
pub(super) const ARGUMENTS: &[(&str, &str, &str)] = &[
    (
        "",
        "project",
        "Der Ordner mit `content/ templates/ fonts/ output/`",
    ),
    ("", "format", "Wie Befunde gezeigt werden"),
    (
        "",
        "lang",
        "Die Sprache der Befunde; sonst die der Umgebung (`LC_ALL`, `LC_MESSAGES`, `LANG`)",
    ),
    ("", "deny_warnings", "Auch eine Warnung gilt als Fehlschlag"),
    (
        "build",
        "documents",
        "Die Dokumente, nach den Namen ihrer Dateien in `content/`; alle, wenn keines genannt ist",
    ),
    (
        "build",
        "edition",
        "Welche Ausgaben geschrieben werden, mit Kommas dazwischen",
    ),
    (
        "build",
        "out",
        "Wohin sie geschrieben werden, vom Projektordner aus",
    ),
    (
        "build",
        "package",
        "Alles für die Druckerei in eine Zip-Datei packen: Druck-PDF, Auftragszettel, Prüfbericht, Vorschauen",
    ),
    (
        "check",
        "documents",
        "Die Dokumente, nach den Namen ihrer Dateien in `content/`; alle, wenn keines genannt ist",
    ),
    (
        "explain",
        "code",
        "Der Code eines Befunds, wie er in den Klammern steht; ohne ihn werden alle aufgezählt",
    ),
    ("inspect", "file", "Das PDF, wo immer es liegt"),
    (
        "inspect",
        "purpose",
        "Wofür es ist, sonst das, was es zu sein angibt: PDF/UA wird gelesen, alles andere gedruckt",
    ),
    (
        "schema",
        "kind",
        "Das Schema dieser Art von Datei ausgeben; ohne Namen werden alle in `templates/schemas/` geschrieben",
    ),
    (
        "schema",
        "check",
        "Nur sagen, welche Schemata des Projekts fehlen oder nicht mehr aktuell sind; nichts schreiben",
    ),
];

/// What a value of an argument means, by the names of both.
pub(super) const VALUES: &[(&str, &str, &str)] = &[
    ("format", "human", "Für Menschen, über den beanstandeten Zeilen"),
    (
        "format",
        "narrated",
        "Für Screenreader: einfache Zeilen, von denen jede sagt, was sie ist",
    ),
    ("format", "json", "Ein JSON-Objekt je Zeile"),
    (
        "format",
        "sarif",
        "Für Code-Scanning: SARIF 2.1.0, alle Befunde in einer Datei auf der Standardausgabe",
    ),
    (
        "format",
        "junit",
        "Für kontinuierliche Integration: XML von JUnit, alle Befunde in einer Datei auf der Standardausgabe",
    ),
    ("lang", "de", "Deutsch"),
    ("lang", "en", "Englisch"),
    ("edition", "screen", "Barrierefreies PDF für das Netz"),
    ("edition", "press", "Druck-PDF für die Druckerei"),
    (
        "edition",
        "sheets",
        "Druck-PDF mit ganzen Bogen, zum Drucken im Haus",
    ),
    ("edition", "preview", "Bilder der Seiten"),
    (
        "purpose",
        "press",
        "Bogenoffset, nur in Druckfarben: PDF/X und GWG 2022",
    ),
    ("purpose", "press-rgb", "Dasselbe, mit Bildern in RGB"),
    ("purpose", "digital", "Digitaldruck"),
    ("purpose", "screen", "Zum Lesen am Bildschirm: PDF/UA-1"),
    (
        "kind",
        "content",
        "Dokumente: Dateien in `content/` mit einer Tabelle `[document]`",
    ),
    (
        "kind",
        "data",
        "Daten, auf die Dokumente zugreifen: andere Dateien in `content/`",
    ),
    (
        "kind",
        "hyphenation",
        "Wörter, die anders zu trennen sind: `content/hyphenation.toml`",
    ),
    ("kind", "template", "Vorlagen: Dateien in `templates/`"),
    (
        "kind",
        "printer",
        "Was Druckereien verlangen: Dateien in `templates/printers/`",
    ),
    (
        "kind",
        "settings",
        "Wie ein Projekt beurteilt werden will: `faltwerk.toml`",
    ),
    ("kind", "findings", "Befunde, wie `--format json` sie ausgibt"),
];

/// What stands for the value of an argument, where that is no word of German; the same in English stands for itself.
pub(super) const PLACEHOLDERS: &[(&str, &str)] = &[
    ("DOC", "DOK"),
    ("DIR", "ORDNER"),
    ("LANG", "SPRACHE"),
    ("EDITION", "AUSGABE"),
    ("PURPOSE", "ZWECK"),
    ("KIND", "ART"),
    ("FILE.pdf", "DATEI.pdf"),
];
