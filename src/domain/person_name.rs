//! The parts of a name: titles before it, the given and the family name, and what was earned or tells a parent from a
//! child behind it.

use super::search::folded;

/// What stands before a name and is none.
const TITLES: [&str; 19] = [
    "dr",
    "prof",
    "professor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "herr",
    "frau",
    "dipl",
    "sir",
    "dame",
    "mme",
    "mlle",
    "senor",
    "senora",
    "dres",
    "doctor",
];
/// What is a title only with a dot, or in one word with another: Ing and Phil are names too.
const SHORTENED: [&str; 17] = [
    "ing", "med", "phil", "rer", "nat", "jur", "habil", "h", "c", "hc", "mag", "rev", "hon", "hr",
    "fr", "univ", "pd",
];
/// What was earned and stands behind a name, without its dots.
const CREDENTIALS: [&str; 44] = [
    "cpa", "pmp", "md", "phd", "dphil", "edd", "jd", "esq", "mba", "emba", "cfa", "acca", "aca",
    "fca", "cisa", "cissp", "csm", "pe", "rn", "np", "mph", "mpa", "msc", "bsc", "ma", "ba", "bs",
    "ms", "meng", "beng", "llm", "llb", "dds", "dvm", "mfa", "mpp", "phr", "sphr", "shrm", "cp",
    "pmi", "acp", "frcp", "obe",
];
/// What tells a parent from a child of one name.
pub(in crate::domain) const GENERATIONS: [&str; 9] = [
    "jr", "jun", "junior", "sr", "sen", "senior", "ii", "iii", "iv",
];
/// What says that a name is that of a firm.
const FIRMS: [&str; 8] = ["inc", "llc", "ltd", "gmbh", "corp", "co", "plc", "ag"];
/// What stands last in what a firm is called, and hardly in what a person is.
const KINDS_OF_FIRM: [&str; 30] = [
    "limited",
    "incorporated",
    "corporation",
    "company",
    "sa",
    "sl",
    "se",
    "kg",
    "bv",
    "nv",
    "ab",
    "oy",
    "aps",
    "srl",
    "sarl",
    "spa",
    "llp",
    "ug",
    "works",
    "labs",
    "group",
    "partners",
    "bank",
    "holding",
    "consulting",
    "ventures",
    "capital",
    "studios",
    "systems",
    "solutions",
];
/// A first name has at most so many words.
const MOST_FIRST_NAMES: usize = 3;

/// A name in its parts, each as it is written.
#[derive(PartialEq, Eq)]
pub struct PersonName<'name> {
    /// "Prof.", "Dr."
    pub titles: Vec<&'name str>,
    /// All but the family name.
    pub given: Vec<&'name str>,
    /// The last word; of "García Márquez, Gabriel" what stands before the comma. Empty for a name of one word.
    pub family: Vec<&'name str>,
    /// "CPA", "Jr."
    pub behind: Vec<&'name str>,
}

impl<'name> PersonName<'name> {
    /// A name, as it is written.
    #[must_use]
    pub fn of(name: &'name str) -> Self {
        let (name, mut behind) = without_what_is_behind(name);
        let (mut given, mut family): (Vec<_>, Vec<_>) = match last_and_first(name) {
            Some((last, first)) => (
                first.split_whitespace().collect(),
                last.split_whitespace().collect(),
            ),
            None => (name.split_whitespace().collect(), Vec::new()),
        };
        let before = given.iter().take_while(|word| is_title(word)).count();
        let is_nothing_but_titles = before == given.len() && family.is_empty();
        let titles = given
            .drain(..if is_nothing_but_titles { 0 } else { before })
            .collect();
        while family.is_empty() && given.len() > 2 {
            match given.pop() {
                Some(last) if is_in_capitals(last) && is_credential(last) => behind.insert(0, last),
                last => {
                    given.extend(last);
                    break;
                }
            }
        }
        if family.is_empty() && given.len() > 1 {
            family.extend(given.pop());
        }
        Self {
            titles,
            given,
            family,
            behind,
        }
    }

    /// The name that stands alone in a sentence.
    fn first(&self) -> Option<&'name str> {
        let first = self.given.first().or(self.family.first())?;
        Some(first.trim_end_matches(',')).filter(|first| !first.is_empty())
    }
}

