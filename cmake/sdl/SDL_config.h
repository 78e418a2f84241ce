// SDL 2.26.5 with only what the page uses: window, mouse, keyboard and touch. Sound, joysticks,
// the 2D renderer and the rest would cost download. WebGL is created without SDL (see
// src/platform/gl_context.cpp), so EGL goes too.
#ifndef SDL_config_h_
#define SDL_config_h_
#include "SDL_platform.h"
#include "SDL_config_emscripten.h"
#undef SDL_AUDIO_DRIVER_EMSCRIPTEN
#undef SDL_AUDIO_DRIVER_DISK
#undef SDL_AUDIO_DRIVER_DUMMY
#undef SDL_JOYSTICK_EMSCRIPTEN
#undef SDL_HAPTIC_DUMMY
#undef SDL_SENSOR_DUMMY
#undef SDL_POWER_EMSCRIPTEN
#undef SDL_VIDEO_DRIVER_DUMMY
#undef SDL_VIDEO_RENDER_OGL_ES2
#undef SDL_FILESYSTEM_EMSCRIPTEN
#undef SDL_VIDEO_OPENGL_ES2
#undef SDL_VIDEO_OPENGL_EGL
#undef SDL_LOADSO_DLOPEN
#define SDL_LOADSO_DISABLED 1
#define SDL_JOYSTICK_DUMMY 1
#define SDL_AUDIO_DISABLED 1
#define SDL_JOYSTICK_DISABLED 1
#define SDL_HAPTIC_DISABLED 1
#define SDL_SENSOR_DISABLED 1
#define SDL_POWER_DISABLED 1
#define SDL_RENDER_DISABLED 1
#define SDL_HIDAPI_DISABLED 1
#endif
