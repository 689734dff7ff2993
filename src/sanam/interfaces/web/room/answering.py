"""A phone answers: one card a screen, then its dots. It sees its own answers and nobody else's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from sanam.domain.dialogue import queries
from sanam.domain.dialogue.operations import dots as placing
from sanam.domain.dialogue.operations import votes
from sanam.domain.dialogue.policies import check_stage
from sanam.domain.dialogue.words import DOTS, VALUES, Answer, RoomStage
from sanam.interfaces.web.room.guests import Guest, inside
from sanam.interfaces.web.room.telling import inside_of
from sanam.interfaces.web.shell.request import Request

WORDS = {value: answer for answer, value in VALUES.items()}


@inside("GET", "POST")
def vote(request: Request, guest: Guest) -> HttpResponse:
    """The next card nobody but this phone has in this place; `?card=` is one to come back to, `?after=` one done."""
    check_stage(guest.room, RoomStage.VOTING)
    if request.method == "POST":
        return _answer(request, guest)
    cards = queries.in_own_order(guest.ticket, queries.cards(guest.room))
    said = queries.own_answers(guest.by, guest.ticket)
    card = _wanted(request.GET.get("card", ""), cards) or _waiting(cards, said, request.GET.get("after", ""))
    context = inside_of(guest) | {"cards": len(cards), "answered": sum(one.pk in said for one in cards)}
    if card is None:
        return render(request, "room/answered.html", context | {"first": cards[0] if cards else None})
    place = cards.index(card)
    context |= {"card": card, "place": place + 1, "before": cards[place - 1] if place else None}
    return render(
        request, "room/vote.html", context | {"now": WORDS.get(said.get(card.pk, 9)), "answers": list(Answer)}
    )


def _waiting(cards: list[Any], said: Mapping[int, int], after: str) -> Any:
    """The next card in this phone's order that waits for an answer: after this one, else from the first."""
    done = _wanted(after, cards)
    place = cards.index(done) + 1 if done else 0
    return next((one for one in cards[place:] + cards[:place] if one.pk not in said), None)


def _answer(request: Request, guest: Guest) -> HttpResponse:
    """Keep the answer, and little else, for two hundred may press at once; the page it leads to finds the next card."""
    card = queries.card_on(guest.room, request.POST.get("card", ""))
    said = next((one for one in Answer if one == request.POST.get("answer")), None)
    address = reverse("web:room_vote", args=[guest.door.code])
    if card is None or said is None:
        return redirect(address)
    votes.answer(by=guest.by, ticket=guest.ticket, statement=card, answer=said)
    return redirect(f"{address}?after={card.pk}")


@inside("GET", "POST")
def dots(request: Request, guest: Guest) -> HttpResponse:
    """Ten dots over what is common. Each press keeps the whole set, so nothing is lost when a phone is put away."""
    check_stage(guest.room, RoomStage.DOTTING)
    goals = queries.goals(guest.room)
    if request.method == "POST":
        return _place(request, guest, goals)
    lie = queries.own_dots(guest.by, guest.ticket)
    rows = [(goal, lie.get(goal.pk, 0)) for goal in goals]
    left = DOTS - sum(count for _, count in rows)
    context = inside_of(guest) | {"rows": rows, "left": left, "all": DOTS, "done": "done" in request.GET}
    return render(request, "room/dots.html", context)


def _place(request: Request, guest: Guest, goals: list[Any]) -> HttpResponse:
    """The counts the form stood at, and the one dot that was pressed; what cannot be pressed changes nothing."""
    counts = {goal: _count(request.POST.get(f"dots_{goal.pk}", "")) for goal in goals}
    address, pressed = reverse("web:room_dots", args=[guest.door.code]), None
    for name, step in (("more", 1), ("less", -1)):
        goal = _wanted(request.POST.get(name, ""), goals)
        if goal is not None:
            pressed = goal
            if counts[goal] + step >= 0 and sum(counts.values()) + step <= DOTS:
                counts[goal] += step
    placing.place(by=guest.by, ticket=guest.ticket, dots=counts)
    return redirect(f"{address}#goal-{pressed.pk}" if pressed else f"{address}?done")


def _count(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 3 else 0


def _wanted(key: str, cards: list[Any]) -> Any:
    return next((one for one in cards if str(one.pk) == key), None)
