"""The addresses of rooms from a host's side, of the wall and of the result."""

from django.urls import path

from sanam.interfaces.web.rooms import cards, outcomes, steps, views, wall

host_urls = [
    path("gatherings/rooms/", views.rooms, name="rooms"),
    path("gatherings/rooms/new/", views.new, name="new_room"),
    path("gatherings/rooms/<uuid:room_id>/", views.room, name="host_room"),
    path("gatherings/rooms/<uuid:room_id>/step/<slug:step>/", steps.step, name="room_step"),
    path("gatherings/rooms/<uuid:room_id>/door/", steps.door, name="room_door"),
    path("gatherings/rooms/<uuid:room_id>/cards/", cards.write, name="write_card"),
    path("gatherings/rooms/<uuid:room_id>/lines/<int:line_id>/", cards.from_line, name="card_from_line"),
    path("gatherings/rooms/cards/<int:statement_id>/<slug:deed>/", cards.deed, name="card_deed"),
    path("gatherings/rooms/<uuid:room_id>/wall/", wall.wall, name="room_wall"),
    path("gatherings/rooms/<uuid:room_id>/result/", outcomes.outcome, name="room_outcome"),
    path("gatherings/rooms/<uuid:room_id>/carry/", outcomes.carry, name="room_carry"),
    path("gatherings/rooms/<uuid:room_id>/file/", outcomes.file, name="room_file"),
    path("room/<str:code>/result/", outcomes.by_code, name="room_result"),
]
