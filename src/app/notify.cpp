#include "app/notify.h"

#include <utility>

namespace abscope {

constexpr double kToastSeconds = 9;

void notify(AppState& app, Message message) {
  constexpr std::size_t kMostToasts = 4;
  // A drag against a rule says so in every frame: once is enough.
  for (Toast& toast : app.toasts) {
    if (toast.message.place != message.place || toast.message.text != message.text) continue;
    toast.secondsLeft = kToastSeconds;
    return;
  }
  if (app.toasts.size() == kMostToasts) app.toasts.erase(app.toasts.begin());
  app.toasts.push_back({std::move(message), kToastSeconds});
}

}  // namespace abscope
