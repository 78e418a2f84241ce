#include "tissue/tissue.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <span>
#include <string>

#include <doctest/doctest.h>

#include "unit/tissue_courses.h"

namespace abscope {
namespace {

struct Realised {
  std::string name;
  Course course;
  TissueScales scales;
  Tissue tissue;
};

Realised realised(const TissueCase& item, int maxCells, std::uint64_t seed) {
  Course course = solve(item.patient, item.plan);
  const Course* courses[] = {&course};
  const TissueScales scales = scalesFor(courses, maxCells);
  Tissue tissue = Tissue::realise(course, scales, seed);
  return {item.name, std::move(course), scales, std::move(tissue)};
}

const std::vector<Realised>& all() {
  static const std::vector<Realised> tissues = [] {
    std::vector<Realised> made;
    std::uint64_t seed = 1;
    for (const TissueCase& item : tissueCases()) made.push_back(realised(item, 3000, seed++));
    return made;
  }();
  return tissues;
}

struct TumourKind {
  TumourState state;
  CellKind kind;
};
constexpr TumourKind kTumourKinds[] = {
    {TumourState::viable, CellKind::tumour},
    {TumourState::dying, CellKind::dying},
    {TumourState::cd8Effector, CellKind::cd8Effector},
    {TumourState::cd8Exhausted, CellKind::cd8Exhausted},
    {TumourState::treg, CellKind::treg},
    {TumourState::mdsc, CellKind::mdsc},
    {TumourState::m1Macrophage, CellKind::m1Macrophage},
    {TumourState::m2Macrophage, CellKind::m2Macrophage},
    {TumourState::nk, CellKind::nk},
    {TumourState::dendritic, CellKind::dendritic},
    {TumourState::cd8Resident, CellKind::cd8Resident},
    {TumourState::resistant, CellKind::resistantTumour},
};

PanelCounts expectedCounts(const State& state, const TissueScales& scales) {
  PanelCounts counts{};
  const auto discs = [&](double amount, CellKind kind) {
    return static_cast<int>(std::floor(
        std::max(0.0, amount) / scales.millionsPerDisc[static_cast<std::size_t>(kind)] + 0.5));
  };
  for (const TumourKind& k : kTumourKinds) {
    counts[0][static_cast<std::size_t>(k.kind)] = discs(state[k.state][0], k.kind);
    counts[2][static_cast<std::size_t>(k.kind)] = discs(state[k.state][1], k.kind);
  }
  auto& node = counts[static_cast<std::size_t>(Panel::node)];
  node[static_cast<std::size_t>(CellKind::dendritic)] =
      discs(state[SystemState::nodeDendritic], CellKind::dendritic);
  for (const SystemState s :
       {SystemState::priming1, SystemState::priming2, SystemState::priming3}) {
    node[static_cast<std::size_t>(CellKind::primed)] += discs(state[s], CellKind::primed);
  }
  node[static_cast<std::size_t>(CellKind::bloodEffector)] =
      discs(state[SystemState::bloodEffector], CellKind::bloodEffector);
  return counts;
}

// Discs by which the counts fall at fractions and doses, over the whole course.
PanelCounts fallsAtImpulses(const Tissue& tissue) {
  PanelCounts falls{};
  const std::span<const float> moments = tissue.moments();
  for (std::size_t i = 0; i + 1 < moments.size(); ++i) {
    if (std::nextafter(moments[i], 1e9F) != moments[i + 1]) continue;
    const PanelCounts before = tissue.counts(static_cast<double>(moments[i]));
    const PanelCounts after = tissue.counts(static_cast<double>(moments[i + 1]));
    for (std::size_t p = 0; p < falls.size(); ++p) {
      for (std::size_t k = 0; k < falls[p].size(); ++k) {
        falls[p][k] += std::max(0, before[p][k] - after[p][k]);
      }
    }
  }
  return falls;
}

int total(const PanelCounts& counts) {
  int sum = 0;
  for (const auto& panel : counts) {
    for (const int count : panel) sum += count;
  }
  return sum;
}

bool sameInstance(const CellInstance& a, const CellInstance& b) {
  return a.id == b.id && a.x == b.x && a.y == b.y && a.kind == b.kind && a.panel == b.panel &&
         a.phase == b.phase && a.presence == b.presence && a.rotation == b.rotation;
}
bool same(const std::vector<CellInstance>& a, const std::vector<CellInstance>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), sameInstance);
}

}  // namespace

