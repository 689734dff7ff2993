"""Every page as every seat sees it: phone and desk, Thai and English, light and dark."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.urls import get_resolver
from playwright.sync_api import Page

from tests.journeys.conftest import District
from tests.journeys.measuring import Witness, contrast, faults, left_in_thai, measured

pytestmark = pytest.mark.browser
Witnessed = Callable[[str, str], tuple[Page, Witness]]

# a name of the URL conf: its address, and who opens it; more than one where it tells them other things
PAGES: dict[str, tuple[str, str]] = {
    "today": ("/", "nurse secretary volunteer stranger seatless"),
    "notices": ("/notices/", "nurse volunteer"),
    "people": ("/people/", "nurse secretary volunteer association regional"),
    "add_person": ("/people/add/", "nurse volunteer"),
    "person": ("/people/{เอียด}/", "nurse volunteer association local stranger"),
    "history": ("/people/{เอียด}/history/", "nurse volunteer"),
    "rights": ("/people/{เอียด}/rights/", "nurse volunteer local"),
    "correct_person": ("/people/{เอียด}/correct/", "nurse"),
    "move_person": ("/people/{เอียด}/move/", "nurse"),
    "note_group": ("/people/{เอียด}/groups/", "nurse"),
    "end_group": ("/people/groups/{membership}/end/", "nurse"),
    "conflicts": ("/people/conflicts/", "nurse local"),
    "decide_duplicate": ("/people/doubts/{duplicate}/", "nurse"),
    "doubts": ("/people/doubts/", "nurse volunteer"),
    "merges": ("/people/merges/", "nurse secretary"),
    "merge": ("/people/merges/{merge}/", "nurse"),
    "assistance": ("/people/{เอียด}/assistance/", "nurse local"),
    "note_assistance": ("/people/{เอียด}/assistance/note/", "volunteer"),
    "correct_assistance": ("/people/assistance/{gift}/correct/", "nurse"),
    "withdraw_assistance": ("/people/assistance/{gift}/withdraw/", "nurse"),
    "reports": ("/reports/", "nurse regional"),
    "report": ("/reports/overlaps/", "nurse regional"),
    "report_map": ("/reports/map/", "nurse regional"),
    "arrange_map": ("/reports/map/arrange/", "secretary"),
    "elsewhere": ("/people/elsewhere/", "nurse"),
    "work": ("/people/work/", "nurse volunteer local regional"),
    "villages": ("/people/work/villages/", "nurse secretary regional"),
    "village_facts": ("/people/work/villages/930512/", "nurse secretary"),
    "news": ("/people/news/", "nurse local"),
    "volunteers": ("/people/volunteers/", "nurse secretary volunteer"),
    "life": ("/people/{เอียด}/life/", "nurse"),
    "around": ("/people/{เอียด}/around/", "nurse volunteer local"),
    "note_around": ("/people/{เอียด}/around/note/", "nurse"),
    "note_contact": ("/people/{เอียด}/contacts/", "nurse"),
    "end_around": ("/people/around/{near}/end/", "nurse"),
    "consents": ("/people/{เอียด}/consents/", "nurse volunteer association"),
    "give_consent": ("/people/{เอียด}/consents/give/", "nurse"),
    "renew_consent": ("/people/consents/{consent}/renew/", "nurse"),
    "withdraw_consent": ("/people/consents/{consent}/withdraw/", "volunteer association"),
    "circle": ("/people/{เอียด}/circle/", "nurse volunteer association"),
    "join_circle": ("/people/{เอียด}/circle/join/", "nurse volunteer"),
    "leave_circle": ("/people/circle/{place}/leave/", "nurse"),
    "looks": ("/people/{เอียด}/looks/", "nurse association"),
    "emergency": ("/people/emergency/", "nurse volunteer"),
    "reviews": ("/people/emergency/reviews/", "nurse stranger"),
    "purposes": ("/people/purposes/", "nurse regional"),
    "requests": ("/people/requests/", "secretary"),
    "person_requests": ("/people/{คล้าย}/requests/", "secretary"),
    "request": ("/people/requests/{request}/", "secretary"),
    "request_deed": ("/people/requests/{request}/refuse/", "secretary"),
    "request_correct": ("/people/requests/{correction}/correct/", "secretary"),
    "request_erase": ("/people/requests/{request}/erase/", "secretary"),
    "lift_restriction": ("/people/restrictions/{restriction}/lift/", "secretary"),
    "erased": ("/people/erased/", "secretary"),
    "lift_tombstone": ("/people/erased/{tombstone}/lift/", "secretary"),
    "gatherings": ("/gatherings/", "nurse"),
    "seat": ("/team/seats/{seat}/", "nurse secretary"),
    "sit": ("/team/seats/{seat}/sit/", "secretary"),
    "seat_mandate": ("/team/seats/{seat}/mandate/", "secretary"),
    "seat_needs": ("/team/seats/{seat}/needs/", "secretary"),
    "seat_term": ("/team/seats/{seat}/term/", "secretary"),
    "close_seat": ("/team/seats/{seat}/close/", "secretary"),
    "begin_handover": ("/team/seats/{seat}/handover/", "secretary"),
    "relieve": ("/team/holdings/{holding}/end/", "secretary"),
    "open_seat": ("/team/bodies/{body}/open/", "secretary"),
    "handover": ("/team/handovers/{handover}/", "nurse secretary seatless"),
    "call_off_handover": ("/team/handovers/{handover}/call-off/", "nurse"),
    "team_matters": ("/team/matters/", "nurse secretary"),
    "teams": ("/team/", "nurse regional"),
    "team": ("/team/{body}/", "nurse association"),
    "team_sheet": ("/team/{body}/sheet/", "nurse"),
    "new_gathering": ("/gatherings/new/", "nurse"),
    "change_gathering": ("/gatherings/{called}/change/", "nurse"),
    "call_off": ("/gatherings/{called}/call-off/", "nurse"),
    "eligible": ("/gatherings/eligible/", "nurse"),
    "add_eligible": ("/gatherings/eligible/add/", "nurse"),
    "listed": ("/gatherings/eligible/whose/?of=ใจ", "nurse"),
    "invitations": ("/gatherings/{called}/invitations/", "nurse"),
    "invite": ("/gatherings/{called}/invitations/add/", "nurse"),
    "call_sheet": ("/gatherings/{called}/invitations/calls/", "nurse"),
    "freeze_draw": ("/gatherings/{called}/invitations/draw/", "nurse"),
    "draw": ("/gatherings/draws/{draw}/", "nurse volunteer"),
    "door": ("/gatherings/{called}/door/", "nurse"),
    "attendance": ("/gatherings/{called}/attendance/", "nurse volunteer"),
    "sign_in_for": ("/gatherings/{called}/attendance/sign/", "nurse"),
    "count_heads": ("/gatherings/{called}/attendance/count/", "nurse"),
    "sign_sheet": ("/gatherings/{called}/attendance/sheet/", "nurse"),
    "own_calendar": ("/gatherings/calendar/", "nurse"),
    "enter_code": ("/in/", "nobody"),
    "enter": ("/in/{code}/", "nobody"),
    "minutes": ("/gatherings/{talk}/minutes/", "nurse volunteer"),
    "approve_report": ("/gatherings/{held}/approve/", "nurse secretary"),
    "decide": ("/gatherings/{talk}/decide/", "nurse"),
    "correct_decision": ("/gatherings/decisions/{decision}/", "nurse"),
    "questions": ("/gatherings/questions/", "nurse volunteer"),
    "question": ("/gatherings/questions/{question}/", "nurse volunteer"),
    "question_deed": ("/gatherings/questions/{question}/conclude/", "nurse"),
    "review": ("/gatherings/{held}/review/", "nurse volunteer"),
    "reflect": ("/gatherings/{held}/review/say/", "volunteer"),
    "promise_action": ("/gatherings/{held}/review/promise/", "nurse"),
    "action": ("/gatherings/actions/{action}/", "secretary"),
    "gathering": ("/gatherings/{gathering}/", "volunteer secretary"),
    "gathering_photos": ("/gatherings/{gathering}/photos/", "nurse"),
    "photo": ("/gatherings/photos/{photo}/", "nurse"),
    "take_down_photo": ("/gatherings/photos/{photo}/take-down/", "nurse"),
    "publish": ("/gatherings/{gathering}/publish/", "secretary"),
    "public_page": ("/g/{gathering}/", "nobody"),
    "rooms": ("/gatherings/rooms/", "nurse volunteer"),
    "new_room": ("/gatherings/rooms/new/", "nurse"),
    "host_room": ("/gatherings/rooms/{told_room}/", "nurse volunteer"),
    "room_step": ("/gatherings/rooms/{told_room}/step/vote/", "nurse"),
    "write_card": ("/gatherings/rooms/{told_room}/cards/", "nurse"),
    "card_from_line": ("/gatherings/rooms/{told_room}/lines/{line}/", "nurse"),
    "card_deed": ("/gatherings/rooms/cards/{card}/set-aside/", "nurse"),
    "room_wall": ("/gatherings/rooms/{told_room}/wall/", "nurse"),
    "room_outcome": ("/gatherings/rooms/{closed_room}/result/", "nurse volunteer"),
    "room_result": ("/room/{result_code}/result/", "nobody"),
    "room_code": ("/room/", "nobody"),
    "room": ("/room/{telling}/", "nobody"),
    "room_own": ("/room/{voting}/own/", "nobody"),
    # without a ticket these lead to the door; test_room_phones goes inside
    "room_parties": ("/room/{telling}/parties/", "nobody"),
    "room_offer": ("/room/{telling}/offer/", "nobody"),
    "room_bring": ("/room/{telling}/bring/", "nobody"),
    "room_vote": ("/room/{voting}/vote/", "nobody"),
    "room_dots": ("/room/{dotting}/dots/", "nobody"),
    "room_help": ("/room/{telling}/help/", "nobody"),
    "seat_brings": ("/gatherings/rooms/{room}/bring/", "nurse secretary"),
    "host_helps": ("/gatherings/rooms/{room}/help/", "nurse"),
    "new_proposal": ("/rules/proposals/new/", "nurse"),
    "proposal": ("/rules/proposals/{objected}/", "nurse volunteer"),
    "change_proposal": ("/rules/proposals/{proposal}/change/", "nurse"),
    "withdraw_proposal": ("/rules/proposals/{proposal}/withdraw/", "nurse"),
    "amend": ("/rules/proposals/{proposal}/clauses/1/", "volunteer"),
    "open_round": ("/rules/proposals/{proposal}/rounds/open/", "nurse"),
    "settle_amendment": ("/rules/amendments/{changing}/reject/", "nurse"),
    "answer_round": ("/rules/rounds/{round}/answer/", "nurse"),
    "assist_round": ("/rules/rounds/{round}/assist/", "nurse"),
    "objection": ("/rules/objections/{objection}/integrate/", "nurse"),
    "for_now": ("/rules/versions/{for_now}/reopen/", "nurse"),
    "rules": ("/rules/", "nurse volunteer"),
    "rule": ("/rules/{rule}/", "nurse secretary"),
    "rule_deed": ("/rules/{rule}/retire/", "nurse"),
    "rule_version": ("/rules/versions/{version}/", "nurse volunteer"),
    "sign_clause": ("/rules/clauses/{clause}/sign/", "nurse"),
    "commitment": ("/rules/commitments/{word}/", "nurse secretary"),
    "practise": ("/rules/commitments/{word}/practise/", "nurse"),
    "commitment_deed": ("/rules/commitments/{word}/friend/", "secretary"),
    "step_deed": ("/rules/steps/{step}/appeal/", "nurse"),
    "imports": ("/imports/", "secretary volunteer"),
    "batch": ("/imports/{batch}/", "nurse"),
    "undo_batch": ("/imports/{batch}/undo/", "nurse"),
    "account": ("/account/", "nurse seatless"),
    "mail": ("/account/mail/", "nurse seatless"),
    "mail_confirm": ("/mail/00000000-0000-4000-8000-000000000000/0123/confirm/", "nobody"),
    "mail_stop": ("/mail/00000000-0000-4000-8000-000000000000/0123/stop/", "nobody"),
    "password_again": ("/account/again/", "nurse"),
    "devices": ("/account/devices/", "nurse"),
    "second_factor": ("/account/second-factor/", "secretary"),
    "sign_in": ("/sign-in/", "nobody"),
}
NUMBERED = {
    "action_id",
    "amendment_id",
    "assistance_id",
    "attendance_id",
    "conflict_id",
    "contact_id",
    "clause_id",
    "decision_id",
    "duplicate_id",
    "hold_id",
    "holding_id",
    "invitation_id",
    "line_id",
    "membership_id",
    "notice",
    "objection_id",
    "place_id",
    "question_id",
    "relationship_id",
    "restriction_id",
    "statement_id",
    "round_id",
    "step_id",
}
# a picture's bytes, a plain list, calendars; test_second_factor goes there as one must
NO_PAGES = {"decision_file", "draw_file", "feed", "gathering_calendar", "picture", "public_photo", "sign_in_code"}
# in Thai as every one of them, in English as the first
SEEN = [(name, who, "th") for name, (_, seats) in PAGES.items() for who in seats.split()]
SEEN += [(name, seats.split()[0], "en") for name, (_, seats) in PAGES.items()]
SAMPLE = {"th": "ข้อมูลสมมติ", "en": "Sample data"}


def test_every_page_has_a_row(witnessed: Witnessed) -> None:
    page, _witness = witnessed("nurse", "th")
    names = {str(one) for one in get_resolver("sanam.interfaces.web.urls").reverse_dict if isinstance(one, str)}
    assert {name for name in names - NO_PAGES if opens(page, name)} == set(PAGES)


def opens(page: Page, name: str) -> bool:
    """Whether there is a page to GET; an address that only takes a form says 405."""
    ((address, parts),) = get_resolver("sanam.interfaces.web.urls").reverse_dict.getlist(name)[0][0][:1]
    nobody = "00000000-0000-4000-8000-000000000000"
    some = {part: 0 if part in NUMBERED else nobody for part in parts}
    return page.request.get("/" + address % some, max_redirects=0).status != 405


@pytest.mark.parametrize(("name", "who", "language"), SEEN, ids=["-".join(one) for one in SEEN])
def test_a_page_is_well_made(witnessed: Witnessed, district: District, name: str, who: str, language: str) -> None:
    page, witness = witnessed(who, language)
    page.set_viewport_size({"width": 1280, "height": 844})
    page.goto(district.at(PAGES[name][0]))
    # what a wide page is made of does not hang on the language, only how its words fit
    wrong = [f"1280: {one}" for one in (faults(page) if language == "th" else measured(page, "notices"))]
    page.set_viewport_size({"width": 390, "height": 844})
    wrong += [f"390: {one}" for one in faults(page)]
    page.set_viewport_size({"width": 320, "height": 844})
    wrong += [f"320: {one}" for one in measured(page, "scrollsSideways")]
    wrong += says_whose_it_is(page, language)
    wrong += left_in_thai(page, district.words) if language == "en" else in_the_dark(page)
    wrong += witness.told()
    assert not wrong, "\n".join(wrong)


def says_whose_it_is(page: Page, language: str) -> list[str]:
    """The language it is in, and that nobody in it is real."""
    lang = page.locator("html").get_attribute("lang")
    wrong = [] if lang == language else [f"html lang is {lang}"]
    return wrong if page.get_by_text(SAMPLE[language]).is_visible() else [*wrong, "does not say that it is a sample"]


def in_the_dark(page: Page) -> list[str]:
    page.emulate_media(color_scheme="dark")
    wrong = [f"dark: {one}" for one in contrast(page)]
    page.emulate_media(color_scheme="light")
    return wrong
