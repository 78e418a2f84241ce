#pragma once
// Two tones in the page, one at the left and one at the right.

namespace abscope {

enum class Sound { heard = 0, waits = 1, missing = 2 };

// Sets the tones, in Hz; 0: silence. Says whether anything is heard: a page may not make a sound
// before somebody has pressed something in it, and some pages never.
Sound setTones(double leftHz, double rightHz);

}  // namespace abscope
