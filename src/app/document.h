#pragma once
// What undo, files and share links keep: the scenario and where it came from.
#include <optional>
#include <string>

#include "model/scenario.h"

namespace abscope {

// The scenario that the present one is compared with. Part of the document, so that pin, swap and
// branch are steps of undo like any edit, and a link carries both sides.
struct Pinned {
  Scenario scenario;
  std::string caseId;  // empty: not from a case
  std::string armId;
  double branchDay = -1;  // up to it both courses are one and must stay so; -1: not a branch
};

struct Document {
  Scenario scenario;
  std::string caseId;  // empty: not from a case
  std::string armId;
  int seed = 1;  // of the tissue's cells
  std::optional<Pinned> pinned;
};

// The document as something to compare with.
Pinned pinnedOf(const Document& document);

bool same(const Start& a, const Start& b);
bool same(const RadiationItem& a, const RadiationItem& b);
bool same(const DrugItem& a, const DrugItem& b);
bool same(const Patient& a, const Patient& b);
bool same(const Plan& a, const Plan& b);
bool same(const Scenario& a, const Scenario& b);
bool same(const Pinned& a, const Pinned& b);
bool same(const Document& a, const Document& b);

// Which tumours a series of fractions means.
enum class RtTarget : int { irradiated, distant, both, wholeBody, count };
RtTarget targetOf(const RadiationItem& item);
double mainDoseGy(const RadiationItem& item);   // of the target
double otherDoseGy(const RadiationItem& item);  // of the tumour that is not the target
void setDoses(RadiationItem& item, RtTarget target, double mainGy, double otherGy);

// An id that no item of the plan has: "rt-2".
std::string freshId(const Plan& plan, std::string_view stem);

// All items in the order of the lists, radiation first: for "after item".
int itemCount(const Plan& plan);
const std::string& itemId(const Plan& plan, int index);
int itemIndex(const Plan& plan, std::string_view id);  // -1: none

}  // namespace abscope
