from django.apps import AppConfig


class ParametersConfig(AppConfig):
    name = "sanam.domain.parameters"
    label = "parameters"
    verbose_name = "ค่าที่กติกาปรับได้"
