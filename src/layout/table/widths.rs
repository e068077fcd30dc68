//! How wide the columns of a table are. Those with a width have it; those without share what is left: every column gets its longest word
//! first, then, as far as there is room, all that its lines need in one piece. Columns with a share take what the others leave.

use super::Cells;
use crate::geom::Length;
use crate::layout::element::TextElement;
use crate::story::ColumnWidth;
use crate::style::ParagraphStyle;
use crate::text::Setter;

/// The columns of a table, measured once for frames of any width.
pub(in crate::layout) struct Columns {
    columns: Vec<Column>,
    /// Between two columns.
    gap: Length,
}

/// What a column needs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Need {
    /// The longest piece that cannot be divided even with a hyphen.
    piece: Length,
    /// The longest word.
    word: Length,
    /// The longest cell, in one line.
    whole: Length,
}

#[derive(Clone, Copy, Debug)]
struct Column {
    width: ColumnWidth,
    need: Need,
}

impl Need {
    /// What a cell needs, what stands beside its lines included.
    fn of(cell: &TextElement, style: &ParagraphStyle, setter: &mut Setter<'_>) -> Self {
        let beside = style.indent + style.first_indent.at_least_zero() + style.indent_end;
        Self {
            piece: cell.prepared.longest_piece() + beside,
            word: cell.prepared.longest_word() + beside,
            whole: cell.prepared.width(setter) + beside,
        }
    }

    /// What two cells of a column need.
    fn max(self, other: Self) -> Self {
        Self {
            piece: self.piece.max(other.piece),
            word: self.word.max(other.word),
            whole: self.whole.max(other.whole),
        }
    }
}

impl Columns {
    fn new(columns: impl IntoIterator<Item = (ColumnWidth, Need)>, gap: Length) -> Self {
        let columns = columns.into_iter().map(|(width, need)| Column { width, need });
        Self {
            columns: columns.collect(),
            gap,
        }
    }

    /// The same columns about other cells.
    pub(in crate::layout) fn measured_anew<'c>(
        &self,
        gap: Length,
        rows: impl Iterator<Item = &'c Cells>,
        setter: &mut Setter<'_>,
    ) -> Self {
        let widths: Vec<ColumnWidth> = self.columns.iter().map(|column| column.width).collect();
        Self::measured(&widths, gap, rows, setter)
    }

    /// Columns as wide as their widest cells need.
    pub(in crate::layout) fn measured<'c>(
        widths: &[ColumnWidth],
        gap: Length,
        rows: impl Iterator<Item = &'c Cells>,
        setter: &mut Setter<'_>,
    ) -> Self {
        let mut needs = vec![Need::default(); widths.len()];
        for row in rows {
            for (need, text) in needs.iter_mut().zip(&row.texts) {
                *need = need.max(Need::of(text, &row.style, setter));
            }
        }
        Self::new(widths.iter().copied().zip(needs), gap)
    }

    /// What lies between two columns.
    pub(in crate::layout) const fn gap(&self) -> Length {
        self.gap
    }

    /// How wide each column is in a frame of this width.
    pub(in crate::layout) fn widths(&self, frame: Length) -> Vec<Length> {
        let fixed = self.columns.iter().map(|column| match column.width {
            ColumnWidth::Fixed(width) => width,
            ColumnWidth::Share(_) => column.need.word,
            ColumnWidth::Content => Length::ZERO,
        });
        let left = frame - self.gaps() - fixed.sum::<Length>();
        let content = self.content(left);
        let left = left - content.iter().copied().sum::<Length>();
        self.shared(content, left)
    }

    /// The width of a whole table with columns of these widths.
    pub(in crate::layout) fn total(&self, widths: &[Length]) -> Length {
        widths.iter().copied().sum::<Length>() + self.gaps()
    }

    /// Where each column begins, from the start of the table.
    pub(in crate::layout) fn starts(&self, widths: &[Length]) -> Vec<Length> {
        let mut next = Length::ZERO;
        let starts = widths.iter().map(|width| {
            let start = next;
            next += *width + self.gap;
            start
        });
        starts.collect()
    }

    fn gaps(&self) -> Length {
        self.gap * (self.columns.len() as i64 - 1).max(0)
    }

    /// The widths of the columns that are as wide as their content needs, when there is so much for all of them; nothing for the others.
    fn content(&self, room: Length) -> Vec<Length> {
        let needs: Vec<Need> = self
            .columns
            .iter()
            .map(|column| match column.width {
                ColumnWidth::Content => column.need,
                ColumnWidth::Fixed(_) | ColumnWidth::Share(_) => Need::default(),
            })
            .collect();
        let sum = |of: &dyn Fn(&Need) -> Length| needs.iter().map(of).sum::<Length>();
        let (pieces, words, whole) = (
            sum(&|need| need.piece),
            sum(&|need| need.word),
            sum(&|need| need.whole),
        );
        needs
            .iter()
            .map(|need| {
                if room >= whole {
                    need.whole
                } else if room >= words {
                    between(need.word, need.whole, room - words, whole - words)
                } else if room >= pieces {
                    between(need.piece, need.word, room - pieces, words - pieces)
                } else {
                    need.piece
                }
            })
            .collect()
    }

    /// All widths, when columns with a share divide what is left.
    fn shared(&self, content: Vec<Length>, left: Length) -> Vec<Length> {
        let shares = self.columns.iter().map(|column| match column.width {
            ColumnWidth::Share(share) => i64::from(share),
            ColumnWidth::Fixed(_) | ColumnWidth::Content => 0,
        });
        let shares = shares.sum::<i64>().max(1);
        let words = self.columns.iter().map(|column| match column.width {
            ColumnWidth::Share(_) => column.need.word,
            ColumnWidth::Fixed(_) | ColumnWidth::Content => Length::ZERO,
        });
        let room = left + words.sum::<Length>();
        // Each share ends where all up to it end, so that they fill the room to the unit.
        let mut taken = 0;
        let columns = self.columns.iter().zip(content);
        columns
            .map(|(column, content)| match column.width {
                ColumnWidth::Fixed(width) => width,
                ColumnWidth::Content => content,
                // Beside one that is wider than its share, the others still keep their longest words.
                ColumnWidth::Share(share) if left >= Length::ZERO => {
                    let start = room.ratio(taken, shares);
                    taken += i64::from(share);
                    room.ratio(taken, shares) - start
                }
                ColumnWidth::Share(_) => column.need.word,
            })
            .collect()
    }
}

