"""Mails: the letter is a report, attachments are files of their own."""

from datetime import date
from email.message import EmailMessage
from typing import Any

import pytest

from kashf.reading import Problem, Read

ARABIC = "قال مدير الجمارك إن الشحنة نقلت عبر الحدود في حقائب مخفية، وإن التحقيق مستمر في ثلاث دول."
ENGLISH = "The customs chief said that the shipment was moved across the border in hidden bags."


def mail(text: str = ARABIC, **headers: str) -> EmailMessage:
    message = EmailMessage()
    told = {"Subject": "ضبط شحنة ذهب", "From": "صحيفة الميناء <desk@port.example>",
            "Date": "Tue, 12 Sep 2017 10:00:00 +0300", **headers}  # fmt: skip
    for name, value in told.items():
        message[name] = value
    message.set_content(text)
    return message


def test_the_letter_and_its_headers(report: Any) -> None:
    found = report(mail().as_bytes(), "a.eml")

    assert found.text == f"ضبط شحنة ذهب\n{ARABIC}"
    assert (found.title, found.author, found.outlet) == ("ضبط شحنة ذهب", "صحيفة الميناء", "صحيفة الميناء")
    assert found.published == date(2017, 9, 12)


@pytest.mark.parametrize("prefix", ["Fwd: ", "RE: Fw: ", "رد: ", "إعادة توجيه: رد: ", "TR: "])
def test_what_passing_on_put_before_the_subject_goes(report: Any, prefix: str) -> None:
    assert report(mail(Subject=f"{prefix}ضبط شحنة ذهب").as_bytes(), "a.eml").title == "ضبط شحنة ذهب"


def test_a_sender_without_a_name_is_known_by_the_host(report: Any) -> None:
    assert report(mail(From="desk@port.example").as_bytes(), "a.eml").outlet == "port.example"


def test_a_host_that_carries_anybodys_mail_is_no_outlet(report: Any) -> None:
    assert report(mail(From="Jane <jane@gmail.com>").as_bytes(), "a.eml", outlet="Told").outlet == "Told"


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso-8859-6"])
@pytest.mark.parametrize("label", ["utf-8", "windows-1256", "us-ascii", "x-unknown"])
def test_the_charset_is_a_hint_and_no_more(report: Any, encoding: str, label: str) -> None:
    text = ARABIC.encode(encoding)
    subject = "ضبط شحنة ذهب في المطار".encode(encoding)
    data = b"Subject: " + subject + b"\nContent-Type: text/plain; charset=" + label.encode() + b"\n\n" + text

    found = report(data, "a.eml")

    assert found.text == f"ضبط شحنة ذهب في المطار\n{ARABIC}"


def test_the_html_part_is_read_where_the_plain_one_is_a_stub(report: Any) -> None:
    message = mail("See HTML.")
    message.add_alternative(f"<html><body><p>{ENGLISH}</p><p>{ENGLISH}</p></body></html>", subtype="html")

    assert report(message.as_bytes(), "a.eml").text.endswith(f"{ENGLISH}\n\n{ENGLISH}")


def test_attachments_are_reports_of_their_own(readings: Any) -> None:
    message = mail()
    message.add_attachment(ENGLISH.encode(), maintype="text", subtype="plain", filename="ملحق/1.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"x", maintype="application", subtype="msword", filename="a.docx")

    letter, attached, document = readings(message.as_bytes(), "a.eml")

    assert isinstance(letter, Read)
    assert attached.location == "a.eml!ملحق_1.txt"
    assert attached.report.text == ENGLISH
    assert attached.raw == ENGLISH.encode()
    assert isinstance(document, Problem)
    assert document.kind == "unsupported"


def test_a_mail_within_a_mail_is_read(readings: Any) -> None:
    outer = mail(ENGLISH)
    outer.add_attachment(mail())

    found = readings(outer.as_bytes(), "a.eml")

    assert [item.report.language for item in found] == ["en", "ar"]


def test_mails_within_mails_end(readings: Any) -> None:
    message = mail()
    for _ in range(6):
        outer = mail()
        outer.add_attachment(message)
        message = outer

    assert readings(message.as_bytes(), "a.eml")[-1].kind == "refused"


def test_quoted_letters_and_signatures_are_boilerplate(report: Any) -> None:
    text = f"{ENGLISH}\n\nOn Monday, Jane wrote:\n> {ENGLISH}\n> Who owns it?\n\n-- \nJane Roe\nThe Port News"

    found = report(mail(text, Subject="Gold").as_bytes(), "a.eml")

    spoken = " ".join(found.text[region.start : region.end] for region in found.spoken())
    assert spoken == f"Gold {ENGLISH}"


WEB_ARCHIVE = f"""From: <Saved by a browser>
Snapshot-Content-Location: https://example.org/2017/09/12/gold
Subject: Gold
MIME-Version: 1.0
Content-Type: multipart/related; boundary="x"

--x
Content-Type: text/html
Content-Location: https://example.org/2017/09/12/gold

<html><head><title>Gold seized at the port</title></head>
<body><article><p>{ENGLISH}</p><p>{ENGLISH}</p></article></body></html>
--x--
"""


@pytest.mark.parametrize("name", ["a.mht", "a.mhtml", "a.eml"])
def test_a_web_archive_is_a_page(report: Any, name: str) -> None:
    found = report(WEB_ARCHIVE, name)

    assert found.title == "Gold seized at the port"
    assert found.url == "https://example.org/2017/09/12/gold"
    assert found.published == date(2017, 9, 12)


ODD = [
    b"Subject: =?utf-8?q?Gold=\n\n" + ENGLISH.encode(),
    b"Subject: =?utf-8?b?2LDZh9ioX?=\n\n" + ENGLISH.encode(),
    b"Subject: =?x-none?b?!!!?=\nContent-Transfer-Encoding: base64\n\n" + ENGLISH.encode(),
    b"Subject: \xff\xfe\nContent-Type: text/plain; charset\n\n" + ENGLISH.encode(),
    b"Date: never\nFrom: <<>>\nContent-Type: ;;;\n\n" + ENGLISH.encode(),
    b"Content-Type: multipart/mixed; boundary=\n\n" + ENGLISH.encode(),
]


@pytest.mark.parametrize("data", ODD)
def test_odd_mails_are_read_or_refused(readings: Any, data: bytes) -> None:
    assert len(readings(data, "a.eml")) == 1