/// The name that stands alone in a sentence: the first word that is no title, with a number that follows it, as in
/// "Person 2"; the whole name, where it is nothing but titles.
#[must_use]
pub fn first_name(name: &str) -> &str {
    if let Some((_, number)) = name.split_once(' ')
        && !number.is_empty()
        && number.bytes().all(|byte| byte.is_ascii_digit())
    {
        return name;
    }
    let whole = name.trim_end_matches([',', ' ']);
    let is_title_alone = whole.split_whitespace().all(is_title);
    let first = PersonName::of(name).first().filter(|_| !is_title_alone);
    first.unwrap_or(if whole.is_empty() { name } else { whole })
}

/// "Müller, Jürgen" as "Jürgen Müller"; every other name as it is.
#[must_use]
pub fn in_order(name: &str) -> String {
    let (before, behind) = without_what_is_behind(name);
    let Some((last, first)) = last_and_first(before) else {
        return name.to_owned();
    };
    let mut ordered = format!("{first} {last}");
    for word in behind {
        ordered.push_str(", ");
        ordered.push_str(word);
    }
    ordered
}

/// A name without titles and without what was earned, in order; the name itself, where nothing else is left. Jr. stays:
/// a child is somebody else.
#[must_use]
pub fn bare(name: &str) -> String {
    let parts = PersonName::of(name);
    let is_generation = |word: &&&str| is_of(&GENERATIONS, word);
    let words = parts.given.iter().chain(&parts.family);
    let words = words.filter(|word| !is_title(word));
    let words: Vec<&str> = words
        .chain(parts.behind.iter().filter(is_generation))
        .map(|word| word.trim_matches(','))
        .collect();
    let bare = words.join(" ");
    if bare.trim().is_empty() {
        name.to_owned()
    } else {
        bare
    }
}

/// Whether what is called so is a firm, by its last word: "Blue Harbor Ltd". A word of two letters counts in capitals or with
/// a dot, as Sa and Ab are names too.
pub(in crate::domain) fn is_of_a_firm(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let last = words.next_back().filter(|_| words.next().is_some());
    last.is_some_and(|last| {
        let is_short = last.chars().filter(|sign| sign.is_alphabetic()).count() < 3;
        (is_of(&FIRMS, last) || is_of(&KINDS_OF_FIRM, last))
            && (!is_short || is_in_capitals(last) || last.ends_with('.'))
    })
}

/// Whether a word stands before a name and is none.
fn is_title(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let is_dotted = word.ends_with('.');
    let small = folded(word);
    let mut parts = small.split(['.', '-']).filter(|part| !part.is_empty());
    let is_short = |part: &str| SHORTENED.contains(&part);
    match (parts.next(), parts.next()) {
        (None, _) => false,
        (Some(only), None) => {
            TITLES.contains(&only) || (is_dotted && is_short(only) && only.len() > 1)
        }
        (Some(first), Some(second)) => {
            let is_one = |part: &str| TITLES.contains(&part) || is_short(part);
            is_one(first) && is_one(second) && parts.all(is_one)
        }
    }
}

/// Whether a word of a name is a title, where the words are parted at every sign.
pub(in crate::domain) fn is_title_word(folded: &str) -> bool {
    TITLES.contains(&folded)
}

/// Ma and Ba are names too, and MA and B.A. are none.
fn is_credential(word: &str) -> bool {
    let letters: String = word
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let is_short = letters.len() <= 2;
    let all = |part: &str| CREDENTIALS.contains(&folded(part).as_str());
    let is_one = all(&letters) || (word.contains('-') && word.split('-').all(all));
    is_one && (!is_short || letters.chars().all(char::is_uppercase))
}

fn is_in_capitals(word: &str) -> bool {
    word.chars().filter(|letter| letter.is_uppercase()).count() > 1
}

fn is_of(list: &[&str], word: &str) -> bool {
    list.contains(&folded(word.trim_matches(['.', ','])).as_str())
}

