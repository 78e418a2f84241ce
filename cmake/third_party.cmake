# Where third-party code comes from. Header-only libraries are reached through one private folder
# that holds nothing else: with Emscripten, -I/usr/include would mix in the host's C library.

include(FetchContent)

set(ABSCOPE_SOURCES_DIR "${CMAKE_SOURCE_DIR}/.cache/sources" CACHE PATH
    "Where scripts/fetch-sources.sh unpacks SDL2 and Dear ImGui")
set(ABSCOPE_HEADERS_DIR "${CMAKE_BINARY_DIR}/third_party_headers")
file(MAKE_DIRECTORY "${ABSCOPE_HEADERS_DIR}")

# Links FOLDER of an installed header-only library into the private folder; RESULT tells success.
function(abscope_link_headers folder probe result)
  find_path(ABSCOPE_${folder}_ROOT "${probe}"
            PATHS /usr/include /usr/local/include /opt/homebrew/include
            NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH)
  set(root "${ABSCOPE_${folder}_ROOT}")
  if(NOT root)
    set(${result} FALSE PARENT_SCOPE)
    return()
  endif()
  file(CREATE_LINK "${root}/${folder}" "${ABSCOPE_HEADERS_DIR}/${folder}" SYMBOLIC)
  set(${result} TRUE PARENT_SCOPE)
endfunction()

add_library(abscope_headers INTERFACE)
target_include_directories(abscope_headers SYSTEM INTERFACE "${ABSCOPE_HEADERS_DIR}")

abscope_link_headers(nlohmann nlohmann/json.hpp found)
if(NOT found)
  FetchContent_Declare(nlohmann_json
    GIT_REPOSITORY https://github.com/nlohmann/json.git
    GIT_TAG bc889afb4c5bf1c0d8ee29ef35eaaf4c8bef8a5d) # v3.11.2
  FetchContent_MakeAvailable(nlohmann_json)
  target_link_libraries(abscope_headers INTERFACE nlohmann_json)
endif()

abscope_link_headers(doctest doctest/doctest.h ABSCOPE_HAS_DOCTEST)
abscope_link_headers(boost boost/numeric/odeint.hpp ABSCOPE_HAS_BOOST)

# --- Dear ImGui 1.90.1 -------------------------------------------------------------------------
file(GLOB imgui_dirs "${ABSCOPE_SOURCES_DIR}/imgui-1.90.1*")
if(FETCHCONTENT_SOURCE_DIR_IMGUI)
  set(ABSCOPE_IMGUI_DIR "${FETCHCONTENT_SOURCE_DIR_IMGUI}")
elseif(imgui_dirs)
  list(GET imgui_dirs 0 ABSCOPE_IMGUI_DIR)
elseif(ABSCOPE_FETCH_SOURCES)
  FetchContent_Declare(imgui
    GIT_REPOSITORY https://github.com/ocornut/imgui.git
    GIT_TAG d6cb3c923d28dcebb2d8d9605ccc7229ccef19eb) # v1.90.1
  FetchContent_GetProperties(imgui)
  if(NOT imgui_POPULATED)
    FetchContent_Populate(imgui)
  endif()
  set(ABSCOPE_IMGUI_DIR "${imgui_SOURCE_DIR}")
endif()

# --- QR code generator 1.8.0: its C version neither throws nor allocates ---------------------------
set(ABSCOPE_QR_DIR "${ABSCOPE_SOURCES_DIR}/qrcodegen-1.8.0")
if(FETCHCONTENT_SOURCE_DIR_QRCODEGEN)
  set(ABSCOPE_QR_DIR "${FETCHCONTENT_SOURCE_DIR_QRCODEGEN}")
elseif(NOT EXISTS "${ABSCOPE_QR_DIR}/c/qrcodegen.c" AND ABSCOPE_FETCH_SOURCES)
  FetchContent_Declare(qrcodegen
    GIT_REPOSITORY https://github.com/nayuki/QR-Code-generator.git
    GIT_TAG v1.8.0)
  FetchContent_GetProperties(qrcodegen)
  if(NOT qrcodegen_POPULATED)
    FetchContent_Populate(qrcodegen)
  endif()
  set(ABSCOPE_QR_DIR "${qrcodegen_SOURCE_DIR}")
endif()
add_library(abscope_qrcodegen INTERFACE)
if(EXISTS "${ABSCOPE_QR_DIR}/c/qrcodegen.c")
  add_library(abscope_qrcodegen_c STATIC "${ABSCOPE_QR_DIR}/c/qrcodegen.c")
  target_include_directories(abscope_qrcodegen_c SYSTEM PUBLIC "${ABSCOPE_QR_DIR}/c")
  target_compile_definitions(abscope_qrcodegen_c PUBLIC ABSCOPE_HAS_QRCODEGEN=1)
  target_link_libraries(abscope_qrcodegen INTERFACE abscope_qrcodegen_c)
else()
  message(STATUS "no QR codes: run scripts/fetch-sources.sh qrcodegen")
endif()

# A static library NAME of ImGui's core with the given compile definitions. Indices are 32-bit so
# that more than 16,384 quads fit one draw list.
function(abscope_add_imgui name)
  add_library(${name} STATIC
    "${ABSCOPE_IMGUI_DIR}/imgui.cpp"
    "${ABSCOPE_IMGUI_DIR}/imgui_draw.cpp"
    "${ABSCOPE_IMGUI_DIR}/imgui_tables.cpp"
    "${ABSCOPE_IMGUI_DIR}/imgui_widgets.cpp")
  target_include_directories(${name} SYSTEM PUBLIC
    "${ABSCOPE_IMGUI_DIR}" "${ABSCOPE_IMGUI_DIR}/backends")
  target_compile_definitions(${name} PUBLIC "ImDrawIdx=unsigned int"
    IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_FILE_FUNCTIONS ${ARGN})
  target_compile_features(${name} PUBLIC cxx_std_20)
endfunction()
