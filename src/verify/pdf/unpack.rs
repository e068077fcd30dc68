//! Unpacks streams that may be bombs. The library that unpacks them has no limit of its own, so a stream is measured first when its filters
//! could make more of it than is allowed.

use std::borrow::Cow;

use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::Stream;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

/// What a byte can become at most: deflate by its construction, LZW with codes of 12 bits for runs of 4,096 bytes, run lengths.
const DEFLATE: usize = 1_032;
const LZW: usize = 2_731;
const RUNS: usize = 64;

/// What a stream holds, unpacked; none when it is damaged, is a packed picture, or is larger than `limit` bytes.
pub(super) fn unpack(stream: &Stream<'_>, limit: usize) -> Option<Vec<u8>> {
    if !fits(stream, limit) {
        return None;
    }
    stream.decoded_data().ok().map(Cow::into_owned)
}

/// Whether a stream unpacks to no more than `limit` bytes. Filters of pictures end the look: their size is that of the picture.
pub(super) fn fits(stream: &Stream<'_>, limit: usize) -> bool {
    let mut data = stream.raw_data();
    for filter in stream.filters() {
        let (most, measured) = match filter {
            Filter::FlateDecode => (data.len().saturating_mul(DEFLATE), inflate as Unpacking),
            Filter::LzwDecode => (data.len().saturating_mul(LZW), refuse as Unpacking),
            Filter::RunLengthDecode => (data.len().saturating_mul(RUNS), refuse as Unpacking),
            Filter::AsciiHexDecode | Filter::Ascii85Decode | Filter::Crypt => {
                (data.len().saturating_mul(4), refuse as Unpacking)
            }
            Filter::DctDecode | Filter::JpxDecode | Filter::CcittFaxDecode | Filter::Jbig2Decode => {
                return true;
            }
        };
        let alone = stream.filters().len() == 1;
        if alone && most <= limit {
            return true;
        }
        match measured(&data, limit) {
            Some(unpacked) => data = Cow::Owned(unpacked),
            None => return most <= limit && alone,
        }
    }
    data.len() <= limit
}

type Unpacking = fn(&[u8], usize) -> Option<Vec<u8>>;

fn inflate(data: &[u8], limit: usize) -> Option<Vec<u8>> {
    let whole = decompress_to_vec_zlib_with_limit(data, limit).or_else(|failed| match failed.status {
        TINFLStatus::HasMoreOutput => Err(failed),
        // A damaged header or a missing end: what there is counts.
        _ if failed.output.is_empty() => decompress_to_vec_with_limit(data, limit),
        _ => Ok(failed.output),
    });
    whole.ok()
}

fn refuse(_: &[u8], _: usize) -> Option<Vec<u8>> {
    None
}
