//! A PDF of our own, spoilt on purpose: opened with another library than the one that writes or reads ours, changed, and written again.

use std::fs;
use std::path::Path;

use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions, Stream,
    dictionary,
};

/// A PDF that may be changed at will.
pub(crate) struct Pdf {
    /// The objects.
    pub(crate) document: Document,
    /// What becomes of the bytes when they are written.
    last: Option<fn(Vec<u8>) -> Vec<u8>>,
}

impl Pdf {
    /// One of the products of this repository: `flyer.press.pdf`.
    pub(crate) fn product(name: &str) -> Self {
        Self::read(&Self::product_bytes(name))
    }

    /// The bytes of a product as they are.
    pub(crate) fn product_bytes(name: &str) -> Vec<u8> {
        fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("output").join(name)).unwrap()
    }

    /// A PDF from its bytes.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        Self {
            document: Document::load_mem(bytes).unwrap(),
            last: None,
        }
    }

    /// The bytes.
    pub(crate) fn bytes(mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.document.save_to(&mut bytes).unwrap();
        match self.last {
            Some(change) => change(bytes),
            None => bytes,
        }
    }

    /// Changes the bytes when they are written.
    pub(crate) fn raw(&mut self, change: fn(Vec<u8>) -> Vec<u8>) {
        self.last = Some(change);
    }

    /// Encrypts it; an empty password opens it without a question.
    pub(crate) fn encrypt(&mut self, password: &str, may_be_read_aloud: bool) {
        let mut permissions = Permissions::all();
        permissions.set(Permissions::COPYABLE_FOR_ACCESSIBILITY, may_be_read_aloud);
        let state = EncryptionState::try_from(EncryptionVersion::V2 {
            document: &self.document,
            owner_password: "owner",
            user_password: password,
            key_length: 128,
            permissions,
        });
        self.document.encrypt(&state.unwrap()).unwrap();
    }

    /// Names a font `Helv` that is not in the file.
    pub(crate) fn helvetica(&mut self, page: u32) {
        let font = self.add(dictionary! {
            "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding",
        });
        self.resource(page, "Font", "Helv", font);
    }

    /// Makes the widths of the font `F0` so many thousandths of an em larger.
    pub(crate) fn widths(&mut self, page: u32, by: f32) {
        let page = self.page_id(page);
        let font = self.below(page, &["Resources", "Font", "F0", "DescendantFonts"]);
        let Ok(Object::Array(widths)) = font.get_mut(b"W") else {
            panic!("the font has widths")
        };
        for width in widths
            .iter_mut()
            .filter_map(|part| part.as_array_mut().ok())
            .flatten()
        {
            let old = width.as_float().unwrap();
            *width = Object::Real(old + by);
        }
    }

    /// The program of the font `F0`.
    pub(crate) fn program(&mut self, page: u32) -> Vec<u8> {
        let id = self.program_id(page);
        let stream = self.document.get_object(id).and_then(Object::as_stream).unwrap();
        stream.decompressed_content().unwrap()
    }

    /// Changes the program of the font `F0`.
    pub(crate) fn font_program(&mut self, page: u32, change: impl Fn(&mut Vec<u8>)) {
        let (id, mut bytes) = (self.program_id(page), self.program(page));
        change(&mut bytes);
        let length = bytes.len() as i64;
        let program = Stream::new(dictionary! { "Length1" => length }, bytes);
        self.document.objects.insert(id, program.into());
    }

    fn program_id(&mut self, page: u32) -> ObjectId {
        let page = self.page_id(page);
        let descriptor = self.below(
            page,
            &["Resources", "Font", "F0", "DescendantFonts", "FontDescriptor"],
        );
        descriptor
            .get(b"FontFile2")
            .and_then(Object::as_reference)
            .unwrap()
    }

    /// Adds an object and gives what refers to it.
    pub(crate) fn add(&mut self, object: impl Into<Object>) -> Object {
        Object::Reference(self.document.add_object(object))
    }

    /// Adds a stream that is not packed.
    pub(crate) fn add_stream(&mut self, dict: Dictionary, data: impl Into<Vec<u8>>) -> Object {
        self.add(Stream::new(dict, data.into()).with_compression(false))
    }

    /// The catalog.
    pub(crate) fn catalog(&mut self) -> &mut Dictionary {
        self.document.catalog_mut().unwrap()
    }

    /// The document information.
    pub(crate) fn info(&mut self) -> &mut Dictionary {
        let id = self
            .document
            .trailer
            .get(b"Info")
            .and_then(Object::as_reference)
            .unwrap();
        self.dict(id)
    }

    /// A page, from 1.
    pub(crate) fn page(&mut self, number: u32) -> &mut Dictionary {
        let id = self.page_id(number);
        self.dict(id)
    }

    /// The object of a page, from 1.
    pub(crate) fn page_id(&self, number: u32) -> ObjectId {
        self.document.get_pages()[&number]
    }

    /// An object that is a dictionary or a stream.
    pub(crate) fn dict(&mut self, id: ObjectId) -> &mut Dictionary {
        match self.document.get_object_mut(id).unwrap() {
            Object::Dictionary(dict) => dict,
            Object::Stream(stream) => &mut stream.dict,
            other => panic!("{other:?} is no dictionary"),
        }
    }

    /// A dictionary at the end of a path of keys from the catalog.
    pub(crate) fn at(&mut self, path: &[&str]) -> &mut Dictionary {
        let root = self
            .document
            .trailer
            .get(b"Root")
            .and_then(Object::as_reference)
            .unwrap();
        self.below(root, path)
    }

    /// A dictionary at the end of a path of keys from an object; of arrays the first entry.
    pub(crate) fn below(&mut self, from: ObjectId, path: &[&str]) -> &mut Dictionary {
        let mut holder = from;
        let mut direct: Vec<&str> = Vec::new();
        for key in path {
            direct.push(key);
            if let Some(id) = self.reference(holder, &direct) {
                holder = id;
                direct.clear();
            }
        }
        let mut object = self.document.get_object_mut(holder).unwrap();
        for key in direct {
            let dict = match object {
                Object::Dictionary(dict) => dict,
                Object::Stream(stream) => &mut stream.dict,
                other => panic!("{other:?} is no dictionary"),
            };
            object = first(dict.get_mut(key.as_bytes()).unwrap());
        }
        match object {
            Object::Dictionary(dict) => dict,
            Object::Stream(stream) => &mut stream.dict,
            other => panic!("{other:?} is no dictionary"),
        }
    }

    fn reference(&mut self, holder: ObjectId, path: &[&str]) -> Option<ObjectId> {
        let mut object = self.document.get_object_mut(holder).unwrap();
        for key in path {
            let dict = match object {
                Object::Dictionary(dict) => dict,
                Object::Stream(stream) => &mut stream.dict,
                _ => return None,
            };
            object = first(
                dict.get_mut(key.as_bytes())
                    .unwrap_or_else(|_| panic!("there is no `{key}`")),
            );
        }
        object.as_reference().ok()
    }

    /// The operators of a page.
    pub(crate) fn content(&self, page: u32) -> String {
        let bytes = self.document.get_page_content(self.page_id(page));
        bytes.into_iter().map(char::from).collect()
    }

    /// Gives a page other operators.
    pub(crate) fn set_content(&mut self, page: u32, content: &str) {
        let bytes: Vec<u8> = content.chars().map(|sign| sign as u8).collect();
        let stream = self.add(Stream::new(Dictionary::new(), bytes));
        self.page(page).set("Contents", stream);
    }

    /// Replaces operators of a page; what is replaced must be there.
    pub(crate) fn replace(&mut self, page: u32, old: &str, new: &str) {
        let content = self.content(page);
        assert!(content.contains(old), "`{old}` is not on page {page}");
        self.set_content(page, &content.replacen(old, new, 1));
    }

    /// Paints over a page.
    pub(crate) fn paint(&mut self, page: u32, operators: &str) {
        let content = self.content(page);
        self.set_content(page, &format!("q {content} Q\n{operators}\n"));
    }

    /// Names something for the operators of a page.
    pub(crate) fn resource(&mut self, page: u32, kind: &str, name: &str, object: impl Into<Object>) {
        let page = self.page_id(page);
        let resources = self.below(page, &["Resources"]);
        if !resources.has(kind.as_bytes()) {
            resources.set(kind, Dictionary::new());
        }
        self.below(page, &["Resources", kind]).set(name, object);
    }

    /// Puts an annotation onto a page.
    pub(crate) fn annotate(&mut self, page: u32, annotation: Dictionary) -> ObjectId {
        let id = self.document.add_object(annotation);
        let mut all = match self.page(page).get(b"Annots") {
            Ok(Object::Array(all)) => all.clone(),
            Ok(Object::Reference(all)) => {
                let all = *all;
                self.document
                    .get_object(all)
                    .and_then(Object::as_array)
                    .unwrap()
                    .clone()
            }
            _ => Vec::new(),
        };
        all.push(id.into());
        self.page(page).set("Annots", all);
        id
    }

    /// The elements of the structure tree that call themselves so, in the order of their objects.
    pub(crate) fn elements(&self, role: &str) -> Vec<ObjectId> {
        let is_so = |object: &Object| {
            object.as_dict().is_ok_and(|dict| {
                dict.has(b"P")
                    && dict
                        .get(b"S")
                        .is_ok_and(|name| name.as_name().is_ok_and(|name| name == role.as_bytes()))
            })
        };
        let objects = self.document.objects.iter();
        objects
            .filter(|(_, object)| is_so(object))
            .map(|(id, _)| *id)
            .collect()
    }

    /// The one element of a role that is nearest to the root.
    pub(crate) fn element(&mut self, role: &str) -> &mut Dictionary {
        let id = self.elements(role)[0];
        self.dict(id)
    }

    /// Adds elements without content to the end of the document: `Table(TR(TH TD) TR(TD TD))`. Gives them in this order.
    pub(crate) fn grow(&mut self, notation: &str) -> Vec<ObjectId> {
        let root = self.elements("Document")[0];
        let mut all = Vec::new();
        let mut above = vec![root];
        let spaced = notation.replace('(', " ( ").replace(')', " ) ");
        for word in spaced.split_whitespace() {
            match word {
                "(" => above.push(*all.last().unwrap()),
                ")" => {
                    above.pop();
                }
                role => {
                    let parent = *above.last().unwrap();
                    let id = self.document.add_object(dictionary! {
                        "Type" => "StructElem", "S" => role, "P" => parent,
                    });
                    let kids = self.dict(parent).get(b"K").cloned();
                    let mut kids = match kids {
                        Ok(Object::Array(kids)) => kids,
                        Ok(one) => vec![one],
                        Err(_) => Vec::new(),
                    };
                    kids.push(id.into());
                    self.dict(parent).set("K", kids);
                    all.push(id);
                }
            }
        }
        all
    }

    /// Replaces words of the metadata; what is replaced must be there.
    pub(crate) fn metadata(&mut self, old: &str, new: &str) {
        let id = self
            .catalog()
            .get(b"Metadata")
            .and_then(Object::as_reference)
            .unwrap();
        let stream = self
            .document
            .get_object_mut(id)
            .and_then(Object::as_stream_mut)
            .unwrap();
        let text = String::from_utf8(stream.content.clone()).unwrap();
        assert!(text.contains(old), "`{old}` is not in the metadata");
        stream.set_content(text.replace(old, new).into_bytes());
    }
}

/// Text of a PDF in parentheses.
pub(crate) fn string(text: &str) -> Object {
    Object::string_literal(text)
}

/// An array of numbers.
pub(crate) fn numbers(numbers: &[f32]) -> Object {
    numbers
        .iter()
        .copied()
        .map(Object::from)
        .collect::<Vec<_>>()
        .into()
}

fn first(object: &mut Object) -> &mut Object {
    match object {
        Object::Array(entries) => &mut entries[0],
        other => other,
    }
}
