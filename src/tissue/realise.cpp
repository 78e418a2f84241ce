#include <algorithm>
#include <cmath>

#include "tissue/builder.h"
#include "tissue/immune_state.h"
#include "tissue/tissue.h"

namespace abscope {

namespace {

// Steps between which events are counted; impulses are steps of their own.
constexpr double kStepDays = 0.125;
constexpr double kMostSteps = 480;

// A tumour smaller than this, in radii of a cell, is not looked at from nearer.
constexpr float kSmallestSeen = 6;

struct Moment {
  double day;
  bool beforeImpulse;
};

std::vector<Moment> momentsOf(const Course& course) {
  std::vector<double> impulses;
  for (const Event& event : course.events()) {
    const bool moves = event.kind == EventKind::fraction || event.kind == EventKind::drugDose ||
                       event.kind == EventKind::cure;
    if (moves && event.day > 0 && event.day <= course.days()) impulses.push_back(event.day);
  }
  std::sort(impulses.begin(), impulses.end());
  impulses.erase(std::unique(impulses.begin(), impulses.end()), impulses.end());

  const double step = std::max(kStepDays, course.days() / kMostSteps);
  const int steps = std::max(1, static_cast<int>(std::ceil(course.days() / step - 1e-9)));
  std::vector<Moment> moments;
  moments.reserve(static_cast<std::size_t>(steps) + 2 * impulses.size() + 1);
  std::size_t next = 0;
  for (int i = 0; i <= steps; ++i) {
    const double day = course.days() * i / steps;
    for (; next < impulses.size() && impulses[next] <= day + 1e-3; ++next) {
      moments.push_back({impulses[next], true});
      moments.push_back({impulses[next], false});
    }
    // A step that would be shorter than 0.001 days is left out.
    const bool near = (!moments.empty() && day - moments.back().day < 1e-3) ||
                      (next < impulses.size() && impulses[next] - day < 1e-3);
    if (!near) moments.push_back({day, false});
  }
  return moments;
}

// The same on the time axis of the cells. Just before an impulse is the next smaller float.
float dayOf(const Moment& moment) {
  const auto day = static_cast<float>(moment.day);
  return moment.beforeImpulse ? std::nextafter(day, -1.0F) : day;
}

TumourMoment groundOf(const Course& course, const CompartmentDiscs& discs, const State& state,
                      const HookLevels& bound, int site) {
  const double cells = discs[static_cast<std::size_t>(compartmentOf(Pool::viable, site))] +
                       discs[static_cast<std::size_t>(compartmentOf(Pool::resistant, site))] +
                       discs[static_cast<std::size_t>(compartmentOf(Pool::dying, site))];
  return {static_cast<float>(std::sqrt(cells * kSiteArea / 3.14159265)),
          static_cast<float>(state[TumourState::hypoxia][site]), 1,
          static_cast<float>(marginShare(course.model(), state, bound, static_cast<Site>(site)))};
}

// The extent that the panels show, as a share of the largest: for a larger tumour a larger one, but
// a larger tumour also takes a larger part of it. The panels widen before the tumour needs it.
void setZoom(Tissue::Data& data) {
  constexpr float kLookAheadDays = 2.0F, kSmoothDays = 2.0F;
  const std::size_t count = data.moments.size();
  float largest = kSmallestSeen;
  std::vector<float> reached(count);
  std::size_t ahead = 0;
  for (std::size_t i = 0; i < count; ++i) {
    for (; ahead < count && data.moments[ahead] <= data.moments[i] + kLookAheadDays; ++ahead) {
      for (const auto& ground : data.tumourMoments) {
        largest = std::max(largest, ground[ahead].radius);
      }
    }
    reached[i] = largest;
  }
  // (x / whole)^(3/4), and from there smoothly on, upwards only.
  const float whole = std::max(largest, reached.back());
  float zoom = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const float share = std::sqrt(reached[i] / whole);
    const float wanted = share * std::sqrt(share);
    const float passed = i == 0 ? 0 : data.moments[i] - data.moments[i - 1];
    zoom = i == 0 ? wanted : zoom + (wanted - zoom) * std::min(1.0F, passed / kSmoothDays);
    for (auto& ground : data.tumourMoments) ground[i].zoom = zoom;
  }
}

// The discs of each moment, and from them the ground.
void layGround(const Course& course, const std::vector<Moment>& moments,
               std::vector<CompartmentDiscs>& discs, Tissue::Data& data) {
  discs.reserve(moments.size());
  data.moments.reserve(moments.size());
  for (auto& ground : data.tumourMoments) ground.reserve(moments.size());
  for (const Moment& moment : moments) {
    const State state = moment.beforeImpulse ? course.before(moment.day) : course.at(moment.day);
    discs.push_back(discsOf(state, data.scales));
    data.moments.push_back(dayOf(moment));
    const HookLevels bound = occupancy(course.drugLevelsAt(moment.day));
    for (int site = 0; site < 2; ++site) {
      data.tumourMoments[static_cast<std::size_t>(site)].push_back(
          groundOf(course, discs.back(), state, bound, site));
    }
  }
  setZoom(data);
}

}  // namespace

Tissue Tissue::realise(const Course& course, const TissueScales& scales, std::uint64_t seed) {
  Tissue tissue;
  Data& data = *tissue.data_;
  data.days = course.days();
  data.scales = scales;
  data.tumours[0] = TumourScene(Panel::irradiated, scales, mix64(seed));
  data.tumours[1] = TumourScene(Panel::distant, scales, mix64(seed + 1));
  data.node = NodeScene(scales);

  const std::vector<Moment> moments = momentsOf(course);
  std::vector<CompartmentDiscs> discs;
  layGround(course, moments, discs, data);
  Builder builder(data, seed);

  // Impulses of day 0 are events too: what was there before them is the state after less what
  // moved.
  CompartmentDiscs start = discs.front();
  const ArcDiscs first = discsOf(course.integralsAt(0), scales);
  for (std::size_t a = 0; a < first.size(); ++a) {
    const Arc& arc = kNetwork.arcs[a];
    if (arc.from != kOutside) start[static_cast<std::size_t>(arc.from)] += first[a];
    if (arc.to != kOutside) start[static_cast<std::size_t>(arc.to)] -= first[a];
  }
  EventPlan plan(start);
  const auto standAt = [&](std::size_t from, std::size_t to) {
    for (int site = 0; site < 2; ++site) {
      const std::vector<TumourMoment>& ground = data.tumourMoments[static_cast<std::size_t>(site)];
      builder.setGround(site, data.moments[from], ground[from], data.moments[to], ground[to]);
    }
  };
  standAt(0, 0);
  builder.populate(plan.counts());

  ArcDiscs integrals{};
  Course::NodeRates rates;
  for (std::size_t i = 0; i < moments.size(); ++i) {
    const Moment& moment = moments[i];
    const ArcDiscs next = discsOf(moment.beforeImpulse ? course.integralsBefore(moment.day, rates)
                                                       : course.integralsAt(moment.day, rates),
                                  scales);
    ArcDiscs moved;
    for (std::size_t a = 0; a < moved.size(); ++a) moved[a] = next[a] - integrals[a];
    integrals = next;
    const std::size_t last = i == 0 ? 0 : i - 1;
    const bool impulse = i == 0 || moments[last].beforeImpulse;
    plan.step(moved, discs[i], impulse);
    standAt(last, i);
    builder.step(plan, impulse ? data.moments[i] : data.moments[last], data.moments[i]);
  }
  builder.finish();
  return tissue;
}

}  // namespace abscope
