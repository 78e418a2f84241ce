#pragma once
// Messages between the lab and the page that embeds it, as JSON text. web/host.js decides whom to
// listen to; without a page around the lab there is nobody, and nothing here does anything.
#include <string>
#include <string_view>

namespace abscope {

bool hasHost();
// Called at once for each message, between two frames.
void listenToHost(void (*receive)(std::string_view json));
void tellHost(std::string_view json);
// The picture as it is now, "data:image/png;base64,..."; only within the frame that drew it.
std::string pictureOfCanvas();

}  // namespace abscope
