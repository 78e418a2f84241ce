// Wiring only: who talks to whom, and the frame as a table of contents.
#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <emscripten.h>

#include "app/address.h"
#include "app/apply.h"
#include "app/control_words.h"
#include "app/host_api.h"
#include "app/sound.h"
#include "app/state.h"
#include "app/text_buffer.h"
#include "core/text.h"
#include "library/embedded_assets.h"
#include "library/languages.h"
#include "library/text.h"
#include "platform/cell_renderer.h"
#include "platform/host_link.h"
#include "platform/language_link.h"
#include "platform/mirror.h"
#include "platform/web_files.h"
#include "platform/web_page.h"
#include "platform/web_sound.h"
#include "platform/window.h"
#include "ui/mirror_schedule.h"
#include "ui/mirror_text.h"
#include "ui/plot_export.h"
#include "ui/theme.h"
#include "ui/ui.h"
#include "ui/widgets.h"

namespace abscope {
namespace {

struct Lab {
  Window window;
  AppState app;
  TissueView tissue;
  CellRenderer cells;
  std::vector<Command> commands;  // asked for and not yet done
  bool ready = false;
  int languageAsked = -1;                             // of the page, and not yet here
  std::array<std::string, kLanguageCount> letters{};  // fonts that came with languages
  HostWatch host;
  MirrorWatch mirror;
  bool mirrored = false;
  bool linkUnderway = false;  // to the clipboard
  bool linkShown = false;     // in the address bar
  bool sounding = false;
  bool soundFailed = false;  // and that was told
  double soundWaitsSeconds = 0;
  std::string soundWords;               // told last
  std::vector<std::string> filesAsked;  // of the page, and not yet here
  std::vector<RequestId> pictures;      // that the page around the lab asked for
};

Lab& lab() {
  static Lab instance;
  return instance;
}

void applyCommands(Lab& it) { applyAll(it.app, it.commands); }

// Of the names of languages that the faces of English cannot write.
std::string_view lettersOfNames() {
  const EmbeddedAsset* font = findAsset("assets/fonts/LanguageNames.ttf");
  return font ? font->bytes : std::string_view();
}

void speakLanguage(Lab& it, int language) {
  const LanguageInfo& info = kLanguages[static_cast<std::size_t>(language)];
  speak(language);
  setPageLanguage(info.code, info.rightToLeft, tr("page.canvas"), tr("app.disclaimer"));
  const std::string& letters = it.letters[static_cast<std::size_t>(language)];
  it.window.setLetters(letters.empty() ? lettersOfNames() : letters, language != 0);
  if (info.rightToLeft) {
    it.commands.push_back(
        Notify{std::string(labelOf(ControlId::lang)), std::string(tr("lang.rightToLeft"))});
  }
  if (it.ready) savePreference("lang", info.code);
  it.window.requestFrames();
}

void languageCame(LanguageFiles files);

// What was chosen is spoken as soon as its file is here; until then the language before is.
void followLanguage(Lab& it) {
  const int wanted = it.app.view.language;
  if (wanted == spokenLanguage()) return;
  if (!hasLanguage(wanted)) {
    if (it.languageAsked == wanted) return;
    it.languageAsked = wanted;
    const LanguageInfo& info = kLanguages[static_cast<std::size_t>(wanted)];
    loadLanguageFiles(wanted, info.code, info.hasFont, languageCame);
  }
  if (hasLanguage(wanted)) speakLanguage(it, wanted);
}

void languageCame(LanguageFiles files) {
  Lab& it = lab();
  if (it.languageAsked == files.asked) it.languageAsked = -1;
  const std::string wrong = files.came ? readLanguage(files.asked, files.texts) : std::string();
  if (files.came && wrong.empty()) {
    it.letters[static_cast<std::size_t>(files.asked)] = std::move(files.font);
  } else {
    it.commands.push_back(Notify{std::string(choiceText(ControlId::lang, files.asked)),
                                 files.came ? fill(tr("lang.unread"), {{"reason", wrong}})
                                            : std::string(tr("lang.unreached"))});
    if (it.app.view.language == files.asked) {
      it.commands.push_back(SetControl{ControlId::lang, static_cast<double>(spokenLanguage())});
    }
  }
  it.window.requestFrames();
}

// Someone followed another link to this page.
void followAddress(Lab& it) {
  if (!it.window.takeHashChanged()) return;
  for (Command& command : commandsOf({}, pageHash())) it.commands.push_back(std::move(command));
}

void toldOfLink(bool copied) {
  Lab& it = lab();
  it.linkUnderway = false;
  it.commands.push_back(Shared{copied
                                   ? (it.linkShown ? "message.shared" : "message.sharedCopied")
                                   : (it.linkShown ? "message.sharedShown" : "message.notShared")});
  if (!copied && !it.linkShown) it.commands.push_back(ShowOverlay{Overlay::qr});
  it.window.requestFrames();
}

// Into the address bar, which nobody sees of a frame in another page, and the clipboard.
void giveLink(Lab& it) {
  if (!it.app.shareRequested || it.linkUnderway) return;
  const std::string hash = shareHash(it.app);
  it.linkShown = replacePageAddress({}, hash) && !hasHost();
  it.linkUnderway = true;
  copyText(pageBaseAddress() + hash, toldOfLink);
}

// The system's wish, as it is now and whenever it changes.
Command wishedMotion() {
  return SetControl{ControlId::reducedMotion, prefersReducedMotion() ? 1.0 : 0.0};
}

void followMotion(Lab& it) {
  if (it.window.takeMotionChanged()) it.commands.push_back(wishedMotion());
}

void tellSaved(Lab& it, Saved saved, const std::string& file) {
  const char* key = saved == Saved::done      ? "message.saved"
                    : saved == Saved::perhaps ? "message.savedMaybe"
                                              : "message.notSaved";
  it.commands.push_back(Notify{std::string(tr("menu.export")), fill(tr(key), {{"file", file}})});
}

// After a frame that no longer shows the menu they were asked in, while its picture is still there.
void doPageDeeds(Lab& it) {
  const std::string name = exportName(it.app);
  for (const PageDeed deed : it.app.pageDeeds) {
    switch (deed) {
      case PageDeed::fullScreen:
        if (!toggleFullScreen()) {
          it.commands.push_back(Notify{std::string(labelOf(ControlId::fullScreen)),
                                       std::string(tr("message.noFullScreen"))});
        }
        break;
      case PageDeed::savePng:
        tellSaved(it, saveCanvas(name + ".png"), name + ".png");
        break;
      case PageDeed::saveSvg:
        tellSaved(it, saveFile(name + ".svg", "image/svg+xml", plotSvg(it.app)), name + ".svg");
        break;
      case PageDeed::saveCsv:
        tellSaved(it, saveFile(name + ".csv", "text/csv;charset=utf-8", plotCsv(it.app)),
                  name + ".csv");
        break;
    }
  }
  it.commands.push_back(PageAsked{});
  applyCommands(it);
  it.window.requestFrames();
}

// The two chosen curves, while the course plays.
void followSound(Lab& it) {
  const View& view = it.app.view;
  const bool sounds = view.sound && view.playing;
  if (!sounds && !it.sounding) return;
  const Series& series = it.app.derived.series;
  const Sound sound = sounds ? setTones(soundHz(series, view.soundLeft, view.day),
                                        soundHz(series, view.soundRight, view.day))
                             : setTones(0, 0);
  it.sounding = sounds;
  if (!sounds) return;
  const auto tell = [&](std::string_view text) {
    it.commands.push_back(Notify{std::string(labelOf(ControlId::sound)), std::string(text)});
  };
  constexpr double kPatienceSeconds = 1;  // a context that may sound takes a moment to start
  it.soundWaitsSeconds =
      sound == Sound::waits ? it.soundWaitsSeconds + it.window.frameSeconds() : 0;
  const bool fails = sound == Sound::missing || it.soundWaitsSeconds > kPatienceSeconds;
  if (fails && !it.soundFailed) {
    tell(tr(sound == Sound::missing ? "message.noSound" : "message.soundWaits"));
  }
  it.soundFailed = fails;
  TextBuffer<256> words;
  addSoundWords(it.app, words);
  if (sound == Sound::heard && words.view() != it.soundWords) tell(it.soundWords = words.view());
}

void fileCame(FetchedFile file) {
  Lab& it = lab();
  std::erase(it.filesAsked, file.name);
  it.commands.push_back(PageFile{std::move(file.name), std::move(file.text), file.ok});
  it.window.requestFrames();
}

void fetchFiles(Lab& it) {
  for (const std::string& name : it.app.pageFiles) {
    auto& asked = it.filesAsked;
    if (std::find(asked.begin(), asked.end(), name) != asked.end()) continue;
    asked.push_back(name);
    fetchPageFile(name, fileCame);
  }
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

void hearMirror(int kind, int control, int instance, double value) {
  askControl(kind, control, instance, value);
  lab().window.requestFrames();
}

void hearSchedule(int control, int item, double value) {
  Lab& it = lab();
  for (Command& command : scheduleCommands(it.app, control, item, value)) {
    it.commands.push_back(std::move(command));
  }
  tellScheduleAgain();
  it.window.requestFrames();
}

// Nothing before the first full frame is there.
void mirrorScreen(Lab& it) {
  if (!it.ready) return;
  if (!it.mirrored) {
    installMirror(hearMirror);
    installMirrorSchedule(hearSchedule);
  }
  it.mirrored = true;
  const MirrorNews news = it.mirror.news(it.app);
  if (!news.about.empty()) showMirrorAbout(news.about);
  if (!news.schedule.empty()) showMirrorSchedule(news.schedule);
  if (!news.controls.empty()) showMirrorControls(news.controls);
}

void tellReady(Lab& it) {
  if (it.ready) return;
  markPageReady();
  it.ready = true;
  if (hasHost()) listenToHost(hear);
}

void frame() {
  Lab& it = lab();
  followLanguage(it);
  if (needsFrame(it.app) || uiNeedsFrame()) it.window.requestFrames();
  if (!it.window.beginFrame()) return;
  const bool deedsWait = !it.app.pageDeeds.empty();  // asked for in an earlier frame
  it.commands.push_back(Tick{it.window.frameSeconds()});
  followAddress(it);
  followMotion(it);
  applyCommands(it);
  drawControls(it.app, it.commands);
  applyCommands(it);
  drawPictures(it.app, it.commands, it.tissue);
  it.cells.setLook(cellLook(palette(it.app.view.theme), it.app.view.theme));
  it.cells.setNear(it.tissue.isZoomed());
  it.cells.show(it.tissue.cells(), it.tissue.clips());
  giveLink(it);
  followSound(it);
  applyCommands(it);
  it.window.endFrame();
  mirrorScreen(it);
  if (deedsWait) doPageDeeds(it);
  fetchFiles(it);
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

extern "C" EMSCRIPTEN_KEEPALIVE void abscopeKeepPlan() {
  abscope::keepForReload(abscope::shareHash(abscope::lab().app));
}

int main() {
  abscope::Lab& it = abscope::lab();
  if (!abscope::openWindow(it)) return 1;
  abscope::connectTissue(it);
  it.window.setLetters(abscope::lettersOfNames(), false);
  abscope::apply(it.app, abscope::PageAddress{abscope::pageBaseAddress()});
  abscope::apply(it.app, abscope::wishedMotion());
  const int language = abscope::languageOf(abscope::pageLanguage());
  abscope::apply(it.app, abscope::SetControl{abscope::ControlId::lang,
                                             std::max(0.0, static_cast<double>(language))});
  abscope::followLanguage(it);
  abscope::start(it.app, abscope::pageQuery(), abscope::pageHash());
  emscripten_set_main_loop(abscope::frame, 0, false);
  return 0;
}