TEST_CASE("tissue: counts equal the rounded states of the course at every moment") {
  for (const Realised& r : all()) {
    CAPTURE(r.name);
    std::size_t index = 0;
    int wrong = 0;
    for (const float moment : r.tissue.moments()) {
      // A moment just before an impulse is followed by the impulse on the next float.
      const bool before = index + 1 < r.tissue.moments().size() &&
                          std::nextafter(moment, 1e9F) == r.tissue.moments()[index + 1];
      ++index;
      const State state = before
                              ? r.course.before(static_cast<double>(std::nextafter(moment, 1e9F)))
                              : r.course.at(static_cast<double>(moment));
      const PanelCounts expected = expectedCounts(state, r.scales);
      const PanelCounts counts = r.tissue.counts(static_cast<double>(moment));
      for (int p = 0; p < kPanelCount; ++p) {
        for (int k = 0; k < kCellKindCount; ++k) {
          const auto panel = static_cast<std::size_t>(p), kind = static_cast<std::size_t>(k);
          // Days are floats here and doubles in the course: one disc apart only where the state is
          // within a hair of a half.
          if (counts[panel][kind] != expected[panel][kind]) ++wrong;
        }
      }
    }
    CHECK(wrong <= static_cast<int>(r.tissue.moments().size()) / 100);
  }
}

TEST_CASE("tissue: between moments counts stay close to the course") {
  for (const Realised& r : all()) {
    CAPTURE(r.name);
    double worst = 0;
    for (int i = 0; i < 997; ++i) {
      const double day = r.course.days() * (i + 0.37) / 997;
      const PanelCounts expected = expectedCounts(r.course.at(day), r.scales);
      const PanelCounts counts = r.tissue.counts(day);
      for (std::size_t p = 0; p < counts.size(); ++p) {
        for (std::size_t k = 0; k < counts[p].size(); ++k) {
          const double off = std::abs(counts[p][k] - expected[p][k]);
          worst = std::max(worst, off / (3 + 0.03 * expected[p][k]));
        }
      }
    }
    CHECK(worst <= 1);
  }
}

TEST_CASE("tissue: every flux has as many events as the course moves discs") {
  for (const Realised& r : all()) {
    CAPTURE(r.name);
    const Fluxes moved = r.course.integralsAt(r.course.days());
    int shown = 0;
    double apart = 0;  // over all fluxes
    // The counts are the rounded states, to the disc. A state that swings about a half from
    // fraction to fraction makes its count go up and down more often than cells come and go, and
    // its fluxes share the events that the rounding asks for. A steady flux owes them and makes up
    // for it later; radiation death cannot, when no fraction follows. So it may keep half of what
    // the counts fell at the impulses beyond what it moved (the other half falls to the steady
    // losses of the same state): after thirty fractions that can be more than the usual bound.
    constexpr double kMostApart = 4;
    const PanelCounts falls = fallsAtImpulses(r.tissue);
    const auto check = [&](FluxRef flux, double millions) {
      const FluxInfo& info = *fluxInfo(flux);
      for (const TumourKind& k : kTumourKinds) {
        const auto state = static_cast<std::size_t>(k.state);
        const std::string_view name = kTumourStateInfo[state].name;
        if (poolName(info.from) != name && poolName(info.to) != name) continue;
        const double discs = millions / r.scales.millionsPerDisc[static_cast<std::size_t>(k.kind)];
        const std::string what =
            std::string(info.name) + " at site " + std::to_string(static_cast<int>(flux.site));
        CAPTURE(what);
        CAPTURE(discs);
        double most = kMostApart;
        if (info.impulse && poolName(info.from) == name) {
          const auto panel = static_cast<std::size_t>(
              flux.site == Site::irradiated ? Panel::irradiated : Panel::distant);
          most += 0.5 * std::max(0.0, falls[panel][static_cast<std::size_t>(k.kind)] - discs);
        }
        CHECK(std::abs(r.tissue.eventCount(flux) - discs) <= most);
        apart += std::abs(r.tissue.eventCount(flux) - discs);
        ++shown;
        break;
      }
    };
    for (int f = 0; f < kTumourFluxCount; ++f) {
      for (const Site site : {Site::irradiated, Site::distant}) {
        const auto flux = static_cast<TumourFlux>(f);
        check(fluxRef(flux, site), moved[flux][static_cast<int>(site)]);
      }
    }
    CHECK(shown > 80);
    CHECK(apart / shown < 0.6);
    for (const SystemFlux flux :
         {SystemFlux::cd8Priming, SystemFlux::primingStep1, SystemFlux::primingStep2,
          SystemFlux::effectorRelease, SystemFlux::memoryRecall, SystemFlux::bloodEffectorLoss}) {
      const double discs =
          moved[flux] / r.scales.millionsPerDisc[static_cast<std::size_t>(CellKind::primed)];
      CHECK(std::abs(r.tissue.eventCount(fluxRef(flux)) - discs) <= kMostApart);
    }
  }
}

