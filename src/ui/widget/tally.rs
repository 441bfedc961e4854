//! What stands at the right of a list's title: how many are marked, how many are shown, and by which filter.

use crate::app::pane::Filter;

/// How many rows are marked, and how many of them are in no row.
#[derive(Clone, Copy, Default)]
pub(in crate::ui) struct Marked {
    pub(in crate::ui) all: usize,
    pub(in crate::ui) out_of_sight: usize,
}

/// "3 marked (1 not in sight), 5 of 24 · / tag:ny"; without a filter what the list says of itself.
pub(in crate::ui) fn tally(
    marked: Marked,
    filter: &Filter,
    (shown, all): (usize, usize),
    usual: String,
) -> String {
    let listed = if filter.is_set() {
        format!("{shown} of {all} · / {}", filter.text())
    } else {
        usual
    };
    match marked {
        Marked { all: 0, .. } => listed,
        Marked {
            all,
            out_of_sight: 0,
        } => format!("{all} marked, {listed}"),
        Marked { all, out_of_sight } => {
            format!("{all} marked ({out_of_sight} not in sight), {listed}")
        }
    }
}
