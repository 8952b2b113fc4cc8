"""PDF files made for tests: pages of text in a font that has no shapes, but says what it means."""


def pdf(*pages: list[str] | None, info: str = "", trailer: str = "", fonts: str = "") -> bytes:
    """Return a PDF whose pages have the given lines; None: a page without text.

    A line's letters are two-byte codes that the font maps to UTF-16, as fonts in subsets do.
    """
    letters = sorted({letter for lines in pages for line in lines or () for letter in line})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    numbers = range(8, 8 + 2 * len(pages), 2)
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{n} 0 R' for n in numbers)}]>>",
        3: fonts or "<</Type/Font/Subtype/Type0/BaseFont/None/Encoding/Identity-H"
        "/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        4: "<</Type/Font/Subtype/CIDFontType2/BaseFont/None/DW 500/FontDescriptor 5 0 R"
        "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        5: "<</Type/FontDescriptor/FontName/None/Flags 4/FontBBox[0 0 500 700]/ItalicAngle 0"
        "/Ascent 700/Descent 0/CapHeight 700/StemV 80>>",
        6: _stream(_to_unicode(codes)),
        7: f"<<{info}>>",
    }  # fmt: skip
    for number, lines in zip(numbers, pages, strict=True):
        objects[number] = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects[number + 1] = _stream(_shown(lines or [], codes))
    return _file(objects, trailer)


def _shown(lines: list[str], codes: dict[str, int]) -> str:
    written = (
        f"<{''.join(f'{codes[letter]:04X}' for letter in line)}> Tj 0 -20 Td" for line in lines
    )
    return "BT /F 12 Tf 40 800 Td " + " ".join(written) + " ET"


def _to_unicode(codes: dict[str, int]) -> str:
    pairs = "\n".join(
        f"<{code:04X}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    )


def _stream(content: str) -> str:
    return f"<</Length {len(content)}>>\nstream\n{content}\nendstream"


def _file(objects: dict[int, str], trailer: str) -> bytes:
    data = b"%PDF-1.7\n"
    places: list[int] = []
    for number, content in objects.items():
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    start = len(data)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    table = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    end = f"trailer\n<</Size {len(objects) + 1}/Root 1 0 R/Info 7 0 R{trailer}>>\n"
    return data + f"{table}{end}startxref\n{start}\n%%EOF\n".encode("latin-1")