TEST_CASE("tissue: the same seed gives the same cells, whatever was looked at before") {
  const TissueCase item = tissueCases()[1];
  const Realised a = realised(item, 2000, 7), b = realised(item, 2000, 7),
                 c = realised(item, 2000, 8);
  std::vector<CellInstance> first, again, other;
  a.tissue.place(20, first);
  for (const double day : {59.0, 3.0, 41.5, 0.0}) a.tissue.place(day, again);
  a.tissue.place(20, again);
  CHECK(same(first, again));
  b.tissue.place(20, again);
  CHECK(same(first, again));
  c.tissue.place(20, other);
  CHECK_FALSE(same(first, other));
  CHECK(first.size() == other.size());  // another picture of the same counts
}

TEST_CASE("tissue: a life is a chain of named fluxes that fit its kinds") {
  for (const Realised& r : all()) {
    CAPTURE(r.name);
    int unfit = 0, ended = 0;
    const auto stateOf = [](CellKind kind, Panel panel) -> std::string_view {
      if (panel == Panel::node && kind == CellKind::dendritic) return "nodeDendritic";
      if (kind == CellKind::bloodEffector) return "bloodEffector";
      for (const TumourKind& k : kTumourKinds) {
        if (k.kind == kind) return kTumourStateInfo[static_cast<std::size_t>(k.state)].name;
      }
      return "priming";
    };
    const auto fits = [&](Pool pool, CellKind kind, Panel panel) {
      const std::string_view name = poolName(pool), state = stateOf(kind, panel);
      return state == "priming" ? name.substr(0, 7) == state : name == state;
    };
    for (CellId id = 0; id < r.tissue.cellCount(); ++id) {
      const CellStory story = r.tissue.storyOf(id);
      if (story.changes.empty()) {
        ++unfit;
        continue;
      }
      for (std::size_t i = 0; i < story.changes.size(); ++i) {
        const CellChange& change = story.changes[i];
        const FluxInfo* info = fluxInfo(change.flux);
        if (info == nullptr) {
          if (i > 0 || change.day > 0) ++unfit;
          continue;
        }
        if (!fits(info->to, change.kind, change.panel)) ++unfit;
        // Effectors of the blood and of a tumour have scales of their own: homing ends discs of the
        // one and begins discs of the other.
        if (i == 0 ? info->from != Pool::outside && info->name != "cd8Homing"
                   : !fits(info->from, story.changes[i - 1].kind, story.changes[i - 1].panel)) {
          ++unfit;
        }
        if (i > 0 && change.day < story.changes[i - 1].day) ++unfit;
      }
      if (!story.ends) continue;
      ++ended;
      const FluxInfo* info = fluxInfo(story.endFlux);
      if (info == nullptr || (info->to != Pool::outside && info->name != "cd8Homing") ||
          !fits(info->from, story.changes.back().kind, story.changes.back().panel)) {
        ++unfit;
      }
    }
    CHECK(unfit == 0);
    CHECK(ended > 100);
  }
}

