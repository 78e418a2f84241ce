#include "library/json_document.h"

#include <utility>

#include "library/field_reader.h"
#include "library/field_writer.h"
#include "library/json_reader.h"
#include "library/schema_writer.h"

namespace abscope {

bool readDocument(std::string_view json, std::vector<Message>& errors, const Contents& describe) {
  ParsedJson parsed = parseJson(json);
  errors = std::move(parsed.messages);
  if (!parsed.ok) return false;
  readObjectAt(parsed.value, "$", errors, describe);
  return parsed.value.is_object();
}

void writeDocumentInto(JsonWriter& out, const Contents& describe) {
  out.beginObject();
  FieldWriter writer(out);
  describe(writer);
  out.endObject();
}

std::string writeDocument(const Contents& describe) {
  JsonWriter out;
  writeDocumentInto(out, describe);
  return out.take();
}

std::string schemaDocument(const SchemaTitle& title, const Contents& describe) {
  JsonWriter out;
  out.beginObject();
  out.field("$schema", "https://json-schema.org/draft/2020-12/schema");
  out.field("$id", title.id);
  out.field("title", title.title);
  out.field("description", title.description);
  SchemaWriter::writeObjectRules(out, describe);
  out.endObject();
  return out.take();
}

}  // namespace abscope
