"""Text in the encodings from before Unicode, made for tests by another way than it is read."""

import unicodedata

STORY = (
    "Hội nghị về cây lúa ở vùng lũ khai mạc sáng nay tại thị xã. Các đại biểu cho rằng nước rút "
    "chậm thì vụ mùa sẽ muộn, và kiến nghị tỉnh hỗ trợ giống ngắn ngày cho bà con."
)

_SMALL = "áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ"

# The characters that the bytes of each small letter are in ISO 8859-1, in the order of _SMALL.
_AS_LATIN1 = {
    "TCVN3": "¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\xadøõö÷ùýúûüþ®",
    "VISCII": "áàäãÕå¡¢ÆÇ£â¤¥¦ç§éèë¨©êª«¬\xad®íìïî¸óòöõ÷ô¯°±²µ½¾¶·ÞþúùüûøßÑ×ØæñýÏÖÛÜð",
    "VPS": "áàäãåæ¡¢£¤¥âÃÀÄÅÆéèÈëËê"
    "\x89\x8a\x8bÍ\x8cíìÌïÎóòÕõ\x86ôÓÒ°\x87¶Ö§©ª«®úùûÛøÜÙØº»¿\x9aÿ\x9bÏ\x9cÇ",
}
_VNI = (
    "aù aø aû aõ aï aê aé aè aú aü aë aâ aá aà aå aã aä eù eø eû eõ eï eâ eá eà eå eã eä í ì æ ó "
    "ò où oø oû oõ oï oâ oá oà oå oã oä ô ôù ôø ôû ôõ ôï uù uø uû uõ uï ö öù öø öû öõ öï "
    "yù yø yû yõ î ñ"
).split()


def encoded(text: str, encoding: str) -> bytes:
    """Return composed `text`, without capitals that have marks, in `encoding`."""
    if encoding == "Windows-1258":
        return b"".join(map(_windows_1258, text))
    if encoding in {"UTF-16LE", "UTF-16BE"}:
        return ("\ufeff" + text).encode(encoding)
    written = _VNI if encoding == "VNI" else _AS_LATIN1[encoding]
    table = dict(zip(map(ord, _SMALL), written, strict=True))
    return text.translate(table).encode("latin-1" if encoding != "VNI" else "cp1252")


def _windows_1258(letter: str) -> bytes:
    for tone in "\u0301\u0300\u0309\u0303\u0323":
        apart = unicodedata.normalize("NFD", letter)
        if tone in apart:
            base = unicodedata.normalize("NFC", apart.replace(tone, ""))
            return (base + tone).encode("cp1258")
    return letter.encode("cp1258")
