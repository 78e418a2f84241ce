#pragma once
// Writes XML as a stream, an element a line.
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace abscope {

// With &, <, > and quotes as entities, and without the control characters that XML forbids.
std::string xmlText(std::string_view text);

class XmlWriter {
 public:
  // An attribute with an empty value is left out.
  using Attributes = std::initializer_list<std::pair<std::string_view, std::string>>;

  XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") {}
  void open(std::string_view element, Attributes attributes = {});
  void close();
  void empty(std::string_view element, Attributes attributes);
  void line(std::string_view markup);  // as it stands
  std::string take() { return std::move(out_); }

 private:
  void start(std::string_view element, Attributes attributes, std::string_view end);

  std::string out_;
  std::vector<std::string> open_;
};

}  // namespace abscope
