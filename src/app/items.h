#pragma once
// Adding, removing and moving the items of a plan.
#include <vector>

#include "app/commands.h"
#include "app/document.h"
#include "model/course.h"

namespace abscope {

void addRadiation(Plan& plan, double today);
// A drug comes with its usual schedule in this species.
void addDrug(Plan& plan, Drug drug, Preset preset, double today);
void takeDrug(DrugItem& item, Drug drug, Preset preset);

// A drug that this species is not given makes way for the generic agent that does the same, where
// there is one. Returns the first that did, or Drug::count.
Drug fitDrugs(Plan& plan, Preset preset);

// Items that waited for the removed one start on the day on which they did start, or would have.
void removeItem(Plan& plan, ItemKind kind, int index, const std::vector<Event>& events);
// Puts the same again after it: on the day after its last, or, where it waits for something, after
// the item itself. Returns the index of the copy; -1: no such item.
int copyItem(Plan& plan, ItemKind kind, int index);
void moveItem(Plan& plan, ItemKind kind, int from, int to);

// The first day of all items that start on a day, and all of them moved so that it is `day`.
double firstPlannedDay(const Plan& plan);  // -1: no item starts on a day
void movePlan(Plan& plan, double day);

// The first and the last day on which this item gave something; -1: never in the course.
struct Days {
  double first = -1, last = -1;
};
Days daysOf(const std::vector<Event>& events, ItemKind kind, int index);

}  // namespace abscope
