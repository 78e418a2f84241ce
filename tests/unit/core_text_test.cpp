// Numbers, sentences, JSON and near names.
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "core/format.h"
#include "core/json_writer.h"
#include "core/nearest_name.h"
#include "core/text.h"

namespace abscope {
namespace {

TEST_CASE("shortest digits read back as exactly the same number") {
  CHECK(formatShortest(0.1) == "0.1");
  CHECK(formatShortest(100) == "100");
  CHECK(formatShortest(-2.5) == "-2.5");
  CHECK(formatShortest(1.0 / 3) == "0.3333333333333333");
  CHECK(formatShortest(0) == "0");
  CHECK(formatShortest(-0.0) == "-0");
  CHECK(formatShortest(1e-6) == "0.000001");
  CHECK(formatShortest(1e-7) == "1e-7");
  CHECK(formatShortest(1e20) == "100000000000000000000");
  CHECK(formatShortest(1.5e21) == "1.5e21");
  CHECK(formatShortest(5e-324) == "5e-324");
  CHECK(formatShortest(std::numeric_limits<double>::max()) == "1.7976931348623157e308");
  CHECK(formatShortest(std::numeric_limits<double>::infinity()) == "inf");
  CHECK(formatShortest(std::nan("")) == "nan");

  std::mt19937_64 engine(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t bits = engine();
    double value;
    std::memcpy(&value, &bits, sizeof value);
    if (!std::isfinite(value)) continue;
    const std::string text = formatShortest(value);
    CHECK(std::strtod(text.c_str(), nullptr) == value);
    // JSON's own grammar, and a second reader
    CHECK(nlohmann::json::parse(text).get<double>() == value);
  }
}

TEST_CASE("numbers for people have sensible digits") {
  CHECK(formatNumber(0) == "0");
  CHECK(formatNumber(0.012345) == "0.0123");
  CHECK(formatNumber(4.2) == "4.2");
  CHECK(formatNumber(1499.6, 4) == "1500");
  CHECK(formatNumber(123456, 3) == "123000");
  CHECK(formatNumber(-17.26) == "-17.3");
  CHECK(formatNumber(0.00001234) == "1.23e-5");
  CHECK(formatNumber(1.26e9, 2) == "1.3e9");
  CHECK(formatNumber(9.996, 3) == "10");
  CHECK(formatNumber(std::nan("")) == "–");
  CHECK(formatNumber(std::numeric_limits<double>::infinity()) == "∞");
}

TEST_CASE("shares and days") {
  CHECK(formatPercent(0.417) == "42 %");
  CHECK(formatPercent(0.094) == "9.4 %");
  CHECK(formatPercent(0) == "0 %");
  CHECK(formatPercent(0.0004) == "<0.1 %");
  CHECK(formatPercent(0.99996) == ">99.9 %");
  CHECK(formatPercent(0.9952) == "99.5 %");
  CHECK(formatPercent(1) == "100 %");
  CHECK(formatPercent(-0.66) == "-66 %");
  CHECK(formatDay(3) == "3");
  CHECK(formatDay(12.25) == "12.3");
  CHECK(formatDay(0) == "0");
}

TEST_CASE("a sentence with holes") {
  CHECK(fill("{n} fractions of {dose} Gy", {{"n", "3"}, {"dose", "8"}}) == "3 fractions of 8 Gy");
  CHECK(fill("{n}{n}", {{"n", "x"}}) == "xx");
  CHECK(fill("no hole", {}) == "no hole");
  CHECK(fill("{unknown} {n}", {{"n", "1"}}) == "{unknown} 1");
  CHECK(fill("{{n} and {n", {{"n", "1"}}) == "{n} and {n");
  CHECK(fill("", {{"n", "1"}}).empty());
}

TEST_CASE("JSON is written so that another reader gets the same") {
  for (auto layout : {JsonWriter::Layout::indented, JsonWriter::Layout::compact}) {
    JsonWriter out(layout);
    out.beginObject();
    out.field("text", "quote \" backslash \\ line\nbell \x07 \xc3\xbc");
    out.field("number", 0.1);
    out.field("whole", 3);
    out.field("yes", true);
    out.key("nothing");
    out.number(std::nan(""));
    out.key("list");
    out.beginArrayInLine();
    for (int i = 0; i < 3; ++i) out.integer(i);
    out.endArray();
    out.key("empty");
    out.beginObject();
    out.endObject();
    out.endObject();
    const nlohmann::json read = nlohmann::json::parse(out.take());
    CHECK(read["text"] == "quote \" backslash \\ line\nbell \x07 \xc3\xbc");
    CHECK(read["number"] == 0.1);
    CHECK(read["nothing"].is_null());
    CHECK(read["list"] == nlohmann::json({0, 1, 2}));
    CHECK(read["empty"].is_object());
  }
  JsonWriter compact(JsonWriter::Layout::compact);
  compact.beginArray();
  compact.integer(1);
  compact.integer(2);
  compact.endArray();
  CHECK(compact.take() == "[1,2]");
}

TEST_CASE("the near name is found, and none when nothing is near") {
  const std::array<std::string_view, 4> names = {"antiPd1", "antiPdl1", "antiCtla4", "gmCsf"};
  CHECK(nearestName("antiCtla-4", names) == "antiCtla4");
  CHECK(nearestName("ANTIPD1", names) == "antiPd1");
  CHECK(nearestName("gmcfs", names) == "gmCsf");  // neighbours swapped
  CHECK(nearestName("aspirin", names).empty());
  CHECK(nearestName("", names).empty());
  CHECK(editDistance("", "abc") == 3);
  CHECK(editDistance("abc", "acb") == 1);
  CHECK(editDistance("kitten", "sitting") == 3);
}

}  // namespace
}  // namespace abscope
