from django.apps import AppConfig


class TeamsConfig(AppConfig):
    name = "sanam.domain.teams"
    label = "teams"
    verbose_name = "ทีม"
