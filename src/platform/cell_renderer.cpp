#include "platform/cell_renderer.h"

#include <algorithm>
#include <cstddef>
#include <cstdio>

#include <GLES3/gl3.h>

#include "platform/cell_sprites.h"

namespace abscope {

namespace {

constexpr const char* kVertexShader = R"(#version 300 es
precision highp float;
layout(location = 0) in vec2 place;
layout(location = 1) in float size;
layout(location = 2) in uvec4 look;
layout(location = 3) in uint panel;
uniform vec4 view;
uniform vec4 clips[8];
flat out vec4 clip;
flat out vec2 turn;
flat out float drawing;
flat out vec2 tone;
void main() {
  gl_Position = vec4(place.x * view.x - 1.0, 1.0 - place.y * view.y, 0.0, 1.0);
  gl_PointSize = size * view.z;
  float angle = float(look.y) * 0.02454369;
  turn = vec2(cos(angle), sin(angle));
  drawing = float(look.x);
  tone = vec2(float(look.z), float(look.w)) / 255.0;
  clip = clips[panel];
}
)";

constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
precision mediump sampler2DArray;
uniform sampler2DArray sprites;
flat in highp vec4 clip;
flat in vec2 turn;
flat in float drawing;
flat in vec2 tone;
out vec4 colour;
void main() {
  vec2 p = gl_PointCoord - 0.5;
  vec2 at = vec2(turn.x * p.x + turn.y * p.y, turn.x * p.y - turn.y * p.x) + 0.5;
  vec4 texel = texture(sprites, vec3(at, drawing));
  highp vec2 inside = step(clip.xy, gl_FragCoord.xy) * step(gl_FragCoord.xy, clip.zw);
  colour = texel * vec4(tone.xxx, 1.0) * (tone.y * inside.x * inside.y);
}
)";

constexpr int kNearSide = 160;  // pixels

unsigned compiled(unsigned type, const char* source) {
  const unsigned shader = glCreateShader(type);
  glShaderSource(shader, 1, &source, nullptr);
  glCompileShader(shader);
  return shader;
}

// What is wrong with a program that does not link; silent on a lost context.
void reportProgram(unsigned program, unsigned vertex, unsigned fragment) {
  int linked = 0;
  glGetProgramiv(program, GL_LINK_STATUS, &linked);
  if (linked != 0) return;
  char text[512] = "";
  for (const unsigned shader : {vertex, fragment}) {
    glGetShaderInfoLog(shader, sizeof text, nullptr, text);
    if (text[0] != 0) std::fprintf(stderr, "cell shader: %s\n", text);
  }
}

}  // namespace

void CellRenderer::show(std::span<const CellVertex> cells, std::span<const ClipRect> panels) {
  cells_ = cells;
  std::copy_n(panels.begin(), std::min(panels.size(), panels_.size()), panels_.begin());
}

void CellRenderer::setLook(const CellLook& look) {
  if (look == look_) return;
  look_ = look;
  spriteSide_ = 0;
}

int CellRenderer::spriteSide(float pixelRatio) {
  return pixelRatio < 1.25F ? 64 : (pixelRatio < 2.5F ? 96 : 128);
}

// The first frame makes do with a quarter of the pixels; the next one, at once after it, has all.
void CellRenderer::prepare(float pixelRatio) {
  firstDraw_ = true;
  drawSprites(spriteSide(pixelRatio) / 2);
}

void CellRenderer::drawSprites(int side) {
  sprites_ = drawCellSprites(look_, side);
  spriteSide_ = side;
}

