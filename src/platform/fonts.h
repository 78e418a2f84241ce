// The font atlas: real faces, rasterised for the density of the screen and laid out in CSS pixels.
#pragma once

#include <span>
#include <string_view>

namespace abscope {

struct FontFace {
  std::string_view trueType;  // must outlive the window
  float sizePx = 15.0f;       // CSS pixels
};

// `first` is enough for the first frame, which need not wait for letters of other languages.
enum class Glyphs { first, all };

// Letters that the faces lack, from Han on: joined to each of them.
struct ExtraLetters {
  std::string_view trueType;  // empty: none
  // Their squares look as large as the faces' capitals when they are set larger.
  static constexpr float kScale = 1.1f;
};

// (Re)builds ImGui's atlas with `density` device pixels a pixel of sizePx:
// ImGui::GetIO().Fonts->Fonts[i] is faces[i]. Without faces ImGui's own bitmap font is used.
void buildFontAtlas(std::span<const FontFace> faces, float density, Glyphs glyphs,
                    const ExtraLetters& extra);

}  // namespace abscope
