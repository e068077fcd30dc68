//! The constants of taste: what a line costs, and what it costs to end one here rather than there. Each says why it has
//! its value. Penalties are on TeX's scale, on which a hyphen costs 50; how they weigh against white space differs
//! between flush and ragged setting, so each has its own formula below.

use crate::geom::Length;

/// TeX's `\hyphenpenalty`; Knuth and Plass found 50 right for English at book measure.
pub(super) const HYPHEN: i64 = 50;
/// A division between the parts of a compound is read without effort (`Chancen-gleichheit`), so it costs less than a third: in a rag
/// it is taken where a syllable's division is not.
pub(super) const SEAM_HYPHEN: i64 = 15;
/// A division inside of one part of a compound, when its seam is near, misleads at first sight (`Querschnittsauf-gaben`): as dear
/// as five plain hyphens, so that the seam is taken unless the rag would break open. At three of them the flyer still had
/// `Arbeitsbedin-gungen` and `Gleichbehand-lung` for a letter's width of white.
pub(super) const PART_HYPHEN: i64 = 250;
/// Two letters before a hyphen are allowed, but say nothing of the word to come (`An-tidiskriminierung`). Eight plain hyphens, which
/// in a rag is a line with nine ems of white: at 200 the source text still had a line that ended in `Er-` at A5's measure.
pub(super) const STUMP_HYPHEN: i64 = 400;
/// Behind a gender sign: dearer than a line of white, cheaper than a line that sticks out.
pub(super) const LAST_RESORT_HYPHEN: i64 = 10_000;
/// A hyphen that is there anyway costs little, but the eye still waits for the rest (TeX's `\exhyphenpenalty` is 50, too
/// much where `Kommunal- und` and `Diversity-Netzwerk` abound).
pub(super) const HARD_HYPHEN: i64 = 20;
/// Behind the slash of `und/oder`.
pub(super) const SLASH: i64 = 40;
/// Inside an address: behind a slash, before a dot, and where a reader may take the sign for one of ours.
pub(super) const ADDRESS_SLASH: i64 = 40;
pub(super) const ADDRESS_DOT: i64 = 80;
pub(super) const ADDRESS_POOR: i64 = 200;
/// Between two letters or digits of what is torn so that no line sticks out, and beside a sign, which at the end of a line looks like
/// one of ours: worth a good deal of white, so that a sign moves away from the tear. A space that binds is torn before either.
pub(super) const TORN: i64 = 1_000;
pub(super) const TORN_AT_SIGN: i64 = 2_000;

/// A line that sticks out costs more than many poor lines that do not, the tallest ladder among them.
const OVERFULL: i64 = 100_000_000_000;

/// What a line costs that sticks out so far. Two millimetres more weigh as much as another such line, so that a word too wide
/// for its measure is divided wherever that helps.
pub(super) fn overfull(by: Length) -> i64 {
    OVERFULL.saturating_add(by.units().saturating_mul(30_000))
}

/// How much a space may grow and shrink, as parts of its width (TeX's plain format: a half and a third).
pub(super) const STRETCH: (i64, i64) = (1, 2);
pub(super) const SHRINK: (i64, i64) = (1, 3);

/// How loose a line a pass of flush setting lets by, whether it may hyphenate, and how much every line may stretch beside its
/// spaces. First without hyphens (TeX: 100), then with them (TeX: 200), then with a loan of white in every line, then anyhow.
pub(super) const PASSES: [Pass; 4] = [
    Pass {
        tolerance: 100,
        hyphens: false,
        loan_ems: 0,
        last: false,
    },
    Pass {
        tolerance: 200,
        hyphens: true,
        loan_ems: 0,
        last: false,
    },
    Pass {
        tolerance: 800,
        hyphens: true,
        loan_ems: 2,
        last: false,
    },
    Pass {
        tolerance: i64::MAX,
        hyphens: true,
        loan_ems: 2,
        last: true,
    },
];

/// A try at breaking a paragraph.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pass {
    pub(super) tolerance: i64,
    pub(super) hyphens: bool,
    pub(super) loan_ems: i64,
    pub(super) last: bool,
}

/// Two lines of very different tightness side by side (TeX's `\adjdemerits`).
pub(super) const FLUSH_MISMATCH: i64 = 10_000;

/// Every line costs a little, so that fewer lines win when all else is equal (TeX's `\linepenalty`).
const LINE: i64 = 10;

/// Beyond this a line is as bad as can be (TeX's `inf_bad`), so that a ladder of hyphens is dearer than several such lines.
const WORST: i64 = 10_000;

/// What is seen only of several lines together.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taste {
    /// A hyphen in the last line but one leaves a part of a word in the last. That much, were the last line nothing but this part; the
    /// more stands behind it, the less.
    pub(super) last_but_one: i64,
    /// A last line that is shorter than a short word looks like a mistake. A longer word that stands alone costs a part of it.
    pub(super) runt: i64,
    /// The most that a line costs for how it looks beside the one before it.
    pub(super) most_for_neighbours: i64,
}

/// More hyphens in a row are a ladder, which only a line that sticks out would justify.
pub(super) const LADDER: i64 = 5_000_000_000;

