//! `Debug` for what holds text of the book: it shows no word of it, wherever it is printed - in a log, in a panic, in a
//! failing test of somebody who tries their own book.
//!
//! Shown is what is named: ids, days, states and numbers. Of a text that is named, only its length shows, which is
//! enough to see that two differ. What is not named does not show, so that a field added later hides until somebody
//! decides otherwise. A type that holds text and derives `Debug` is refused by `tests/layers`.

use std::fmt;

/// `redacted!(Talk: id, on; note)` shows the id, the day and the length of the note.
///
/// `redacted!(enum Known: Nobody, Contact(id), Outside {}, Blocked { since })` shows of each variant its name and what is
/// named of it: the id, nothing, the day.
macro_rules! redacted {
    ($type:ident: $($shown:ident),* $(; $($text:tt),+)?) => {
        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.debug_struct(stringify!($type))
                    $(.field(stringify!($shown), &self.$shown))*
                    $($(.field(
                        stringify!($text),
                        &$crate::domain::redacted::Length(self.$text.len()),
                    ))+)?
                    .finish_non_exhaustive()
            }
        }
    };
    (enum $type:ident: $($variant:ident $(($($part:ident),+))? $({ $($shown:ident),* })?),+) => {
        impl ::std::fmt::Debug for $type {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(Self::$variant $(($($part),+))? $({ $($shown,)* .. })? => f
                        .debug_struct(stringify!($variant))
                        $($(.field(stringify!($part), $part))+)?
                        $($(.field(stringify!($shown), $shown))*)?
                        .finish(),)+
                }
            }
        }
    };
}
pub(crate) use redacted;

/// How long a text or a list of texts is: all of it that shows.
pub(crate) struct Length(pub(crate) usize);

impl fmt::Debug for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "•{}", self.0)
    }
}
