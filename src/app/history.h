#pragma once
// Undo and redo of whole documents. A drag of one slider is one step.
#include <cstddef>
#include <vector>

namespace abscope {

template <class Document>
class History {
 public:
  static constexpr std::size_t kMost = 200;

  // Call before the document changes. Steps with the same non-zero `gesture` merge into one: false.
  bool record(const Document& before, int gesture) {
    redo_.clear();
    if (gesture != 0 && gesture == gesture_ && !undo_.empty()) return false;
    gesture_ = gesture;
    if (undo_.size() == kMost) undo_.erase(undo_.begin());
    undo_.push_back(before);
    return true;
  }
  void endGesture() { gesture_ = 0; }

  bool undo(Document& document) { return move(undo_, redo_, document); }
  bool redo(Document& document) { return move(redo_, undo_, document); }
  bool canUndo() const { return !undo_.empty(); }
  bool canRedo() const { return !redo_.empty(); }

 private:
  bool move(std::vector<Document>& from, std::vector<Document>& to, Document& document) {
    gesture_ = 0;
    if (from.empty()) return false;
    to.push_back(document);
    document = from.back();
    from.pop_back();
    return true;
  }

  std::vector<Document> undo_;
  std::vector<Document> redo_;
  int gesture_ = 0;
};

}  // namespace abscope
