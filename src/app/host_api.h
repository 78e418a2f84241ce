#pragma once
// The lab as the page that embeds it sees it: what it may ask for, and what it is told.
// docs/embedding.md lists the messages; web/abscope.d.ts types them.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"
#include "library/host_message.h"

namespace abscope {

struct HostAnswer {
  std::vector<Command> commands;          // none when something is wrong with the message
  std::string reply;                      // JSON; empty while a picture is awaited
  std::string announcement;               // for the live region
  std::optional<RequestId> screenshotId;  // a picture is wanted under this requestId
};

// Everything that the message asks, or an error that changes nothing.
HostAnswer answerHost(const AppState& app, std::string_view json);

// The first message: version, capabilities, and how high the lab likes to be.
std::string hostReady(const AppState& app);
// All that the page can know: case, day, plan, outcome.
std::string hostState(const AppState& app, const RequestId& requestId);
std::string hostScreenshot(const RequestId& requestId, std::string_view dataUrl);

// Tells what is new since it was last asked.
class HostWatch {
 public:
  std::vector<std::string> news(const AppState& app);

 private:
  void addReports(const AppState& app, bool runFinished, std::vector<std::string>& news);

  bool started_ = false;
  double day_ = 0;
  bool playing_ = false;
  std::size_t reports_ = 0;  // that have been told
  const Script* lecture_ = nullptr;
  double lectureShown_ = 0;
  std::uint64_t version_ = 0;
};

}  // namespace abscope
