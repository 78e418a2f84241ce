#include "library/scenario_check.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/format.h"
#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "model/schedule.h"

namespace abscope {
namespace {

// What radiation and drug items have in common.
struct Item {
  std::string place;
  std::string_view id;
  const Start* start;
  double lastDay;  // of its fractions or doses, when it starts on a day
};

std::vector<Item> itemsOf(const Plan& plan, const std::string& path) {
  std::vector<Item> items;
  for (std::size_t i = 0; i < plan.radiation.size(); ++i) {
    const RadiationItem& item = plan.radiation[i];
    items.push_back({path + ".plan.radiation[" + std::to_string(i) + "]", item.id, &item.start,
                     fractionDays(item, item.start.days).back()});
  }
  for (std::size_t i = 0; i < plan.drugs.size(); ++i) {
    const DrugItem& item = plan.drugs[i];
    items.push_back({path + ".plan.drugs[" + std::to_string(i) + "]", item.id, &item.start,
                     doseDays(item, item.start.days).back()});
  }
  return items;
}

void checkNames(const std::vector<Item>& items, std::vector<Message>& errors) {
  std::map<std::string_view, const Item*> first;
  for (const Item& item : items) {
    if (item.id.empty()) continue;
    const auto [known, isNew] = first.emplace(item.id, &item);
    if (!isNew) {
      errors.push_back({item.place + ".id", jsonQuoted(item.id) + " is already the id of " +
                                                known->second->place +
                                                "; every item needs its own"});
    }
  }
}

const Item* itemById(const std::vector<Item>& items, std::string_view id) {
  const auto found =
      std::find_if(items.begin(), items.end(), [id](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

// The circle that waiting for other items leads back to `item`, as "a, b, a"; empty when none.
std::string circleThrough(const std::vector<Item>& items, const Item& item) {
  std::string circle(item.id);
  const Item* at = &item;
  for (std::size_t steps = 0; steps < items.size(); ++steps) {
    if (at->start->anchor != Anchor::afterItem) return {};
    at = itemById(items, at->start->item);
    if (at == nullptr) return {};
    circle += ", " + std::string(at->id);
    if (at == &item) return circle;
  }
  return {};
}

void checkReferences(const std::vector<Item>& items, std::vector<Message>& errors) {
  std::vector<std::string_view> ids;
  ids.reserve(items.size());
  for (const Item& item : items) ids.push_back(item.id);
  for (const Item& item : items) {
    if (item.start->anchor != Anchor::afterItem || item.start->item.empty()) continue;
    const std::string place = item.place + ".start.after";
    if (itemById(items, item.start->item) == nullptr) {
      const std::string_view nearest = nearestName(item.start->item, ids);
      std::string text = "no item has the id " + jsonQuoted(item.start->item) + "; ";
      if (!nearest.empty()) text += "did you mean " + jsonQuoted(nearest) + "? ";
      text += "ids of this plan: ";
      for (std::size_t i = 0; i < ids.size(); ++i)
        text += (i > 0 ? ", " : "") + std::string(ids[i]);
      errors.push_back({place, text});
      continue;
    }
    const std::string circle = circleThrough(items, item);
    if (!circle.empty()) {
      errors.push_back({place, "items wait for each other in a circle: " + circle +
                                   "; let one of them start on a day"});
    }
  }
}

void checkDoses(const Plan& plan, const std::string& path, std::vector<Message>& errors) {
  for (std::size_t i = 0; i < plan.radiation.size(); ++i) {
    const RadiationItem& item = plan.radiation[i];
    if (item.id.empty()) continue;  // an entry that could not be read: that was said already
    if (item.irradiatedGy > 0 || item.distantGy > 0 || item.nodeGy.value_or(0) > 0 ||
        item.bloodGy.value_or(0) > 0) {
      continue;
    }
    errors.push_back(
        {path + ".plan.radiation[" + std::to_string(i) + "].doseGy",
         "all doses are 0; at least one must be " + formatShortest(kMinDoseGy) + " Gy or more"});
  }
}

// "pembrolizumab is not used in mice; take antiPd1 or rmp114".
void checkSpecies(const Scenario& scenario, const std::string& path, std::vector<Message>& errors) {
  const Preset preset = scenario.patient.preset;
  for (std::size_t i = 0; i < scenario.plan.drugs.size(); ++i) {
    const DrugInfo& info = drugInfo(scenario.plan.drugs[i].drug);
    if (drugUse(scenario.plan.drugs[i].drug, preset).isUsed()) continue;
    std::string text = std::string(info.id) + " is not used in ";
    text += preset == Preset::human ? "humans" : "mice";
    std::string others;
    for (int other = 0; other < kDrugCount; ++other) {
      const DrugInfo& otherInfo = drugInfo(static_cast<Drug>(other));
      if (otherInfo.hook != info.hook || !drugUse(static_cast<Drug>(other), preset).isUsed())
        continue;
      others += (others.empty() ? "" : " or ") + std::string(otherInfo.id);
    }
    text +=
        others.empty() ? "; no other drug does the same there: leave it out" : "; take " + others;
    errors.push_back({path + ".plan.drugs[" + std::to_string(i) + "].drug", text});
  }
}

void checkDays(const std::vector<Item>& items, double days, std::vector<Message>& warnings) {
  for (const Item& item : items) {
    if (item.start->anchor != Anchor::day) continue;
    const std::string end = "; the course ends on day " + formatShortest(days);
    if (item.start->days > days) {
      warnings.push_back({item.place + ".start",
                          "day " + formatShortest(item.start->days) + " never comes" + end});
    } else if (item.lastDay > days) {
      warnings.push_back(
          {item.place, "its last day would be " + formatShortest(item.lastDay) + end});
    }
  }
}

}  // namespace

Problems checkScenario(const Scenario& scenario, const std::string& path) {
  Problems problems;
  const std::vector<Item> items = itemsOf(scenario.plan, path);
  if (items.size() > kMaxItems) {
    problems.errors.push_back({path + ".plan", "has " + std::to_string(items.size()) +
                                                   " items in all; allowed: at most " +
                                                   std::to_string(kMaxItems)});
  }
  checkNames(items, problems.errors);
  checkReferences(items, problems.errors);
  checkDoses(scenario.plan, path, problems.errors);
  checkSpecies(scenario, path, problems.errors);
  checkDays(items, scenario.plan.days, problems.warnings);
  return problems;
}

}  // namespace abscope
