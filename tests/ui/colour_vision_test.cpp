// Colour blindness, simulated: where two kinds of cell look alike in colour, their shapes differ.
// Matrices: Machado GM, Oliveira MM, Fernandes LAF (2009) A physiologically-based model for
// simulation of color vision deficiency, IEEE TVCG 15:1291-8, severity 1.0, on linear RGB.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include "ui/kind_icon.h"
#include "ui/theme.h"
#include "ui/ui_driver.h"

namespace abscope {
namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

constexpr std::array<Matrix, 4> kVision = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    // protanopia, deuteranopia, tritanopia
    {{{0.152286, 1.052583, -0.204868},
      {0.114503, 0.786281, 0.099216},
      {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968},
      {0.280085, 0.672501, 0.047413},
      {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779},
      {-0.078411, 0.930809, 0.147602},
      {0.004733, 0.691367, 0.303900}}},
}};

double linear(ImU32 channel) {
  const double c = static_cast<double>(channel & 255) / 255;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

// CIE L*a*b* of linear sRGB, white D65.
Triple labOf(const Triple& rgb) {
  const double x = (0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047;
  const double y = 0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2];
  const double z = (0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883;
  const auto f = [](double t) {
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
  };
  return {116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))};
}

Triple seenBy(const Matrix& vision, ImU32 colour) {
  const Triple rgb = {linear(colour >> IM_COL32_R_SHIFT), linear(colour >> IM_COL32_G_SHIFT),
                      linear(colour >> IM_COL32_B_SHIFT)};
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 3; ++k) out[i] += vision[i][k] * rgb[k];
    out[i] = std::clamp(out[i], 0.0, 1.0);
  }
  return labOf(out);
}

// CIE 1976 colour difference; about 2.3 is just noticeable side by side.
double difference(const Matrix& vision, ImU32 a, ImU32 b) {
  const Triple x = seenBy(vision, a), y = seenBy(vision, b);
  return std::hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

double leastDifference(ImU32 a, ImU32 b) {
  double least = 1e9;
  for (const Matrix& vision : kVision) least = std::min(least, difference(vision, a, b));
  return least;
}

std::vector<ImVec2> shapeOf(CellKind kind, const Palette& colours) {
  ImDrawList list(ImGui::GetDrawListSharedData());
  list._ResetForNewFrame();
  list.PushTextureID(ImGui::GetIO().Fonts->TexID);
  list.PushClipRectFullScreen();
  drawKindIcon(list, colours, kind, {100, 100}, 50);
  std::vector<ImVec2> shape;
  shape.reserve(static_cast<std::size_t>(list.VtxBuffer.Size));
  for (const ImDrawVert& v : list.VtxBuffer) shape.push_back(v.pos);
  return shape;
}

// A tenth of the size somewhere, or other pieces altogether.
bool shapesDiffer(const std::vector<ImVec2>& a, const std::vector<ImVec2>& b) {
  if (a.size() != b.size()) return true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::hypot(a[i].x - b[i].x, a[i].y - b[i].y) > 10) return true;
  }
  return false;
}

constexpr std::array<Theme, 4> kThemes = {Theme::lecture, Theme::print, Theme::contrast,
                                          Theme::paper};

}  // namespace

TEST_CASE("the simulation does what colour blindness does") {
  const ImU32 red = rgb(0xd04040), green = rgb(0x5f8a20), blue = rgb(0x3060ff);
  CHECK(difference(kVision[0], red, green) > 60);
  CHECK(difference(kVision[2], red, green) < 0.45 * difference(kVision[0], red, green));
  CHECK(difference(kVision[2], red, blue) > 60);
  CHECK(difference(kVision[0], red, red) == 0);
  // Greys stay grey: each row sums to one.
  for (const Matrix& vision : kVision) {
    for (const Triple& row : vision) {
      CHECK(row[0] + row[1] + row[2] == doctest::Approx(1).epsilon(1e-5));
    }
  }
}

TEST_CASE("two kinds of cell differ in shape, or in colour for every kind of eye") {
  UiDriver ui;  // for fonts
  constexpr double kTold = 15;
  int byColour = 0;
  for (const Theme theme : kThemes) {
    const Palette& c = palette(theme);
    CAPTURE(static_cast<int>(theme));
    for (std::size_t i = 0; i < kCellKindCount; ++i) {
      for (std::size_t k = i + 1; k < kCellKindCount; ++k) {
        if (shapesDiffer(shapeOf(static_cast<CellKind>(i), c),
                         shapeOf(static_cast<CellKind>(k), c))) {
          continue;
        }
        CAPTURE(kCellKindIds[i]);
        CAPTURE(kCellKindIds[k]);
        ++byColour;
        CHECK(leastDifference(c.cell[i], c.cell[k]) >= kTold);
        CHECK(leastDifference(c.ink[i], c.ink[k]) >= kTold);
      }
    }
  }
  CHECK(byColour == static_cast<int>(kThemes.size()));  // the two macrophages
}

TEST_CASE("what helps and what hinders is told apart by every kind of eye") {
  for (const Theme theme : kThemes) {
    const Palette& c = palette(theme);
    CAPTURE(static_cast<int>(theme));
    CHECK(leastDifference(c.activating, c.suppressing) >= 30);
    for (const CellKind kind : {CellKind::treg, CellKind::mdsc}) {
      CHECK(leastDifference(c.ink[static_cast<std::size_t>(CellKind::cd8Effector)],
                            c.ink[static_cast<std::size_t>(kind)]) >= 30);
    }
  }
}

}  // namespace abscope
