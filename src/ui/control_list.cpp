#include "ui/control_list.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include <imgui_internal.h>

#include "app/control_words.h"
#include "app/text_buffer.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

Area areaOf(const ImGuiWindow& window, Area usual) {
  const std::string_view root = window.RootWindow->Name;
  if (root.starts_with("###window.lab")) return usual;
  return root.starts_with("###window.toast") ? Area::messages : Area::dialog;
}

// What can be seen of it; what has scrolled away lies at the edge that it is behind.
void place(ControlNote& note, const Rect& rect, const ImRect& clip) {
  const float left = std::clamp(rect.x, clip.Min.x, std::max(clip.Min.x, clip.Max.x - 1));
  const float top = std::clamp(rect.y, clip.Min.y, std::max(clip.Min.y, clip.Max.y - 1));
  note.x = static_cast<int>(left);
  note.y = static_cast<int>(top);
  note.w = static_cast<int>(std::max(1.0f, std::min(rect.right(), clip.Max.x) - left));
  note.h = static_cast<int>(std::max(1.0f, std::min(rect.bottom(), clip.Max.y) - top));
}

struct Digest {
  std::uint64_t hash = 14695981039346656037u;  // FNV-1a, eight bytes at a time
  void add(std::uint64_t word) { hash = (hash ^ word) * 1099511628211u; }
  void add(int number) { add(static_cast<std::uint64_t>(static_cast<std::int64_t>(number))); }
  void add(double number) {
    std::uint64_t word = 0;
    std::memcpy(&word, &number, sizeof word);
    add(word);
  }
  void add(std::string_view text) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < text.size(); i += sizeof word) {
      word = 0;
      std::memcpy(&word, text.data() + i, std::min(sizeof word, text.size() - i));
      add(word);
    }
  }
};

}  // namespace

ControlList& controlList() {
  static ControlList list;
  return list;
}

void ControlList::beginFrame() {
  notes_.clear();
  text_.clear();
  area_ = Area::tools;
  resting_ = false;
  const auto gone = [](ControlAsk& ask) { return --ask.framesLeft <= 0; };
  asks_.erase(std::remove_if(asks_.begin(), asks_.end(), gone), asks_.end());
}

TextSpan ControlList::keep(std::string_view text) {
  const TextSpan span{static_cast<std::uint32_t>(text_.size()),
                      static_cast<std::uint32_t>(text.size())};
  text_ += text;
  return span;
}

void ControlList::note(const Ui& ui, ControlId id, int instance, const Rect& rect, bool enabled) {
  // Smaller parts of one control (a step up, a field for its value) do what its twin does.
  const bool isPart = instance < kNoInstance && instance != kPartTimeline;
  if (listening_ && !resting_ && !isPart) add(ui, id, instance, rect, enabled);
}

void ControlList::noteField(const Ui& ui, ControlId id, int instance, int item, const Rect& rect) {
  if (!listening_ || resting_) return;
  add(ui, id, instance, rect, controlEnabled(ui.app, id, item));
  const ControlInfo& info = controlInfo(id);
  range(ui, id, controlValue(ui.app, id, item), info.low, info.high);
}

ControlNote& ControlList::add(const Ui& ui, ControlId id, int instance, const Rect& rect,
                              bool enabled) {
  const ControlInfo& info = controlInfo(id);
  const ImGuiWindow& window = *ImGui::GetCurrentWindow();
  ControlNote note;
  note.id = id;
  note.instance = instance;
  note.area = areaOf(window, area_);
  note.enabled = enabled;
  place(note, rect, window.ClipRect);
  if (info.kind == ControlKind::toggle) {
    note.kind = TwinKind::check;
    note.on = controlValue(ui.app, id, instance) != 0 ? 1 : 0;
  } else if (info.kind == ControlKind::choice && instance > 0) {
    note.on = static_cast<int>(controlValue(ui.app, id)) == instance ? 1 : 0;
  }
  const std::uint32_t first = static_cast<std::uint32_t>(text_.size());
  text_ += labelOf(id);
  if (instance >= 0) {
    TextBuffer<16> number;
    number.add(" ").addInteger(instance + 1);
    text_ += number.view();
  }
  note.name = {first, static_cast<std::uint32_t>(text_.size()) - first};
  return notes_.emplace_back(note);
}

