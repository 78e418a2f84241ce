#pragma once
// Reads the fields of one JSON object and says everything that is wrong with it.
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "library/fields.h"
#include "library/json_reader.h"

namespace abscope {

class FieldReader : public FieldVisitor {
 public:
  // `object` must be a JSON object; values that are wrong leave what they would have filled.
  FieldReader(const Json& object, std::string path, std::vector<Message>& messages)
      : object_(object), path_(std::move(path)), messages_(messages) {}

  void constant(const Field& field, std::string_view expected) override;
  void text(const Field& field, const TextRule& rule, std::string& value) override;
  void texts(const Field& field, const TextRule& rule, std::size_t most,
             std::vector<std::string>& values) override;
  void number(const Field& field, const NumberRule& rule, double& value, double usual) override;
  void optionalNumber(const Field& field, const NumberRule& rule,
                      std::optional<double>& value) override;
  void parameter(const Field& field, const NumberRule& rule, double preset,
                 std::optional<double>& value) override;
  void integer(const Field& field, int low, int high, int& value, int usual) override;
  void flag(const Field& field, bool& value, bool usual) override;
  void choice(const Field& field, std::span<const std::string_view> names, int& value,
              int usual) override;
  void object(const Field& field, const Contents& contents) override;
  void list(const Field& field, const List& list) override;
  void numberOrObject(const Field& field, const NumberRule& rule, double& number,
                      std::span<const Variant> variants, int& which) override;

  // Call after all fields: says which names of the file are none of ours.
  void refuseUnknown();

 private:
  const Json* find(const Field& field);
  // For a field that is not there.
  void sayMissing(const Field& field, std::string_view wanted);
  void say(std::string place, std::string text) {
    messages_.push_back({std::move(place), std::move(text)});
  }
  void readText(const Json& node, const std::string& place, const TextRule& rule,
                std::string& value);
  void readNumber(const Json& node, const std::string& place, const NumberRule& rule,
                  double& value);
  void readObject(const Json& node, const std::string& place, const Contents& contents);

  const Json& object_;
  std::string path_;
  std::vector<Message>& messages_;
  std::vector<std::string_view> known_;
};

// Reads one object from a node that must be one.
void readObjectAt(const Json& node, const std::string& path, std::vector<Message>& messages,
                  const Contents& contents);

}  // namespace abscope
