#pragma once
// Base64 with the alphabet of addresses (RFC 4648 section 5), without padding.
#include <optional>
#include <string>
#include <string_view>

namespace abscope {

std::string base64Url(std::string_view bytes);
std::optional<std::string> fromBase64Url(std::string_view text);  // none: not base64

}  // namespace abscope