TEST_CASE("tissue: a tumour cell killed by a CD8, NK or M1 cell dies in touch with it") {
  int touched = 0, byResident = 0, resistantTouched = 0, killedByCd8 = 0, withoutKiller = 0,
      apart = 0, wrongKind = 0;
  for (const Realised& r : all()) {
    for (CellId id = 0; id < r.tissue.cellCount(); ++id) {
      const CellStory story = r.tissue.storyOf(id);
      for (std::size_t i = 1; i < story.changes.size(); ++i) {
        const CellChange& change = story.changes[i];
        if (change.kind != CellKind::dying) continue;
        const std::string_view flux = fluxInfo(change.flux)->name;
        const bool byCd8 = flux == "cd8Kill" || flux == "cd8KillResistant";
        const bool byNk = flux == "nkKill" || flux == "nkKillResistant";
        const bool byM1 = flux == "m1Kill" || flux == "m1KillResistant";
        if (!byCd8 && !byNk && !byM1) {
          CHECK(story.killer == kNoCell);
          continue;
        }
        killedByCd8 += byCd8 ? 1 : 0;
        if (story.killer == kNoCell) {
          // Only where none of its killers was on screen.
          const auto panel = r.tissue.counts(change.day)[static_cast<std::size_t>(change.panel)];
          int killers = 0;
          for (int k = 0; k < kCellKindCount; ++k) {
            const auto kind = static_cast<CellKind>(k);
            if (byCd8  ? kind == CellKind::cd8Effector || kind == CellKind::cd8Resident
                : byNk ? kind == CellKind::nk
                       : kind == CellKind::m1Macrophage) {
              killers += panel[static_cast<std::size_t>(k)];
            }
          }
          if (killers > 2) ++withoutKiller;
          continue;
        }
        const auto victim = r.tissue.instanceOf(id, change.day);
        auto killer = r.tissue.instanceOf(story.killer, change.day);
        if (!killer) {  // it may itself die, or change, in the same moment
          const auto before =
              static_cast<double>(std::nextafter(static_cast<float>(change.day), -1.0F));
          killer = r.tissue.instanceOf(story.killer, before);
        }
        if (!victim || !killer) {
          ++apart;
          continue;
        }
        const bool resident = killer->kind == CellKind::cd8Resident;
        const bool rightKind = byCd8  ? killer->kind == CellKind::cd8Effector || resident
                               : byNk ? killer->kind == CellKind::nk
                                      : killer->kind == CellKind::m1Macrophage;
        if (!rightKind) ++wrongKind;
        if (resident) ++byResident;
        if (flux == "cd8KillResistant" || flux == "nkKillResistant" || flux == "m1KillResistant") {
          ++resistantTouched;
        }
        const float distance = std::hypot(victim->x - killer->x, victim->y - killer->y);
        if (killer->panel != victim->panel || distance > victim->radius + killer->radius) ++apart;
        ++touched;
      }
    }
  }
  CHECK(killedByCd8 > 500);
  CHECK(touched > 1000);
  CHECK(byResident > 0);
  CHECK(resistantTouched > 0);
  CHECK(apart == 0);
  CHECK(wrongKind == 0);
  CHECK(withoutKiller == 0);
}

TEST_CASE("tissue: a clone without beta-2-microglobulin outgrows the one that CD8 cells see") {
  const Realised& r = all().back();
  CAPTURE(r.name);
  CHECK(r.tissue.shows(CellKind::resistantTumour));
  CHECK_FALSE(all()[1].tissue.shows(CellKind::resistantTumour));
  const PanelCounts start = r.tissue.counts(0), end = r.tissue.counts(r.course.days());
  for (const Panel panel : {Panel::irradiated, Panel::distant}) {
    const auto of = [panel](const PanelCounts& counts, CellKind kind) {
      return counts[static_cast<std::size_t>(panel)][static_cast<std::size_t>(kind)];
    };
    CAPTURE(static_cast<int>(panel));
    // One in twenty; the tumours begin with few discs, so within a disc of rounding.
    CHECK(of(start, CellKind::resistantTumour) <= 1 + of(start, CellKind::tumour) / 19);
    CHECK(of(end, CellKind::resistantTumour) > of(end, CellKind::tumour));
    CHECK(of(end, CellKind::resistantTumour) > 20);
  }
  // Daughters of a clone are of that clone; mutants change where they are.
  int daughters = 0, strangers = 0, mutants = 0;
  for (CellId id = 0; id < r.tissue.cellCount(); ++id) {
    const CellStory story = r.tissue.storyOf(id);
    const CellChange& first = story.changes.front();
    for (std::size_t i = 1; i < story.changes.size(); ++i) {
      const FluxInfo* info = fluxInfo(story.changes[i].flux);
      if (info == nullptr || info->name != "mutation") continue;
      ++mutants;
      CHECK(story.changes[i - 1].kind == CellKind::tumour);
      CHECK(story.changes[i].kind == CellKind::resistantTumour);
    }
    if (first.kind != CellKind::resistantTumour || story.mother == kNoCell) continue;
    ++daughters;
    const auto mother = r.tissue.instanceOf(story.mother, first.day);
    if (!mother || mother->kind != CellKind::resistantTumour) ++strangers;
  }
  CHECK(daughters > 100);
  CHECK(strangers == 0);
  CHECK(mutants > 0);
}

