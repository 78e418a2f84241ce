#pragma once
// The fields of a lecture script, declared once (see fields.h).
#include "library/fields.h"
#include "library/scripts.h"

namespace abscope {

inline constexpr std::string_view kScriptFormat = "abscope-script/1";

void describeScript(FieldVisitor& visitor, Script& script);

// What a beat of a lecture and one of a lesson have in common: its set-up, from the id to what is
// shown; and what its words rest on, references and claims.
void describeSetUp(FieldVisitor& visitor, Beat& beat);
void describeSupport(FieldVisitor& visitor, Beat& beat);
void describeSceneChange(FieldVisitor& visitor, SceneChange& change);

}  // namespace abscope
