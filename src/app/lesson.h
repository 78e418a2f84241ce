#pragma once
// What the commands of a lesson do to the state; apply() calls these.
#include <string>

#include "app/state.h"

namespace abscope {

void openLesson(AppState& app, const std::string& id, int beat);
void takeLessonFile(AppState& app, const PageFile& file);
void doInLesson(AppState& app, const LessonDeed& deed);
void writeInLesson(AppState& app, const std::string& text);
void closeLesson(AppState& app);
// Looks at the task once the course has changed.
void refreshLesson(AppState& app);
// The list of lessons is shown: asks for the file that holds them.
void wantLessons(AppState& app);

}  // namespace abscope
