//! Twelve awkward cards, each looked at for what it becomes.

use goodword::domain::contact::Birthday;

use super::{Desk, card, refusal};

macro_rules! import_card {
    ($desk:ident, $file:literal) => {
        $desk.import(&[($file, include_bytes!(concat!("cards/", $file)))])
    };
}

#[test]
fn quoted_printable_of_an_old_phone() {
    let mut desk = Desk::new();
    import_card!(desk, "01_quoted_printable.vcf");
    let person = desk.person("Sören Böhm");
    assert_eq!(
        person.notes,
        "met at the harbour\nand owes me a map: the old one"
    );
    assert_eq!(
        person.role, "Café owner",
        "UTF-8 although no charset is named"
    );
    assert_eq!(person.phones, ["+49 171 2345678"]);
    assert_eq!(person.emails, ["soeren@harbour.example"]);
}

#[test]
fn groups_and_a_birthday_without_its_year() {
    let mut desk = Desk::new();
    import_card!(desk, "02_apple.vcf");
    let person = desk.person("Ngozi Okafor");
    assert_eq!(person.organisation, "Lathe, Bolt & Co.");
    assert_eq!(
        person.emails,
        ["ngozi@lathe.example", "private@okafor.example"],
        "the preferred one first"
    );
    let expected = Birthday {
        year: None,
        month: 3,
        day: 9,
    };
    assert_eq!(person.birthday, Some(expected));
    assert_eq!(person.urls, ["https://www.linkedin.com/in/ngoziokafor"]);
}

#[test]
fn a_card_of_google() {
    let mut desk = Desk::new();
    import_card!(desk, "03_google.vcf");
    let person = desk.person("Pat O'Hara");
    assert_eq!(person.nicknames, ["Patch", "Paddy"]);
    assert_eq!(person.phones, ["+1 555-0199", "+1 555-0198"]);
    assert_eq!(person.organisation, "Initrode");
    assert_eq!(person.urls, ["http://profiles.example/5678"]);
    assert_eq!(person.notes, "first line\nsecond, with comma; and semi");
    assert_eq!(person.tags, ["Climbing"], "what everybody has is no label");
    let expected = Birthday {
        year: None,
        month: 5,
        day: 31,
    };
    assert_eq!(person.birthday, Some(expected));
}

#[test]
fn a_folded_photo_is_left_out() {
    let mut desk = Desk::new();
    import_card!(desk, "04_folded_photo.vcf");
    assert_eq!(
        desk.person("Foto Graf").notes,
        "A note that goes on and on and is folded in the middle of a word and once more after a space"
    );
}

#[test]
fn a_missing_name_is_built() {
    let mut desk = Desk::new();
    let plan = import_card!(desk, "05_no_formatted_name.vcf");
    assert_eq!(desk.person("Ida May Marsh").phones, ["456"]);
    assert_eq!(desk.person("Quarry Ltd").organisation, "Quarry Ltd");
    assert_eq!(
        desk.person("only.address").emails,
        ["only.address@mail.example"]
    );
    assert_eq!(
        plan.rejected[0].to_string(),
        "05_no_formatted_name.vcf:15: this card has no name, no organisation and no e-mail address"
    );
}

#[test]
fn version_four() {
    let mut desk = Desk::new();
    import_card!(desk, "06_version_4.vcf");
    let person = desk.person("Chloë 山田 R");
    assert_eq!(person.phones, ["+33-09-87-65-43"]);
    let expected = Birthday {
        year: Some(1979),
        month: 6,
        day: 20,
    };
    assert_eq!(person.birthday, Some(expected));
    assert_eq!(
        person.source_uid.as_deref(),
        Some("urn:uuid:7d9c1b52-5a6e-4c52-9f31-0c2b1a4f8e77")
    );
}

#[test]
fn two_cards_with_line_feeds_alone() {
    let mut desk = Desk::new();
    import_card!(desk, "07_line_feeds_only.vcf");
    assert!(desk.person("Uno First").emails.is_empty());
    assert_eq!(desk.person("Duo Second").emails, ["duo@two"]);
}

