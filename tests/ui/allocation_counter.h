#pragma once
// Counts allocations of this program: operator new, and what ImGui takes.

namespace abscope {

void countImGuiAllocations();  // before a context is made
long allocations();

}  // namespace abscope
