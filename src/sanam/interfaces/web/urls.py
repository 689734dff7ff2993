"""The site map, by place in the navigation."""

from django.urls import path

from sanam.interfaces.web.account import again, devices, second_factor
from sanam.interfaces.web.account import views as account
from sanam.interfaces.web.gatherings import papers, photos, publishing
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
from sanam.interfaces.web.reports import maps
from sanam.interfaces.web.reports import views as reports
from sanam.interfaces.web.requests import deeds as request_deeds
from sanam.interfaces.web.requests import erasing
from sanam.interfaces.web.requests import views as requests
from sanam.interfaces.web.today import views as today
from sanam.interfaces.web.work import around, confirming, news, volunteers
from sanam.interfaces.web.work import views as work

app_name = "web"

today_urls = [
    path("", today.today, name="today"),
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
    path("people/holds/<int:hold_id>/lift/", request_deeds.lift_hold, name="lift_hold"),
    path("people/erased/", erasing.erased, name="erased"),
    path("people/erased/<uuid:tombstone_id>/lift/", erasing.lift, name="lift_tombstone"),
]
gathering_urls = [
    path("gatherings/", gatherings.gatherings, name="gatherings"),
    path("gatherings/<uuid:gathering_id>/", gatherings.gathering, name="gathering"),
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
    *shown_urls,
    *import_urls,
    *media_urls,
    *account_urls,
]
