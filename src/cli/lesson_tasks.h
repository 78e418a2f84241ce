#pragma once
// The tasks of a lesson, held against the model: each must be open at first and be reached by its
// own solutions.
#include <string>
#include <vector>

#include "library/lessons.h"

namespace abscope {

struct TaskResult {
  std::string beat;
  int solution = 0;         // counted from 1; 0: the set-up as it is, which must not reach it
  std::vector<bool> holds;  // condition by condition
  bool asWanted = false;
};

std::vector<TaskResult> tasksOf(const Lesson& lesson);

}  // namespace abscope
