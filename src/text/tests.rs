//! Paragraphs into lines, with the fonts that ship: one file for each subject, and here what they share.

mod any_text;
mod breaks;
mod directions;
mod emergency;
mod fallback;
mod flush;
mod german;
mod hard;
mod letters;
mod measure;
mod protrusion;
mod scripts;
mod shaping;
mod spaces;
mod words;

use std::sync::{Arc, LazyLock};

use crate::assets::{Assets, Font, IccProfile};
use crate::geom::Length;
use crate::style::{Align, Language, ParagraphStyle, TextStyle};
use crate::text::{Line, Paragraph, Prepared, Run, Setter};

#[allow(
    clippy::disallowed_methods,
    reason = "the library is given bytes; a test has to read them"
)]
fn read(path: &str) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// The fonts that ship, and behind them variable ones for Arabic and Hebrew; loaded once for all tests.
static ASSETS: LazyLock<Assets> = LazyLock::new(|| {
    let fonts = ["Bold", "Italic", "Regular", "SemiBold"]
        .map(|name| format!("fonts/source-sans-3/SourceSans3-{name}.ttf"))
        .map(|path| Font::load(&path, read(&path).into()).unwrap());
    let profile = IccProfile::load("profile", read("templates/printers/FOGRA39L_coated.icc").into()).unwrap();
    let variable = ["arabic/NotoSansArabic", "hebrew/NotoSansHebrew"].map(|name| {
        let path = format!("tests/fonts/noto-sans-{name}-wght.ttf");
        Font::load(&path, read(&path).into()).unwrap()
    });
    let weights = |font: &Font| [400, 700].map(|weight| font.at_weight(weight));
    let fonts = fonts.into_iter().chain(variable.iter().flat_map(weights));
    Assets::new(fonts.collect(), Arc::new(profile))
});

fn text_style(language: &str) -> TextStyle {
    TextStyle {
        families: vec!["Source Sans 3".into()],
        size: Length::pt(12),
        language: Language(language.into()),
        ..TextStyle::default()
    }
}

fn paragraph_style(align: Align) -> ParagraphStyle {
    ParagraphStyle {
        name: "body".into(),
        leading: Length::pt(15),
        align,
        ..ParagraphStyle::default()
    }
}

fn paragraph(text: &str, align: Align) -> Paragraph {
    Paragraph {
        runs: vec![Run {
            text: text.into(),
            style: text_style("de-DE").into(),
            tag: 7,
        }],
        style: paragraph_style(align).into(),
    }
}

fn lines(text: &str, width: Length) -> Vec<Line> {
    let mut setter = Setter::new(&ASSETS);
    let prepared = setter.prepare(&paragraph(text, Align::Start));
    prepared.break_lines(&mut setter, &|_| width)
}

fn read_back(line: &Line) -> String {
    line.runs.iter().map(|placed| &*placed.run.text).collect()
}

