#include "app/branch.h"

#include <cmath>

#include "app/document.h"

namespace abscope {
namespace {

constexpr double kSameMoment = 1e-6;  // days; a start counted from an event is rounded

bool isGiven(const Event& event) {
  return event.kind == EventKind::fraction || event.kind == EventKind::drugDose;
}

struct Given {
  int count = 0;        // by the day
  double nextDay = -1;  // the first after it; -1: none within the course
};

Given givenBy(const std::vector<Event>& events, EventKind kind, std::size_t item, double day) {
  Given given;
  for (const Event& event : events) {
    if (event.kind != kind || event.item != static_cast<int>(item)) continue;
    if (event.day <= day) {
      ++given.count;
    } else if (given.nextDay < 0) {
      given.nextDay = event.day;
    }
  }
  return given;
}

template <class Item>
void part(Plan& plan, std::vector<Item>& items, int Item::*count, EventKind kind,
          const std::vector<Event>& events, double day, std::vector<std::string>& moved) {
  std::vector<Item> parted;
  parted.reserve(2 * items.size());
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Given given = givenBy(events, kind, i, day);
    parted.push_back(items[i]);
    if (given.count == 0 || given.count >= items[i].*count || given.nextDay < 0) continue;
    Item rest = items[i];
    rest.id = freshId(plan, items[i].id);
    rest.start = {Anchor::day, given.nextDay, {}};
    rest.*count = items[i].*count - given.count;
    parted.back().*count = given.count;
    moved.push_back(items[i].id);
    moved.push_back(rest.id);
    parted.push_back(std::move(rest));
  }
  items = std::move(parted);
}

// Who waited for the last dose of a parted item waits for the rest of it.
template <class Item>
void follow(std::vector<Item>& items, const std::vector<std::string>& moved) {
  for (Item& item : items) {
    for (std::size_t m = 0; m + 1 < moved.size(); m += 2) {
      if (item.start.anchor == Anchor::afterItem && item.start.item == moved[m]) {
        item.start.item = moved[m + 1];
        break;
      }
    }
  }
}

}  // namespace

Plan partedAt(const Plan& plan, const std::vector<Event>& events, double day) {
  Plan parted = plan;
  std::vector<std::string> moved;  // ids in pairs: the item, its rest
  part(parted, parted.radiation, &RadiationItem::fractions, EventKind::fraction, events, day,
       moved);
  part(parted, parted.drugs, &DrugItem::doses, EventKind::drugDose, events, day, moved);
  follow(parted.radiation, moved);
  follow(parted.drugs, moved);
  return parted;
}

bool samePast(const std::vector<Event>& a, const std::vector<Event>& b, double day) {
  std::size_t i = 0, k = 0;
  const auto next = [day](const std::vector<Event>& events, std::size_t& at) -> const Event* {
    while (at < events.size() && !isGiven(events[at])) ++at;
    return at < events.size() && events[at].day <= day ? &events[at++] : nullptr;
  };
  for (;;) {
    const Event* x = next(a, i);
    const Event* y = next(b, k);
    if (!x || !y) return !x && !y;
    const bool same = x->kind == y->kind && std::fabs(x->day - y->day) < kSameMoment &&
                      x->doseGy[0] == y->doseGy[0] && x->doseGy[1] == y->doseGy[1] &&
                      x->nodeGy == y->nodeGy && x->bloodGy == y->bloodGy && x->drug == y->drug &&
                      x->amount == y->amount;
    if (!same) return false;
  }
}

}  // namespace abscope
