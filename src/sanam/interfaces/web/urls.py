"""The site map, by place in the navigation."""

from django.urls import path

from sanam.interfaces.web.account import again, devices, mail, second_factor
from sanam.interfaces.web.account import views as account
from sanam.interfaces.web.gatherings import (
    asking,
    attending,
    calendars,
    calling,
    deciding,
    door,
    drawing,
    eligible,
    entering,
    exporting,
    listed,
    minuting,
    papers,
    photos,
    publishing,
    reviewing,
)
from sanam.interfaces.web.gatherings import questions as open_questions
from sanam.interfaces.web.gatherings import views as gatherings
from sanam.interfaces.web.imports import undoing
from sanam.interfaces.web.imports import views as imports
from sanam.interfaces.web.media import views as media
from sanam.interfaces.web.people import (
    assistance,
    belonging,
    changes,
    circle,
    conflicts,
    consents,
    doubts,
    elsewhere,
    emergencies,
    homes,
    merging,
    rights,
)
from sanam.interfaces.web.people import looks as looked
from sanam.interfaces.web.people import purposes as why
from sanam.interfaces.web.people import views as people
from sanam.interfaces.web.reports import arranging, maps
from sanam.interfaces.web.reports import views as reports
from sanam.interfaces.web.requests import deeds as request_deeds
from sanam.interfaces.web.requests import erasing
from sanam.interfaces.web.requests import views as requests
from sanam.interfaces.web.room.urls import room_urls
from sanam.interfaces.web.rooms.urls import host_urls
from sanam.interfaces.web.rules.urls import proposing_urls, rule_urls
from sanam.interfaces.web.team import handovers
from sanam.interfaces.web.team import matters as team_matters
from sanam.interfaces.web.team import seats as team_seats
from sanam.interfaces.web.team import views as team
from sanam.interfaces.web.today import notices
from sanam.interfaces.web.today import views as today
from sanam.interfaces.web.work import around, confirming, news, village_facts, volunteers
from sanam.interfaces.web.work import views as work

app_name = "web"

