//! How long a file and a function may be: what does not fit on a screen is not read in one go.

use super::source::{Token, tokens};

/// The most lines of a file before its tests.
const FILE: usize = 400;
/// The most lines of a function, from its name to the bracket that closes it.
const FUNCTION: usize = 60;
/// What nine functions in ten keep to.
const SCREEN: usize = 35;

/// A function, with the lines that it takes.
#[derive(Debug, PartialEq, Eq)]
struct Function {
    name: String,
    line: usize,
    lines: usize,
}

#[test]
fn files_and_functions_fit_on_a_screen() {
    let mut too_long = Vec::new();
    let (mut all, mut tall) = (0, 0);
    for (place, text) in super::program() {
        let lines = before_its_tests(&text).lines().count();
        if lines > FILE {
            too_long.push(format!("src/{place}: {lines} lines"));
        }
        for function in functions(&text) {
            let Function { name, line, lines } = function;
            all += 1;
            tall += usize::from(lines > SCREEN);
            if lines > FUNCTION {
                too_long.push(format!("src/{place}:{line}: {name} takes {lines} lines"));
            }
        }
    }
    assert!(all > 3000, "only {all} functions in src");
    assert!(too_long.is_empty(), "{}", too_long.join("\n"));
    assert!(
        tall * 10 <= all,
        "{tall} of {all} functions take more than {SCREEN} lines"
    );
}

/// A source without the tests at its end.
fn before_its_tests(source: &str) -> &str {
    let tests = source.find("\n#[cfg(test)]\nmod tests {");
    tests.map_or(source, |tests| &source[..=tests])
}

/// The functions of a source that have a body, those within others too, without those of its tests.
fn functions(source: &str) -> Vec<Function> {
    let tokens = tokens(before_its_tests(source));
    let named = tokens.windows(2).enumerate();
    let named = named.filter(|(_, pair)| pair[0].is("fn") && pair[1].is_word());
    named
        .filter_map(|(at, pair)| {
            Some(Function {
                name: pair[1].text.clone(),
                line: pair[0].line,
                lines: last_line(&tokens[at..])? - pair[0].line + 1,
            })
        })
        .collect()
}

/// The line on which a body ends; none for a function of a trait that has none.
fn last_line(tokens: &[Token]) -> Option<usize> {
    let mut open = Vec::new();
    for token in tokens {
        if ["(", "[", "{"].iter().any(|bracket| token.is(bracket)) {
            open.push(token.text.as_str());
        } else if [")", "]", "}"].iter().any(|bracket| token.is(bracket)) {
            let opened = open.pop();
            if open.is_empty() && opened == Some("{") {
                return Some(token.line);
            }
        } else if token.is(";") && open.is_empty() {
            return None;
        }
    }
    None
}

#[test]
fn the_lines_of_a_function_are_counted_to_its_last_bracket() {
    let source = concat!(
        "trait One { fn bare(&self, of: [u8; 2]) -> u8; }\n",
        "fn short() {}\n",
        "pub const fn long<'a>(\n    text: &'a str,\n) -> [u8; 2]\nwhere\n    u8: Copy,\n{\n",
        "    // No end: }\n    let end = '}';\n    fn within() {\n        \"}\";\n    }\n    [0; 2]\n}\n",
        "fn given(f: fn(u8) -> u8) {\n}\n",
        "\n#[cfg(test)]\nmod tests {\n    fn of_a_test() {\n    }\n}\n",
    );
    let found = functions(source).into_iter();
    let found: Vec<_> = found.map(|one| (one.name, one.line, one.lines)).collect();
    let expected = [
        ("short", 2, 1),
        ("long", 3, 13),
        ("within", 11, 3),
        ("given", 16, 2),
    ];
    assert_eq!(
        found,
        expected.map(|(name, line, lines)| (name.to_owned(), line, lines))
    );
}
