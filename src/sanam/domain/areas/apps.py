from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "sanam.domain.areas"
    label = "areas"
    verbose_name = "พื้นที่"
