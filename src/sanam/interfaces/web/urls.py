"""The site map, by place in the navigation."""

from django.urls import path

from sanam.interfaces.web.account import views as account
from sanam.interfaces.web.gatherings import views as gatherings
from sanam.interfaces.web.imports import undoing
from sanam.interfaces.web.imports import views as imports
from sanam.interfaces.web.media import views as media
from sanam.interfaces.web.people import belonging, changes, conflicts, doubts, elsewhere, homes, rights
from sanam.interfaces.web.people import views as people
from sanam.interfaces.web.today import views as today

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
    path("people/<uuid:person_id>/confirm/", changes.confirm, name="confirm_fact"),
    path("people/<uuid:person_id>/move/", homes.move, name="move_person"),
    path("people/<uuid:person_id>/groups/", belonging.note, name="note_group"),
    path("people/groups/<int:membership_id>/end/", belonging.end, name="end_group"),
    path("people/conflicts/", conflicts.conflicts, name="conflicts"),
    path("people/conflicts/<int:conflict_id>/", doubts.settle, name="settle_conflict"),
    path("people/doubts/<int:duplicate_id>/", doubts.decide, name="decide_duplicate"),
    path("people/elsewhere/", elsewhere.elsewhere_page, name="elsewhere"),
]
gathering_urls = [
    path("gatherings/", gatherings.gatherings, name="gatherings"),
    path("gatherings/<uuid:gathering_id>/", gatherings.gathering, name="gathering"),
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
    path("sign-in/", account.SignIn.as_view(), name="sign_in"),
    path("sign-out/", account.sign_out, name="sign_out"),
    path("act/", account.act, name="act"),
    path("language/", account.language, name="language"),
]

urlpatterns = [*today_urls, *people_urls, *gathering_urls, *import_urls, *media_urls, *account_urls]
