"""Whether letters are written as Vietnamese writes a syllable."""

import unicodedata
from functools import lru_cache

import regex

_TONES = regex.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONES_BEFORE_STOPS = ("\u0301", "\u0323")
_STOPS = ("c", "ch", "p", "t")

# What begins a syllable depends on the vowel: k, gh, ngh before e, ê, i, y; else c, g, ng.
_ONSET = (
    "b|c(?![eêiy])|ch|d|đ|g(?![eêy])|gh(?=[eêi])|gi|h|k(?=[eêiy])|kh|l|m|n|ng(?![eêiy])|ngh(?=[eêi])"
    "|nh|ph?|qu?|r|s|th?|tr|v|x"
)
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu
o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay
oăc oăm oăn oăng oăp oăt oe oem oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uy uya uych uyên uyêt uyn uynh
uyp uyt uyu uơ uôc uôi uôm uôn uông uôt
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_SYLLABLE = regex.compile(f"(?:{_ONSET})?(?:{'|'.join(_RIMES.split())})")


@lru_cache(maxsize=1 << 15)
def is_syllable(word: str) -> bool:
    """Return whether `word` is spelled as a syllable of Vietnamese, of any case and tone.

    What can't be pronounced is none: a wrong onset or rime, two tones, a tone that a final stop
    does not have. Names from elsewhere and abbreviations mostly are none.
    """
    if len(word) > 24:
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(apart)
    bare = unicodedata.normalize("NFC", _TONES.sub("", apart))
    if len(tones) > 1 or not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(_STOPS) or "".join(tones) in _TONES_BEFORE_STOPS
