from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "sanam.domain.registry"
    label = "registry"
    verbose_name = "ข้อมูลกลาง"