ControlNote* ControlList::last(ControlId id) {
  const bool ours = listening_ && !resting_ && !notes_.empty() && notes_.back().id == id;
  return ours ? &notes_.back() : nullptr;
}

void ControlList::name(ControlId id, int instance, std::string_view text) {
  ControlNote* note = last(id);
  if (note && note->instance == instance) note->name = keep(text);
}

void ControlList::kind(ControlId id, TwinKind kind, bool on) {
  ControlNote* note = last(id);
  if (!note) return;
  note->kind = kind;
  note->on = on ? 1 : 0;
}

void ControlList::range(const Ui& ui, ControlId id, double value, double low, double high) {
  ControlNote* note = last(id);
  if (!note) return;
  // A course that plays would have every twin of the day changed sixty times a second.
  if (id == ControlId::day && ui.app.view.playing) value = std::floor(value);
  note->kind = TwinKind::range;
  note->value = value, note->low = std::min(low, value), note->high = std::max(high, value);
  note->step = controlInfo(id).step;
  TextBuffer<48> text;
  addControlValue(ui, id, value, text);
  note->valueText = keep(text);
}

void ControlList::select(ControlId id, int chosen) {
  ControlNote* note = last(id);
  if (!note) return;
  note->kind = TwinKind::select;
  note->value = chosen;
  note->choices = keep({});
}

void ControlList::addChoice(ControlId id, int choice, std::string_view text) {
  ControlNote* note = last(id);
  if (!note) return;
  TextBuffer<16> number;
  number.addInteger(choice).add("\x1f");
  text_ += number.view();
  text_ += text;
  text_ += '\x1e';
  note->choices.length = static_cast<std::uint32_t>(text_.size()) - note->choices.first;
}

bool ControlList::take(AskKind kind, ControlId id, int instance) {
  for (std::size_t i = 0; i < asks_.size(); ++i) {
    const ControlAsk& ask = asks_[i];
    if (ask.kind != kind || ask.id != id || ask.instance != instance) continue;
    asks_.erase(asks_.begin() + static_cast<std::ptrdiff_t>(i));
    ++answered_;
    return true;
  }
  return false;
}

std::optional<double> ControlList::takeValue(ControlId id, int instance, double value) {
  const ControlInfo& info = controlInfo(id);
  bool asked = false;
  for (std::size_t i = 0; i < asks_.size();) {
    const ControlAsk ask = asks_[i];
    const bool sets = ask.kind == AskKind::set || ask.kind == AskKind::setExactly;
    if (ask.id != id || ask.instance != instance || !(sets || ask.kind == AskKind::step)) {
      ++i;
      continue;
    }
    asks_.erase(asks_.begin() + static_cast<std::ptrdiff_t>(i));
    ++answered_;
    asked = true;
    value = !sets                      ? value + ask.value * info.step
            : ask.kind == AskKind::set ? snapped(info, ask.value)
                                       : ask.value;
  }
  return asked ? std::optional<double>(value) : std::nullopt;
}

std::uint64_t ControlList::digest() const {
  Digest digest;
  digest.add(answered_);
  for (const ControlNote& n : notes_) {
    for (const int part : {static_cast<int>(n.id), n.instance, static_cast<int>(n.kind),
                           static_cast<int>(n.area), n.enabled ? 1 : 0, n.on, n.x, n.y, n.w, n.h}) {
      digest.add(part);
    }
    for (const double part : {n.value, n.low, n.high}) digest.add(part);
  }
  digest.add(std::string_view(text_));
  return digest.hash;
}

}  // namespace abscope