#[test]
fn an_old_photo_ends_at_an_empty_line() {
    let mut desk = Desk::new();
    import_card!(desk, "08_old_photo.vcf");
    assert_eq!(desk.person("Vintage Handset").phones, ["17"]);
}

#[test]
fn a_card_that_is_cut_off_gives_its_whole_lines() {
    let mut desk = Desk::new();
    let plan = import_card!(desk, "09_cut_off.vcf");
    let person = desk.person("Half Way");
    assert_eq!(person.emails, ["half@way.example"]);
    assert!(person.phones.is_empty(), "half a number is none");
    assert_eq!(
        plan.remarks,
        [
            "09_cut_off.vcf:1: the card of Half Way is cut off (no END:VCARD); what stands there went in"
        ]
    );
}

#[test]
fn a_byte_order_mark_and_outlook() {
    let mut desk = Desk::new();
    import_card!(desk, "10_mark_outlook.vcf");
    let person = desk.person("Agnès Lefèvre");
    assert_eq!(person.organisation, "Société Forêt");
    assert_eq!(person.role, "Directrice");
    assert_eq!(person.emails, ["agnes@foret.example"]);
}

#[test]
fn a_garbage_line_costs_only_itself() {
    let mut desk = Desk::new();
    import_card!(desk, "11_garbage_line.vcf");
    assert_eq!(desk.person("Odd Lines").emails, ["odd@lines"]);
}

#[test]
fn latin_1_bytes_with_and_without_a_word_on_it() {
    let mut desk = Desk::new();
    import_card!(desk, "12_latin_1.vcf");
    assert_eq!(desk.person("Günter Strauß").organisation, "Nähwerk");
}

#[test]
fn utf_16_with_and_without_its_mark() {
    let text = card("FN:Þóra Jónsdóttir\r\nEMAIL:thora@is.example\r\n");
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let marked_little = [b"\xff\xfe", little.as_slice()].concat();
    let marked_big = [b"\xfe\xff", big.as_slice()].concat();
    for bytes in [little, big, marked_little, marked_big] {
        let mut desk = Desk::new();
        desk.import(&[("wide.vcf", &bytes)]);
        assert_eq!(desk.person("Þóra Jónsdóttir").emails, ["thora@is.example"]);
    }
}

#[test]
fn one_file_in_several_encodings() {
    let mut bytes = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=SHIFT_JIS:".to_vec();
    bytes.extend(b"\x8eR\x93c\r\nORG:M\xfcller\r\nTITLE:Caf\xc3\xa9\r\nEND:VCARD\r\n");
    let mut desk = Desk::new();
    desk.import(&[("mixed.vcf", &bytes)]);
    let person = desk.person("山田");
    assert_eq!(
        (person.organisation.as_str(), person.role.as_str()),
        ("Müller", "Café")
    );
}

#[test]
fn a_card_without_an_end_does_not_swallow_the_next() {
    let mut desk = Desk::new();
    let text = format!(
        "BEGIN:VCARD\nVERSION:3.0\nFN:First\nEMAIL:a@b\n{}",
        card("FN:Second\r\n")
    );
    let plan = desk.import_text(&text);
    assert_eq!(plan.people.new.len(), 2);
    assert_eq!(desk.person("First").emails, ["a@b"]);
    assert!(desk.person("Second").emails.is_empty());
}

#[test]
fn what_is_no_address_book_is_refused_with_a_way_on() {
    const NEXT: &str = "; export your contacts as vCard (.vcf) or CSV, or your calendar as iCalendar (.ics), and import that";
    assert_eq!(refusal(b""), format!("file.txt: this file is empty{NEXT}"));
    assert_eq!(
        refusal(b"\n \n"),
        format!("file.txt: this file is empty{NEXT}")
    );
    assert_eq!(
        refusal(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        format!("file.txt: this file holds no text{NEXT}")
    );
    assert_eq!(
        refusal(b"Dear Ana,\nmany thanks\n"),
        format!("file.txt: this file is no vCard, no iCalendar file and no table of people{NEXT}")
    );
}
