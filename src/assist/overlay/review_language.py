"""The languages of the windows as the review's words name them."""

from assist.overlay.language import Language

LANGUAGE_CODES = {
    Language.SIMPLIFIED: "zh-Hans",
    Language.TRADITIONAL: "zh-Hant",
    Language.ENGLISH: "en",
}
