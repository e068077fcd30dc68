//! Small PDFs, written by hand: every page is a square of 15 mm, so that what lies on it on average is what the squares of the measurement have.

use std::fmt::Write as _;

/// The side of a page in points: 15 mm.
pub(crate) const SIDE: f64 = 15.0 / 25.4 * 72.0;

/// A PDF that is being written.
#[derive(Default)]
pub(crate) struct Small {
    /// What all pages name.
    pub(crate) resources: String,
    /// Objects from number 10 on: their dictionaries or arrays, and what their streams hold.
    pub(crate) objects: Vec<(String, Option<String>)>,
    /// Further entries of each page, and its content.
    pub(crate) pages: Vec<(String, String)>,
}

impl Small {
    /// One page of this content.
    pub(crate) fn painting(content: &str) -> Self {
        Self {
            pages: vec![(String::new(), content.to_owned())],
            ..Self::default()
        }
    }

    /// Adds an object, and says its number.
    pub(crate) fn object(&mut self, dictionary: &str, stream: Option<&str>) -> usize {
        self.objects
            .push((dictionary.to_owned(), stream.map(str::to_owned)));
        self.objects.len() + 9
    }

    /// Its bytes.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let first = 10 + self.objects.len();
        let kids: Vec<String> = (0..self.pages.len())
            .map(|page| format!("{} 0 R", first + 2 * page))
            .collect();
        let mut all = vec![
            (1, "<< /Type /Catalog /Pages 2 0 R >>".to_owned(), None),
            (
                2,
                format!(
                    "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 {SIDE} {SIDE}] /Resources << {} >> >>",
                    kids.join(" "),
                    kids.len(),
                    self.resources
                ),
                None,
            ),
        ];
        for (at, (dictionary, stream)) in self.objects.iter().enumerate() {
            all.push((10 + at, dictionary.clone(), stream.clone()));
        }
        for (at, (entries, content)) in self.pages.iter().enumerate() {
            let number = first + 2 * at;
            let page = format!(
                "<< /Type /Page /Parent 2 0 R {entries} /Contents {} 0 R >>",
                number + 1
            );
            all.push((number, page, None));
            all.push((number + 1, "<< >>".to_owned(), Some(content.clone())));
        }
        let (mut file, mut table) = (String::from("%PDF-1.7\n"), String::new());
        for (number, dictionary, stream) in &all {
            let _ = write!(table, "{number} 1\n{:010} 00000 n \n", file.len());
            let _ = match stream {
                None => write!(file, "{number} 0 obj\n{dictionary}\nendobj\n"),
                Some(stream) => {
                    let inner = dictionary.trim().trim_end_matches(">>");
                    let length = stream.len();
                    write!(
                        file,
                        "{number} 0 obj\n{inner} /Length {length} >>\nstream\n{stream}\nendstream\nendobj\n"
                    )
                }
            };
        }
        let start = file.len();
        let size = first + 2 * self.pages.len();
        let _ = write!(
            file,
            "xref\n0 1\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
        );
        file.into_bytes()
    }
}