/// A name up to the commas behind which only what was earned stands; and that.
fn without_what_is_behind(name: &str) -> (&str, Vec<&str>) {
    let mut before = name.trim();
    let mut behind = Vec::new();
    while let Some((rest, last)) = before.rsplit_once(',') {
        let mut words = last.split_whitespace();
        if rest.trim().is_empty()
            || !words.all(|word| is_credential(word) || is_of(&GENERATIONS, word))
        {
            break;
        }
        behind.splice(0..0, last.split_whitespace());
        before = rest.trim_end();
    }
    (before, behind)
}

/// Both sides of the only comma, where what stands behind it can be a first name.
fn last_and_first(name: &str) -> Option<(&str, &str)> {
    let (last, first) = name.split_once(',')?;
    let (last, first) = (last.trim(), first.trim());
    let words = || first.split_whitespace().filter(|word| !is_title(word));
    let is_name = |word: &str| {
        word.starts_with(|letter: char| letter.is_alphabetic() && !letter.is_lowercase())
    };
    let is_firm = |word: &str| is_of(&FIRMS, word);
    let is_first = (1..=MOST_FIRST_NAMES).contains(&words().count())
        && words().all(|word| is_name(word) && !is_firm(word))
        && !first.contains([',', '&']);
    (is_first && last.chars().any(char::is_alphabetic) && !last.contains('&'))
        .then_some((last, first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_that_stands_alone_is_no_title() {
        for (name, first) in [
            ("Jürgen Müller", "Jürgen"),
            ("Dr. Jürgen Müller", "Jürgen"),
            ("Prof. Dr. h.c. Jürgen Müller", "Jürgen"),
            ("Dr. med. Ana Li", "Ana"),
            ("Dipl.-Ing. Ana Li", "Ana"),
            ("Frau Dr. Weber", "Weber"),
            ("Sir Tim Doe", "Tim"),
            ("Müller, Jürgen", "Jürgen"),
            ("Müller, Dr. Jürgen", "Jürgen"),
            ("Whitfield, Dana, CPA", "Dana"),
            ("Dana Whitfield, CPA", "Dana"),
            ("Dana, CPA", "Dana"),
            ("One, Two, Three", "One"),
            ("Phil Collins", "Phil"),
            ("Ing Chan", "Ing"),
            ("Person 2", "Person 2"),
            ("Dr.", "Dr."),
            ("Prof. Dr.", "Prof. Dr."),
            ("Dr., ", "Dr."),
            ("Cher", "Cher"),
            (",", ","),
            ("", ""),
        ] {
            assert_eq!(first_name(name), first, "{name}");
        }
    }

    #[test]
    fn the_last_name_first_is_put_in_order_and_nothing_else() {
        for (name, ordered) in [
            ("Müller, Jürgen", "Jürgen Müller"),
            (
                "García Márquez, Gabriel José",
                "Gabriel José García Márquez",
            ),
            ("Whitfield, Dana, CPA", "Dana Whitfield, CPA"),
            ("Li, Ma", "Ma Li"),
            ("田中, 美咲", "美咲 田中"),
        ] {
            assert_eq!(in_order(name), ordered);
        }
        for name in [
            "Dana Whitfield, CPA",
            "Ana Silva, PMP",
            "Ana Li, M.D.",
            "Ana Li, PhD",
            "John Doe, Jr.",
            "John Doe, MBA, PMP",
            "Ana Li, MA",
            "Acme, Inc.",
            "Smith, Wesson & Co",
            "Ana Li, head of sales",
            "One, Two, Three",
            "Li,",
            ",",
            "Ana Li",
        ] {
            assert_eq!(in_order(name), name);
        }
    }

    #[test]
    fn a_bare_name_is_the_same_with_and_without_what_stands_around_it() {
        for (name, left) in [
            ("Dr. Jürgen Müller", "Jürgen Müller"),
            ("Müller, Dr. Jürgen", "Jürgen Müller"),
            ("Dana Whitfield, CPA", "Dana Whitfield"),
            ("Dana Whitfield MBA", "Dana Whitfield"),
            ("Ana Silva, PMP", "Ana Silva"),
            ("Ana Silva, PMI-ACP", "Ana Silva"),
            ("John Doe, Jr.", "John Doe Jr."),
            ("Dr.", "Dr."),
        ] {
            assert_eq!(bare(name), left);
        }
    }
}
