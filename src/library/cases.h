#pragma once
// A case: one published study (or a common regimen) as arms that can be run, with what was
// published and where the review and the primary source differ.
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "model/scenario.h"

namespace abscope {

struct Study {
  std::string authors;
  std::string journal;  // with volume and pages
  int year = 0;
  std::string doi;  // empty where none was found
  std::string pmid;
  std::vector<std::string> inventory;  // ids of the review's inventory, such as "PC12"
};

// A result as published, in our words.
struct Published {
  std::string readout;
  std::string result;
  std::string source;
};

// Where the review and the primary source say different things; the case follows `primary`.
struct Difference {
  std::string review;
  std::string primary;
  std::string entry;  // number in the list of differences, such as "A6-7"
};

// What can be read off a course for a comparison of arms.
enum class Quantity : int {
  irradiatedVolume,
  distantVolume,
  irradiatedCd8Density,
  irradiatedTregDensity,
  irradiatedMdscDensity,
  irradiatedNkDensity,
  irradiatedM1ToM2,
  dayDistantReaches400,  // mm3; the last day of the course when it never does
  dayTotalReaches1500,   // mm3, both tumours
  lowestLymphocytes,     // of normal, up to the day
  count
};

// "On day 20 the distant tumour of `arm` against that of `against`."
struct Readout {
  std::string name;
  Quantity quantity = Quantity::irradiatedVolume;
  double day = 0;
  std::string arm;
  std::string against;   // empty: the arm alone
  std::string expected;  // the direction, as published unless it says otherwise
  std::string target;    // id of the calibration target, such as "D05"; may be empty
};

struct Case {
  std::string id;
  std::string title;
  Study study;
  std::string question;  // for a student, one sentence
  std::string lesson;    // what the study teaches, and where the lab simplifies it
  std::vector<Published> published;
  std::vector<Difference> differences;
  std::vector<Scenario> arms;
  std::string defaultArm;
  std::string control;
  std::vector<Readout> readouts;
};

// Null when the case has no such arm.
const Scenario* findArm(const Case& item, std::string_view id);

// The cases that travel inside the program, sorted by the name of their file, which is their id.
const std::vector<Case>& cases();
// Reads this case only. Null when there is none.
const Case* findCase(std::string_view id);

struct ReadCase {
  Case item;
  std::vector<Message> errors;
  std::vector<Message> warnings;
};
ReadCase readCase(std::string_view json);
std::string writeCase(const Case& item);
std::string caseSchema();

}  // namespace abscope
