#include "app/address.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "app/apply.h"
#include "app/base64.h"
#include "core/format.h"
#include "core/locale.h"
#include "core/nearest_name.h"
#include "core/text.h"
#include "library/cases.h"
#include "library/languages.h"
#include "library/scenario_json.h"
#include "library/text.h"

namespace abscope {
namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hexDigit(text[i + 1]) >= 0 &&
        hexDigit(text[i + 2]) >= 0) {
      out += static_cast<char>(hexDigit(text[i + 1]) * 16 + hexDigit(text[i + 2]));
      i += 2;
    } else {
      out += text[i] == '+' ? ' ' : text[i];
    }
  }
  return out;
}

void parse(std::string_view text, std::vector<AddressParameter>& out) {
  if (!text.empty() && (text.front() == '?' || text.front() == '#')) text.remove_prefix(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (part.empty()) continue;
    const std::size_t equals = part.find('=');
    out.push_back({decoded(part.substr(0, equals)),
                   equals == part.npos ? std::string() : decoded(part.substr(equals + 1))});
  }
}

std::vector<std::string_view> mapArrowNames() {
  std::vector<std::string_view> names = {"none"};
  names.reserve(kMapArrowCount + 1);
  for (const MapArrow& arrow : mapArrows()) names.push_back(arrow.name);
  return names;
}

std::vector<std::string_view> mapNodeNames() {
  std::vector<std::string_view> names = {"none"};
  names.reserve(kMapNodeCount + 1);
  for (const MapNodeInfo& node : kMapNodes) names.push_back(node.name);
  return names;
}

std::vector<std::string_view> signalWords() {
  std::vector<std::string_view> words;
  words.reserve(kSignalCount);
  for (const SignalInfo& signal : kSignalInfo) words.push_back(signal.id);
  return words;
}

std::vector<std::string_view> presetWords() {
  std::vector<std::string_view> words = {"own"};
  words.reserve(1 + kRtPresetCount);
  for (const RtPreset& preset : kRtPresets) words.push_back(preset.word);
  return words;
}

std::vector<std::string_view> languageCodes() {
  std::vector<std::string_view> codes;
  codes.reserve(kLanguages.size());
  for (const LanguageInfo& language : kLanguages) codes.push_back(language.code);
  return codes;
}

// Words for choices that people write into addresses; other choices are numbers.
std::vector<std::string_view> choiceWords(ControlId id) {
  switch (id) {
    case ControlId::lang:
      return languageCodes();
    case ControlId::theme:
      return {"dark", "light", "contrast", "print"};
    case ControlId::haze:
      return signalWords();
    case ControlId::panel:
      return {"none", "cases", "study", "evidence"};
    case ControlId::preset:
      return {"mouse", "human"};
    case ControlId::stage:
      return {"tissue", "map", "sweep"};
    case ControlId::sweepControl:
      return {"dose", "fractions", "interval", "start", "drugStart"};
    case ControlId::sweepOutcome:
      return {"volume", "cd8", "interferon", "trex1"};
    case ControlId::mapFilter:
      return {"all", "rt", "lowDose", "resistance", "drug"};
    case ControlId::mapArrow:
      return mapArrowNames();
    case ControlId::mapNode:
      return mapNodeNames();
    case ControlId::plotSite:
      return {kSiteNames.begin(), kSiteNames.end()};
    case ControlId::plotMeasure:
      return {"cells", "density"};
    case ControlId::plotScale:
      return {"linear", "log"};
    case ControlId::room:
      return {"both", "picture", "plot"};
    case ControlId::narration:
      return {"messages", "changes", "days"};
    case ControlId::rtTarget:
      return {"irradiated", "distant", "both", "wholeBody"};
    case ControlId::drugKind:
      return {kDrugIds.begin(), kDrugIds.end()};
    case ControlId::rtPreset:
      return presetWords();
    case ControlId::drugSequence:
      return {"before", "with", "after"};
    case ControlId::lessonLevel:
      return {kLessonLevelIds.begin(), kLessonLevelIds.end()};
    default:
      return {};
  }
}

