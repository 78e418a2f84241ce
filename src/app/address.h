#pragma once
// The lab in an address: "?case=dewan-2009&arm=8x3-anti-ctla-4&day=12&theme=light&play=1", and
// links that hold a whole plan, "#s=...". Any control that has a value can be set by its name.
#include <string>
#include <string_view>
#include <vector>

#include "app/state.h"

namespace abscope {

struct AddressParameter {
  std::string name, value;
  std::string place() const { return name + "=" + value.substr(0, 40); }
};

// What the address asks for, as commands; what it says wrong becomes messages (Notify) that name
// the place and the mend. The hash comes after the query, so that a link wins.
std::vector<Command> commandsOf(std::string_view query, std::string_view hash);
// The same in two steps, for those who have parameters of their own.
std::vector<AddressParameter> parametersOf(std::string_view hash);
std::vector<Command> commandsOf(const std::vector<AddressParameter>& parameters);

// Starts the lab from an address; nothing of it can be undone.
void start(AppState& app, std::string_view query, std::string_view hash);

// The hash of a link that opens this document on this day.
std::string shareHash(const AppState& app);

}  // namespace abscope
