from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "sanam.domain.media"
    label = "media"
    verbose_name = "รูปและเอกสาร"
