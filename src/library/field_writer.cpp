#include "library/field_writer.h"

namespace abscope {

void FieldWriter::constant(const Field& field, std::string_view expected) {
  out_.field(field.name, expected);
}

void FieldWriter::text(const Field& field, const TextRule&, std::string& value) {
  if (field.required || !value.empty()) out_.field(field.name, std::string_view(value));
}

void FieldWriter::texts(const Field& field, const TextRule&, std::size_t,
                        std::vector<std::string>& values) {
  if (!field.required && values.empty()) return;
  out_.key(field.name);
  out_.beginArrayInLine();
  for (const std::string& value : values) out_.text(value);
  out_.endArray();
}

void FieldWriter::number(const Field& field, const NumberRule&, double& value, double usual) {
  if (field.required || value != usual) out_.field(field.name, value);
}

void FieldWriter::optionalNumber(const Field& field, const NumberRule&,
                                 std::optional<double>& value) {
  if (value) out_.field(field.name, *value);
}

void FieldWriter::parameter(const Field& field, const NumberRule&, double,
                            std::optional<double>& value) {
  if (value) out_.field(field.name, *value);
}

void FieldWriter::integer(const Field& field, int, int, int& value, int usual) {
  if (field.required || value != usual) out_.field(field.name, value);
}

void FieldWriter::flag(const Field& field, bool& value, bool usual) {
  if (field.required || value != usual) out_.field(field.name, value);
}

void FieldWriter::choice(const Field& field, std::span<const std::string_view> names, int& value,
                         int usual) {
  if (field.required || value != usual) {
    out_.field(field.name, names[static_cast<std::size_t>(value)]);
  }
}

void FieldWriter::object(const Field& field, const Contents& contents) {
  // An object without contents is left out; whether it has any is only known once written.
  JsonWriter probe(JsonWriter::Layout::compact);
  probe.beginObject();
  FieldWriter inner(probe);
  contents(inner);
  probe.endObject();
  const std::string compact = probe.take();
  if (!field.required && compact == "{}") return;
  constexpr std::size_t kShort = 60;
  out_.key(field.name);
  compact.size() <= kShort ? out_.beginObjectInLine() : out_.beginObject();
  contents(*this);
  out_.endObject();
}

void FieldWriter::list(const Field& field, const List& list) {
  if (!field.required && list.size == 0) return;
  out_.key(field.name);
  out_.beginArray();
  for (std::size_t i = 0; i < list.size; ++i) {
    out_.beginObject();
    list.element(*this, i);
    out_.endObject();
  }
  out_.endArray();
}

void FieldWriter::numberOrObject(const Field& field, const NumberRule&, double& number,
                                 std::span<const Variant> variants, int& which) {
  if (which < 0) return out_.field(field.name, number);
  out_.key(field.name);
  out_.beginObjectInLine();
  variants[static_cast<std::size_t>(which)].contents(*this);
  out_.endObject();
}

}  // namespace abscope
