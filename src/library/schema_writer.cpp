#include "library/schema_writer.h"

#include <string>

namespace abscope {

void SchemaWriter::begin(const Field& field, std::string_view unit) {
  if (field.required) required_.push_back(field.name);
  out_.key(field.name);
  out_.beginObject();
  std::string description(field.meaning);
  if (!unit.empty()) description += " (" + std::string(unit) + ")";
  if (!description.empty()) out_.field("description", std::string_view(description));
}

void SchemaWriter::end() { out_.endObject(); }

void SchemaWriter::writeNumberRules(JsonWriter& out, const NumberRule& rule) {
  out.field("type", "number");
  if (!rule.orZero) {
    out.field("minimum", rule.low);
    out.field("maximum", rule.high);
    return;
  }
  out.key("anyOf");
  out.beginArray();
  out.beginObjectInLine();
  out.field("const", 0);
  out.endObject();
  out.beginObjectInLine();
  out.field("minimum", rule.low);
  out.field("maximum", rule.high);
  out.endObject();
  out.endArray();
}

void SchemaWriter::writeObjectRules(JsonWriter& out, const Contents& contents) {
  out.field("type", "object");
  out.key("properties");
  out.beginObject();
  SchemaWriter inner(out);
  contents(inner);
  out.endObject();
  if (!inner.required_.empty()) {
    out.key("required");
    out.beginArrayInLine();
    for (std::string_view name : inner.required_) out.text(name);
    out.endArray();
  }
  out.field("additionalProperties", false);
}

void SchemaWriter::constant(const Field& field, std::string_view expected) {
  begin(field);
  out_.field("const", expected);
  end();
}

void SchemaWriter::writeTextRules(JsonWriter& out, const TextRule& rule) {
  out.field("type", "string");
  out.field("maxLength", static_cast<int>(rule.longest));
  if (rule.identifier) out.field("pattern", "^[A-Za-z0-9][A-Za-z0-9._-]*$");
}

void SchemaWriter::text(const Field& field, const TextRule& rule, std::string&) {
  begin(field);
  writeTextRules(out_, rule);
  end();
}

void SchemaWriter::texts(const Field& field, const TextRule& rule, std::size_t most,
                         std::vector<std::string>&) {
  begin(field);
  out_.field("type", "array");
  out_.field("maxItems", static_cast<int>(most));
  out_.key("items");
  out_.beginObject();
  writeTextRules(out_, rule);
  out_.endObject();
  end();
}

void SchemaWriter::number(const Field& field, const NumberRule& rule, double&, double usual) {
  begin(field, rule.unit);
  writeNumberRules(out_, rule);
  if (!field.required) out_.field("default", usual);
  end();
}

void SchemaWriter::optionalNumber(const Field& field, const NumberRule& rule,
                                  std::optional<double>&) {
  begin(field, rule.unit);
  writeNumberRules(out_, rule);
  end();
}

void SchemaWriter::parameter(const Field& field, const NumberRule& rule, double,
                             std::optional<double>&) {
  begin(field, rule.unit);
  out_.key("oneOf");
  out_.beginArray();
  out_.beginObject();
  writeNumberRules(out_, rule);
  out_.endObject();
  out_.beginObject();
  writeObjectRules(out_, [](FieldVisitor& visitor) {
    double factor = 1;
    visitor.number(kTimes, kTimesRule, factor, 1);
  });
  out_.endObject();
  out_.endArray();
  end();
}

void SchemaWriter::integer(const Field& field, int low, int high, int&, int usual) {
  begin(field);
  out_.field("type", "integer");
  out_.field("minimum", low);
  out_.field("maximum", high);
  if (!field.required) out_.field("default", usual);
  end();
}

void SchemaWriter::flag(const Field& field, bool&, bool usual) {
  begin(field);
  out_.field("type", "boolean");
  out_.field("default", usual);
  end();
}

void SchemaWriter::choice(const Field& field, std::span<const std::string_view> names, int&,
                          int usual) {
  begin(field);
  out_.key("enum");
  out_.beginArrayInLine();
  for (std::string_view name : names) out_.text(name);
  out_.endArray();
  if (!field.required) out_.field("default", names[static_cast<std::size_t>(usual)]);
  end();
}

void SchemaWriter::object(const Field& field, const Contents& contents) {
  begin(field);
  writeObjectRules(out_, contents);
  end();
}

void SchemaWriter::list(const Field& field, const List& list) {
  begin(field);
  out_.field("type", "array");
  out_.field("minItems", static_cast<int>(list.fewest));
  out_.field("maxItems", static_cast<int>(list.most));
  out_.key("items");
  out_.beginObject();
  if (list.size == 0) list.resize(1);
  writeObjectRules(out_, [&](FieldVisitor& visitor) { list.element(visitor, 0); });
  out_.endObject();
  end();
}

void SchemaWriter::numberOrObject(const Field& field, const NumberRule& rule, double&,
                                  std::span<const Variant> variants, int&) {
  begin(field, rule.unit);
  out_.key("oneOf");
  out_.beginArray();
  out_.beginObject();
  writeNumberRules(out_, rule);
  out_.endObject();
  for (const Variant& variant : variants) {
    out_.beginObject();
    writeObjectRules(out_, variant.contents);
    out_.endObject();
  }
  out_.endArray();
  end();
}

}  // namespace abscope
