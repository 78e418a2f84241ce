#pragma once
// Files that are fetched when they are wanted: those of the lab beside it, and a teacher's own from
// the same site.
#include <string>
#include <string_view>

namespace abscope {

struct FetchedFile {
  std::string name;
  std::string text;  // or why it could not be had
  bool ok = false;
};

// Calls `receive` once, between two frames.
void fetchPageFile(std::string_view name, void (*receive)(FetchedFile file));

}  // namespace abscope
