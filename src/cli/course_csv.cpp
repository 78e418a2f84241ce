#include "cli/course_output.h"
#include "core/format.h"

namespace abscope {

std::string courseCsv(const std::vector<Column>& columns, const std::vector<Moment>& moments) {
  std::string out = "day";
  for (const Column& column : columns) {
    out += ",";
    if (column.part != "states") out += column.part + ".";
    out += column.place + "." + column.name;
  }
  out += "\n";
  for (const Moment& moment : moments) {
    out += formatShortest(moment.day);
    for (const Column& column : columns) out += "," + formatShortest(column.value(moment));
    out += "\n";
  }
  return out;
}

}  // namespace abscope
