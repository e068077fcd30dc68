//! Unpacks streams that may be bombs. The library that unpacks them has no limit of its own, so a stream is measured first when its filters
//! could make more of it than is allowed.

use std::borrow::Cow;

use hayro::hayro_syntax::Filter;
use hayro::hayro_syntax::object::Stream;
use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_with_limit, decompress_to_vec_zlib_with_limit};

/// What a byte can become at most: deflate by its construction, LZW with codes of 12 bits for runs of 4,096 bytes, run lengths, and four
/// zeros that one letter stands for.
const DEFLATE: usize = 1_032;
const LZW: usize = 2_731;
const RUNS: usize = 64;
const LETTERS: usize = 4;

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
    let filters = stream.filters();
    let packing: Vec<Filter> = filters
        .iter()
        .copied()
        .take_while(|filter| most(*filter).is_some())
        .collect();
    for (at, filter) in packing.iter().enumerate() {
        let rest = packing.iter().skip(at).filter_map(|filter| most(*filter));
        let largest = rest.fold(data.len(), usize::saturating_mul);
        if largest <= limit {
            return true;
        }
        // The last is only counted.
        let is_last = at + 1 == packing.len();
        data = match filter {
            Filter::FlateDecode => match inflate(&data, limit) {
                Some(unpacked) => Cow::Owned(unpacked),
                None => return false,
            },
            Filter::Ascii85Decode => Cow::Owned(letters_85(&data)),
            Filter::AsciiHexDecode => Cow::Owned(hexadecimal(&data)),
            Filter::LzwDecode if is_last => return lzw_length(&data, limit) <= limit,
            Filter::RunLengthDecode if is_last => return runs_length(&data) <= limit,
            Filter::Crypt => data,
            // Compressed twice in old ways, and large: nobody does that who means well.
            _ => return false,
        };
    }
    data.len() <= limit
}

/// By how much a filter can enlarge; none for those of pictures.
const fn most(filter: Filter) -> Option<usize> {
    match filter {
        Filter::FlateDecode => Some(DEFLATE),
        Filter::LzwDecode => Some(LZW),
        Filter::RunLengthDecode => Some(RUNS),
        Filter::Ascii85Decode => Some(LETTERS),
        Filter::AsciiHexDecode | Filter::Crypt => Some(1),
        Filter::DctDecode | Filter::JpxDecode | Filter::CcittFaxDecode | Filter::Jbig2Decode => None,
    }
}

fn inflate(data: &[u8], limit: usize) -> Option<Vec<u8>> {
    let whole = decompress_to_vec_zlib_with_limit(data, limit).or_else(|failed| match failed.status {
        TINFLStatus::HasMoreOutput => Err(failed),
        // A damaged header or a missing end: what there is counts.
        _ if failed.output.is_empty() => decompress_to_vec_with_limit(data, limit),
        _ => Ok(failed.output),
    });
    whole.ok()
}

/// `ASCII85Decode`, as far as the length matters: what is damaged ends it.
fn letters_85(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(data.len());
    let (mut value, mut count) = (0_u32, 0);
    for letter in data {
        match letter {
            b'z' if count == 0 => bytes.extend([0; 4]),
            b'!'..=b'u' => {
                value = value.wrapping_mul(85).wrapping_add(u32::from(letter - b'!'));
                count += 1;
                if count == 5 {
                    bytes.extend(value.to_be_bytes());
                    (value, count) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if count > 1 {
        for _ in count..5 {
            value = value.wrapping_mul(85).wrapping_add(84);
        }
        bytes.extend(value.to_be_bytes().iter().take(count - 1));
    }
    bytes
}

/// `ASCIIHexDecode`, likewise.
fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits = data.iter().take_while(|letter| **letter != b'>');
    let digits: Vec<u8> = digits
        .filter_map(|letter| char::from(*letter).to_digit(16))
        .map(|digit| digit as u8)
        .collect();
    digits
        .chunks(2)
        .map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit))
        .collect()
}

/// How many bytes `LZWDecode` makes, or a number beyond the limit (ISO 32000-2, 7.4.4).
fn lzw_length(data: &[u8], limit: usize) -> usize {
    const CLEAR: u32 = 256;
    const END: u32 = 257;
    let mut lengths = vec![1_usize; 258];
    let (mut length, mut previous) = (0, None);
    let (mut bits, mut held) = (0_u32, 0_u32);
    for byte in data {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        let width = match lengths.len() {
            ..511 => 9,
            511..1023 => 10,
            1023..2047 => 11,
            _ => 12,
        };
        if bits < width {
            continue;
        }
        bits -= width;
        let code = held >> bits & ((1 << width) - 1);
        held &= (1 << bits) - 1;
        match code {
            CLEAR => {
                lengths.truncate(258);
                previous = None;
            }
            END => break,
            _ => {
                let own = lengths
                    .get(code as usize)
                    .copied()
                    .or(previous.map(|previous: usize| previous + 1));
                let Some(own) = own else { break };
                length += own;
                if let Some(previous) = previous
                    && lengths.len() < 4096
                {
                    lengths.push(previous + 1);
                }
                previous = Some(own);
            }
        }
        if length > limit {
            break;
        }
    }
    length
}

/// How many bytes `RunLengthDecode` makes (ISO 32000-2, 7.4.5).
fn runs_length(data: &[u8]) -> usize {
    let (mut at, mut length) = (0, 0);
    while let Some(head) = data.get(at).map(|head| usize::from(*head)) {
        match head {
            0..128 => {
                length += head + 1;
                at += head + 2;
            }
            128 => break,
            _ => {
                length += 257 - head;
                at += 2;
            }
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_become_the_bytes_they_stand_for() {
        assert_eq!(letters_85(b"87cURD]i,\"Ebo80~>"), b"Hello World!");
        assert_eq!(letters_85(b"zz~>"), [0; 8]);
        assert_eq!(hexadecimal(b"48 65 6C6c 6F>"), b"Hello");
    }

    #[test]
    fn lzw_is_measured_as_the_standard_shows_it() {
        // The example of ISO 32000-2, 7.4.4.2: ten bytes.
        let packed = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        assert_eq!(lzw_length(&packed, 100), 10);
        assert!(lzw_length(&packed, 3) > 3);
    }

    #[test]
    fn runs_are_measured() {
        assert_eq!(runs_length(&[2, b'a', b'b', b'c', 254, b'd', 128, 5]), 6);
    }

    #[test]
    fn what_inflates_beyond_the_limit_is_refused() {
        let packed = miniz_oxide::deflate::compress_to_vec_zlib(&vec![0; 100_000], 9);
        assert!(inflate(&packed, 99_999).is_none());
        assert_eq!(inflate(&packed, 100_000).map(|whole| whole.len()), Some(100_000));
    }
}
