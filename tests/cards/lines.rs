//! Cards as they are written.

use goodword::domain::contact::Birthday;
use goodword::export::vcard::{Version, card};

use super::shell::{ana, somebody};

#[test]
fn a_card_of_version_4() {
    let mut ana = ana();
    ana.birthday = Some(Birthday {
        year: None,
        month: 2,
        day: 29,
    });
    assert_eq!(
        card(&ana, Version::Four),
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:00000000000000000000000007\r\nFN:Ana Lia Silva\r\nN:Silva;Ana Lia;;;\r\n\
         NICKNAME:Nana\r\nORG:Lumen\r\nTITLE:Director\r\nEMAIL;PREF=1:ana@lumen.example\r\nEMAIL:ana@home.example\r\n\
         TEL:+49 30 1234\r\nURL:https://lumen.example/ana?a=1,2;b\r\nBDAY:--0229\r\nCATEGORIES:climbing,a\\, b\r\n\
         NOTE:Prefers mornings\\;\\nnever \"late\"\\, she says.\r\nEND:VCARD\r\n"
    );
}

#[test]
fn a_card_of_version_3() {
    let mut cher = somebody(8, "Cher");
    cher.source_uid = Some("urn:uuid:1".to_owned());
    cher.phones = vec!["1".to_owned(), "2".to_owned()];
    cher.birthday = Some(Birthday {
        year: None,
        month: 5,
        day: 20,
    });
    assert_eq!(
        card(&cher, Version::Three),
        "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:urn:uuid:1\r\nFN:Cher\r\nN:;Cher;;;\r\nTEL;TYPE=VOICE,PREF:1\r\nTEL:2\r\n\
         BDAY;VALUE=DATE;X-APPLE-OMIT-YEAR=1604:1604-05-20\r\nEND:VCARD\r\n"
    );
}

#[test]
fn a_day_that_is_none_is_left_out() {
    for (year, month, day) in [
        (Some(2025), 2, 29),
        (None, 13, 1),
        (None, 0, 0),
        (Some(i32::MAX), 2, 30),
    ] {
        let mut cher = somebody(8, "Cher");
        cher.birthday = Some(Birthday { year, month, day });
        for version in [Version::Three, Version::Four] {
            assert!(!card(&cher, version).contains("BDAY"));
        }
    }
}

#[test]
fn titles_and_what_was_earned_have_their_own_place_and_a_firm_has_no_given_name() {
    for (name, firm, parts) in [
        (
            "Dr. Jürgen Müller",
            "Nordlicht",
            "N:Müller;Jürgen;;Dr.;\r\n",
        ),
        ("Prof. Dr. Ana Li", "", "N:Li;Ana;;Prof.,Dr.;\r\n"),
        (
            "Dana Whitfield, CPA, PMP",
            "",
            "N:Whitfield;Dana;;;CPA,PMP\r\n",
        ),
        ("John Doe, Jr.", "", "N:Doe;John;;;Jr.\r\n"),
        ("Müller, Jürgen", "", "N:Müller;Jürgen;;;\r\n"),
        ("Café Lumen", "Café Lumen", "N:Café Lumen;;;;\r\n"),
        ("Café Lumen", "Lumen", "N:Lumen;Café;;;\r\n"),
    ] {
        let mut person = somebody(8, name);
        person.organisation = firm.to_owned();
        for version in [Version::Three, Version::Four] {
            let card = card(&person, version);
            assert!(card.contains(parts), "{card}");
        }
    }
}
