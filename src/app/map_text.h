#pragma once
// What the cards of the mechanism map say: amounts, evidence, sources, drugs, in words.
#include "app/mechanism_map.h"
#include "app/text_buffer.h"
#include "model/plan.h"

namespace abscope {

// "Preclinical. Helps tumour control."
void addEvidence(const Mechanism& mechanism, TextSink& out);

// "Klug 2013, Cancer Cell 24:589-602; ..."
void addSources(const Mechanism& mechanism, TextSink& out);

// "0.12 million cells a day more with it than without it (arrival by CCL2): 8 % of MDSC a day."
void addFlow(const MapArrow& arrow, const MapFlow& flow, int lane, TextSink& out);

// The drugs of the plan that act on this arrow, with what they bind of their targets now.
void addDrugs(const Plan& plan, const Course& course, double day, int arrow, TextSink& out);

// "1.2 million cells now, 0.8 at the start."
void addNodeAmount(MapNode node, const Course& course, double day, Site site, TextSink& out);

}  // namespace abscope
