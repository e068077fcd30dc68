//! The plates of a press PDF, as Ghostscript separates them: how much of each ink lies where.
//!
//! A plate is a grey picture of the whole media box; what is asked of it is said in points from the head and the left of the trim, as in
//! a scene.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use faltwerk::geom::{Point, Rect};
use faltwerk::scene::Page;
use image::{GrayImage, Luma};

use super::common::judge::ask;

/// The process plates, which every page has.
pub(crate) const PROCESS: [&str; 4] = ["Cyan", "Magenta", "Yellow", "Black"];

/// The plates of all pages of a file.
pub(crate) struct Plates {
    pages: Vec<BTreeMap<String, GrayImage>>,
    dpi: u32,
}

/// How much ink lies in a region, in per cent: the least and the most of any place in it, and on average.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ink {
    pub(crate) least: f64,
    pub(crate) most: f64,
    pub(crate) mean: f64,
}

impl Plates {
    /// Separates a file of so many pages.
    pub(crate) fn of(ghostscript: &Path, pdf: &Path, pages: usize, dpi: u32) -> Self {
        let folder = tempfile::tempdir().unwrap();
        ask(Command::new(ghostscript)
            .args(["-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=tiffsep"])
            .arg(format!("-r{dpi}"))
            .arg(format!("-sOutputFile={}", folder.path().join("%d.tif").display()))
            .arg(pdf));
        let mut plates = vec![BTreeMap::new(); pages];
        for file in folder
            .path()
            .read_dir()
            .unwrap()
            .map(|entry| entry.unwrap().path())
        {
            // `1(Cyan).tif`; `1.tif` is all plates in one picture.
            let name = file.file_stem().unwrap().to_str().unwrap();
            let Some((page, plate)) = name.strip_suffix(')').and_then(|name| name.split_once('(')) else {
                continue;
            };
            let page: usize = page.parse().unwrap();
            let picture = image::open(&file).unwrap().to_luma8();
            plates[page - 1].insert(plate.to_owned(), picture);
        }
        Self { pages: plates, dpi }
    }

    /// The names of the plates of a page, in alphabetical order, with or without ink.
    pub(crate) fn names(&self, page: usize) -> Vec<&str> {
        self.pages[page].keys().map(String::as_str).collect()
    }

    /// The names of the plates of a page that print anything.
    pub(crate) fn inked(&self, page: usize) -> Vec<&str> {
        let prints = |picture: &GrayImage| picture.pixels().any(|Luma([grey])| *grey < 255);
        let inked = self.pages[page].iter().filter(|(_, picture)| prints(picture));
        inked.map(|(name, _)| name.as_str()).collect()
    }

    /// How much ink of a plate lies in a region of a page: all pixels that lie in it as a whole.
    pub(crate) fn ink(&self, scene: &[Page], page: usize, plate: &str, region: Rect) -> Ink {
        let picture = &self.pages[page][plate];
        let media = scene[page].media_box();
        let pixel = |length: faltwerk::geom::Length| length.to_pt() * f64::from(self.dpi) / 72.0;
        let corner = |point: Point| (pixel(point.x - media.left()), pixel(point.y - media.top()));
        let (left, top) = corner(region.origin);
        let (right, bottom) = corner(Point::new(region.right(), region.bottom()));
        let columns = left.ceil() as u32..(right.floor() as u32).min(picture.width());
        let rows = top.ceil() as u32..(bottom.floor() as u32).min(picture.height());
        assert!(
            !columns.is_empty() && !rows.is_empty(),
            "{region:?} holds no pixel of page {page}"
        );
        let inks = rows
            .flat_map(|row| columns.clone().map(move |column| (column, row)))
            .map(|(column, row)| f64::from(255 - picture.get_pixel(column, row).0[0]) / 2.55);
        let (mut least, mut most, mut sum, mut count) = (100.0_f64, 0.0_f64, 0.0, 0.0);
        for ink in inks {
            least = least.min(ink);
            most = most.max(ink);
            sum += ink;
            count += 1.0;
        }
        Ink {
            least,
            most,
            mean: sum / count,
        }
    }
}
