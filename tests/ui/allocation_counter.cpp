#include "ui/allocation_counter.h"

#include <cstdlib>
#include <new>

#include <imgui.h>

namespace {

long counted = 0;

void* take(std::size_t size) {
  ++counted;
  if (void* memory = std::malloc(size ? size : 1)) return memory;
  std::abort();
}

}  // namespace

void* operator new(std::size_t size) { return take(size); }
void* operator new[](std::size_t size) { return take(size); }
// std::stable_sort asks so.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return take(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace abscope {

void countImGuiAllocations() {
  ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return take(size); },
                               [](void* memory, void*) { std::free(memory); });
}

long allocations() { return counted; }

}  // namespace abscope
