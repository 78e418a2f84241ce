#pragma once
// What a page that embeds the lab may ask for, as JSON text; docs/embedding.md lists the messages.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/message.h"

namespace abscope {

inline constexpr int kHostProtocol = 1;

enum class HostRequest : int {
  pause,
  resume,
  getState,
  setState,
  loadCase,
  runTo,
  screenshot,
  announce,
  count
};

// What the page calls its request; comes back with the answer.
struct RequestId {
  enum class Kind : int { none, text, number };
  Kind kind = Kind::none;
  std::string text;
  double number = 0;
};

struct HostMessage {
  HostRequest request = HostRequest::getState;
  RequestId requestId;
  std::string caseId, armId;                                  // loadCase
  std::vector<std::pair<std::string, std::string>> settings;  // setState: control name and value
  std::string hash;                                           // setState: "#..." of a share link
  std::string scenario;                                       // setState: a scenario as JSON
  double day = 0;                                             // runTo
  std::string text;                                           // announce
};

struct ReadHostMessage {
  HostMessage message;  // to be used only when there are no errors
  std::vector<Message> errors;
  bool ok() const { return errors.empty(); }
};

// Never throws. Whatever else a page says (another protocol, unknown fields) is an error as well.
ReadHostMessage readHostMessage(std::string_view json);

// The names of the requests, in the order of the enum.
std::vector<std::string_view> hostRequestNames();

}  // namespace abscope
