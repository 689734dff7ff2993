"""A word with its Thai and English names."""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A word with its Thai and English names: `NAME = value, thai, english`."""

    th: str
    en: str

    def __new__(cls, value: str, th: str = "", en: str = "") -> Word:
        word = str.__new__(cls, value)
        word._value_, word.th, word.en = value, th, en
        return word

    def said(self, language: str) -> str:
        """The name in a language."""
        return self.en if language == "en" else self.th