TEST_CASE("tissue: cells lie in their panels and move without jumps") {
  for (const Realised& r : all()) {
    CAPTURE(r.name);
    std::vector<CellInstance> now, next;
    int outside = 0, jumps = 0, seen = 0;
    for (int i = 0; i < 40; ++i) {
      const double day = r.course.days() * (i + 0.5) / 40;
      r.tissue.place(day, now);
      r.tissue.place(day + 0.004, next);
      std::vector<const CellInstance*> byId(r.tissue.cellCount(), nullptr);
      for (const CellInstance& cell : next) byId[cell.id] = &cell;
      for (const CellInstance& cell : now) {
        ++seen;
        const PanelExtent extent = r.tissue.extent(cell.panel, day);
        if (!(std::fabs(cell.x) <= extent.halfWidth + 3.5F) ||
            !(std::fabs(cell.y) <= extent.halfHeight + 3.5F)) {
          ++outside;
        }
        CHECK(cell.presence >= 0);
        CHECK(cell.presence <= 1);
        CHECK(cell.phase >= 0);
        CHECK(cell.phase <= 1);
        const CellInstance* later = byId[cell.id];
        if (later == nullptr || later->panel != cell.panel || cell.presence < 0.1F) continue;
        // 0.004 days is a third of a frame at 4 days a second and 60 frames a second.
        if (std::hypot(later->x - cell.x, later->y - cell.y) > 1.2F) ++jumps;
      }
    }
    CHECK(outside == 0);
    CHECK(jumps * 1000 <= seen);
  }
}

TEST_CASE("tissue: what lies under a point is found, with its story") {
  const Realised& r = all()[1];
  std::vector<CellInstance> cells;
  r.tissue.place(15, cells);
  int found = 0;
  for (std::size_t i = 0; i < cells.size(); i += 7) {
    const CellInstance& cell = cells[i];
    const auto id = r.tissue.cellAt(cell.panel, cell.x, cell.y, 15);
    REQUIRE(id.has_value());
    const auto instance = r.tissue.instanceOf(*id, 15);
    REQUIRE(instance.has_value());
    CHECK(std::hypot(instance->x - cell.x, instance->y - cell.y) <= 1.2F * instance->radius);
    if (*id == cell.id) ++found;
    CHECK(r.tissue.storyOf(*id).id == *id);
  }
  CHECK(found > 20);
  CHECK_FALSE(r.tissue.cellAt(Panel::node, 1e4F, 0, 15).has_value());
  CHECK(r.tissue.storyOf(kNoCell).changes.empty());
}

TEST_CASE(
    "tissue: scales are round numbers that keep all courses of a comparison below the limit") {
  std::vector<Course> courses;
  for (int i : {0, 1, 2}) {
    const TissueCase item = tissueCases()[static_cast<std::size_t>(i)];
    courses.push_back(solve(item.patient, item.plan));
  }
  const Course* together[] = {&courses[0], &courses[1], &courses[2]};
  for (const int maxCells : {500, 2500, 10000, 20000}) {
    CAPTURE(maxCells);
    const TissueScales scales = scalesFor(together, maxCells);
    for (const double scale : scales.millionsPerDisc) {
      const double power = std::pow(10.0, std::floor(std::log10(scale) + 1e-9));
      const double lead = scale / power;
      CHECK((std::abs(lead - 1) < 1e-6 || std::abs(lead - 2) < 1e-6 || std::abs(lead - 5) < 1e-6));
    }
    int most = 0;
    for (const Course& course : courses) {
      for (int i = 0; i <= 500; ++i) {
        most = std::max(most, total(expectedCounts(course.at(course.days() * i / 500), scales)));
      }
    }
    CHECK(most <= maxCells + maxCells / 100);
    CHECK(most >= maxCells / 4);
  }
}

TEST_CASE("tissue: an empty tissue and a day out of range are harmless") {
  const Tissue empty;
  std::vector<CellInstance> cells(3);
  empty.place(5, cells);
  CHECK(cells.empty());
  CHECK(total(empty.counts(1)) == 0);
  CHECK_FALSE(empty.cellAt(Panel::irradiated, 0, 0, 0).has_value());
  const Realised& r = all()[0];
  std::vector<CellInstance> edge;
  r.tissue.place(-3, cells);
  r.tissue.place(0, edge);
  CHECK(same(cells, edge));
  r.tissue.place(1e9, cells);
  r.tissue.place(r.course.days(), edge);
  CHECK(same(cells, edge));
}

}  // namespace abscope
