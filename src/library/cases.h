#pragma once
// A case: one published study (or a common regimen) as arms that can be run, with what was
// published and where the review and the primary source differ.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/message.h"
#include "model/endpoint.h"
#include "model/population.h"
#include "model/quantity.h"
#include "model/scenario.h"

namespace abscope {

struct Study {
  std::string authors;
  std::string journal;  // with volume and pages
  int year = 0;
  std::string doi;  // empty where none was found
  std::string pmid;
  std::string registration;  // of a trial, such as "NCT02492568"; several with commas between
  std::string status;        // of a registered trial, with the date on which it was so
  std::vector<std::string> inventory;  // ids of the review's inventory, such as "PC12"
};

// A result as published, in our words; and its number where one was found in the source.
struct Published {
  std::string readout;
  std::string result;
  std::string source;
  std::string arm;                  // id of the arm that it was found in, where there is one
  std::optional<double> value;      // in `unit`
  std::optional<double> low, high;  // 95 % interval, unless `result` says otherwise
  std::string unit;
  std::optional<double> n;  // animals, patients or lesions that it is of
};

// Where the review and the primary source say different things; the case follows `primary`.
struct Difference {
  std::string review;
  std::string primary;
  std::string entry;  // number in the list of differences, such as "A6-7"
};

// "On day 20 the distant tumour of `arm` against that of `against`."
struct Readout {
  std::string name;
  Quantity quantity = Quantity::irradiatedVolume;
  double day = 0;
  std::string arm;
  std::string against;   // empty: the arm alone
  std::string expected;  // the direction, as published unless it says otherwise
  Direction direction = Direction::unstated;  // the same for machines, of a readout with two arms
  std::string target;  // id of the calibration target, such as "D05"; may be empty
  std::string proxy;   // what it stands for, where the model has not the thing itself
};

// What one course cannot tell: how many of many animals or patients who differ, or after how long.
struct CohortReadout {
  std::string name;
  Endpoint endpoint = Endpoint::alive;
  bool median = false;  // the day by which half of them have had the event; else a share of them
  double day = 0;       // by which
  std::string arm;
  std::string against;     // empty: the arm alone
  std::string population;  // id of a population; empty: the usual one of the preset
  int n = 100;             // animals or patients an arm
  // Of both tumours, that stands for death; of the distant one, that it is held below. Else usual.
  std::optional<double> belowMm3;
  std::optional<double> published;   // in per cent, or in days for a median
  std::optional<double> publishedN;  // animals or patients that it is of
  std::string expected;
  Direction direction = Direction::unstated;  // of a readout with two arms
  std::string proxy;  // what it stands for, where the model has not the thing itself
};

struct Case {
  std::string id;
  std::string title;
  Study study;
  std::string question;  // for a student, one sentence
  std::string lesson;    // what the study teaches, and where the lab simplifies it
  std::vector<Published> published;
  std::vector<Difference> differences;
  std::string outgrown;  // id of a drug: in cohorts, those enter in whom it did not hold
  std::vector<Scenario> arms;
  std::string defaultArm;
  std::string control;
  std::vector<Readout> readouts;
  std::vector<CohortReadout> cohorts;
};

// Null when the case has no such arm.
const Scenario* findArm(const Case& item, std::string_view id);

// The population as the case takes from it: those alone who outgrew the drug, where it says so.
Population populationFor(const Case& item, const Population& population);

// The cases that travel inside the program, sorted by the name of their file, which is their id.
const std::vector<Case>& cases();
// The same one by one, each read when it is first asked for.
std::size_t caseCount();
const Case& caseAt(std::size_t index);
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
