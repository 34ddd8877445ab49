"""The Vietnamese syllable: an onset, a rime, at most one tone. Tells Vietnamese from bytes read in a wrong encoding.

The inventory is that of the standard orthography (chữ quốc ngữ); rare rimes of loans (oong, êng) are in it, spellings
that no Vietnamese word has are not.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipeline.text.fold import to_ascii
from pipeline.text.names import words

_ONSETS = ["", *words("b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x")]
_RIMES = words(
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
    "ê êch êm ên êng ênh êp êt êu êc i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot "
    "oong ooc ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt ư ưc ưi "
    "ưm ưng ưt ưu ưa ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu oa oac oach oai oam oan oang oanh oao oap "
    "oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet uân uâng uât uây uê uêch uên uênh uơ uy uya uych uyn uynh uyp uyt "
    "uyu uyên uyêt ynh yn yt ych"
)
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_WORD = re.compile(r"[^\W\d_]+")
_MARKED = re.compile(r"[^\x00-\x7f]")


@cache
def _inventory() -> frozenset[str]:
    return frozenset(onset + rime for onset in _ONSETS for rime in _RIMES)


@cache
def _bare_inventory() -> frozenset[str]:
    return frozenset(map(to_ascii, _inventory()))


def is_syllable(word: str) -> bool:
    """True where ``word`` is spelt as a Vietnamese syllable, in any case, tone marks and all."""
    parts = unicodedata.normalize("NFD", word.lower())
    toneless, tones = _TONES.subn("", parts)
    return tones <= 1 and unicodedata.normalize("NFC", toneless) in _inventory()


def is_bare_syllable(word: str) -> bool:
    """True where ``word`` is a Vietnamese syllable written without its marks (``doi``, ``ngoai``)."""
    return word.lower() in _bare_inventory()


def plausibility(text: str) -> float:
    """The share of syllables among the words that hold a letter beyond ASCII; 0.0 where there is no such word."""
    marked = [word for word in _WORD.findall(unicodedata.normalize("NFC", text)) if _MARKED.search(word)]
    return sum(map(is_syllable, marked)) / len(marked) if marked else 0.0
