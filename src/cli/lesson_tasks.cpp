#include "cli/lesson_tasks.h"

#include <algorithm>

#include "evidence/lesson_grades.h"
#include "model/course.h"

namespace abscope {

std::vector<TaskResult> tasksOf(const Lesson& lesson) {
  std::vector<TaskResult> results;
  for (std::size_t i = 0; i < lesson.steps.size(); ++i) {
    const LessonGoal& goal = lesson.steps[i].goal;
    if (goal.text.empty()) continue;
    results.reserve(results.size() + goal.solutions.size() + 1);
    for (std::size_t k = 0; k <= goal.solutions.size(); ++k) {
      Scenario scenario = sceneOf(lesson.script, static_cast<int>(i)).scenario;
      if (k > 0) applyChange(goal.solutions[k - 1], scenario);
      const Course course = solve(scenario.patient, scenario.plan);
      TaskResult result{lesson.script.beats[i].id, static_cast<int>(k), {}, false};
      result.holds.reserve(goal.conditions.size());
      for (const LessonCondition& condition : goal.conditions) {
        result.holds.push_back(holds(condition, course));
      }
      const bool all =
          std::find(result.holds.begin(), result.holds.end(), false) == result.holds.end();
      result.asWanted = all == (k > 0);
      results.push_back(std::move(result));
    }
  }
  return results;
}

}  // namespace abscope
