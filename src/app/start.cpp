// The lab as it opens.
#include "app/apply.h"
#include "app/derive.h"
#include "library/cases.h"

namespace abscope {
namespace {

constexpr std::string_view kFirstCase = "barsoumian-2020";

}  // namespace

void start(AppState& app) {
  app.document.scenario.plan.days = 60;
  const Case* first = findCase(kFirstCase);
  const Scenario* arm = first ? findArm(*first, first->defaultArm) : nullptr;
  if (arm) {
    app.document.scenario = *arm;
    app.document.caseId = first->id;
    app.document.armId = arm->id;
  }
  derive(app);
}

}  // namespace abscope
