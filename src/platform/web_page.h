// What the program asks of the page around it. Every line that talks to JavaScript is in
// web_page.cpp and web_canvas.cpp. A sandboxed frame may refuse storage, the clipboard or a change
// of the address: that is never an error here.
#pragma once

#include <string>
#include <string_view>

namespace abscope {

std::string pageQuery();  // "?case=barsoumian-2020" or ""
std::string pageHash();   // "#..." or ""

// Replaces query and hash of the address without a new entry in the history; false when refused.
// Each starts with its mark ("?", "#") or is empty.
bool replacePageAddress(std::string_view query, std::string_view hash);

// The address of the page without query and hash, for share links.
std::string pageBaseAddress();

// The first full frame is on its way to the screen: hides the loading state, sets
// documentElement.dataset.abscope = "ready" and the performance mark "abscope-first-frame".
void markPageReady();

void setPageTitle(std::string_view title);

// The text of the polite live region, for screen readers.
void announce(std::string_view text);

// Shows the page's own error panel in place of the canvas.
void showPageError(std::string_view text);

void writeClipboard(std::string_view text);
// The same, and says whether it could, now or a moment later.
void copyText(std::string_view text, void (*done)(bool copied));
std::string lastPaste();  // what the page pasted last, for ImGui's text fields

// False where the page around the lab (or the browser) does not allow it. A second time leaves it.
bool toggleFullScreen();

// A frame's sandbox may stop a download without telling: then the answer is `perhaps`.
enum class Saved { refused = 0, done = 1, perhaps = 2 };
Saved saveFile(std::string_view name, std::string_view type, std::string_view text);
// What is on the canvas as PNG; only right after a frame was drawn.
Saved saveCanvas(std::string_view name);

// For the loader, which asks before it opens the page again (abscopeKeepPlan).
void keepForReload(std::string_view hash);
bool prefersReducedMotion();
bool isApplePlatform();      // shortcuts use Cmd in place of Ctrl
std::string pageLanguage();  // that the page has chosen, "en", "de", ...

// Preferences in localStorage, under the prefix "abscope.".
std::string loadPreference(std::string_view key);  // "" when there is none
bool savePreference(std::string_view key, std::string_view value);

}  // namespace abscope
