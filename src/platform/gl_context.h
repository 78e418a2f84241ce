// The WebGL 2 context of the canvas, with its loss and return.
#pragma once

namespace abscope {

// False when the browser gives none; the page then says so.
bool createGlContext();

// Between loss and return nothing may be drawn.
bool glContextLost();

// True once after a return: device objects must be made anew.
bool takeGlContextRestored();

}  // namespace abscope
