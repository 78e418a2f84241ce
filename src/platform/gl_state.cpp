// What ImGui's renderer is told when it asks WebGL for the state to put back after a frame. Each
// true question (the scissor box above all) waits until the graphics process has drawn everything
// so far: 94 ms a frame on software GL (Chromium 156, 2026-11), and nobody but us draws here, so
// there is no state to keep. cmake/lab.cmake gives the renderer these functions under GL's names.
#include <GLES3/gl3.h>

extern "C" {
void abscopeKnownGlIntegers(GLenum name, GLint* values);
GLboolean abscopeKnownGlEnabled(GLenum capability);

void abscopeKnownGlIntegers(GLenum name, GLint* values) {
  switch (name) {
    case GL_MAJOR_VERSION:
      *values = 3;
      break;
    case GL_ACTIVE_TEXTURE:
      *values = GL_TEXTURE0;
      break;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
      *values = GL_FUNC_ADD;
      break;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
      values[0] = values[1] = values[2] = values[3] = 0;
      break;
    default:  // bindings, and factors of blending: none, GL_ZERO
      *values = 0;
  }
}

GLboolean abscopeKnownGlEnabled(GLenum /*capability*/) { return GL_FALSE; }
}
