#include "model/timeline.h"

#include <algorithm>
#include <limits>

#include "model/schedule.h"

namespace abscope {

namespace {

bool comesFirst(const Timeline::Entry& a, const Timeline::Entry& b) {
  if (a.day != b.day) return a.day < b.day;
  if (a.isFraction != b.isFraction) return b.isFraction;
  return a.item < b.item;
}

}  // namespace

Timeline::Timeline(const Plan& plan)
    : plan_(plan),
      radiationPlaced_(plan.radiation.size(), false),
      drugPlaced_(plan.drugs.size(), false) {
  found(Anchor::day, 0);
}

double Timeline::nextDay() const {
  if (next_ >= entries_.size()) return std::numeric_limits<double>::infinity();
  return entries_[next_].day;
}

std::vector<Timeline::Entry> Timeline::take(double day) {
  std::vector<Entry> taken;
  while (next_ < entries_.size() && entries_[next_].day <= day) taken.push_back(entries_[next_++]);
  return taken;
}

bool Timeline::waitsFor(Anchor finding) const {
  for (std::size_t i = 0; i < plan_.radiation.size(); ++i) {
    if (!radiationPlaced_[i] && plan_.radiation[i].start.anchor == finding) return true;
  }
  for (std::size_t i = 0; i < plan_.drugs.size(); ++i) {
    if (!drugPlaced_[i] && plan_.drugs[i].start.anchor == finding) return true;
  }
  return false;
}

bool Timeline::found(Anchor finding, double day) {
  bool any = false;
  for (std::size_t i = 0; i < plan_.radiation.size(); ++i) {
    const Start& start = plan_.radiation[i].start;
    if (radiationPlaced_[i] || start.anchor != finding) continue;
    place(true, static_cast<int>(i), day + start.days);
    any = true;
  }
  for (std::size_t i = 0; i < plan_.drugs.size(); ++i) {
    const Start& start = plan_.drugs[i].start;
    if (drugPlaced_[i] || start.anchor != finding) continue;
    place(false, static_cast<int>(i), day + start.days);
    any = true;
  }
  return any;
}

void Timeline::place(bool isFraction, int item, double startDay) {
  const auto index = static_cast<std::size_t>(item);
  std::vector<double> days;
  std::string_view id;
  if (isFraction) {
    radiationPlaced_[index] = true;
    days = fractionDays(plan_.radiation[index], startDay);
    id = plan_.radiation[index].id;
  } else {
    drugPlaced_[index] = true;
    days = doseDays(plan_.drugs[index], startDay);
    id = plan_.drugs[index].id;
  }
  for (const double day : days) {
    const Entry entry{day, isFraction, item};
    const auto ahead = entries_.begin() + static_cast<std::ptrdiff_t>(next_);
    entries_.insert(std::upper_bound(ahead, entries_.end(), entry, comesFirst), entry);
  }
  if (!days.empty() && !id.empty()) placeFollowers(id, days.back());
}

void Timeline::placeFollowers(std::string_view id, double lastDay) {
  for (std::size_t i = 0; i < plan_.radiation.size(); ++i) {
    const Start& start = plan_.radiation[i].start;
    if (!radiationPlaced_[i] && start.anchor == Anchor::afterItem && start.item == id) {
      place(true, static_cast<int>(i), lastDay + start.days);
    }
  }
  for (std::size_t i = 0; i < plan_.drugs.size(); ++i) {
    const Start& start = plan_.drugs[i].start;
    if (!drugPlaced_[i] && start.anchor == Anchor::afterItem && start.item == id) {
      place(false, static_cast<int>(i), lastDay + start.days);
    }
  }
}

}  // namespace abscope
