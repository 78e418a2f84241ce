#pragma once
// The panels of the screen, one file each. Controls emit commands; pictures only read.
#include "ui/draw.h"
#include "ui/layout.h"
#include "ui/tissue_view.h"

namespace abscope {

// --- with controls ---
void topBar(const Ui& ui, const Layout& layout);
void transport(const Ui& ui, const Rect& rect);
void sidePanel(const Ui& ui, const Rect& rect);
void narrowStages(const Ui& ui, const Rect& rect);
void narrowTabs(const Ui& ui, const Rect& rect);
void narrowPlotChoices(const Ui& ui, const Rect& rect);
float radiationPanel(const Ui& ui, Rect rect);  // these return the height they used
float drugsPanel(const Ui& ui, Rect rect);
float patientPanel(const Ui& ui, Rect rect);
float mechanismsPanel(const Ui& ui, Rect rect);
void legend(const Ui& ui, const Rect& rect);
// Over everything else, one at a time.
void casePicker(const Ui& ui);
void studyPanel(const Ui& ui);
void evidencePanel(const Ui& ui);
void toasts(const Ui& ui, const Layout& layout);
void plotControls(const Ui& ui, const Rect& rect);
// Pin, branch, match, and what they need.
void compareBar(const Ui& ui, const Layout& layout);
// What is swept and what is shown of it; a click on the curve sets the control.
void sweepControls(const Ui& ui, const Layout& layout);
void whyControls(const Ui& ui, const Rect& rect);
void mapControls(const Ui& ui, const Rect& rect);
// The bar of the item that is picked on the timeline, over the plot.
void timelineBarOf(const Ui& ui, const Rect& rect);
void keyboard(const Ui& ui);
// Presenting, how it looks, and taking it away.
void labMenu(const Ui& ui);
void menuButton(const Ui& ui, const Rect& rect);
void qrView(const Ui& ui);

// --- the lecture hall ---
void lectureControls(const Ui& ui, const Layout& layout);
void voteCard(const Ui& ui, const Rect& rect);
void lectureLights(const Ui& ui);  // the pointer's spot, and black-out

// --- lessons ---
void lessonPanel(const Ui& ui, const Rect& rect);
void lessonList(const Ui& ui);
// Drawing a curve before it is seen, with the pointer. True while it is about this place.
bool sketchControls(const Ui& ui, const Rect& rect);
void drawSketch(const Ui& ui, const Rect& rect);

// --- pictures ---
void tissueArea(const Ui& ui, const Layout& layout, TissueView& tissue);
void mechanismMap(const Ui& ui, const Rect& rect);
// CD8 killing now, with what helps and hinders it.
void balanceBar(const Ui& ui, const Rect& rect, const Course& course, Site site);
float balanceTables(const Ui& ui, Rect rect);  // of both tumours; returns the height
void beam(const Ui& ui, const Rect& panel, const Course& course, Site site);
// What of the tissue is looked at: haze and zoom.
float tissueToolsWidth(const Ui& ui);
void tissueTools(const Ui& ui, Rect row);
// The same in the lower corners of a panel that has no vessel there.
void panelTools(const Ui& ui, const Rect& panel);
float panelToolsHeight(const Ui& ui);
// Zoom by the wheel, drag to move, and the scroll bars of what is zoomed.
void tissueHand(const Ui& ui, const TissueView& tissue);
// Inflamed, excluded or desert, ending (or beginning) at this point.
void immuneTag(const Ui& ui, ImVec2 at, const Course& course, Site site, bool leftAligned);
// `above`: clear of what is at the panel's lower edge.
void hazeScale(const Ui& ui, const Rect& panel, const Course& course, Site site, float above);
// What the cell under the pointer is, and the flux that brought it.
void cellCard(const Ui& ui, const Layout& layout, const TissueView& tissue);
// The line that says what differs from the pinned course.
void compareLine(const Ui& ui, const Layout& layout);
void sweepView(const Ui& ui, const Layout& layout);
void timePlot(const Ui& ui, const Rect& rect);
void whyPanel(const Ui& ui, const Rect& rect);
void disclaimer(const Ui& ui, const Rect& rect);

// The start of an item, for both kinds: what it waits for and how long.
void startControls(const Ui& ui, Rect& rect, ControlId anchor, ControlId start, ControlId after,
                   const Start& now);

}  // namespace abscope
