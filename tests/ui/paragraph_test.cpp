// Words set in lines: at spaces, and in Chinese between characters.
#include <cmath>
#include <string>

#include <doctest/doctest.h>

#include "ui/draw.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

int linesOf(std::string_view text, float width) {
  const float one = drawParagraph(nullptr, Face::body, {}, 1e6f, 0, 0, "x");
  return static_cast<int>(
      std::lround(drawParagraph(nullptr, Face::body, {}, width, 0, 0, text) / one));
}

}  // namespace

TEST_CASE("a Chinese paragraph is parted between its characters, which have no spaces") {
  UiDriver ui({1280, 720});
  ui.frame();
  std::string text;
  for (int i = 0; i < 10; ++i) text += "照";
  const float ten = textWidth(Face::body, text);
  CHECK(linesOf(text, ten + 1) == 1);
  CHECK(linesOf(text, ten * 0.55f) == 2);
  CHECK(linesOf(text, ten * 0.35f) == 4);
  // No line starts with a mark that closes: the last character goes down with it.
  CHECK(linesOf(text + "。" + text, ten + 1) == 3);
  // Words of Latin letters stay whole.
  CHECK(linesOf("RadScopal", textWidth(Face::body, "RadScopal") * 0.5f) == 1);
}

}  // namespace abscope
