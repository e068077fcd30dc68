//! The one thing that is read of EXIF: how the camera was held.

use super::Orientation;

/// The tag of the orientation in a directory of TIFF.
const ORIENTATION: u16 = 274;
/// No directory of a camera has more entries.
const MOST_ENTRIES: usize = 1_000;

/// The orientation that a block of EXIF tells, from its TIFF header on; upright where it tells none.
pub(super) fn orientation(block: &[u8]) -> Orientation {
    find(block).map_or_else(Orientation::default, |number| {
        Orientation::from_exif(number.into())
    })
}

fn find(block: &[u8]) -> Option<u16> {
    let big = match block.get(..4)? {
        [b'M', b'M', 0, 42] => true,
        [b'I', b'I', 42, 0] => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes: [u8; 2] = block.get(at..at.checked_add(2)?)?.try_into().ok()?;
        Some(if big {
            u16::from_be_bytes(bytes)
        } else {
            u16::from_le_bytes(bytes)
        })
    };
    let bytes: [u8; 4] = block.get(4..8)?.try_into().ok()?;
    let start = if big {
        u32::from_be_bytes(bytes)
    } else {
        u32::from_le_bytes(bytes)
    } as usize;
    let entries = usize::from(short(start)?).min(MOST_ENTRIES);
    (0..entries)
        .map(|entry| start + 2 + entry * 12)
        .find(|at| short(*at) == Some(ORIENTATION))
        .and_then(|at| short(at + 8))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orientation_is_read_in_both_orders_of_bytes_and_nonsense_is_upright() {
        let little = b"II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0";
        let big = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0";
        assert_eq!(orientation(little), Orientation::Quarter);
        assert_eq!(orientation(big), Orientation::ThreeQuarters);
        for end in 0..little.len() {
            let _ = orientation(&little[..end]);
        }
        assert_eq!(orientation(b"II\x2A\0\xFF\xFF\xFF\xFF"), Orientation::Upright);
    }
}
