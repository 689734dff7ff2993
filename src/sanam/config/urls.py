"""Which interface answers which path."""

from django.urls import include, path

urlpatterns = [
    path("", include("sanam.interfaces.web.urls")),
]

handler400 = "sanam.interfaces.web.shell.errors.bad_request"
handler403 = "sanam.interfaces.web.shell.errors.not_allowed"
handler404 = "sanam.interfaces.web.shell.errors.not_here"
handler500 = "sanam.interfaces.web.shell.errors.our_fault"
