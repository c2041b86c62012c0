#!/usr/bin/env python3
"""Makes the fonts in src/main/resources from Debian's fonts-inter and fonts-jetbrains-mono.

usage: make-fonts.py INTER_DIR JETBRAINS_MONO_DIR OUT_DIR      (needs fontTools)

JavaFX knows two weights a family and no OpenType features, so each weight becomes a family of its own, Inter's digits
are its tabular ones, and programming ligatures are left out.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TEXT = [(0x20, 0x7E), (0xA0, 0x24F), (0x259, 0x259), (0x2B0, 0x2FF), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF),
        (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x21FF), (0x2200, 0x22FF),
        (0x2318, 0x2318), (0x2325, 0x2325), (0x21E7, 0x21E7), (0x2303, 0x2303), (0x25A0, 0x25FF), (0x2713, 0x2717),
        (0xFFFD, 0xFFFD)]
MONO = TEXT + [(0x2300, 0x23FF), (0x2500, 0x259F), (0x2800, 0x28FF), (0xE0A0, 0xE0D4)]


def tabular_figures(font):
    """Points the digits of the character map at the glyphs that the feature 'tnum' would put in their place."""
    gsub = font["GSUB"].table
    lookups = {index for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "tnum"
               for index in record.Feature.LookupListIndex}
    mapping = {}
    for index in lookups:
        for table in gsub.LookupList.Lookup[index].SubTable:
            mapping.update(getattr(table, "ExtSubTable", table).mapping)
    digits = [font.getBestCmap()[code] for code in range(0x30, 0x3A)]
    assert all(digit in mapping for digit in digits), "no tabular figures"
    for table in font["cmap"].tables:
        for code in range(0x30, 0x3A):
            if table.cmap.get(code) in mapping:  # tables may share their mapping
                table.cmap[code] = mapping[table.cmap[code]]


def make(source, target, family, ranges, features, tabular):
    font = TTFont(source)
    if tabular:
        tabular_figures(font)
    options = subset.Options(layout_features=features, name_IDs=["*"], notdef_outline=True, hinting=False, desubroutinize=False)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    worker.subset(font)
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (16, 17, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    for name_id, text in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", "") + "-Regular"), (3, family)):
        names.setName(text, name_id, 3, 1, 0x409)
        names.removeNames(nameID=name_id, platformID=1)
    font["OS/2"].usWeightClass = 400
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x21) | 0x40
    font["head"].macStyle = 0
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = family.replace(" ", "") + "-Regular"
        top = cff.topDictIndex[0]
        top.FamilyName, top.FullName, top.Weight = family, family, "Regular"
    font.save(target)
    print(target, target.stat().st_size)


def main():
    inter, mono, out = (Path(argument) for argument in sys.argv[1:4])
    out.mkdir(parents=True, exist_ok=True)
    for weight, family in (("Regular", "Inter"), ("Medium", "Inter Medium"), ("SemiBold", "Inter SemiBold")):
        make(inter / f"Inter-{weight}.otf", out / f"Inter-{weight}.otf", family, TEXT, ["kern", "mark", "mkmk"], True)
    make(mono / "JetBrainsMono-Regular.ttf", out / "JetBrainsMono-Regular.ttf", "JetBrains Mono", MONO, [], False)


if __name__ == "__main__":
    main()