/// Running text of a flyer of the Berlin administration: the source text that faltwerk was first made for.
const SOURCE: [&str; 12] = [
    "Akteur*innen für Chancengleichheit in Organisationen sind nicht selten auf sich allein gestellt \
     oder in kleinen Teams damit betraut, sehr komplexe Querschnittsaufgaben in ihren Organisationen \
     zu bearbeiten. Dabei kann es durchaus hilfreich sein, sich mit Kolleg*innen und Expert*innen \
     innerhalb und außerhalb der eigenen Organisation auszutauschen und zu beraten.",
    "Um genau diesen Austausch zum Thema Chancengleichheit zu förden, haben wir die folgenden \
     Netzwerke ins Leben gerufen:",
    "Chancengleichheit für alle zu fördern, gehört schon sehr lange zu den Zielen des Landes Berlin. \
     Es gibt Arbeitsbereiche für jede Dimension von Vielfalt, die in Antidiskriminierungs- oder \
     Gleichstellungsgesetzen berücksichtigt ist. Darüber hinaus wurde die Landesstelle für \
     Gleichbehandlung – gegen Diskriminierung geschaffen. Um die Zusammenarbeit der einzelnen \
     Bereiche und der dort tätigen Personen zu intensivieren, gründete sich 2011 im Rahmen eines \
     Projekts „Berlin – Stadt der Vielfalt“ das Netzwerk Vielfalt und Chancengleichheit.",
    "Die Treffen des Netzwerks tragen dazu bei, dass sich die Teilnehmenden regelmäßig über ihre \
     Projekte, Aktivitäten und Initiativen zur Förderung von Vielfalt und Chancengleichheit \
     informieren. Der Austausch von Erfahrungen mit Strategien und Konzepten trägt dazu bei, die \
     Qualität der Arbeit der Bereiche zu erhöhen. Zudem gelingt es durch die Vernetzung besser, \
     Vorgehensweisen aufeinander abzustimmen und gemeinsame Projekte anzustoßen. Um die Arbeit des \
     Netzwerks breiter bekannt zu machen, hat das Netzwerk einen Flyer entwickelt.",
    "Die Arbeit des Netzwerks zielt auf die Förderung von Vielfalt und Chancengleichheit sowohl der \
     Bürger*innen als auch der Beschäftigten des Landes Berlin.",
    "Die Mitglieder des Netzwerks informieren sich gegenseitig über Projekte, Initiativen und andere \
     Maßnahmen zur Förderung von Vielfalt und Chancengleichheit.",
    "Sie tauschen ihre Erfahrungen mit Strategien, Konzepten und Maßnahmen zur Realisierung von \
     Chancengleichheit für alle aus.",
    "Auf Basis ihrer vielfältigen Kompetenzen und Erfahrungen entwickeln die Mitglieder des \
     Netzwerks gemeinsam neue Projekte und Initiativen.",
    "Die Verbreitung von Maßnahmen erfolgt ebenfalls gemeinsam – und damit wirkungsvoller.",
    "So trägt das Netzwerk zur Verbesserung der Lebensbedingungen der Bürger*innen und der \
     Arbeitsbedingungen der Beschäftigten des Landes Berlin bei.",
    "Auf Initiative der LADS und der Punktdienststelle Diversity in Köln und in Kooperation mit der \
     Internationalen Gesellschaft für Diversity Management wurde 2015 ein Diversity-Netzwerk auf \
     Kommunal- und Landesebene gegründet. In dem Netzwerk sind zahlreiche größere deutsche Städte \
     und Bundesländer vertreten, die sich zum Thema Diversity engagieren.",
    "Mit diesem Netzwerk auf Kommunal- und Landesebene wird das Ziel verfolgt, Verwaltungen in ihren \
     Bemühungen um merkmalsübergreifende Ansätze im Umgang mit Vielfalt zu stärken. Das Netzwerk \
     bietet eine Plattform des offenen kollegialen Austauschs. Es eröffnet die Möglichkeit, von \
     Erfahrungen und Beispielen zu lernen, an Herausforderungen gemeinsam zu arbeiten und Strategien \
     und Handlungsempfehlungen für Vielfalt gemeinsam zu entwickeln.",
];

/// The lines' texts without the hyphens that we put in; a soft hyphen that the author wrote stays.
fn joined(prepared: &Prepared, lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        let mut own = read_back(line);
        if line.hyphenated && !prepared.text()[..line.text.end].ends_with('\u{ad}') {
            assert_eq!(own.pop(), Some('\u{ad}'), "a divided word shows its hyphen");
        }
        assert_eq!(
            own,
            prepared.text()[line.text.clone()],
            "a line holds the text that it names"
        );
        text += &own;
    }
    text
}

fn ends(text: &str, width: Length) -> Vec<String> {
    let end = |line: &Line| read_back(line).trim_end().replace('\u{ad}', "-");
    lines(text, width).iter().map(end).collect()
}

/// The glyphs of the only line.
fn glyph_texts(text: &str, style: TextStyle) -> Vec<String> {
    let mut setter = Setter::new(&ASSETS);
    let runs = vec![Run {
        text: text.into(),
        style: style.into(),
        tag: 0,
    }];
    let prepared = setter.prepare(&Paragraph {
        runs,
        style: paragraph_style(Align::Start).into(),
    });
    let lines = prepared.break_lines(&mut setter, &|_| Length::MAX);
    let runs = lines.iter().flat_map(|line| &line.runs);
    runs.flat_map(|placed| {
        let text = &placed.run.text;
        placed
            .run
            .glyphs
            .iter()
            .map(|glyph| text[glyph.text.start as usize..glyph.text.end as usize].to_owned())
    })
    .collect()
}