void CellRenderer::createDeviceObjects() {
  const unsigned vertex = compiled(GL_VERTEX_SHADER, kVertexShader);
  const unsigned fragment = compiled(GL_FRAGMENT_SHADER, kFragmentShader);
  program_ = glCreateProgram();
  glAttachShader(program_, vertex);
  glAttachShader(program_, fragment);
  glLinkProgram(program_);
  reportProgram(program_, vertex, fragment);
  glDeleteShader(vertex);
  glDeleteShader(fragment);
  view_ = glGetUniformLocation(program_, "view");
  clips_ = glGetUniformLocation(program_, "clips");

  int vertexArrayBefore = 0;
  glGetIntegerv(GL_VERTEX_ARRAY_BINDING, &vertexArrayBefore);
  glGenVertexArrays(1, &vertexArray_);
  glGenBuffers(1, &buffer_);
  glBindVertexArray(vertexArray_);
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
  constexpr int kStride = sizeof(CellVertex);
  const auto offset = [](std::size_t bytes) { return reinterpret_cast<const void*>(bytes); };
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(CellVertex, x)));
  glVertexAttribPointer(1, 1, GL_FLOAT, GL_FALSE, kStride, offset(offsetof(CellVertex, size)));
  glVertexAttribIPointer(2, 4, GL_UNSIGNED_BYTE, kStride, offset(offsetof(CellVertex, drawing)));
  glVertexAttribIPointer(3, 1, GL_UNSIGNED_INT, kStride, offset(offsetof(CellVertex, panel)));
  for (unsigned i = 0; i < 4; ++i) glEnableVertexAttribArray(i);
  glBindVertexArray(static_cast<unsigned>(vertexArrayBefore));
}

void CellRenderer::destroyDeviceObjects() {
  glDeleteProgram(program_);
  glDeleteVertexArrays(1, &vertexArray_);
  glDeleteBuffers(1, &buffer_);
  glDeleteTextures(1, &texture_);
  program_ = vertexArray_ = buffer_ = texture_ = 0;
  spriteSide_ = 0;
}

void CellRenderer::uploadSprites() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
  glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D_ARRAY, texture_);
  glTexImage3D(GL_TEXTURE_2D_ARRAY, 0, GL_RGBA8, spriteSide_, spriteSide_, kCellDrawingCount, 0,
               GL_RGBA, GL_UNSIGNED_BYTE, sprites_.data());
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_NEAREST);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D_ARRAY, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glGenerateMipmap(GL_TEXTURE_2D_ARRAY);
  sprites_ = {};
}

void CellRenderer::draw(const GlViewport& viewport) {
  if (program_ == 0 || cells_.empty()) return;
  const int side = near_ ? kNearSide : spriteSide(viewport.pixelRatio);
  if (spriteSide_ == 0 || (spriteSide_ != side && !firstDraw_)) drawSprites(side);
  firstDraw_ = false;
  if (!sprites_.empty()) uploadSprites();

  const auto width = static_cast<float>(viewport.framebufferWidth);
  const auto height = static_cast<float>(viewport.framebufferHeight);
  const float ratio = viewport.pixelRatio;
  glViewport(0, 0, viewport.framebufferWidth, viewport.framebufferHeight);
  glUseProgram(program_);
  glUniform4f(view_, 2 * ratio / width, 2 * ratio / height, ratio, 0);
  float clips[4 * kMostClips];
  for (std::size_t i = 0; i < panels_.size(); ++i) {
    clips[4 * i] = panels_[i].left * ratio;
    clips[4 * i + 1] = height - panels_[i].bottom * ratio;
    clips[4 * i + 2] = panels_[i].right * ratio;
    clips[4 * i + 3] = height - panels_[i].top * ratio;
  }
  glUniform4fv(clips_, kMostClips, clips);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D_ARRAY, texture_);
  glEnable(GL_BLEND);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glBindVertexArray(vertexArray_);
  glBindBuffer(GL_ARRAY_BUFFER, buffer_);
  // A new store for every frame: the driver need not wait until the last one is drawn.
  const auto bytes = static_cast<GLsizeiptr>(cells_.size_bytes());
  glBufferData(GL_ARRAY_BUFFER, bytes, cells_.data(), GL_STREAM_DRAW);
  glDrawArrays(GL_POINTS, 0, static_cast<int>(cells_.size()));
  glBindVertexArray(0);
  glBindTexture(GL_TEXTURE_2D_ARRAY, 0);
}

}  // namespace abscope