void setByName(const AddressParameter& parameter, ControlId id, std::vector<Command>& out) {
  const ControlInfo& info = controlInfo(id);
  const std::vector<std::string_view> words = choiceWords(id);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == parameter.value) {
      out.push_back(SetControl{id, static_cast<double>(i)});
      return;
    }
  }
  // "de-CH" is German as well.
  const int language = id == ControlId::lang ? languageOf(parameter.value) : -1;
  if (language >= 0) {
    out.push_back(SetControl{id, static_cast<double>(language)});
    return;
  }
  // Drugs were numbers in the addresses of old.
  const bool isOldNumber = id == ControlId::drugKind && !parameter.value.empty() &&
                           parameter.value.find_first_not_of("0123456789") == std::string::npos;
  if (!words.empty() && !isOldNumber) {
    const std::string_view meant = nearestName(parameter.value, words);
    if (!meant.empty()) {
      out.push_back(Notify{parameter.place(), fill(tr("message.meantChoice"),
                                                   {{"value", parameter.value}, {"name", meant}})});
      return;
    }
    std::string list;
    for (const std::string_view word : words) (list += list.empty() ? "" : ", ") += word;
    out.push_back(Notify{parameter.place(), fill(tr("message.badChoice"),
                                                 {{"value", parameter.value}, {"choices", list}})});
    return;
  }
  char* end = nullptr;
  const double value = std::strtod(parameter.value.c_str(), &end);
  const bool number = !parameter.value.empty() && *end == 0 && std::isfinite(value);
  if (number && value >= info.low && value <= info.high) {
    out.push_back(SetControl{id, value});
    return;
  }
  out.push_back(Notify{parameter.place(),
                       fill(tr("message.badParameter"), {{"value", parameter.value},
                                                         {"low", localNumber(info.low, 4)},
                                                         {"high", localNumber(info.high, 7)}})});
}

// Parameters of others (a course site's, a counter's) pass; what looks like a slip of ours is told.
void unknown(const AddressParameter& parameter, std::vector<Command>& out) {
  std::vector<std::string_view> known = {"case",    "arm",    "play",    "s",    "pin",
                                         "pinHost", "branch", "present", "beat", "lesson"};
  for (int i = 0; i < kControlCount; ++i) {
    const ControlInfo& info = controlInfo(static_cast<ControlId>(i));
    if (info.kind != ControlKind::action) known.push_back(info.name);
  }
  const std::string_view meant = nearestName(parameter.name, known);
  if (meant.empty()) return;
  out.push_back(Notify{parameter.place(), fill(tr("message.unknownParameter"), {{"name", meant}})});
}

void loadLink(const AddressParameter& parameter, const std::string* caseId, const std::string* arm,
              std::vector<Command>& out) {
  const std::optional<std::string> json = fromBase64Url(parameter.value);
  if (!json || json->empty() || json->front() != '{') {
    out.push_back(Notify{std::string(tr("message.link")), std::string(tr("message.badLink"))});
    return;
  }
  ReadScenario read = readScenario(*json);
  if (read.ok()) {
    // A case that this lab does not have is no reason to refuse the plan.
    const Case* from = caseId ? findCase(*caseId) : nullptr;
    const bool known = from && arm && findArm(*from, *arm);
    out.push_back(LoadScenario{std::move(read.scenario), known ? *caseId : std::string(),
                               known ? *arm : std::string()});
    return;
  }
  const Message& first = read.errors.front();
  out.push_back(Notify{first.place, fill(tr("message.badScenario"), {{"text", first.text}})});
}

