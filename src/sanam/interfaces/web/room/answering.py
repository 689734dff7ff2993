"""A phone answers: one card a screen, then its dots. It sees its own answers and nobody else's."""

from __future__ import annotations

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
from sanam.interfaces.web.shell.answers import wants_part
from sanam.interfaces.web.shell.request import Request

WORDS = {value: answer for answer, value in VALUES.items()}


@inside("GET", "POST")
def vote(request: Request, guest: Guest) -> HttpResponse:
    """The next card nobody but this phone has in this place; `?card=` is one to come back to, `?after=` one done."""
    check_stage(guest.room, RoomStage.VOTING)
    if request.method == "POST":
        return _answer(request, guest)
    hand = queries.hand(guest.by, guest.ticket)
    wanted, done = (hand.find(_key(request.GET.get(name, ""))) for name in ("card", "after"))
    return _shown(request, guest, hand, wanted or hand.waiting(done))


def _answer(request: Request, guest: Guest) -> HttpResponse:
    """Keep the answer; the page that asked by itself is given its next card at once, any other is led to it."""
    card = _key(request.POST.get("card", ""))
    said = next((one for one in Answer if one == request.POST.get("answer")), None)
    address = reverse("web:room_vote", args=[guest.door.code])
    if card is None or said is None:
        return redirect(address)
    hand = votes.answer(by=guest.by, ticket=guest.ticket, card=card, answer=said)
    if wants_part(request):
        return _shown(request, guest, hand, hand.waiting(hand.find(card)))
    return redirect(f"{address}?after={card}")


def _shown(request: Request, guest: Guest, hand: queries.Hand, card: queries.Card | None) -> HttpResponse:
    """One card, or that all are answered."""
    context = inside_of(guest) | {"cards": len(hand.cards), "answered": hand.answered}
    if card is None:
        return render(request, "room/answered.html", context | {"first": hand.cards[0] if hand.cards else None})
    place = hand.cards.index(card)
    context |= {"card": card, "place": place + 1, "before": hand.cards[place - 1] if place else None}
    return render(request, "room/vote.html", context | {"now": None if card.said is None else WORDS[card.said]})


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


def _key(said: str) -> int | None:
    """The key of a card as a form sends it; None for what is none."""
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else None


def _count(said: str) -> int:
    return int(said) if said.isdecimal() and len(said) < 3 else 0


def _wanted(key: str, cards: list[Any]) -> Any:
    return next((one for one in cards if str(one.pk) == key), None)
