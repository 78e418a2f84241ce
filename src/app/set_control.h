#pragma once
// Writing a control: the setters of the registry. Only apply() calls these.
#include "app/state.h"

namespace abscope {

// Sets a control that the document keeps. False: there is no such item.
bool setDocumentControl(Document& document, const View& view, const SetControl& set);

// Sets a control that only the view keeps.
void setViewControl(AppState& app, const SetControl& set);

// One that the tissue does not have: none.
void selectCell(AppState& app, CellId cell);
void resetZoom(View& view);

}  // namespace abscope
