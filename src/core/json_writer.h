#pragma once
// Writes JSON as a stream: no document in memory, numbers in the fewest digits that read back.
#include <string>
#include <string_view>
#include <vector>

namespace abscope {

class JsonWriter {
 public:
  enum class Layout { indented, compact };
  explicit JsonWriter(Layout layout = Layout::indented) : layout_(layout) {}

  void beginObject();
  void endObject();
  void beginArray();
  void endArray();
  // On one line up to its end, for short objects and rows of numbers.
  void beginObjectInLine();
  void beginArrayInLine();

  void key(std::string_view name);
  void text(std::string_view value);
  void number(double value);  // null when it is not finite: JSON has no such number
  void integer(long long value);
  void boolean(bool value);
  void null();

  void field(std::string_view name, std::string_view value) { key(name), text(value); }
  void field(std::string_view name, const char* value) { key(name), text(value); }
  void field(std::string_view name, double value) { key(name), number(value); }
  void field(std::string_view name, int value) { key(name), integer(value); }
  void field(std::string_view name, bool value) { key(name), boolean(value); }

  // The document, with a newline at the end when indented.
  std::string take();

 private:
  struct Level {
    bool inLine;
    bool empty = true;
  };
  void open(char bracket, bool inLine);
  void close(char bracket);
  void separate();
  void newLine();

  Layout layout_;
  std::string out_;
  std::vector<Level> levels_;
  bool afterKey_ = false;
};

// The text as a JSON string, with its quotes.
std::string jsonQuoted(std::string_view text);

}  // namespace abscope