/// From `least` on towards `most`, so much of the way.
fn between(least: Length, most: Length, part: Length, of: Length) -> Length {
    least + (most - least).ratio(part.units(), of.units().max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(columns: &[(ColumnWidth, [i64; 3])]) -> Columns {
        let needs = columns.iter().map(|(width, [piece, word, whole])| {
            let need = Need {
                piece: Length::pt(*piece),
                word: Length::pt(*word),
                whole: Length::pt(*whole),
            };
            (*width, need)
        });
        Columns::new(needs, Length::pt(10))
    }

    fn widths(of: &Columns, frame: i64) -> Vec<i64> {
        let widths = of.widths(Length::pt(frame));
        widths.iter().map(|width| width.to_pt().round() as i64).collect()
    }

    #[test]
    fn columns_are_no_wider_than_their_content() {
        let two = columns(&[
            (ColumnWidth::Content, [10, 20, 50]),
            (ColumnWidth::Content, [10, 20, 100]),
        ]);
        assert_eq!(widths(&two, 500), [50, 100]);
    }

    #[test]
    fn where_there_is_less_room_the_needier_column_gets_more() {
        let two = columns(&[
            (ColumnWidth::Content, [10, 20, 50]),
            (ColumnWidth::Content, [10, 20, 100]),
        ]);
        assert_eq!(widths(&two, 105), [35, 60]);
        assert_eq!(widths(&two, 40), [15, 15]);
        assert_eq!(widths(&two, 5), [10, 10]);
    }

    #[test]
    fn widths_and_shares_are_kept() {
        let three = columns(&[
            (ColumnWidth::Fixed(Length::pt(40)), [10, 20, 50]),
            (ColumnWidth::Share(1), [10, 20, 100]),
            (ColumnWidth::Share(3), [10, 20, 100]),
        ]);
        assert_eq!(widths(&three, 260), [40, 50, 150]);
    }

    #[test]
    fn shares_fill_their_room_to_the_unit() {
        let thirds = columns(&[(ColumnWidth::Share(1), [1, 1, 1]); 3]);
        for units in 0..7 {
            let frame = Length::pt(100) + Length::from_units(units);
            assert_eq!(thirds.total(&thirds.widths(frame)), frame);
        }
    }

    #[test]
    fn no_frame_makes_a_table_wider_than_itself_where_its_pieces_fit() {
        let table = columns(&[
            (ColumnWidth::Content, [7, 31, 230]),
            (ColumnWidth::Content, [12, 12, 12]),
            (ColumnWidth::Content, [3, 90, 91]),
        ]);
        for frame in 42..420 {
            let widths = table.widths(Length::pt(frame));
            assert!(table.total(&widths) <= Length::pt(frame), "{frame}");
        }
    }
}
