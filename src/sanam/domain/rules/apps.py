from django.apps import AppConfig


class RulesConfig(AppConfig):
    name = "sanam.domain.rules"
    label = "rules"
    verbose_name = "กติกา"
