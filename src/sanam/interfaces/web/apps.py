from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "sanam.interfaces.web"
    label = "web"
