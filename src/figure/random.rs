//! Chance that is the same everywhere: a small seeded generator (SplitMix64: Steele, Lea, Flood, "Fast splittable
//! pseudorandom number generators", OOPSLA 2014, figure 17) and a hash that turns words into its seed. Both are written
//! out here, since a library's generator may change its numbers with a new version, and with them every cover.

/// A stream of numbers that depends on nothing but its seed.
#[derive(Clone, Debug)]
pub(super) struct Random(u64);

impl Random {
    /// A stream that begins at `seed`.
    pub(super) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub(super) const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// A number from `low` to `high`, both included; `low` when there is nothing between.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let number = self.next();
        if high <= low {
            return low;
        }
        // The modulus favours low numbers by less than one part in 2^30 for any span on paper.
        let span = high.abs_diff(low).saturating_add(1);
        low.saturating_add_unsigned(number % span)
    }
}

/// The finalizer of SplitMix64: every bit of the result hangs on every bit given.
pub(super) const fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

/// The seed that belongs to a text (FNV-1a, 64 bits): the same words always give the same figure.
#[must_use]
pub fn seed(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::{Random, seed};

    #[test]
    fn the_stream_is_the_published_one() {
        // First numbers of the reference implementation for the seed 1234567.
        let mut random = Random::new(1_234_567);
        assert_eq!(random.next(), 6_457_827_717_110_365_317);
        assert_eq!(random.next(), 3_203_168_211_198_807_973);
    }

    #[test]
    fn a_number_between_stays_between() {
        let mut random = Random::new(7);
        assert!((0..1000).all(|_| (-3..=4).contains(&random.between(-3, 4))));
        assert_eq!(random.between(5, 2), 5);
        random.between(i64::MIN, i64::MAX);
    }

    #[test]
    fn another_text_is_another_seed() {
        assert_eq!(seed("a"), 0xaf63_dc4c_8601_ec8c);
        assert_ne!(seed("Köln"), seed("Berlin"));
    }
}
