#include "ui/draw.h"

#include <algorithm>
#include <cctype>

namespace abscope {
namespace {

TextWatch textWatch = nullptr;

constexpr float kLineHeight = 1.38f;  // of the font's size, in paragraphs

bool isMechanismId(std::string_view word) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return word.size() >= 3 && word[0] >= 'A' && word[0] <= 'Z' && digit(word[1]) && digit(word[2]) &&
         (word.size() == 3 || !std::isalnum(static_cast<unsigned char>(word[3])));
}

}  // namespace

Rect Rect::cutTop(float height) {
  const Rect strip{x, y, w, height};
  y += height, h -= height;
  return strip;
}
Rect Rect::cutBottom(float height) {
  h -= height;
  return {x, y + h, w, height};
}
Rect Rect::cutLeft(float width) {
  const Rect strip{x, y, width, h};
  x += width, w -= width;
  return strip;
}
Rect Rect::cutRight(float width) {
  w -= width;
  return {x + w, y, width, h};
}

ImFont* fontOf(Face face) {
  const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  const int i = static_cast<int>(face);
  return atlas.Fonts[i < atlas.Fonts.Size ? i : 0];
}

float fontSize(Face face) { return fontOf(face)->FontSize * ImGui::GetIO().FontGlobalScale; }

float textWidth(Face face, std::string_view text) {
  return fontOf(face)
      ->CalcTextSizeA(fontSize(face), FLT_MAX, 0, text.data(), text.data() + text.size())
      .x;
}

void drawText(ImDrawList& list, Face face, ImVec2 at, ImU32 colour, std::string_view text,
              Align align) {
  if (text.empty()) return;
  const float size = fontSize(face);
  float x = at.x;
  if (align != Align::left) {
    const float width = textWidth(face, text);
    x -= align == Align::right ? width : width / 2;
  }
  // Whole pixels keep small letters crisp.
  const ImVec2 corner{static_cast<float>(static_cast<int>(x + 0.5f)),
                      static_cast<float>(static_cast<int>(at.y - size / 2 + 0.5f))};
  list.AddText(fontOf(face), size, corner, colour, text.data(), text.data() + text.size());
  if (textWatch) textWatch(list, {corner.x, corner.y, textWidth(face, text), size}, text, false);
}

void drawFittedText(ImDrawList& list, Face face, ImVec2 at, float width, ImU32 colour,
                    std::string_view text) {
  if (textWidth(face, text) <= width) return drawText(list, face, at, colour, text);
  if (textWatch) textWatch(list, {at.x, at.y, width, 0}, text, true);
  constexpr std::string_view kEllipsis = "…";
  const float room = width - textWidth(face, kEllipsis);
  const char* rest = nullptr;
  const char* end = text.data() + text.size();
  const float used =
      fontOf(face)
          ->CalcTextSizeA(fontSize(face), std::max(0.0f, room), 0, text.data(), end, &rest)
          .x;
  drawText(list, face, at, colour, {text.data(), static_cast<std::size_t>(rest - text.data())});
  drawText(list, face, {at.x + used, at.y}, colour, kEllipsis);
}

namespace {

// Chinese is written without spaces: a line may end after any of its characters, but none may start
// with a mark that closes (UAX 14, class CL).
bool isHan(std::string_view text) {  // E2 BA to EF BF: U+2E80 and above
  const auto lead = static_cast<unsigned char>(text.front());
  return (lead >= 0xe3 && lead <= 0xe9) || lead == 0xef;
}

bool closes(std::string_view text) {
  for (const std::string_view mark :
       {"，", "。", "：", "；", "、", "）", "？", "！", "”", ")", "%"}) {
    if (text.substr(0, mark.size()) == mark) return true;
  }
  return false;
}

bool opens(std::string_view text) { return text.substr(0, 3) == "（" || text.substr(0, 3) == "“"; }

// Where the piece ends that no line may part: before a space, or beside a Chinese character.
std::size_t pieceEnd(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] != ' ') {
    const bool han = isHan(text.substr(at)), stays = opens(text.substr(at));
    std::size_t next = at + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xc0) == 0x80) ++next;
    at = next;
    if (at == text.size() || stays) continue;
    const std::string_view rest = text.substr(at);
    if (!closes(rest) && (han || isHan(rest))) return at;
  }
  return at;
}

}  // namespace

float drawParagraph(ImDrawList* list, Face face, ImVec2 at, float width, ImU32 colour,
                    ImU32 idColour, std::string_view text) {
  const float size = fontSize(face);
  const float line = size * kLineHeight;
  const float space = textWidth(face, " ");
  float x = 0, y = 0;
  while (!text.empty()) {
    const std::size_t end = pieceEnd(text);
    const std::string_view word = text.substr(0, end);
    const bool spaced = end < text.size() && text[end] == ' ';
    text.remove_prefix(end + (spaced ? 1 : 0));
    if (word.empty()) continue;
    const float w = textWidth(face, word);
    if (x > 0 && x + w > width) {
      x = 0;
      y += line;
    }
    const std::string_view bare = word.front() == '(' ? word.substr(1) : word;
    if (list) {
      if (textWatch && w > width + 1) textWatch(*list, {at.x + x, at.y + y, width, 0}, word, true);
      drawText(*list, face, {at.x + x, at.y + y + line / 2},
               isMechanismId(bare) ? idColour : colour, word);
    }
    x += w + (spaced ? space : 0);
  }
  return x > 0 || y > 0 ? y + line : 0;
}

void watchTexts(TextWatch watch) { textWatch = watch; }

void headingRow(const Ui& ui, Rect& rest, std::string_view text) {
  const Rect row = rest.cutTop(ui.px(26));
  drawText(*ImGui::GetWindowDrawList(), Face::strong, {row.x, row.middle().y}, ui.colours.text,
           text);
}

void drawPanel(ImDrawList& list, const Ui& ui, const Rect& rect) {
  const float round = ui.narrow ? 0 : ui.px(8);
  list.AddRectFilled(rect.min(), rect.max(), ui.colours.panel, round);
  list.AddRect(rect.min(), rect.max(), ui.colours.border, round);
}

}  // namespace abscope
