# The page's program: SDL2 and Dear ImGui for wasm, the folders ui and platform, and abscope_lab.

if(NOT ABSCOPE_IMGUI_DIR)
  message(STATUS "abscope_lab: Dear ImGui is not there yet (run scripts/fetch-sources.sh)")
  return()
endif()

# --- SDL2: the pinned sources where we have them, else Emscripten's own port ---------------------
set(ABSCOPE_SDL_DIR "${ABSCOPE_SOURCES_DIR}/sdl2-2.26.5")
if(FETCHCONTENT_SOURCE_DIR_SDL2)
  set(ABSCOPE_SDL_DIR "${FETCHCONTENT_SOURCE_DIR_SDL2}")
endif()
if(EXISTS "${ABSCOPE_SDL_DIR}/include/SDL.h" AND EMSCRIPTEN_VERSION VERSION_LESS 3.1.40)
  # SDL's headers include "SDL_config.h" from their own folder, so ours must lie there.
  set(sdl_include "${CMAKE_BINARY_DIR}/sdl_include")
  if(NOT EXISTS "${sdl_include}/SDL.h")
    file(COPY "${ABSCOPE_SDL_DIR}/include/" DESTINATION "${sdl_include}")
  endif()
  configure_file(cmake/sdl/SDL_config.h "${sdl_include}/SDL_config.h" COPYONLY)
  file(STRINGS cmake/sdl/sources.txt sdl_names)
  list(TRANSFORM sdl_names PREPEND "${ABSCOPE_SDL_DIR}/src/")
  add_library(abscope_sdl STATIC ${sdl_names})
  target_include_directories(abscope_sdl SYSTEM PUBLIC "${sdl_include}")
  target_compile_definitions(abscope_sdl PRIVATE SDL_LEAN_AND_MEAN=1)
  target_compile_options(abscope_sdl PRIVATE -w -Oz)
else()
  add_library(abscope_sdl INTERFACE)
  target_compile_options(abscope_sdl INTERFACE -sUSE_SDL=2)
  target_link_options(abscope_sdl INTERFACE -sUSE_SDL=2)
endif()

# --- Dear ImGui ----------------------------------------------------------------------------------
set(imgui_lean "")
if(CMAKE_BUILD_TYPE STREQUAL "Release")
  set(imgui_lean IMGUI_DISABLE_DEBUG_TOOLS)
endif()
abscope_add_imgui(abscope_imgui IMGUI_IMPL_OPENGL_ES3 ${imgui_lean})
target_sources(abscope_imgui PRIVATE
  "${ABSCOPE_IMGUI_DIR}/backends/imgui_impl_sdl2.cpp"
  "${ABSCOPE_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp")
target_link_libraries(abscope_imgui PUBLIC abscope_sdl)
# The renderer asks src/platform/gl_state.cpp, not WebGL, which would make every frame wait.
set_source_files_properties("${ABSCOPE_IMGUI_DIR}/backends/imgui_impl_opengl3.cpp" PROPERTIES
  COMPILE_DEFINITIONS "glGetIntegerv=abscopeKnownGlIntegers;glIsEnabled=abscopeKnownGlEnabled")
target_compile_options(abscope_imgui PRIVATE -w ${ABSCOPE_PAGE_OPTIMISE})
# Else the whole rasteriser of glyphs becomes one function, and browsers optimise that for 50 ms and
# more on the core that the graphics process needs at the start.
set_source_files_properties("${ABSCOPE_IMGUI_DIR}/imgui_draw.cpp" PROPERTIES
  COMPILE_OPTIONS "-finline-hint-functions")

# --- our folders -----------------------------------------------------------------------------------
abscope_folder(ui abscope_app abscope_imgui)
abscope_folder(platform abscope_core abscope_imgui)
foreach(folder assets core library trial tissue app ui platform)
  get_target_property(type abscope_${folder} TYPE)
  if(NOT type STREQUAL "INTERFACE_LIBRARY" AND CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(abscope_${folder} PRIVATE ${ABSCOPE_PAGE_OPTIMISE})
  endif()
endforeach()

# The same of the drawings of cells.
set_source_files_properties(src/platform/cell_sprites.cpp PROPERTIES
  COMPILE_OPTIONS "-finline-hint-functions")

# abscope_page_program(NAME SOURCE LIBRARIES...): a program for web/index.html.
function(abscope_page_program name source)
  add_executable(${name} ${source})
  target_link_libraries(${name} PRIVATE ${ARGN})
  target_link_options(${name} PRIVATE
    -sMODULARIZE=1 -sEXPORT_NAME=createAbscope -sENVIRONMENT=web,worker -sFILESYSTEM=0
    -sDYNAMIC_EXECUTION=0 -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=33554432
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sEXPORTED_RUNTIME_METHODS=[]
    ${ABSCOPE_STACK_OPTION})
  if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 3.1.30)
    target_link_options(${name} PRIVATE
      "-sDEFAULT_LIBRARY_FUNCS_TO_INCLUDE=$UTF8ToString,$stringToUTF8,$lengthBytesUTF8")
  endif()
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_link_options(${name} PRIVATE ${ABSCOPE_PAGE_OPTIMISE}
      -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=200)
    if(ABSCOPE_CLOSURE)
      target_link_options(${name} PRIVATE --closure=1)
    else()
      message(STATUS "${name}: no closure compiler (run npm ci): the JavaScript stays large")
    endif()
  else()
    target_link_options(${name} PRIVATE -sASSERTIONS=1 -gsource-map)
  endif()
endfunction()

# The page fetches its lessons when they are opened (scripts/make-dist.mjs). These assets are named
# first, so that the linker takes them and not those of all other programs.
abscope_embed_assets(abscope_page_assets "/assets/lessons/")
abscope_page_program(abscope_lab src/main.cpp abscope_page_assets abscope_platform abscope_ui)
if(EXISTS "${CMAKE_SOURCE_DIR}/tests/bench/bare_window.cpp")
  abscope_page_program(abscope_bare tests/bench/bare_window.cpp abscope_platform)
endif()