// "pin=dewan-2009/8x3" or a scenario as in "s="; with "pinHost=1" its patient is the present one's.
void loadPinned(const AddressParameter& parameter, const std::string* host,
                const std::string* branch, std::vector<Command>& out) {
  LoadPinned load;
  load.sameHost = host && *host == "1";
  if (branch) {
    char* end = nullptr;
    const double day = std::strtod(branch->c_str(), &end);
    const bool number = !branch->empty() && *end == 0;
    if (number && day >= 0 && day <= kMaxCourseDays) load.pinned.branchDay = day;
  }
  const std::size_t slash = parameter.value.find('/');
  if (slash != parameter.value.npos) {
    const Case* from = findCase(parameter.value.substr(0, slash));
    const Scenario* arm = from ? findArm(*from, parameter.value.substr(slash + 1)) : nullptr;
    if (!arm) {
      out.push_back(Notify{parameter.place(), std::string(tr("message.noSuchCase"))});
      return;
    }
    load.pinned.scenario = *arm;
    load.pinned.caseId = from->id;
    load.pinned.armId = arm->id;
    out.push_back(std::move(load));
    return;
  }
  const std::optional<std::string> json = fromBase64Url(parameter.value);
  if (!json || json->empty() || json->front() != '{') {
    out.push_back(Notify{std::string(tr("message.link")), std::string(tr("message.badLink"))});
    return;
  }
  ReadScenario read = readScenario(*json);
  if (!read.ok()) {
    const Message& first = read.errors.front();
    out.push_back(Notify{first.place, fill(tr("message.badScenario"), {{"text", first.text}})});
    return;
  }
  load.pinned.scenario = std::move(read.scenario);
  out.push_back(std::move(load));
}

const std::string* find(const std::vector<AddressParameter>& parameters, std::string_view name) {
  const std::string* found = nullptr;
  for (const AddressParameter& p : parameters) {
    if (p.name == name) found = &p.value;  // the last one wins
  }
  return found;
}

// People count beats from 1.
int beatOf(const std::vector<AddressParameter>& parameters) {
  const std::string* beat = find(parameters, "beat");
  return beat ? std::max(1, std::atoi(beat->c_str())) - 1 : 0;
}

}  // namespace

std::vector<Command> commandsOf(std::string_view query, std::string_view hash) {
  std::vector<AddressParameter> parameters;
  parse(query, parameters);
  parse(hash, parameters);
  return commandsOf(parameters);
}

std::vector<AddressParameter> parametersOf(std::string_view hash) {
  std::vector<AddressParameter> parameters;
  parse(hash, parameters);
  return parameters;
}

std::vector<Command> commandsOf(const std::vector<AddressParameter>& parameters) {
  std::vector<Command> out;
  const std::string* id = find(parameters, "case");
  const std::string* arm = find(parameters, "arm");
  if (id && !find(parameters, "s")) out.push_back(OpenCase{*id, arm ? *arm : std::string()});
  std::vector<Command> species, drugs, others, pins, later;
  for (const AddressParameter& parameter : parameters) {
    if (parameter.name == "case" || parameter.name == "arm") continue;
    if (parameter.name == "present") {
      others.push_back(OpenScript{parameter.value, beatOf(parameters)});
    } else if (parameter.name == "lesson") {
      others.push_back(OpenLesson{parameter.value, beatOf(parameters)});
    } else if (parameter.name == "beat") {
      continue;
    } else if (parameter.name == "host" || parameter.name == "token") {
      continue;  // for web/host.js, which hears the page around the lab
    } else if (parameter.name == "s") {
      loadLink(parameter, id, arm, out);
    } else if (parameter.name == "pinHost" || parameter.name == "branch") {
      continue;  // read with the pin
    } else if (parameter.name == "pin") {
      loadPinned(parameter, find(parameters, "pinHost"), find(parameters, "branch"), pins);
    } else if (parameter.name == "play") {
      if (parameter.value == "1" || parameter.value == "true") later.push_back(Play{});
    } else {
      const ControlId control = controlByName(parameter.name);
      const bool value =
          control != ControlId::count && controlInfo(control).keeps != ControlKeeps::none;
      if (!value) {
        unknown(parameter, others);
      } else {
        // The day last: the length of the course comes first. A drug or a preset brings its
        // schedule, and which it is depends on the species.
        setByName(parameter, control,
                  control == ControlId::day           ? later
                  : control == ControlId::preset      ? species
                  : control == ControlId::drugKind    ? drugs
                  : control == ControlId::rtPreset    ? drugs
                  : control == ControlId::lessonLevel ? species
                                                      : others);
      }
    }
  }
  // The pin after the present scenario: it may share its patient.
  for (const std::vector<Command>* part : {&species, &drugs, &others, &pins}) {
    out.insert(out.end(), part->begin(), part->end());
  }
  out.push_back(EndGesture{});
  out.insert(out.end(), later.begin(), later.end());
  return out;
}

