#include "app/qr.h"

#include <cstdint>
#include <string>

#ifdef ABSCOPE_HAS_QRCODEGEN
#include <qrcodegen.h>
#endif

namespace abscope {

QrCode qrCodeOf([[maybe_unused]] std::string_view text) {
  QrCode code;
#ifdef ABSCOPE_HAS_QRCODEGEN
  std::vector<std::uint8_t> scratch(qrcodegen_BUFFER_LEN_MAX), made(qrcodegen_BUFFER_LEN_MAX);
  // Low correction keeps the modules large for the last row; more is taken where it costs no size.
  if (!qrcodegen_encodeText(std::string(text).c_str(), scratch.data(), made.data(),
                            qrcodegen_Ecc_LOW, qrcodegen_VERSION_MIN, qrcodegen_VERSION_MAX,
                            qrcodegen_Mask_AUTO, true)) {
    return code;
  }
  code.side = qrcodegen_getSize(made.data());
  code.dark.reserve(static_cast<std::size_t>(code.side * code.side));
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side; ++x) code.dark.push_back(qrcodegen_getModule(made.data(), x, y));
  }
#endif
  return code;
}

}  // namespace abscope
