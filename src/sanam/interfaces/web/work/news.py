"""Who is new, moved, died: a dated list by month; and writing it down of somebody."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from sanam.domain.foundation import clock
from sanam.domain.foundation.actor import Actor
from sanam.domain.foundation.privacy import Privacy
from sanam.domain.journal import operations as journal
from sanam.domain.registry import queries as registry
from sanam.domain.registry.operations import lives
from sanam.domain.registry.permissions import check_can
from sanam.domain.registry.words import Event, How, Life
from sanam.domain.teams.words import Can
from sanam.interfaces.web.people.asking import Question, ask
from sanam.interfaces.web.people.dates import DateField
from sanam.interfaces.web.people.forms import KindForm, offer, words
from sanam.interfaces.web.people.places import narrowing
from sanam.interfaces.web.shell.acting import seated
from sanam.interfaces.web.shell.answers import go, wants_part
from sanam.interfaces.web.shell.language import reader
from sanam.interfaces.web.shell.request import Request

MISTAKE = "mistake"


class NewsForm(forms.Form):
    """Month, kind of event and place; what it does not know it drops."""

    month = forms.ChoiceField(required=False, label=gettext_lazy("เดือน"))
    event = forms.ChoiceField(required=False)
    area = forms.ChoiceField(required=False, label=gettext_lazy("พื้นที่"))

    def __init__(self, data: Any, *, areas: list[tuple[str, str]], months: list[date]) -> None:
        super().__init__(data)
        offer(self, "month", [(f"{one:%Y-%m}", one) for one in months])
        offer(self, "event", words(Event))
        offer(self, "area", [("", _("ทั้งหมด")), *areas])
        self.is_valid()
        self.said: dict[str, str] = {name: self.cleaned_data.get(name, "") for name in self.fields}

    @property
    def month_chosen(self) -> date:
        """The first day of the month looked at; this month unless said otherwise."""
        return date.fromisoformat(f"{self.said['month']}-01") if self.said["month"] else clock.today().replace(day=1)

    def link(self, **changed: str) -> str:
        """The same list, narrowed otherwise."""
        return "?" + urlencode({name: value for name, value in (self.said | changed).items() if value})


@require_safe
def news(request: Request) -> HttpResponse:
    """What became known of the people of a place, newest first."""
    actor = seated(request)
    months = registry.months_back(clock.today())
    form = NewsForm(request.GET, areas=narrowing(actor), months=months)
    after = request.GET.get("after", "")
    journal.look(by=actor, at="people", did="people.looked", because="news")
    event = Event(form.said["event"]) if form.said["event"] else None
    found = registry.news(actor, form.month_chosen, event=event, area=form.said["area"], after=after)
    context = {
        "form": form,
        "found": found,
        "month": form.month_chosen,
        "months": [(one, form.link(month=f"{one:%Y-%m}")) for one in months],
        "events": [(one, form.link(event=one.value)) for one in Event],
        "all_events": form.link(event=""),
        "more": form.link(after=found.after) if found.after else "",
        "first": form.link() if after else "",
        "today": clock.today(),
    }
    if wants_part(request) and after:
        return render(request, "work/news.html#items", context)
    return render(request, "work/news.html", context)


class LifeForm(KindForm):
    """What happened to somebody, on which day as far as known, where to, and how it became known."""

    what = forms.ChoiceField(label=gettext_lazy("เกิดอะไรขึ้น"), widget=forms.RadioSelect)
    on = DateField(label=gettext_lazy("เมื่อไร"), required=False, help_text=gettext_lazy("รู้แค่เดือนหรือปีก็พอ ไม่รู้เว้นไว้ได้"))
    to = forms.CharField(label=gettext_lazy("ย้ายไปอยู่ที่ไหน"), max_length=120, required=False)
    how = forms.ChoiceField(label=gettext_lazy("รู้ได้อย่างไร"), widget=forms.RadioSelect)
    because = forms.CharField(label=gettext_lazy("เล่าเพิ่มสักนิด"), max_length=180, required=False)

    def __init__(self, *args: Any, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "what", what_can_be_said(person))
        offer(self, "how", words(How))
        self.fields["how"].initial = How.TOLD.value

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        if said.get("what") == MISTAKE and not (said.get("because") or "").strip():
            self.add_error("because", _("บอกสักนิดว่าลงผิดเพราะอะไร"))
        return said


def what_can_be_said(person: Any) -> list[tuple[str, str]]:
    """What may happen to somebody who is here, or who is noted as gone."""
    here = person.life == Life.ALIVE
    language = reader()
    gone = [
        (one.value, Event(one.value).said(language)) for one in (Life.DEAD, Life.MOVED, Life.LOST) if one != person.life
    ]
    back = [(Life.ALIVE.value, _("กลับมาแล้ว"))] if person.life in (Life.MOVED, Life.LOST) else []
    return gone if here else [*back, *gone, (MISTAKE, _("ลงผิด แก้กลับเป็นเหมือนเดิม"))]


@require_http_methods(["GET", "POST"])
def life(request: Request, person_id: str) -> HttpResponse:
    """Write down that somebody died, moved away, is missing or is back; says first whose lists they leave."""
    actor = seated(request)
    check_can(actor, Can.CORRECT_PEOPLE)
    person = registry.person(actor, str(person_id))
    journal.look(by=actor, at=person.ref)
    form = LifeForm(request.POST or None, person=person)

    def done(said: dict[str, Any]) -> HttpResponse:
        note(actor, person, said)
        messages.success(request, _("บันทึกแล้ว ค่าเดิมอยู่ในประวัติ คนที่ใกล้ชิดได้ข่าวแล้ว"))
        return go(request, "web:person", person.id)

    question = Question(
        _("เสียชีวิต ย้ายออก ไม่พบตัว หรือกลับมา"),
        _("ไม่มีอะไรหาย ชื่อออกจากรายการที่ต้องถาม แต่คนในวงดูแลยังเห็นอยู่ ถ้าลงผิดแก้กลับได้"),
        _("บันทึก"),
        reverse("web:person", args=[person.id]),
        person.full_name,
    )
    close = registry.close_to(actor, person) if actor.sees(Privacy.PERSONAL) else []
    return ask(request, form, question, done, person=person, close=close)


def note(actor: Actor, person: Any, said: dict[str, Any]) -> None:
    """Do the deed that was chosen."""
    if said["what"] == MISTAKE:
        lives.put_right(by=actor, person=person, because=said["because"])
        return
    told = {"on": said["on"], "how": How(said["how"]), "because": said["because"]}
    if said["what"] == Life.MOVED:
        lives.moved_away(by=actor, person=person, to=said["to"], **told)
        return
    deed = {Life.DEAD: lives.died, Life.LOST: lives.missing, Life.ALIVE: lives.came_back}[Life(said["what"])]
    deed(by=actor, person=person, **told)
