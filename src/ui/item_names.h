#pragma once
// How the items of a plan are called on screen.
#include "app/text_buffer.h"
#include "ui/draw.h"

namespace abscope {

// "12 Gy × 3", with the target where it is not the irradiated tumour.
void addRadiationName(const RadiationItem& item, TextSink& out);
std::string_view drugName(Drug drug);
// By index over all items, radiation first.
void addItemName(const Ui& ui, int index, TextSink& out);

// "day 5-7", "waits for progression", "not reached": when the item really came in this course.
void addItemDays(const AppState& app, ItemKind kind, int index, const Start& start, TextSink& out);

}  // namespace abscope
