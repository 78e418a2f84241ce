#include "platform/fonts.h"

#include <imgui.h>

namespace abscope {
namespace {

// The same ranges as scripts/subset-fonts.mjs.
constexpr ImWchar kAllGlyphs[] = {
    0x0020, 0x007e, 0x00a0, 0x017f, 0x0391, 0x03c9, 0x2009, 0x2009, 0x2010, 0x2026, 0x202f, 0x2030,
    0x2070, 0x209c, 0x2190, 0x2193, 0x2212, 0x2212, 0x221e, 0x221e, 0x2248, 0x2248, 0x2264, 0x2265,
    0x25b2, 0x25b2, 0x25b6, 0x25b6, 0x25bc, 0x25bc, 0x25cf, 0x25cf, 0x2713, 0x2713, 0};

// Of these, what English text and our signs need: a third of the glyphs, and of the time.
constexpr ImWchar kFirstGlyphs[] = {
    0x0020, 0x007e, 0x00a0, 0x00a0, 0x00b0, 0x00b7, 0x00d7, 0x00d7, 0x03b1, 0x03b3, 0x2010, 0x2026,
    0x202f, 0x202f, 0x2070, 0x2079, 0x2190, 0x2193, 0x2212, 0x2212, 0x2248, 0x2248, 0x2264, 0x2265,
    0x25b2, 0x25b2, 0x25b6, 0x25b6, 0x25bc, 0x25bc, 0x25cf, 0x25cf, 0x2713, 0x2713, 0};

// Han, its signs and wide forms; what a font does not have is left out.
constexpr ImWchar kExtraGlyphs[] = {0x2e80, 0xffef, 0};

void addExtraLetters(const ExtraLetters& extra, ImFontConfig config) {
  config.MergeMode = true;
  config.GlyphRanges = kExtraGlyphs;
  config.OversampleH = 1;
  ImGui::GetIO().Fonts->AddFontFromMemoryTTF(const_cast<char*>(extra.trueType.data()),
                                             static_cast<int>(extra.trueType.size()),
                                             config.SizePixels * ExtraLetters::kScale, &config);
}

}  // namespace

void buildFontAtlas(std::span<const FontFace> faces, float density, Glyphs glyphs,
                    const ExtraLetters& extra) {
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight | ImFontAtlasFlags_NoMouseCursors;
  if (faces.empty()) atlas.AddFontDefault();
  for (const FontFace& face : faces) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.RasterizerDensity = density;
    config.OversampleH = density >= 1.5f ? 1 : 2;
    config.OversampleV = 1;
    config.GlyphRanges = glyphs == Glyphs::all ? kAllGlyphs : kFirstGlyphs;
    // ImGui takes the bytes as mutable but only reads them when it does not own them.
    atlas.AddFontFromMemoryTTF(const_cast<char*>(face.trueType.data()),
                               static_cast<int>(face.trueType.size()), face.sizePx, &config);
    if (glyphs == Glyphs::first || extra.trueType.empty()) continue;
    config.SizePixels = face.sizePx;
    addExtraLetters(extra, config);
  }
  atlas.Build();
}

}  // namespace abscope