today_urls = [
    path("", today.today, name="today"),
    path("notices/", notices.notices, name="notices"),
    path("notices/read/", notices.read_all, name="read_all_notices"),
    path("notices/<int:notice>/read/", today.read_notice, name="read_notice"),
]
people_urls = [
    path("people/", people.people, name="people"),
    path("people/add/", changes.add, name="add_person"),
    path("people/<uuid:person_id>/", people.person, name="person"),
    path("people/<uuid:person_id>/history/", people.history, name="history"),
    path("people/<uuid:person_id>/rights/", rights.rights, name="rights"),
    path("people/<uuid:person_id>/correct/", changes.correct, name="correct_person"),
    path("people/<uuid:person_id>/confirm/", confirming.confirm, name="confirm_fact"),
    path("people/<uuid:person_id>/confirm/back/", confirming.take_back, name="take_back"),
    path("people/<uuid:person_id>/move/", homes.move, name="move_person"),
    path("people/<uuid:person_id>/groups/", belonging.note, name="note_group"),
    path("people/groups/<int:membership_id>/end/", belonging.end, name="end_group"),
    path("people/conflicts/", conflicts.conflicts, name="conflicts"),
    path("people/conflicts/<int:conflict_id>/", doubts.settle, name="settle_conflict"),
    path("people/doubts/", doubts.waiting, name="doubts"),
    path("people/doubts/<int:duplicate_id>/", doubts.decide, name="decide_duplicate"),
    path("people/doubts/<int:duplicate_id>/same/", merging.join, name="merge_duplicate"),
    path("people/doubts/<int:duplicate_id>/ask/", doubts.ask_keepers, name="ask_about_duplicate"),
    path("people/merges/", merging.merges, name="merges"),
    path("people/merges/<uuid:merge_id>/", merging.merge, name="merge"),
    path("people/elsewhere/", elsewhere.elsewhere_page, name="elsewhere"),
]
agreed_urls = [
    path("people/<uuid:person_id>/consents/", consents.consents, name="consents"),
    path("people/<uuid:person_id>/consents/give/", consents.give, name="give_consent"),
    path("people/consents/<uuid:consent_id>/renew/", consents.renew, name="renew_consent"),
    path("people/consents/<uuid:consent_id>/withdraw/", consents.withdraw, name="withdraw_consent"),
    path("people/<uuid:person_id>/circle/", circle.circle, name="circle"),
    path("people/<uuid:person_id>/circle/join/", circle.join, name="join_circle"),
    path("people/circle/<int:place_id>/leave/", circle.leave, name="leave_circle"),
    path("people/<uuid:person_id>/looks/", looked.looks, name="looks"),
    path("people/emergency/", emergencies.emergency, name="emergency"),
    path("people/emergency/reviews/", emergencies.reviews, name="reviews"),
    path("people/emergency/<uuid:emergency_id>/review/", emergencies.review, name="review_emergency"),
    path("people/purposes/", why.purposes, name="purposes"),
]
work_urls = [
    path("people/work/", work.work, name="work"),
    path("people/work/villages/", work.villages, name="villages"),
    path("people/work/villages/<slug:area>/", village_facts.village_facts, name="village_facts"),
    path("people/volunteers/", volunteers.volunteers, name="volunteers"),
    path("people/news/", news.news, name="news"),
    path("people/<uuid:person_id>/life/", news.life, name="life"),
    path("people/<uuid:person_id>/around/", around.around, name="around"),
    path("people/<uuid:person_id>/around/note/", around.note, name="note_around"),
    path("people/<uuid:person_id>/contacts/", around.note_contact, name="note_contact"),
    path("people/around/<int:relationship_id>/end/", around.end, name="end_around"),
    path("people/contacts/<int:contact_id>/end/", around.end_contact, name="end_contact"),
]
given_urls = [
    path("people/<uuid:person_id>/assistance/", assistance.assistance, name="assistance"),
    path("people/<uuid:person_id>/assistance/note/", assistance.note, name="note_assistance"),
    path("people/assistance/<int:assistance_id>/correct/", assistance.correct, name="correct_assistance"),
    path("people/assistance/<int:assistance_id>/withdraw/", assistance.withdraw, name="withdraw_assistance"),
]
report_urls = [
    path("reports/", reports.groups, name="reports"),
    path("reports/map/", maps.tile_map, name="report_map"),
    path("reports/map/arrange/", arranging.arrange, name="arrange_map"),
    path("reports/<slug:kind>/", reports.report, name="report"),
    path("reports/<slug:kind>/file/", reports.file, name="report_file"),
]
request_urls = [
    path("people/requests/", requests.requests, name="requests"),
    path("people/<uuid:person_id>/requests/", requests.of_person, name="person_requests"),
    path("people/requests/<uuid:request_id>/", requests.one, name="request"),
    path("people/requests/<uuid:request_id>/accept/", requests.accept, name="request_accept"),
    path("people/requests/<uuid:request_id>/file/", requests.file, name="request_file"),
    path("people/requests/<uuid:request_id>/correct/", request_deeds.correct, name="request_correct"),
    path("people/requests/<uuid:request_id>/erase/", erasing.erase, name="request_erase"),
    path("people/requests/<uuid:request_id>/<slug:deed>/", request_deeds.deed, name="request_deed"),
    path("people/restrictions/<int:restriction_id>/lift/", request_deeds.lift_restriction, name="lift_restriction"),
    path("people/holds/<int:hold_id>/lift/", request_deeds.lift_hold, name="lift_hold"),
    path("people/erased/", erasing.erased, name="erased"),
    path("people/erased/<uuid:tombstone_id>/lift/", erasing.lift, name="lift_tombstone"),
]
gathering_urls = [
    path("gatherings/", gatherings.gatherings, name="gatherings"),
    path("gatherings/<uuid:gathering_id>/", gatherings.gathering, name="gathering"),
]
seat_urls = [
    path("team/seats/<uuid:seat_id>/", team_seats.seat, name="seat"),
    path("team/seats/<uuid:seat_id>/sit/", team_seats.sit, name="sit"),
    path("team/seats/<uuid:seat_id>/mandate/", team_seats.mandate, name="seat_mandate"),
    path("team/seats/<uuid:seat_id>/needs/", team_seats.needs, name="seat_needs"),
    path("team/seats/<uuid:seat_id>/term/", team_seats.term, name="seat_term"),
    path("team/seats/<uuid:seat_id>/close/", team_seats.close, name="close_seat"),
    path("team/seats/<uuid:seat_id>/handover/", team_seats.begin_handover, name="begin_handover"),
    path("team/holdings/<int:holding_id>/end/", team_seats.relieve, name="relieve"),
    path("team/bodies/<uuid:body_id>/open/", team_seats.open_seat, name="open_seat"),
    path("team/handovers/<uuid:handover_id>/", handovers.handover, name="handover"),
    path("team/handovers/<uuid:handover_id>/talk/", handovers.talk, name="talk_over"),
    path("team/handovers/<uuid:handover_id>/call-off/", handovers.call_off, name="call_off_handover"),
]
team_urls = [
    path("team/", team.team, name="teams"),
    path("team/matters/", team_matters.matters, name="team_matters"),
    path("team/<uuid:body_id>/", team.body, name="team"),
    path("team/<uuid:body_id>/sheet/", team.team_sheet, name="team_sheet"),
]
calling_urls = [
    path("gatherings/new/", calling.new, name="new_gathering"),
    path("gatherings/<uuid:gathering_id>/change/", calling.change, name="change_gathering"),
    path("gatherings/<uuid:gathering_id>/call-off/", calling.call_off, name="call_off"),
    path("gatherings/eligible/", eligible.eligible, name="eligible"),
    path("gatherings/eligible/add/", eligible.add, name="add_eligible"),
    path("gatherings/eligible/whose/", listed.listed, name="listed"),
    path("gatherings/eligible/<uuid:eligible_id>/told/", eligible.told, name="told_eligible"),
    path("gatherings/eligible/<uuid:eligible_id>/off/", eligible.take_off, name="take_off_eligible"),
    path("gatherings/<uuid:gathering_id>/invitations/", asking.invitations, name="invitations"),
    path("gatherings/<uuid:gathering_id>/invitations/add/", asking.invite, name="invite"),
    path("gatherings/<uuid:gathering_id>/invitations/file/", exporting.invitations_file, name="invitations_file"),
    path("gatherings/<uuid:gathering_id>/attendance/file/", exporting.attendance_file, name="attendance_file"),
    path("gatherings/<uuid:gathering_id>/invitations/calls/", asking.call_sheet, name="call_sheet"),
    path("gatherings/<uuid:gathering_id>/invitations/draw/", drawing.freeze, name="freeze_draw"),
    path("gatherings/draws/<uuid:draw_id>/", drawing.draw, name="draw"),
    path("gatherings/draws/<uuid:draw_id>/list/", drawing.draw_file, name="draw_file"),
    path("gatherings/invitations/<int:invitation_id>/answer/", asking.answer, name="answer_invitation"),
]
door_urls = [
    path("gatherings/<uuid:gathering_id>/door/", door.door, name="door"),
    path("gatherings/<uuid:gathering_id>/attendance/", attending.attendance, name="attendance"),
    path("gatherings/<uuid:gathering_id>/attendance/sign/", attending.sign_in_for, name="sign_in_for"),
    path("gatherings/<uuid:gathering_id>/attendance/count/", attending.count_heads, name="count_heads"),
    path("gatherings/<uuid:gathering_id>/attendance/sheet/", attending.sign_sheet, name="sign_sheet"),
    path("gatherings/invitations/<int:invitation_id>/here/", attending.sign_in_invited, name="sign_in_invited"),
    path("gatherings/attendance/<int:attendance_id>/strike/", attending.strike, name="strike_attendance"),
    path("in/", entering.enter_code, name="enter_code"),
    path("in/<str:code>/", entering.enter, name="enter"),
    path("gatherings/calendar/", calendars.own_calendar, name="own_calendar"),
    path("gatherings/<uuid:gathering_id>/calendar.ics", calendars.one_gathering, name="gathering_calendar"),
    path("calendar/<str:token>.ics", calendars.feed, name="feed"),
]
talk_urls = [
    path("gatherings/<uuid:gathering_id>/minutes/", minuting.page, name="minutes"),
    path("gatherings/<uuid:gathering_id>/stage/", minuting.move, name="move_gathering"),
    path("gatherings/<uuid:gathering_id>/approve/", minuting.approve, name="approve_report"),
    path("gatherings/<uuid:gathering_id>/decide/", deciding.decide, name="decide"),
    path("gatherings/decisions/<int:decision_id>/", deciding.correct, name="correct_decision"),
    path("gatherings/decisions/<int:decision_id>/take-out/", deciding.take_out, name="take_out_decision"),
    path("gatherings/questions/", open_questions.page, name="questions"),
    path("gatherings/questions/<int:question_id>/", open_questions.one, name="question"),
    path("gatherings/questions/<int:question_id>/take-up/", open_questions.take_up, name="take_up_question"),
    path("gatherings/questions/<int:question_id>/<slug:deed>/", open_questions.deed, name="question_deed"),
    path("gatherings/<uuid:gathering_id>/review/", reviewing.page, name="review"),
    path("gatherings/<uuid:gathering_id>/review/say/", reviewing.reflect, name="reflect"),
    path("gatherings/<uuid:gathering_id>/review/promise/", reviewing.promise, name="promise_action"),
    path("gatherings/actions/<int:action_id>/", reviewing.how_far, name="action"),
]
shown_urls = [
    path("gatherings/<uuid:gathering_id>/photos/", photos.photos, name="gathering_photos"),
    path("gatherings/photos/<uuid:shot_id>/", photos.photo, name="photo"),
    path("gatherings/photos/<uuid:shot_id>/move/", photos.move, name="move_photo"),
    path("gatherings/photos/<uuid:shot_id>/take-down/", photos.take_down, name="take_down_photo"),
    path("gatherings/<uuid:gathering_id>/publish/", publishing.publish, name="publish"),
    path("gatherings/<uuid:gathering_id>/withdraw/", publishing.withdraw, name="withdraw_page"),
    path("gatherings/<uuid:gathering_id>/file/", papers.file, name="gathering_file"),
    path("gatherings/<uuid:gathering_id>/corrects/", papers.take_as_correction, name="correct_page"),
    path("g/<uuid:gathering_id>/", publishing.public, name="public_page"),
    path("g/<uuid:gathering_id>/<uuid:shot_id>/", publishing.public_photo, name="public_photo"),
]
import_urls = [
    path("imports/", imports.imports, name="imports"),
    path("imports/<uuid:batch_id>/", imports.batch, name="batch"),
    path("imports/<uuid:batch_id>/again/", imports.read_again, name="read_again"),
    path("imports/<uuid:batch_id>/undo/", undoing.undo, name="undo_batch"),
]
media_urls = [path("media/<uuid:kept_id>/", media.picture, name="picture")]
account_urls = [
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("account/mail/", mail.mail, name="mail"),
    path("mail/<uuid:mailbox>/<slug:token>/confirm/", mail.mail_confirm, name="mail_confirm"),
    path("mail/<uuid:mailbox>/<slug:token>/stop/", mail.mail_stop, name="mail_stop"),
    path("account/again/", again.password_again, name="password_again"),
    path("account/devices/", devices.devices, name="devices"),
    path("account/devices/others/sign-out/", devices.sign_out_others, name="sign_out_others"),
    path("account/devices/<uuid:device>/sign-out/", devices.sign_out_device, name="sign_out_device"),
    path("account/second-factor/", second_factor.second_factor_page, name="second_factor"),
    path("account/second-factor/begin/", second_factor.begin, name="second_factor_begin"),
    path("account/second-factor/on/", second_factor.turn_on, name="second_factor_on"),
    path("account/second-factor/off/", second_factor.turn_off, name="second_factor_off"),
    path("account/second-factor/codes/", second_factor.new_codes, name="recovery_codes"),
    path("sign-in/code/", second_factor.sign_in_code, name="sign_in_code"),
    path("sign-in/", account.SignIn.as_view(), name="sign_in"),
    path("sign-out/", account.sign_out, name="sign_out"),
    path("act/", account.act, name="act"),
    path("language/", account.language, name="language"),
]

urlpatterns = [
    *today_urls,
    *people_urls,
    *agreed_urls,
    *work_urls,
    *given_urls,
    *report_urls,
    *request_urls,
    *gathering_urls,
    *seat_urls,
    *team_urls,
    *calling_urls,
    *door_urls,
    *talk_urls,
    *shown_urls,
    *host_urls,
    *room_urls,
    *proposing_urls,
    *rule_urls,
    *import_urls,
    *media_urls,
    *account_urls,
]