void start(AppState& app, std::string_view query, std::string_view hash) {
  app.tissueWaits =
      true;  // or it would be realised for the first case, for the wanted one and to fit
  start(app);
  for (const Command& command : commandsOf(query, hash)) abscope::apply(app, command);
  app.history = {};
}

namespace {

// As short as it can be said: an arm of a case by its name; without the patient where that is the
// present one's.
std::string pinnedHash(const Document& document) {
  const Pinned& pinned = *document.pinned;
  const Case* from = pinned.caseId.empty() ? nullptr : findCase(pinned.caseId);
  const Scenario* arm = from ? findArm(*from, pinned.armId) : nullptr;
  std::string hash;
  if (arm && same(arm->plan, pinned.scenario.plan) && same(arm->patient, pinned.scenario.patient)) {
    hash = "&pin=" + pinned.caseId + "/" + pinned.armId;
  } else {
    Scenario scenario = pinned.scenario;
    const bool sameHost = same(scenario.patient, document.scenario.patient);
    if (sameHost) {
      const Preset preset = scenario.patient.preset;  // which drugs may be given depends on it
      scenario.patient = {};
      scenario.patient.preset = preset;
    }
    hash = "&pin=" + base64Url(writeScenario(scenario, JsonLayout::compact));
    if (sameHost) hash += "&pinHost=1";
  }
  if (pinned.branchDay >= 0) hash += "&branch=" + formatNumber(pinned.branchDay, 6);
  return hash;
}

// What of the tissue is looked at. One pan for both tumours is all that an address can say.
std::string tissueHash(const View& view) {
  std::string hash;
  if (view.haze != Signal::none) hash += "&haze=" + std::string(signalInfo(view.haze).id);
  if (view.zoomPercent <= 100) return hash;
  hash += "&zoom=" + formatNumber(std::round(view.zoomPercent), 4);
  if (view.panPercent[0] != view.panPercent[1]) return hash;
  const auto& pan = view.panPercent[0];
  if (std::round(pan[0]) != 0) hash += "&panX=" + formatNumber(std::round(pan[0]), 4);
  if (std::round(pan[1]) != 0) hash += "&panY=" + formatNumber(std::round(pan[1]), 4);
  return hash;
}

}  // namespace

std::string shareHash(const AppState& app) {
  // Whoever follows it while the class has yet to vote is to vote too.
  if (futureHidden(app)) {
    return "#present=" + app.presenter.script->id +
           "&beat=" + std::to_string(app.presenter.beat + 1);
  }
  const Document& document = app.document;
  const Case* item = app.derived.openCase;
  const Scenario* arm = item ? findArm(*item, document.armId) : nullptr;
  std::string hash = "#";
  if (arm && same(arm->plan, document.scenario.plan) &&
      same(arm->patient, document.scenario.patient)) {
    hash += "case=" + document.caseId + "&arm=" + document.armId;
  } else {
    hash += "s=" + base64Url(writeScenario(document.scenario, JsonLayout::compact));
    if (arm) hash += "&case=" + document.caseId + "&arm=" + document.armId;
  }
  if (document.seed != 1) hash += "&seed=" + std::to_string(document.seed);
  if (document.pinned) hash += pinnedHash(document);
  if (app.view.day > 0) hash += "&day=" + formatNumber(std::round(app.view.day * 100) / 100, 6);
  hash += tissueHash(app.view);
  return hash;
}

}  // namespace abscope
