//! Fingerprints: a 128-bit FNV-1a hash, so that ids come from the content and never from a clock or a random source. It
//! tells files apart; it protects nothing.

/// A running 128-bit FNV-1a hash.
#[derive(Clone, Copy, Debug)]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The hash of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Takes in bytes.
    #[must_use]
    pub fn take(mut self, bytes: &[u8]) -> Self {
        const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
        self
    }

    /// Sixteen bytes, for the trailer's `/ID`.
    #[must_use]
    pub const fn bytes(self) -> [u8; 16] {
        self.0.to_be_bytes()
    }

    /// As a UUID of version 8: made by a rule of one's own (RFC 9562, 5.8).
    #[must_use]
    pub fn uuid(self) -> String {
        let value = self.0 & !(0xF << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
        format!(
            "uuid:{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            value >> 96,
            value >> 80 & 0xFFFF,
            value >> 64 & 0xFFFF,
            value >> 48 & 0xFFFF,
            value & 0xFFFF_FFFF_FFFF
        )
    }

    /// Eight digits for people: enough to tell the states of one job apart.
    #[must_use]
    pub fn short(self) -> String {
        let folded = self.0 ^ self.0 >> 64;
        format!("{:08x}", (folded ^ folded >> 32) as u32)
    }

    /// Six capital letters, the tag of a font subset (ISO 32000-1, 9.6.4).
    #[must_use]
    pub fn letters(self) -> String {
        let mut rest = self.0;
        (0..6)
            .map(|_| {
                let letter = b'A' + (rest % 26) as u8;
                rest /= 26;
                char::from(letter)
            })
            .collect()
    }
}

impl Default for Fingerprint {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_test_vectors_hold() {
        assert_eq!(
            Fingerprint::new().take(b"foobar").0,
            0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18
        );
    }

    #[test]
    fn uuids_say_that_they_follow_a_rule_of_their_own() {
        let uuid = Fingerprint::new().take(b"faltwerk").uuid();
        assert_eq!(uuid.len(), 41);
        assert_eq!(uuid.as_bytes()[19], b'8');
        assert!(matches!(uuid.as_bytes()[24], b'8' | b'9' | b'a' | b'b'));
    }
}
