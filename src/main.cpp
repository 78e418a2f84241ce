// Wiring only: who talks to whom, and the frame as a table of contents.
#include <array>
#include <vector>

#include <emscripten.h>

#include "app/address.h"
#include "app/apply.h"
#include "app/host_api.h"
#include "app/state.h"
#include "library/embedded_assets.h"
#include "platform/cell_renderer.h"
#include "platform/host_link.h"
#include "platform/web_page.h"
#include "platform/window.h"
#include "ui/theme.h"
#include "ui/ui.h"

namespace abscope {
namespace {

struct Lab {
  Window window;
  AppState app;
  TissueView tissue;
  CellRenderer cells;
  std::vector<Command> commands;  // asked for and not yet done
  bool ready = false;
  HostWatch host;
  std::vector<RequestId> pictures;  // that the page around the lab asked for
};

Lab& lab() {
  static Lab instance;
  return instance;
}

void applyCommands(Lab& it) { applyAll(it.app, it.commands); }

// Someone followed another link to this page.
void followAddress(Lab& it) {
  if (!it.window.takeHashChanged()) return;
  for (Command& command : commandsOf({}, pageHash())) it.commands.push_back(std::move(command));
}

void giveLink(Lab& it) {
  if (!it.app.shareRequested) return;
  const std::string hash = shareHash(it.app);
  replacePageAddress({}, hash);
  writeClipboard(pageBaseAddress() + hash);
  it.commands.push_back(Shared{});
}

void tellNews(Lab& it) {
  for (const std::string& message : it.host.news(it.app)) tellHost(message);
}

void hear(std::string_view json) {
  Lab& it = lab();
  HostAnswer answer = answerHost(it.app, json);
  applyAll(it.app, answer.commands);
  if (!answer.announcement.empty()) announce(answer.announcement);
  if (answer.screenshotId) it.pictures.push_back(*answer.screenshotId);
  it.window.requestFrames();
  if (!answer.reply.empty()) tellHost(answer.reply);
  tellNews(it);
}

// The picture can be had only in the frame that drew it.
void tellPage(Lab& it) {
  if (!hasHost()) return;
  tellNews(it);
  for (const RequestId& id : it.pictures) tellHost(hostScreenshot(id, pictureOfCanvas()));
  it.pictures.clear();
}

void tellReady(Lab& it) {
  if (it.ready) return;
  markPageReady();
  it.ready = true;
  if (hasHost()) listenToHost(hear);
}

void frame() {
  Lab& it = lab();
  if (needsFrame(it.app) || uiNeedsFrame()) it.window.requestFrames();
  if (!it.window.beginFrame()) return;
  it.commands.push_back(Tick{it.window.frameSeconds()});
  followAddress(it);
  applyCommands(it);
  drawControls(it.app, it.commands);
  applyCommands(it);
  drawPictures(it.app, it.commands, it.tissue);
  it.cells.setLook(cellLook(palette(it.app.view.theme), it.app.view.theme));
  it.cells.show(it.tissue.cells(), it.tissue.clips());
  giveLink(it);
  applyCommands(it);
  it.window.endFrame();
  tellReady(it);
  tellPage(it);
}

// The tissue's cells are drawn by the renderer, where its panels lie in the draw list.
void connectTissue(Lab& it) {
  it.window.addPass(it.cells);
  it.tissue.setPainter(
      {[](ImDrawList& list, void* cells) { addGlPass(list, *static_cast<CellRenderer*>(cells)); },
       &it.cells});
}

bool openWindow(Lab& it) {
  std::array<FontFace, kFaces.size()> faces;
  for (std::size_t i = 0; i < faces.size(); ++i) {
    const EmbeddedAsset* font = findAsset(kFaces[i].asset);
    if (font == nullptr) return it.window.open({});
    faces[i] = {font->bytes, kFaces[i].sizePx};
  }
  return it.window.open(faces);
}

}  // namespace
}  // namespace abscope

int main() {
  abscope::Lab& it = abscope::lab();
  if (!abscope::openWindow(it)) return 1;
  abscope::connectTissue(it);
  abscope::start(it.app, abscope::pageQuery(), abscope::pageHash());
  emscripten_set_main_loop(abscope::frame, 0, false);
  return 0;
}
