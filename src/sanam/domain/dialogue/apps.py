from django.apps import AppConfig


class DialogueConfig(AppConfig):
    name = "sanam.domain.dialogue"
    label = "dialogue"
    verbose_name = "ห้องแลกเปลี่ยน"
