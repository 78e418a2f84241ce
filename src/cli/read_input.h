#pragma once
// What to run: a scenario file, the standard input, or an arm of a case.
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/course_output.h"
#include "library/cases.h"

namespace abscope {

struct Input {
  RunOf run;
  std::string source;  // for messages: the file's name
  std::vector<Message> errors;
  std::vector<Message> warnings;
};

// `command`: whose arguments they are, for messages.
Input readInput(const Arguments& arguments, const Files& files, std::string_view command = "run");

// One line a warning, into `err`.
void addWarnings(const Input& input, Outcome& outcome);

// The case of this id; a message with the nearest one when there is none.
const Case* caseOrMessage(std::string_view id, std::string place, std::vector<Message>& errors);

}  // namespace abscope
