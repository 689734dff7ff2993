"""Addresses of a room: a phone's, by the code on the wall, and those of seats that bring or help."""

from django.urls import path

from sanam.interfaces.web.room import answering, entering, helping, seats, telling

room_urls = [
    path("room/", entering.code, name="room_code"),
    path("room/<str:code>/", entering.room, name="room"),
    path("room/<str:code>/parties/", telling.parties, name="room_parties"),
    path("room/<str:code>/offer/", telling.offer, name="room_offer"),
    path("room/<str:code>/bring/", telling.bring, name="room_bring"),
    path("room/<str:code>/vote/", answering.vote, name="room_vote"),
    path("room/<str:code>/dots/", answering.dots, name="room_dots"),
    path("room/<str:code>/help/", helping.helped, name="room_help"),
    path("room/<str:code>/own/", helping.own, name="room_own"),
    path("room/<str:code>/oneself/", helping.oneself, name="room_oneself"),
    path("gatherings/rooms/<uuid:exchange_id>/bring/", seats.bring, name="seat_brings"),
    path("gatherings/rooms/<uuid:exchange_id>/help/", seats.help_in, name="host_helps"),
]
