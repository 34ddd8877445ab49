"""What a Vietnamese syllable looks like, so that ``Nguyễn`` and ``Donald`` can be told apart.

The inventory of initials, rhymes and finals is that of the orthography (chữ quốc ngữ); tones are stripped first.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"(?:uyê|iê|yê|ươ|uô|uya|uyu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|iêu|yêu|ia|ya|ưa|ua|uy|uê|uơ|uâ|oa|oă|oe|"
    r"ai|ao|au|ay|âu|ây|eo|êu|iu|oi|ôi|ơi|ui|ưi|ưu|[aăâeêioôơuưy])(?:i|y|o|u)?(?:ng|nh|ch|[cmnpt])?"
)


@lru_cache(maxsize=1 << 14)
def is_syllable(word: str) -> bool:
    """True where ``word`` is spelt as one Vietnamese syllable ("Nguyễn", "Y", "Tô"; not "Donald", "Sisoulith")."""
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(_TONES))
    return _SYLLABLE.fullmatch(plain.replace("ð", "đ")) is not None
