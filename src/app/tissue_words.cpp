#include "app/tissue_words.h"

#include <algorithm>

#include "library/text.h"

namespace abscope {
namespace {

std::string_view immuneWord(ImmuneState state) {
  TextBuffer<32> key;
  key.add("immune.word.").add(kImmuneStateIds[static_cast<std::size_t>(state)]);
  return tr(key.view());
}

}  // namespace

void addImmuneAbout(const ImmuneReading& reading, TextSink& out) {
  TextBuffer<16> density, margin;
  TextBuffer<48> key;
  density.addNumber(reading.cd8Density, 2);
  margin.addFixed(100 * reading.marginShare, 0);
  key.add("immune.about.").add(kImmuneStateIds[static_cast<std::size_t>(reading.state)]);
  out.addFilled(tr(key.view()), {{"density", density}, {"margin", margin}});
}

void addSignalAmount(Signal signal, double amount, TextSink& out) {
  const bool share = signalInfo(signal).isShare;
  TextBuffer<16> number;
  if (share) {
    number.addFixed(100 * amount, 0);
  } else {
    number.addFixed(amount, amount < 9.95 ? 2 : 0);
  }
  out.addFilled(tr(share ? "tissue.hazeShare" : "tissue.hazeNow"), {{"amount", number}});
}

void addTissueWords(const AppState& app, double day, TextSink& out) {
  const Course& course = app.derived.course;
  out.addFilled(tr("summary.immune"),
                {{"irradiated", immuneWord(immuneReading(course, day, Site::irradiated).state)},
                 {"distant", immuneWord(immuneReading(course, day, Site::distant).state)}});
  const Signal signal = app.view.haze;
  if (signal == Signal::none) return;
  TextBuffer<48> key, irradiated, distant;
  key.add("choice.haze.").addInteger(static_cast<int>(signal));
  addSignalAmount(signal, signalAmount(course, signal, Site::irradiated, day), irradiated);
  addSignalAmount(signal, signalAmount(course, signal, Site::distant, day), distant);
  out.add(" ").addFilled(
      tr("summary.haze"),
      {{"signal", tr(key.view())}, {"irradiated", irradiated}, {"distant", distant}});
}

}  // namespace abscope
