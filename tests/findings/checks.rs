//! What a project asks of the checks, in `faltwerk.toml`.

use crate::{CHECK, Sandbox, cases};

/// A line too thin for the printer, which is a warning as long as nobody says otherwise.
fn thin_line(project: &Sandbox) {
    project.replace(
        "templates/printers/standard.toml",
        "safe = \"4 mm\"",
        "safe = \"4 mm\"\nlimits = { text = \"30 pt\" }",
    );
}

cases! {
    a_warning_is_lowered_with_a_reason: CHECK, |project| {
        thin_line(project);
        project.write("faltwerk.toml", "[checks.severity]\ntoo-fine = { is = \"hint\", because = \"only a proof\" }\n");
    };
    a_warning_is_raised_with_a_reason: CHECK, |project| {
        thin_line(project);
        project.write("faltwerk.toml", "[checks.severity]\ntoo-fine = { is = \"error\", because = \"our readers are old\" }\n");
    };
    a_severity_has_no_reason: CHECK, |project| {
        project.write("faltwerk.toml", "[checks.severity]\ntoo-fine = { is = \"hint\", because = \" \" }\nnear-fold = { is = \"hint\" }\n");
    };
    a_severity_is_no_severity: CHECK, |project| {
        project.write("faltwerk.toml", "[checks.severity]\ntoo-fine = { is = \"off\", because = \"it is fine\" }\n");
    };
    a_code_is_unknown: CHECK, |project| {
        project.write("faltwerk.toml", "[checks.severity]\ntoo-fin = { is = \"hint\", because = \"it is fine\" }\n");
    };
    a_code_is_always_an_error: CHECK, |project| {
        project.write("faltwerk.toml", "[checks.severity]\noverset-text = { is = \"hint\", because = \"it is fine\" }\n");
    };
    a_profile_is_unknown: CHECK, |project| {
        project.write("faltwerk.toml", "[checks]\nprofile = \"hamburg\"\n");
    };
    the_settings_cannot_be_read: CHECK, |project| {
        project.write_bytes("faltwerk.toml", b"\xff\xfe");
    };
}
