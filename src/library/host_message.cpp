#include "library/host_message.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/format.h"
#include "core/nearest_name.h"
#include "library/fields.h"
#include "library/json_reader.h"
#include "model/plan.h"

namespace abscope {
namespace {

constexpr std::size_t kLongestText = 500, kLongestName = 64, kMostSettings = 200;
constexpr std::size_t kLongestLink = 20000;

struct RequestRule {
  std::string_view name;
  std::array<std::string_view, 3> fields;  // beside abscope, type and requestId
};
constexpr RequestRule kRequests[] = {
    {"pause", {}},
    {"resume", {}},
    {"getState", {}},
    {"setState", {"settings", "hash", "scenario"}},
    {"loadCase", {"case", "arm"}},
    {"runTo", {"day"}},
    {"screenshot", {}},
    {"announce", {"text"}},
};
static_assert(std::size(kRequests) == static_cast<std::size_t>(HostRequest::count));

// Reads one message, and notes what is wrong with it.
class Reader {
 public:
  Reader(const Json& json, ReadHostMessage& result) : json_(json), result_(result) {}

  void read() {
    if (!json_.is_object())
      return refuse("$", "must be an object with the fields abscope and type");
    protocol();
    readRequestId();
    if (const RequestRule* rule = request()) {
      unknownFields(*rule);
      contents();
    }
  }

 private:
  HostMessage& message() { return result_.message; }
  void refuse(std::string place, std::string text) {
    result_.errors.push_back({std::move(place), std::move(text)});
  }

  const Json* field(const char* name) const {
    const auto found = json_.find(name);
    return found == json_.end() ? nullptr : &*found;
  }

  void protocol() {
    const Json* version = field("abscope");
    if (version == nullptr || !version->is_number_integer() || *version != kHostProtocol) {
      refuse("$.abscope", "must be the version of the protocol, " + std::to_string(kHostProtocol));
    }
  }

  void readRequestId() {
    const Json* id = field("requestId");
    if (id == nullptr) return;
    RequestId& read = message().requestId;
    if (id->is_string() && id->get_ref<const std::string&>().size() <= kLongestName) {
      read = {RequestId::Kind::text, id->get<std::string>(), 0};
    } else if (id->is_number()) {
      read = {RequestId::Kind::number, {}, id->get<double>()};
    } else {
      refuse("$.requestId", "must be a number or a string of at most 64 characters");
    }
  }

  const RequestRule* request() {
    const std::vector<std::string_view> names = hostRequestNames();
    const Json* type = field("type");
    const std::string* name = type ? type->get_ptr<const std::string*>() : nullptr;
    if (name != nullptr) {
      const auto found = std::find(names.begin(), names.end(), *name);
      if (found != names.end()) {
        message().request = static_cast<HostRequest>(found - names.begin());
        return &kRequests[found - names.begin()];
      }
    }
    std::string text = "must be one of " + joined(names);
    const std::string_view meant = name ? nearestName(*name, names) : std::string_view();
    if (!meant.empty()) text = "did you mean \"" + std::string(meant) + "\"? It " + text;
    refuse("$.type", text);
    return nullptr;
  }

  void unknownFields(const RequestRule& rule) {
    for (const auto& [name, value] : json_.items()) {
      if (name == "abscope" || name == "type" || name == "requestId" || name == "token") continue;
      if (std::find(rule.fields.begin(), rule.fields.end(), name) != rule.fields.end()) continue;
      refuse(pathOf("$", name), "is no field of " + std::string(rule.name));
    }
  }

  // Empty when it is not there, or with a message when it must be.
  std::string text(const char* name, std::size_t longest, bool required) {
    const Json* value = field(name);
    if (value == nullptr && !required) return {};
    const std::string* found = value ? value->get_ptr<const std::string*>() : nullptr;
    if (found != nullptr && !found->empty() && found->size() <= longest) return *found;
    refuse(pathOf("$", name), "must be a text of 1 to " + std::to_string(longest) + " characters");
    return {};
  }

  void contents() {
    switch (message().request) {
      case HostRequest::loadCase:
        message().caseId = text("case", kLongestName, true);
        message().armId = text("arm", kLongestName, false);
        break;
      case HostRequest::runTo:
        day();
        break;
      case HostRequest::announce:
        message().text = text("text", kLongestText, true);
        break;
      case HostRequest::setState:
        state();
        break;
      default:
        break;
    }
  }

  void day() {
    const Json* value = field("day");
    const double number = value && value->is_number() ? value->get<double>() : -1;
    if (number >= 0 && number <= kMaxCourseDays) {
      message().day = number;
      return;
    }
    refuse("$.day", "must be a number: " + rangeText({0, kMaxCourseDays, "d"}));
  }

  void state() {
    message().hash = text("hash", kLongestLink, false);
    if (const Json* scenario = field("scenario")) {
      if (scenario->is_object()) {
        message().scenario = scenario->dump();
      } else {
        refuse("$.scenario", "must be a scenario, an object");
      }
    }
    if (const Json* settings = field("settings")) readSettings(*settings);
    if (field("hash") == nullptr && field("scenario") == nullptr && field("settings") == nullptr) {
      refuse("$", "setState needs settings, hash or scenario");
    }
  }

  void readSettings(const Json& settings) {
    if (!settings.is_object() || settings.size() > kMostSettings) {
      return refuse("$.settings", "must be an object of at most 200 names of controls and values");
    }
    message().settings.reserve(settings.size());
    for (const auto& [name, value] : settings.items()) {
      std::string written;
      if (value.is_boolean()) {
        written = value.get<bool>() ? "1" : "0";
      } else if (value.is_number()) {
        written = formatNumber(value.get<double>(), 17);
      } else if (value.is_string() && value.get_ref<const std::string&>().size() <= kLongestName) {
        written = value.get<std::string>();
      } else {
        refuse(pathOf("$.settings", name), "must be a number, a word or true or false");
        continue;
      }
      message().settings.emplace_back(name, written);
    }
  }

  const Json& json_;
  ReadHostMessage& result_;
};

}  // namespace

std::vector<std::string_view> hostRequestNames() {
  std::vector<std::string_view> names;
  names.reserve(std::size(kRequests));
  for (const RequestRule& rule : kRequests) names.push_back(rule.name);
  return names;
}

ReadHostMessage readHostMessage(std::string_view json) {
  ReadHostMessage result;
  ParsedJson parsed = parseJson(json);
  result.errors = std::move(parsed.messages);
  if (parsed.ok) Reader(parsed.value, result).read();
  return result;
}

}  // namespace abscope
