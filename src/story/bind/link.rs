//! Addresses: as a link, as a QR code beside it, and what no reader's program can follow.

use std::sync::Arc;

use super::super::BlockKind;
use super::super::fill::Filled;
use super::super::markup::Stretch;
use super::Binder;
use super::inline::Origin;
use crate::content::{LinkBlock, Scope};
use crate::diag::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::style::Role;
use crate::wording::text;

/// The longest address, in bytes: most servers take no longer one.
const LONGEST_ADDRESS: usize = 8 << 10;

impl Binder<'_> {
    pub(super) fn link(&mut self, link: &LinkBlock, asked: Option<&Spanned<String>>, data: &Scope<'_>) {
        let Some((address, drawn)) = self.filled(&link.address, data, false) else {
            return;
        };
        let origin = Filled::origin(&link.address, &drawn);
        let label = match &link.label {
            None => address
                .trim_start_matches("https://")
                .trim_end_matches('/')
                .to_owned(),
            Some(label) => match self.filled(label, data, false) {
                Some((label, _)) => label,
                None => return,
            },
        };
        if let Some(finding) = self.unlinkable(&address, origin) {
            if origin != link.address.span {
                finding.also(link.address.span, text!("it is linked here", "hier verlinkt"));
            }
            return;
        }
        if link.qr
            && let Some(style) = self.style("qr", None, origin)
        {
            self.push(
                BlockKind::Qr(address.clone()),
                style,
                link.address.span,
                Arc::clone(&drawn),
            );
        }
        let Some(style) = self.style("body", asked, origin) else {
            return;
        };
        let stretch = Stretch::linked(label, address.into());
        let from = Origin {
            span: origin,
            drawn: &drawn,
        };
        let inlines = self.inlines(&[stretch], &style.text, from);
        self.push(
            BlockKind::Paragraph(Role::Paragraph, inlines),
            style,
            origin,
            drawn,
        );
    }

    /// Logs an address that no reader's program can follow.
    pub(super) fn unlinkable(&mut self, address: &str, origin: Span) -> Option<&mut Diagnostic> {
        if address.len() > LONGEST_ADDRESS {
            let start = shortened(address);
            let longest = LONGEST_ADDRESS >> 10;
            let message = text!(
                "an address is longer than {longest} KiB: `{start}`",
                "eine Adresse ist länger als {longest} KiB: `{start}`"
            );
            return Some(
                self.log
                    .error(Code::BAD_VALUE, origin, message)
                    .help(text!("use a shorter address", "eine kürzere Adresse verwenden")),
            );
        }
        if is_address(address) {
            return None;
        }
        let start = shortened(address);
        let message = text!("`{start}` is no address", "`{start}` ist keine Adresse");
        let finding = self.log.error(Code::BAD_VALUE, origin, message);
        Some(
            finding
                .help(text!(
                    "an address begins with `https://`, `http://`, `mailto:` or `tel:`, and has no spaces",
                    "eine Adresse beginnt mit `https://`, `http://`, `mailto:` oder `tel:` und enthält keine Leerzeichen"
                )),
        )
    }
}

/// The start of a text, as much as a message can quote.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// Whether an address has a scheme that a reader's program can follow.
fn is_address(address: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    schemes
        .iter()
        .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control())
}
