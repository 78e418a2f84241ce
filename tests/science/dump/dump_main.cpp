// Writes every state of every study arm on every day, and all flux integrals of the last day, as
// raw doubles, so that two builds can be compared: abscope_dump FILE. compare-targets.mjs reads it.
//   "ABSCOPE1", then per arm: name length and name, number of rows, numbers a row, the numbers.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "model/course.h"
#include "science/state_names.h"
#include "science/study_arms.h"

using namespace abscope;

namespace {

void writeCount(std::FILE* file, std::size_t count) {
  const auto number = static_cast<std::uint32_t>(count);
  std::fwrite(&number, sizeof number, 1, file);
}

void writeBlock(std::FILE* file, const std::string& name, std::size_t rows, std::size_t columns,
                const std::vector<double>& numbers) {
  writeCount(file, name.size());
  std::fwrite(name.data(), 1, name.size(), file);
  writeCount(file, rows);
  writeCount(file, columns);
  std::fwrite(numbers.data(), sizeof(double), numbers.size(), file);
}

void writeArm(std::FILE* file, const StudyArm& arm) {
  const Course course = solve(arm.patient, arm.plan);
  const auto days = static_cast<std::size_t>(arm.plan.days) + 1;
  std::vector<double> numbers;
  numbers.reserve(days * kRealStateNumbers);
  for (std::size_t day = 0; day < days; ++day) {
    const State state = course.at(static_cast<double>(day));
    for (int i = 0; i < kRealStateNumbers; ++i) numbers.push_back(stateNumber(state, i));
  }
  writeBlock(file, arm.name, days, kRealStateNumbers, numbers);

  const Fluxes amounts = course.integralsAt(arm.plan.days);
  numbers.clear();
  for (const Pair& pair : amounts.pairs) {
    numbers.push_back(pair[0]);
    numbers.push_back(pair[1]);
  }
  writeBlock(file, arm.name + " (amounts)", 1, numbers.size(), numbers);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "abscope_dump FILE\n");
    return 2;
  }
  std::FILE* file = std::fopen(argv[1], "wb");
  if (!file) {
    std::fprintf(stderr, "%s: cannot be written\n", argv[1]);
    return 1;
  }
  std::fwrite("ABSCOPE1", 1, 8, file);
  std::size_t arms = 0;
  for (const StudyArm& arm : allStudyArms()) {
    writeArm(file, arm);
    ++arms;
  }
  if (std::fclose(file) != 0) {
    std::fprintf(stderr, "%s: not written whole\n", argv[1]);
    return 1;
  }
  std::printf("%d arms\n", static_cast<int>(arms));
  return 0;
}
