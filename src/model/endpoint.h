#pragma once
// What many patients or mice are counted by: the readouts that one course cannot give. How each is
// read is in trial/cohort.cpp.
#include <array>
#include <cstddef>
#include <string_view>

namespace abscope {

enum class Endpoint : int {
  distantResponse,     // complete or partial, out of the field
  irradiatedResponse,  // complete or partial, in the field
  response,            // complete or partial, by the sum of diameters
  distantControl,      // complete, partial or stable, out of the field
  diseaseControl,      // complete, partial or stable, by the sum of diameters
  eliminated,          // no clonogen left in the irradiated tumour by a day
  distantEliminated,   // the same in the distant tumour
  unseen,           // irradiated tumour too small to be seen, from a day to the end of the course
  distantUnseen,    // the same of the distant tumour
  alive,            // the stated endpoint not reached by a day
  progressionFree,  // neither progression by the sum of diameters nor death
  distantProgressionFree,  // neither progression out of the field nor death
  distantHeld,             // the distant tumour stays below a stated volume
  count
};
inline constexpr int kEndpointCount = static_cast<int>(Endpoint::count);

struct EndpointInfo {
  std::string_view id;
  std::string_view meaning;
  bool isTime;  // time to an event; else a share of the patients
};

inline constexpr std::array<EndpointInfo, kEndpointCount> kEndpointInfo = {{
    {"distantResponse", "complete or partial response out of the field", false},
    {"irradiatedResponse", "complete or partial response of the irradiated tumour", false},
    {"response", "complete or partial response by the sum of diameters", false},
    {"distantControl", "response or stable disease out of the field", false},
    {"diseaseControl", "response or stable disease by the sum of diameters", false},
    {"eliminated", "irradiated tumour without a living clonogen", false},
    {"distantEliminated", "distant tumour without a living clonogen", false},
    {"unseen", "irradiated tumour too small to be seen, to the end of the course", false},
    {"distantUnseen", "distant tumour too small to be seen, to the end of the course", false},
    {"alive", "both tumours together below the stated volume", true},
    {"progressionFree", "neither progression by the sum of diameters nor death", true},
    {"distantProgressionFree", "neither progression out of the field nor death", true},
    {"distantHeld", "distant tumour below its stated volume", true},
}};

inline constexpr const EndpointInfo& endpointInfo(Endpoint endpoint) {
  return kEndpointInfo[static_cast<std::size_t>(endpoint)];
}

}  // namespace abscope
