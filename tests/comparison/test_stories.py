from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from kashf.comparison import compare
from kashf.records import Entity, Finding

Pick = Callable[..., list[Finding]]
PORT = "ضبط خفر السواحل شحنة ذهب مهربة قرب مرفأ الساحل الشمالي وأوقف قبطان القارب وثلاثة بحارة بعد مطاردة ليلية"
AGAIN = "أوقف خفر السواحل قبطان قارب وثلاثة بحارة قرب المرفأ الشمالي وضبط ذهبا مهربا عقب مطاردة في الليل"
WHEAT = "ارتفعت أسعار القمح في الأسواق المحلية بعد موسم جاف وتراجع الواردات من الخارج وفق تجار الحبوب"


def test_reports_of_one_occasion_are_one_story(draft: Any, of_kind: Pick) -> None:
    records = [
        draft(PORT, "Alpha", 2, title="ذهب في المرفأ", language="ar").record(),
        draft(AGAIN, "Beta", 1, language="ar").record(),
        draft(WHEAT, "Gamma", 1, language="ar").record(),
    ]
    (story,) = of_kind(compare(records), "story")
    assert story.reports == (records[1].report.id, records[0].report.id)
    assert (story.fields["first"], story.fields["last"]) == ("2020-03-01", "2020-03-02")
    assert story.fields["outlets"] == ["Alpha", "Beta"]
    assert story.fields["title"] == AGAIN


def test_the_same_words_weeks_later_are_another_story(draft: Any, of_kind: Pick) -> None:
    assert of_kind(compare([draft(PORT, "Alpha", 1).record(), draft(AGAIN, "Beta", 20).record()]), "story") == []


def test_a_story_does_not_grow_from_day_to_day(draft: Any, of_kind: Pick) -> None:
    records = [draft(PORT, f"Outlet {day}", day).record() for day in (1, 6, 11, 16)]
    spans = [story.fields for story in of_kind(compare(records), "story")]
    assert [(fields["first"][-2:], fields["last"][-2:]) for fields in spans] == [("01", "11")] or len(spans) == 2


def test_names_and_numbers_join_reports_across_languages(draft: Any, of_kind: Pick) -> None:
    english = "Prosecutors say Marwa Shahbandar moved 73,400 dollars and 912 coins through Katerji Exchange last year."
    russian = "Следователи сообщили, что Марва Шахбандар перевела 73 400 долларов и 912 монет через обменник Катерджи."
    other = "Farmers in Norway say Olaf Bjornstad sold 1,250 sheep and 88 cows after the Drammen market closed."
    records = [
        draft(english, "Alpha", 1, language="en").record(),
        draft(russian.replace("73 400", "73400"), "Beta", 2, language="ru").record(),
        draft(other, "Gamma", 1, language="en").record(),
    ]
    (story,) = of_kind(compare(records), "story")
    assert story.reports == (records[0].report.id, records[1].report.id)
    assert story.fields["languages"] == ["en", "ru"]


def test_shared_entities_are_named_in_the_working(draft: Any, entity: Callable[..., Entity], of_kind: Pick) -> None:
    records = [
        draft(text, outlet, 1).name("خفر السواحل", "e-1", "organisation").record()
        for text, outlet in ((PORT, "Alpha"), (AGAIN, "Beta"))
    ]
    assert "Coast Guard" in str(of_kind(compare(records, [entity("e-1", "Coast Guard")]), "story")[0].working)


def test_a_shared_quote_makes_a_story(draft: Any, of_kind: Pick) -> None:
    said = "لن نسمح بعد اليوم بمرور أي شحنة لا تحمل أوراقا صحيحة من أي جهة كانت"
    records = [draft(f"{text}. {said}", outlet, 3).quote(said).record() for text, outlet in ((PORT, "A"), (WHEAT, "B"))]
    assert of_kind(compare(records), "story")


def test_the_id_is_that_of_the_earliest_report(draft: Any, of_kind: Pick) -> None:
    first, second, third = (draft(PORT, outlet, day).record() for day, outlet in enumerate(("A", "B", "C"), 1))
    assert of_kind(compare([first, second]), "story")[0].id == of_kind(compare([third, second, first]), "story")[0].id


def test_an_empty_report_tells_no_story(draft: Any, of_kind: Pick) -> None:
    assert of_kind(compare([draft("", "A").record(), draft("", "B").record()]), "story") == []


@pytest.mark.parametrize("event", ["exchange", "shipping", "cache", "fines", "tripoli", "jeddah", "hawala", "cement"])
def test_events_of_one_week_and_one_trade_are_told_apart(event: str, week: Any, of_kind: Pick) -> None:
    reports = {report for report, told in week.events.items() if told == event}
    stories = of_kind(compare(week.records, week.entities), "story")
    assert reports in [set(story.reports) for story in stories]


BEIRUT = "عقدت المحكمة العسكرية جلسة لمحاكمة عادل مراد وزكي الحلو بتهمة تمويل الخلية عبر محل صرافة في شارع الحمرا"
LATER = "في جلسة ثانية لمحاكمة عادل مراد وزكي الحلو بتهمة تمويل الخلية عبر محل الصرافة استمعت المحكمة إلى شاهدين"


def test_two_persons_and_the_same_words_take_a_story_up_within_a_month(draft: Any, of_kind: Pick) -> None:
    def told(text: str, day: int) -> Any:
        drafted = draft(text, f"Outlet {day}", day, language="ar")
        return drafted.name("عادل مراد", "e-1", "person").name("زكي الحلو", "e-2", "person").record()

    assert of_kind(compare([told(BEIRUT, 1), told(LATER, 19)]), "story")
    one = draft(LATER, "Outlet 19", 19, language="ar").name("عادل مراد", "e-1", "person").record()
    assert of_kind(compare([told(BEIRUT, 1), one]), "story") == []