/// Two hyphens in a row in flush setting, in squares of badness. TeX takes 10,000; German divides twice as often as English, so it is
/// four times as dear: with that, of the source text's lines at 85 mm one in seven is divided.
pub(super) const FLUSH_ROW: i64 = 40_000;

/// A line that ends where no line should, in either manner: dearer than a ladder, and so few millimetres of sticking out that no
/// reader would mind them are still dearer than it.
pub(super) const EMERGENCY: i64 = 10_000_000_000;

/// For flush setting, in squares of badness. TeX takes 5,000 for a hyphen in the last line but one, and knows no runts.
pub(super) const FLUSH: Taste = Taste {
    last_but_one: 20_000,
    runt: 50_000,
    most_for_neighbours: FLUSH_MISMATCH,
};

/// Two hyphens in a row in ragged setting: as dear as a line that is half empty, whatever the measure. In a panel or on a page it
/// then does not happen; in a column of five centimetres, where the alternative is a rag with holes, it may.
pub(super) fn ragged_row(available: Length, em: Length) -> i64 {
    let half = hundredths(available / 2, em);
    half * half
}

/// For ragged setting, in squares of hundredths of an em. A runt and a part of a word alone in the last line are worth six ems,
/// since the lines above can nearly always share as much among them.
pub(super) const RAGGED: Taste = Taste {
    last_but_one: 400_000,
    runt: 400_000,
    most_for_neighbours: step(RAG_CLASSES_APART) + STAIR,
};

/// Ragged lines are of one class when they leave about as much white, in twelfths of the measure: two of these make the rag zone,
/// in which a rag may move without being seen.
pub(super) const RAG_CLASSES: i64 = 12;

/// The most classes that two lines can be apart.
pub(super) const RAG_CLASSES_APART: u8 = 3;

/// Three lines of which each is a class shorter, or each longer, than the one before: the eye joins their ends to a slope. Two
/// thirds of a plain hyphen, never dearer than one, since a word should not be divided for it. Measured on the source text when hyphens
/// cost two thirds of today's price: without it there are twice as many stairs at 50 and 60 mm, while twice the price buys hyphens and
/// no further stair.
pub(super) const STAIR: i64 = 70_000;

/// A line that is so many classes shorter or longer than the one before. One class is the rag; beyond, the white is squared already,
/// so this only says which of two equal sums is quieter. A hole has a step on both sides and pays twice.
pub(super) const fn step(classes: u8) -> i64 {
    let beyond = classes.saturating_sub(1) as i64;
    30_000 * beyond * beyond
}

/// So much of a cost as a length is of another.
pub(super) fn share(cost: i64, part: Length, whole: Length) -> i64 {
    cost * part.ratio(100, whole.units().max(1)).units().clamp(0, 100) / 100
}

/// The white at a ragged line's end that nobody minds, as a part of the measure; beyond it lines look broken off, and each bit
/// costs four times as much. German handbooks give a rag zone of a fifth to a seventh of the measure.
const RAG_ZONE: i64 = 6;

/// What one point of penalty weighs in squares of hundredths of an em: a plain hyphen is worth a line with a good three ems of white,
/// a seam's one of not quite two. Chosen by looking at the pages of both documents, and measured on the source text at 85 mm: at two
/// thirds of this weight half as many words more are divided, for a fifth less of squared white (`benches/BREAKS.md`).
const RAGGED_PENALTY: i64 = 2_200;

/// The runt's limit: shorter than this many ems is no line. Four ems are about eight letters, a word by itself.
pub(super) const RUNT_EMS: i64 = 4;

/// What a ragged line costs that has so much white at its end.
pub(super) fn ragged(slack: Length, measure: Length, em: Length) -> i64 {
    let white = hundredths(slack, em);
    let beyond = hundredths(slack - measure / RAG_ZONE, em);
    white * white + 3 * beyond * beyond
}

/// A length in hundredths of an em.
fn hundredths(length: Length, em: Length) -> i64 {
    length.ratio(100, em.units().max(1)).units().clamp(0, WORST)
}

/// What ending a ragged line at a place of this penalty costs.
pub(super) const fn ragged_penalty(penalty: i64) -> i64 {
    penalty * RAGGED_PENALTY
}

/// TeX's badness: a hundred times the cube of how much of the stretch or shrink is used. None when it cannot shrink so far.
pub(super) fn badness(slack: Length, stretch: Length, shrink: Length) -> Option<i64> {
    let (room, used) = if slack < Length::ZERO {
        (shrink, -slack)
    } else {
        (stretch, slack)
    };
    if used == Length::ZERO {
        return Some(0);
    }
    if slack < Length::ZERO && used > room {
        return None;
    }
    let thousandths = used.ratio(1000, room.units().max(1)).units().min(WORST);
    Some((thousandths * thousandths / 1000 * thousandths / 10_000).min(WORST))
}

/// TeX's demerits of a flush line.
pub(super) const fn flush(badness: i64, penalty: i64) -> i64 {
    (LINE + badness) * (LINE + badness) + penalty * penalty
}
