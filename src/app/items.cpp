#include "app/items.h"

#include <algorithm>
#include <cmath>

#include "model/schedule.h"

namespace abscope {
namespace {

template <class T>
bool inside(const std::vector<T>& items, int index) {
  return index >= 0 && static_cast<std::size_t>(index) < items.size();
}

// The next whole day, or the fifth when nothing has happened yet.
double nextDay(const Plan& plan, double today) {
  const double day = today > 0 ? std::ceil(today) : 5;
  return std::min(day, std::max(0.0, plan.days - 1));
}

template <class T>
void release(std::vector<T>& items, ItemKind kind, const std::string& id,
             const std::vector<Event>& events) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    Start& start = items[i].start;
    if (start.anchor != Anchor::afterItem || start.item != id) continue;
    const Days days = daysOf(events, kind, static_cast<int>(i));
    start = {Anchor::day, days.first >= 0 ? days.first : 1, {}};
  }
}

template <class T>
void move(std::vector<T>& items, int from, int to) {
  if (!inside(items, from) || !inside(items, to)) return;
  const auto a = items.begin() + from;
  const auto b = items.begin() + to;
  if (from < to) {
    std::rotate(a, a + 1, b + 1);
  } else {
    std::rotate(b, a, a + 1);
  }
}

}  // namespace

void addRadiation(Plan& plan, double today) {
  RadiationItem item;
  item.id = freshId(plan, "rt");
  item.start.days = nextDay(plan, today);
  item.fractions = 3;
  item.irradiatedGy = 8;
  plan.radiation.push_back(std::move(item));
}

void addDrug(Plan& plan, Drug drug, Preset preset, double today) {
  DrugItem item;
  item.id = freshId(plan, drugInfo(drug).id);
  item.start.days = nextDay(plan, today);
  takeDrug(item, drug, preset);
  plan.drugs.push_back(std::move(item));
}

void takeDrug(DrugItem& item, Drug drug, Preset preset) {
  item.drug = drug;
  const DrugUse& use = drugUse(drug, preset);
  if (!use.isUsed()) return;  // the check of the scenario says so
  item.doses = use.doses;
  item.intervalDays = use.intervalDays;
  item.amount = 1;
}

Drug fitDrugs(Plan& plan, Preset preset) {
  Drug first = Drug::count;
  for (DrugItem& item : plan.drugs) {
    if (drugUse(item.drug, preset).isUsed()) continue;
    const Drug generic = genericOf(drugInfo(item.drug).hook);
    if (generic == Drug::count || !drugUse(generic, preset).isUsed()) continue;
    if (first == Drug::count) first = item.drug;
    item.drug = generic;  // when it is given stays as it was
  }
  return first;
}

void removeItem(Plan& plan, ItemKind kind, int index, const std::vector<Event>& events) {
  const bool radiation = kind == ItemKind::radiation;
  if (radiation ? !inside(plan.radiation, index) : !inside(plan.drugs, index)) return;
  const auto i = static_cast<std::size_t>(index);
  const std::string id = radiation ? plan.radiation[i].id : plan.drugs[i].id;
  release(plan.radiation, ItemKind::radiation, id, events);
  release(plan.drugs, ItemKind::drug, id, events);
  if (radiation) {
    plan.radiation.erase(plan.radiation.begin() + index);
  } else {
    plan.drugs.erase(plan.drugs.begin() + index);
  }
}

namespace {

// The next whole day after the last one, no sooner than the rhythm of the item wants.
Start startOfCopy(const Plan& plan, const Start& start, const std::string& id, double lastDay,
                  double intervalDays) {
  const double gap = std::max(1.0, std::round(intervalDays));
  if (start.anchor != Anchor::day) return {Anchor::afterItem, gap, id};
  const double latest = std::max(0.0, std::floor(plan.days) - 1);
  return {Anchor::day, std::min(std::floor(lastDay) + gap, std::max(latest, start.days)), {}};
}

}  // namespace

int copyItem(Plan& plan, ItemKind kind, int index) {
  const auto at = static_cast<std::size_t>(index);
  if (kind == ItemKind::radiation) {
    if (!inside(plan.radiation, index)) return -1;
    RadiationItem copy = plan.radiation[at];
    copy.start = startOfCopy(plan, copy.start, copy.id, fractionDays(copy, copy.start.days).back(),
                             copy.intervalDays);
    copy.id = freshId(plan, "rt");
    plan.radiation.insert(plan.radiation.begin() + index + 1, std::move(copy));
  } else {
    if (!inside(plan.drugs, index)) return -1;
    DrugItem copy = plan.drugs[at];
    copy.start = startOfCopy(plan, copy.start, copy.id, doseDays(copy, copy.start.days).back(),
                             copy.intervalDays);
    copy.id = freshId(plan, drugInfo(copy.drug).id);
    plan.drugs.insert(plan.drugs.begin() + index + 1, std::move(copy));
  }
  return index + 1;
}

namespace {

template <class Visit>
void visitPlanned(Plan& plan, Visit visit) {
  for (RadiationItem& item : plan.radiation) {
    if (item.start.anchor == Anchor::day) visit(item.start.days);
  }
  for (DrugItem& item : plan.drugs) {
    if (item.start.anchor == Anchor::day) visit(item.start.days);
  }
}

}  // namespace

double firstPlannedDay(const Plan& plan) {
  double first = -1;
  const auto look = [&](const Start& start) {
    if (start.anchor == Anchor::day) first = first < 0 ? start.days : std::min(first, start.days);
  };
  for (const RadiationItem& item : plan.radiation) look(item.start);
  for (const DrugItem& item : plan.drugs) look(item.start);
  return first;
}

void movePlan(Plan& plan, double day) {
  const double first = firstPlannedDay(plan);
  if (first < 0) return;
  double last = first;
  visitPlanned(plan, [&](double& start) { last = std::max(last, start); });
  const double by = std::clamp(day - first, -first, kMaxCourseDays - last);
  visitPlanned(plan, [&](double& start) { start += by; });
}

void moveItem(Plan& plan, ItemKind kind, int from, int to) {
  if (kind == ItemKind::radiation) {
    move(plan.radiation, from, to);
  } else {
    move(plan.drugs, from, to);
  }
}

Days daysOf(const std::vector<Event>& events, ItemKind kind, int index) {
  const EventKind wanted = kind == ItemKind::radiation ? EventKind::fraction : EventKind::drugDose;
  Days days;
  for (const Event& event : events) {
    if (event.kind != wanted || event.item != index) continue;
    if (days.first < 0) days.first = event.day;
    days.last = event.day;
  }
  return days;
}

}  // namespace abscope
