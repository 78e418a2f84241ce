#pragma once
// A link as a QR code, made here: no server sees it.
#include <string_view>
#include <vector>

namespace abscope {

struct QrCode {
  int side = 0;  // modules; 0: the text is too long for any code
  std::vector<bool> dark;

  bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
};

QrCode qrCodeOf(std::string_view text);

}  // namespace abscope
