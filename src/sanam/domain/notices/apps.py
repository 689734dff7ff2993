from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "sanam.domain.notices"
    label = "notices"
    verbose_name = "ข่าวถึงที่นั่ง"
