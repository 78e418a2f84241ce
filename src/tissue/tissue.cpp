#include "tissue/tissue.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "tissue/records.h"
#include "tissue/ways.h"

namespace abscope {

namespace {

constexpr float kGrowInDays = 0.12F;   // an arrival
constexpr float kFadeOutDays = 0.18F;  // a departure

struct Moments {
  float day;
  std::array<TumourMoment, 2> tumours;
  std::array<PlaceScale, 2> scales;
};

Moments momentsAt(const Tissue::Data& data, float day) {
  Moments moments{day, {}, {}};
  for (std::size_t site = 0; site < 2; ++site) {
    moments.tumours[site] = tumourMoment(data, static_cast<int>(site), day);
    moments.scales[site] = placeScale(moments.tumours[site]);
  }
  return moments;
}

const Compartment& compartmentOf(const Stay& stay) {
  return kNetwork.compartments[stay.compartment];
}
bool isTumourCell(const Stay& stay) { return isTumourCell(compartmentOf(stay).kind); }

// The first of a journey's entries after this day. Days that are asked for follow each other
// closely: the search begins where the last one ended, which tells the time and not the result.
template <typename Entry>
const Entry* firstAfter(const Entry* begin, const Journey& journey, float day) {
  std::uint32_t i = journey.found;
  while (i < journey.count && begin[i].day <= day) ++i;
  while (i > 0 && begin[i - 1].day > day) --i;
  if (i != journey.found) journey.found = i;
  return begin + i;
}

// A tumour cell glides from site to site, through several at once where they come fast.
Point onSites(const Tissue::Data& data, const TumourScene& scene, const Journey& journey,
              float day) {
  const SiteMove* const begin = data.siteMoves.data() + journey.first;
  const SiteMove* move = firstAfter(begin, journey, day);
  if (move != begin) --move;
  const std::vector<SiteLattice::Site>& sites = scene.lattice.sites();
  Point place = sites[static_cast<std::size_t>(move->site)].at;
  for (; move != begin; --move) {
    const float age = (day - move->day) / kGlideDays;
    if (age >= 1) break;
    const Point before = sites[static_cast<std::size_t>(move[-1].site)].at;
    place = place + (1 - ease(age)) * (before - sites[static_cast<std::size_t>(move->site)].at);
  }
  return place;
}

Point onWaypoints(const Tissue::Data& data, const Journey& journey, float day, PlaceScale scale,
                  float wander) {
  const Waypoint* const begin = data.waypoints.data() + journey.first;
  const Waypoint* const end = begin + journey.count;
  const Waypoint* next = firstAfter(begin, journey, day);
  const Waypoint* const last = next == begin ? begin : next - 1;
  return onTheWay(*last, next == end ? nullptr : next, day, scale, journey.seed, wander);
}

CellInstance instanceAt(const Tissue::Data& data, std::size_t index, const Moments& moments) {
  const Stay& stay = data.stays[index];
  const Journey& journey = data.journeys[stay.journey];
  const Compartment& compartment = compartmentOf(stay);
  const auto kind = static_cast<std::size_t>(compartment.kind);
  const float day = moments.day;

  CellInstance cell{};
  cell.id = stay.cell;
  cell.kind = compartment.kind;
  cell.panel = journey.panel;
  cell.variant = static_cast<std::uint8_t>(journey.seed & 255U);
  cell.rotation = 6.2831853F * unitFloat(mix32(journey.seed + 5));
  cell.radius = kCellRadius[kind] * (0.93F + 0.14F * unitFloat(mix32(journey.seed + 9)));
  cell.oxygen = 1;
  cell.presence = 1;
  if (journey.start >= 0) cell.presence = ease((day - journey.start) / kGrowInDays);
  if (journey.end < kAlways) {
    cell.presence = std::min(cell.presence, ease((journey.end - day) / kFadeOutDays));
  }

  Point place;
  switch (journey.kind) {
    case JourneyKind::sites: {
      const auto site = static_cast<std::size_t>(compartment.site);
      const TumourScene& scene = data.tumours[site];
      place = onSites(data, scene, journey, day);
      const TumourMoment& now = moments.tumours[site];
      const float core = std::sqrt(now.hypoxia) * now.radius;
      cell.oxygen = ease((length(place) - core) / (0.3F * now.radius + 0.01F) + 0.6F);
      place = place + now.zoom * scene.middle;
      if (compartment.kind == CellKind::dying) {
        const float start = data.stayStarts[index];
        // One that outlives the course is taken to go on for as long as it has been dying, at least
        // four days.
        const float length = journey.end < kAlways
                                 ? journey.end - start
                                 : std::max(4.0F, static_cast<float>(data.days) - start + 1.0F);
        cell.phase = length > 0 ? clamp01((day - start) / length) : 1.0F;
      }
      break;
    }
    case JourneyKind::tissue: {
      const auto site = static_cast<std::size_t>(compartment.site);
      place = onWaypoints(data, journey, day, moments.scales[site], kWander[kind]) +
              moments.scales[site].zoom * data.tumours[site].middle;
      break;
    }
    case JourneyKind::node:
      place = onWaypoints(data, journey, day, {}, kWander[kind]);
      break;
    case JourneyKind::blood: {
      const BloodPlace blood = bloodPlace(journey.bloodPhase, day);
      const TumourScene& scene = data.tumours[blood.panel == Panel::irradiated ? 0 : 1];
      place =
          moments.tumours[0].zoom * (bloodPoint(scene, blood.along, journey.seed) + scene.middle);
      cell.panel = blood.panel;
      break;
    }
  }
  cell.x = place.x;
  cell.y = place.y;
  return cell;
}

// Calls visit(index) for the stays that this day falls into, in the order of their starts.
template <typename Visit>
void visitPresent(const Tissue::Data& data, float day, Visit visit) {
  const auto started = static_cast<std::size_t>(
      std::upper_bound(data.stayStarts.begin(), data.stayStarts.end(), day) -
      data.stayStarts.begin());
  constexpr std::size_t block = Tissue::Data::kBlock;
  for (std::size_t begin = 0; begin < started; begin += block) {
    if (data.latestEnds[begin / block] <= day) continue;
    const std::size_t end = std::min(started, begin + block);
    for (std::size_t i = begin; i < end; ++i) {
      if (data.stayEnds[i] > day) visit(i);
    }
  }
}

float dayOf(const Tissue::Data& data, double day) {
  return static_cast<float>(std::clamp(day, 0.0, data.days));
}

int arcIndex(FluxRef flux) {
  for (int a = 0; a < kArcCount; ++a) {
    if (kNetwork.arcs[static_cast<std::size_t>(a)].flux == flux) return a;
  }
  return -1;
}

FluxRef fluxOfArc(std::uint16_t arc) { return arc == kNoArc ? FluxRef{} : kNetwork.arcs[arc].flux; }

}  // namespace

Tissue::Tissue() : data_(std::make_unique<Data>()) {}
Tissue::Tissue(Tissue&&) noexcept = default;
Tissue& Tissue::operator=(Tissue&&) noexcept = default;
Tissue::~Tissue() = default;

double Tissue::days() const { return data_->days; }
const TissueScales& Tissue::scales() const { return data_->scales; }

void Tissue::place(double day, std::vector<CellInstance>& out) const {
  const Data& data = *data_;
  const Moments moments = momentsAt(data, dayOf(data, day));
  out.clear();
  // Two rounds: tumour cells lie below.
  visitPresent(data, moments.day, [&](std::size_t i) {
    if (isTumourCell(data.stays[i])) out.push_back(instanceAt(data, i, moments));
  });
  visitPresent(data, moments.day, [&](std::size_t i) {
    if (!isTumourCell(data.stays[i])) out.push_back(instanceAt(data, i, moments));
  });
}

PanelCounts Tissue::counts(double day) const {
  PanelCounts counts{};
  visitPresent(*data_, dayOf(*data_, day), [&](std::size_t i) {
    const Compartment& compartment = compartmentOf(data_->stays[i]);
    ++counts[static_cast<std::size_t>(compartment.panel)]
            [static_cast<std::size_t>(compartment.kind)];
  });
  return counts;
}

std::optional<CellId> Tissue::cellAt(Panel panel, float x, float y, double day) const {
  const Data& data = *data_;
  const Moments moments = momentsAt(data, dayOf(data, day));
  std::optional<CellId> found;
  bool foundImmune = false;
  float best = 0;
  visitPresent(data, moments.day, [&](std::size_t i) {
    const CellInstance cell = instanceAt(data, i, moments);
    if (cell.panel != panel) return;
    const bool immune = !isTumourCell(data.stays[i]);
    if (foundImmune && !immune) return;  // immune cells lie above
    const Point offset = {cell.x - x, cell.y - y};
    const float distance = length(offset) / (cell.radius * 1.15F);
    if (distance > 1) return;
    if (found && immune == foundImmune && distance >= best) return;
    found = cell.id;
    foundImmune = immune;
    best = distance;
  });
  return found;
}

std::optional<CellInstance> Tissue::instanceOf(CellId id, double day) const {
  const Data& data = *data_;
  if (id >= data.cells.size()) return std::nullopt;
  const Moments moments = momentsAt(data, dayOf(data, day));
  for (std::uint32_t s = data.cells[id].firstStay; s != kNone; s = data.stays[s].next) {
    if (data.stayStarts[s] <= moments.day && moments.day < data.stayEnds[s]) {
      return instanceAt(data, s, moments);
    }
  }
  return std::nullopt;
}

void Tissue::movedBy(std::span<const TumourFlux> fluxes, Site site, double fromDay, double toDay,
                     std::vector<std::uint8_t>& moved) const {
  const Data& data = *data_;
  moved.assign(data.cells.size(), 0);
  const auto isOne = [&](std::uint16_t arc) {
    const FluxRef ref = fluxOfArc(arc);
    if (ref.scope != FluxRef::Scope::tumour || ref.site != site) return false;
    const auto flux = static_cast<TumourFlux>(ref.index);
    return std::find(fluxes.begin(), fluxes.end(), flux) != fluxes.end();
  };
  const auto from = static_cast<float>(fromDay), to = static_cast<float>(toDay);
  for (std::size_t s = 0; s < data.stays.size(); ++s) {
    const Stay& stay = data.stays[s];
    const float start = data.stayStarts[s], end = data.stayEnds[s];
    const bool came = start >= from && start <= to && isOne(stay.came);
    const bool left = end >= from && end <= to && isOne(stay.ended);
    if (came || left) moved[stay.cell] = 1;
  }
}

CellStory Tissue::storyOf(CellId id) const {
  CellStory story;
  storyOf(id, story);
  return story;
}

void Tissue::storyOf(CellId id, CellStory& story) const {
  const Data& data = *data_;
  std::vector<CellChange> changes = std::move(story.changes);
  changes.clear();
  story = {};
  story.changes = std::move(changes);
  if (id >= data.cells.size()) return;
  const CellRecord& record = data.cells[id];
  story.id = id;
  story.killer = record.killer;
  story.mother = record.mother;
  story.kills = static_cast<int>(record.kills);
  for (std::uint32_t s = record.firstStay; s != kNone; s = data.stays[s].next) {
    const Stay& stay = data.stays[s];
    const Compartment& compartment = compartmentOf(stay);
    story.changes.push_back({std::max(0.0, static_cast<double>(data.stayStarts[s])),
                             compartment.kind, compartment.panel, fluxOfArc(stay.came)});
    if (stay.next == kNone && data.stayEnds[s] < kAlways) {
      story.ends = true;
      story.endDay = static_cast<double>(data.stayEnds[s]);
      story.endFlux = fluxOfArc(stay.ended);
    }
  }
}

namespace {

std::size_t siteOf(Panel panel) { return panel == Panel::irradiated ? 0 : 1; }

// Outside the tumour, what lies between its rim and the large vessel is drawn together when the
// panel shows less than its largest extent, so that vessels still reach from the one to the other.
Point drawnTogether(Point p, float rim, float vesselAway, float zoom) {
  const float distance = length(p);
  if (distance <= rim || vesselAway <= rim) return p;
  const float drawn = rim + (distance - rim) * (zoom * vesselAway - rim) / (vesselAway - rim);
  return (drawn / distance) * p;
}

}  // namespace

PanelExtent Tissue::extent(Panel panel, double day) const {
  if (panel == Panel::node) return data_->node.extent;
  const float zoom = tumourMoment(*data_, 0, dayOf(*data_, day)).zoom;
  const float half = zoom * data_->tumours[siteOf(panel)].half;
  return {half, half};
}

std::array<float, 2> Tissue::tumourMiddle(Panel panel, double day) const {
  if (panel == Panel::node) return {0, 0};
  const float zoom = tumourMoment(*data_, 0, dayOf(*data_, day)).zoom;
  const Point middle = zoom * data_->tumours[siteOf(panel)].middle;
  return {middle.x, middle.y};
}

float Tissue::outlineRadius(Panel panel, float angleRadians, double day) const {
  if (panel == Panel::node) return 0;
  const std::size_t site = siteOf(panel);
  const float radius = tumourMoment(*data_, static_cast<int>(site), dayOf(*data_, day)).radius;
  return radius * data_->tumours[site].outline.factor(directionOfTurns(angleRadians / 6.2831853F));
}

int Tissue::vesselCount(Panel panel) const {
  return panel == Panel::node ? 0 : static_cast<int>(data_->tumours[siteOf(panel)].vessels.size());
}

float Tissue::vesselLine(Panel panel, int vessel, double day,
                         std::vector<std::array<float, 2>>& points) const {
  points.clear();
  if (vessel < 0 || vessel >= vesselCount(panel)) return 0;
  const std::size_t site = siteOf(panel);
  const TumourScene& scene = data_->tumours[site];
  const TumourMoment now = tumourMoment(*data_, static_cast<int>(site), dayOf(*data_, day));
  const std::vector<Point>& line = scene.vessels[static_cast<std::size_t>(vessel)];
  const bool strip = vessel == 0;
  // The end of a small vessel follows the rim of a tumour that is small.
  const float reached = length(line.back());
  const float shrunk = strip ? 1.0F : std::min(1.0F, (0.8F * now.radius + 0.5F) / reached);
  const auto last = static_cast<float>(line.size() - 1);
  for (std::size_t i = 0; i < line.size(); ++i) {
    const float share = static_cast<float>(i) / last;
    const Point p = (1 + (shrunk - 1) * share * share) * line[i];
    const Point drawn =
        strip ? now.zoom * p
              : drawnTogether(p, std::max(3.0F, 0.9F * now.radius), length(line.front()), now.zoom);
    points.push_back({drawn.x + now.zoom * scene.middle.x, drawn.y + now.zoom * scene.middle.y});
  }
  return strip ? 2 * now.zoom * scene.stripHalfWidth : 0.9F;
}

PanelExtent Tissue::nodeOutline() const { return data_->node.outline; }

std::span<const float> Tissue::moments() const { return data_->moments; }

int Tissue::eventCount(FluxRef flux) const {
  const int arc = arcIndex(flux);
  return arc < 0 ? 0 : data_->arcEvents[static_cast<std::size_t>(arc)];
}

bool Tissue::shows(CellKind kind) const { return data_->shown[static_cast<std::size_t>(kind)]; }

std::size_t Tissue::cellCount() const { return data_->cells.size(); }

}  // namespace abscope
