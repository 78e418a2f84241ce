#pragma once
// The schedule as a table of fields in the page: every item of the plan at once, each field the
// control of that item, as the panel has for the chosen one.
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/state.h"

namespace abscope {

// As JSON: [words, [table of radiotherapy, table of drugs]]; a table is [caption, headers, rows,
// field that adds one]; a row is [name of the item, cells]; a cell is a text or a field [control,
// item, what kind of element (ui/control_list.h; 5: a number), label, enabled, value, low, high,
// step, choices, key].
std::string scheduleText(const AppState& app);

// What a field of the table asks for, as commands; a value outside its range is told.
std::vector<Command> scheduleCommands(const AppState& app, int control, int item, double value);

}  // namespace abscope
