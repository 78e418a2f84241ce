#include "library/file_check.h"

#include <array>
#include <utility>

#include "library/case_fields.h"
#include "library/cases.h"
#include "library/ensemble.h"
#include "library/ensemble_fields.h"
#include "library/field_reader.h"
#include "library/json_reader.h"
#include "library/lesson_fields.h"
#include "library/lessons.h"
#include "library/mechanism_fields.h"
#include "library/mechanisms.h"
#include "library/population_fields.h"
#include "library/populations.h"
#include "library/scenario_fields.h"
#include "library/scenario_json.h"
#include "library/script_fields.h"
#include "library/scripts.h"

namespace abscope {
namespace {

constexpr std::array kFormats = {kScenarioFormat,  kCaseFormat,     kPopulationFormat,
                                 kCatalogueFormat, kEnsembleFormat, kScriptFormat,
                                 kLessonFormat};

template <class Read>
void takeErrors(Read read, FileCheck& result) {
  result.errors = std::move(read.errors);
}

template <class Read>
void takeAll(Read read, FileCheck& result) {
  result.warnings = std::move(read.warnings);
  takeErrors(std::move(read), result);
}

}  // namespace

FileCheck checkFile(std::string_view json) {
  FileCheck result;
  const ParsedJson parsed = parseJson(json);
  if (!parsed.ok) {
    result.errors = parsed.messages;
    return result;
  }
  int format = 0;
  const Field field{"format", "what kind of file this is", true};
  if (parsed.value.is_object()) {
    FieldReader(parsed.value, "$", result.errors).choice(field, kFormats, format, 0);
  } else {
    readObjectAt(parsed.value, "$", result.errors, [](FieldVisitor&) {});
  }
  if (!result.errors.empty()) return result;
  result.format = kFormats[static_cast<std::size_t>(format)];
  if (result.format == kScenarioFormat) takeAll(readScenario(json), result);
  if (result.format == kCaseFormat) takeAll(readCase(json), result);
  if (result.format == kPopulationFormat) takeErrors(readPopulation(json), result);
  if (result.format == kCatalogueFormat) takeAll(readCatalogue(json), result);
  if (result.format == kEnsembleFormat) takeErrors(readEnsemble(json), result);
  if (result.format == kScriptFormat) takeAll(readScript(json), result);
  if (result.format == kLessonFormat) takeAll(readLesson(json), result);
  return result;
}

}  // namespace abscope
