#include "platform/web_sound.h"

#include <emscripten.h>

// clang-format off
// The body of EM_JS is JavaScript.

EM_JS(int, abscopeSetTones, (double left, double right), {
  let tones = Module['abscopeTones'];
  if (!tones) {
    if (!left && !right) return 0;
    const Kind = window.AudioContext || window['webkitAudioContext'];
    if (!Kind) return 2;
    try {
      const context = new Kind();
      // Two timbres besides two sides: with one ear, or one loudspeaker, they can still be told apart.
      const voice = (type, side) => {
        const tone = context.createOscillator();
        const gain = context.createGain();
        tone.type = type;
        gain.gain.value = 0;
        tone.connect(gain);
        if (context.createStereoPanner) {
          const place = context.createStereoPanner();
          place.pan.value = side;
          gain.connect(place);
          place.connect(context.destination);
        } else {
          gain.connect(context.destination);
        }
        tone.start();
        return {'tone': tone, 'gain': gain};
      };
      // A triangle sounds louder than a sine of the same height.
      tones = {'context': context, 'voices': [voice('sine', -0.8), voice('triangle', 0.8)], 'rest': 0};
      Module['abscopeTones'] = tones;
    } catch (refused) {
      return 2;
    }
  }
  const context = tones['context'];
  const now = context.currentTime;
  const hz = [left, right];
  const loudness = [0.12, 0.08];
  tones['voices'].forEach((voice, i) => {
    if (hz[i]) voice['tone'].frequency.setTargetAtTime(hz[i], now, 0.03);
    voice['gain'].gain.setTargetAtTime(hz[i] ? loudness[i] : 0, now, 0.03);
  });
  clearTimeout(tones['rest']);
  if (left || right) {
    if (context.state === 'suspended') context.resume().catch(() => {});
  } else {
    tones['rest'] = setTimeout(() => context.suspend().catch(() => {}), 300);
  }
  return context.state === 'running' ? 0 : 1;
})
// clang-format on

namespace abscope {

Sound setTones(double leftHz, double rightHz) {
  return static_cast<Sound>(abscopeSetTones(leftHz, rightHz));
}

}  // namespace abscope
