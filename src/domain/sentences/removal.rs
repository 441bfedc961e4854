//! What goes along when somebody is removed.

use super::counted;
use crate::domain::removal::Along;

/// What is worth knowing before a promise is deleted.
pub const OF_A_PROMISE: &str =
    "A promise that ended is part of the record; deleting is for one that was never made.";

/// "with 3 promises, 2 talks": what goes along with people.
#[must_use]
pub fn going_along(along: Along) -> String {
    let counts = [
        (along.promises, "promise"),
        (along.talks, "talk"),
        (along.invites, "invite"),
        (along.other, "other note"),
    ];
    let parts: Vec<String> = counts
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| counted(number, what))
        .collect();
    if parts.is_empty() {
        "nothing else hangs on it".to_owned()
    } else {
        format!("with {}", parts.join(", "))
    }
}
