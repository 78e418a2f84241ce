#pragma once
// A whole file of one kind: its fields by a describe function, read, written, and as a schema.
#include <string>
#include <string_view>
#include <vector>

#include "core/json_writer.h"
#include "core/message.h"
#include "library/fields.h"

namespace abscope {

// Whether there is an object whose fields were read; with every mistake in them.
bool readDocument(std::string_view json, std::vector<Message>& errors, const Contents& describe);

// Visitors may change what they see: describe a copy.
void writeDocumentInto(JsonWriter& out, const Contents& describe);
std::string writeDocument(const Contents& describe);

struct SchemaTitle {
  std::string_view id;  // "urn:abscope:case:1"
  std::string_view title;
  std::string_view description;
};
// JSON Schema, draft 2020-12.
std::string schemaDocument(const SchemaTitle& title, const Contents& describe);

}  // namespace abscope
