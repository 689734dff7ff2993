from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    name = "sanam.domain.gatherings"
    label = "gatherings"
    verbose_name = "วงคุย"
