//! Files that cannot be read or written, or may not.

use crate::{BUILD, CHECK, cases};

const LEAFLET: &str = "content/leaflet.toml";
const HERBS: &str = "content/herbs.toml";
const STANDARD: &str = "templates/printers/standard.toml";

cases! {
    a_data_file_is_named_with_a_backslash: CHECK, |project| {
        project.replace(LEAFLET, "\"herbs.toml\"", "'..\\herbs.toml'");
    };
    a_data_file_is_a_folder: CHECK, |project| {
        std::fs::remove_file(project.path(HERBS)).unwrap();
        std::fs::create_dir(project.path(HERBS)).unwrap();
    };
    a_data_file_is_too_large: CHECK, |project| {
        project.write(HERBS, &"# herbs\n".repeat(200_000));
    };
    a_profile_is_a_folder: CHECK, |project| {
        let profile = project.path("templates/printers/FOGRA39L_coated.icc");
        std::fs::remove_file(&profile).unwrap();
        std::fs::create_dir(&profile).unwrap();
    };
    a_printer_lies_outside_the_project: CHECK, |project| {
        project.replace(LEAFLET, "[document]", "[document]\nprinter = \"../../standard\"");
    };
    a_document_is_named_that_lies_outside: &["build", "../../etc/passwd"], |_| {};
    texts_are_more_than_is_kept: CHECK, |project| {
        // Read in the order of the alphabet, so the document itself is the one too many.
        for file in 0..68 {
            project.write(&format!("content/a{file}.toml"), &format!("#{}\n", "x".repeat(999_998)));
        }
    };
    a_link_leads_the_products_out_of_the_project: BUILD, |project| {
        link("/", &project.path("output"));
    };
    a_link_leads_a_product_out_of_its_folder: BUILD, |project| {
        std::fs::create_dir(project.path("output")).unwrap();
        std::fs::create_dir(project.path("content/north")).unwrap();
        std::fs::rename(project.path(LEAFLET), project.path("content/north/leaflet.toml")).unwrap();
        link("/", &project.path("output/north"));
    };
    a_profile_lies_outside_the_project: CHECK, |project| {
        project.replace(STANDARD, "profile = \"FOGRA39L_coated.icc\"", "profile = \"/usr/share/color/icc/coated.icc\"");
    };
    folders_cannot_be_allowed: CHECK, |project| {
        project.write("notes.txt", "");
        project.write("faltwerk.toml", "[paths]\nallow = [\"/\", \"..\", \"content/..\", \"\", \"../no-such-folder\", \"notes.txt\", \"..\\\\shared\"]\n");
    };
    a_link_is_allowed_that_leads_out_of_the_project: CHECK, |project| {
        link("/etc", &project.path("pictures"));
        project.write("faltwerk.toml", "[paths]\nallow = [\"pictures\"]\n");
    };
    too_many_folders_are_allowed: CHECK, |project| {
        let folders = "\"content\", ".repeat(33);
        project.write("faltwerk.toml", &format!("[paths]\nallow = [{folders}]\n"));
    };
    a_data_file_is_not_in_the_folder_that_is_allowed: CHECK, |project| {
        project.write("faltwerk.toml", "[paths]\nallow = [\"/etc\"]\n");
        project.replace(LEAFLET, "\"herbs.toml\"", "\"/etc/no-such-herbs.toml\"");
    };
    a_name_goes_back_out_of_the_folder_that_is_allowed: CHECK, |project| {
        project.write("faltwerk.toml", "[paths]\nallow = [\"/etc\"]\n");
        project.replace(LEAFLET, "\"herbs.toml\"", "\"/etc/../bin/herbs.toml\"");
    };
    a_link_leads_a_data_file_out_of_the_project: CHECK, |project| {
        std::fs::remove_file(project.path(HERBS)).unwrap();
        link("/etc/passwd", &project.path(HERBS));
    };
}

fn link(to: &str, from: &std::path::Path) {
    #[cfg(unix)]
    std::os::unix::fs::symlink(to, from).unwrap();
    #[cfg(windows)]
    std::os::windows::fs::symlink_file(to, from).unwrap();
}
