#pragma once
// Writes fields as JSON; those that have their usual value are left out.
#include "core/json_writer.h"
#include "library/fields.h"

namespace abscope {

class FieldWriter : public FieldVisitor {
 public:
  explicit FieldWriter(JsonWriter& out) : out_(out) {}

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

 private:
  JsonWriter& out_;
};

}  // namespace abscope
