#include "app/document.h"

#include <algorithm>

namespace abscope {
namespace {

template <class T>
bool sameList(const std::vector<T>& a, const std::vector<T>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const T& x, const T& y) { return same(x, y); });
}

bool same(const ParameterChange& a, const ParameterChange& b) {
  return a.id == b.id && a.value == b.value;
}

}  // namespace

bool same(const Start& a, const Start& b) {
  return a.anchor == b.anchor && a.days == b.days && a.item == b.item;
}

bool same(const RadiationItem& a, const RadiationItem& b) {
  return a.id == b.id && same(a.start, b.start) && a.fractions == b.fractions &&
         a.intervalDays == b.intervalDays && a.skipWeekends == b.skipWeekends &&
         a.irradiatedGy == b.irradiatedGy && a.distantGy == b.distantGy && a.nodeGy == b.nodeGy &&
         a.bloodGy == b.bloodGy;
}

bool same(const DrugItem& a, const DrugItem& b) {
  return a.id == b.id && a.drug == b.drug && same(a.start, b.start) && a.doses == b.doses &&
         a.intervalDays == b.intervalDays && a.amount == b.amount;
}

bool same(const Patient& a, const Patient& b) {
  return a.preset == b.preset && a.irradiatedMm3 == b.irradiatedMm3 &&
         a.distantMm3 == b.distantMm3 && a.bloodEffectors == b.bloodEffectors &&
         a.resistance == b.resistance && a.subclone == b.subclone && a.strengths == b.strengths &&
         std::equal(a.changes.begin(), a.changes.end(), b.changes.begin(), b.changes.end(),
                    [](const ParameterChange& x, const ParameterChange& y) { return same(x, y); });
}

bool same(const Plan& a, const Plan& b) {
  return a.days == b.days && sameList(a.radiation, b.radiation) && sameList(a.drugs, b.drugs);
}

bool same(const Scenario& a, const Scenario& b) {
  return a.id == b.id && a.title == b.title && same(a.patient, b.patient) && same(a.plan, b.plan);
}

bool same(const Pinned& a, const Pinned& b) {
  return same(a.scenario, b.scenario) && a.caseId == b.caseId && a.armId == b.armId &&
         a.branchDay == b.branchDay;
}

bool same(const Document& a, const Document& b) {
  const bool pins =
      a.pinned.has_value() == b.pinned.has_value() && (!a.pinned || same(*a.pinned, *b.pinned));
  return pins && same(a.scenario, b.scenario) && a.caseId == b.caseId && a.armId == b.armId &&
         a.seed == b.seed;
}

Pinned pinnedOf(const Document& document) {
  return {document.scenario, document.caseId, document.armId};
}

RtTarget targetOf(const RadiationItem& item) {
  const bool equal = item.irradiatedGy == item.distantGy;
  if (equal && item.nodeGy == item.irradiatedGy && item.bloodGy == item.irradiatedGy) {
    return RtTarget::wholeBody;
  }
  if (equal) return RtTarget::both;
  return item.irradiatedGy > item.distantGy ? RtTarget::irradiated : RtTarget::distant;
}

double mainDoseGy(const RadiationItem& item) { return std::max(item.irradiatedGy, item.distantGy); }
double otherDoseGy(const RadiationItem& item) {
  return std::min(item.irradiatedGy, item.distantGy);
}

void setDoses(RadiationItem& item, RtTarget target, double mainGy, double otherGy) {
  const bool wasWhole = targetOf(item) == RtTarget::wholeBody;
  // A target stays what it is: the other tumour always gets less.
  const double other = otherGy < mainGy ? otherGy : 0;
  item.irradiatedGy = target == RtTarget::distant ? other : mainGy;
  item.distantGy = target == RtTarget::irradiated ? other : mainGy;
  if (target == RtTarget::wholeBody) {
    item.nodeGy = mainGy;
    item.bloodGy = mainGy;
  } else if (wasWhole) {
    item.nodeGy.reset();
    item.bloodGy.reset();
  }
}

std::string freshId(const Plan& plan, std::string_view stem) {
  for (int n = 1;; ++n) {
    std::string id = std::string(stem) + "-" + std::to_string(n);
    if (itemIndex(plan, id) < 0) return id;
  }
}

int itemCount(const Plan& plan) {
  return static_cast<int>(plan.radiation.size() + plan.drugs.size());
}

const std::string& itemId(const Plan& plan, int index) {
  const auto i = static_cast<std::size_t>(index);
  return i < plan.radiation.size() ? plan.radiation[i].id
                                   : plan.drugs[i - plan.radiation.size()].id;
}

int itemIndex(const Plan& plan, std::string_view id) {
  for (int i = 0; i < itemCount(plan); ++i) {
    if (itemId(plan, i) == id) return i;
  }
  return -1;
}

}  // namespace abscope
