# abscope_embed_assets(TARGET [WITHOUT]): a library of assets/{cases,population,catalogue,ensemble,lessons}/
# *.json, the English texts, the targets that the tests read too, and the fonts. Other languages are
# files beside the page (scripts/language_texts.mjs). Made again when a file changes, appears
# or goes. Paths that match WITHOUT are left out.
find_package(Python3 REQUIRED COMPONENTS Interpreter)

set(ABSCOPE_FONT_DIR "${CMAKE_SOURCE_DIR}/.cache/fonts" CACHE PATH
    "Folder of subset .ttf files (scripts/subset-fonts.sh); may be missing: ImGui's own font is used")

function(abscope_embed_assets target)
  file(GLOB json CONFIGURE_DEPENDS
       "${CMAKE_SOURCE_DIR}/assets/cases/*.json"
       "${CMAKE_SOURCE_DIR}/assets/population/*.json"
       "${CMAKE_SOURCE_DIR}/assets/lang/en.json"
       "${CMAKE_SOURCE_DIR}/assets/catalogue/*.json"
       "${CMAKE_SOURCE_DIR}/assets/ensemble/*.json"
       "${CMAKE_SOURCE_DIR}/assets/lessons/*.json"
       "${CMAKE_SOURCE_DIR}/assets/scripts/*.json"
       "${CMAKE_SOURCE_DIR}/tests/science/targets.json")
  if(ARGN)
    list(FILTER json EXCLUDE REGEX "${ARGN}")
  endif()
  file(GLOB fonts CONFIGURE_DEPENDS "${ABSCOPE_FONT_DIR}/*.ttf")
  set(pairs "")
  foreach(file IN LISTS json)
    file(RELATIVE_PATH path "${CMAKE_SOURCE_DIR}" "${file}")
    list(APPEND pairs "${path}=${file}")
  endforeach()
  foreach(file IN LISTS fonts)
    get_filename_component(name "${file}" NAME)
    list(APPEND pairs "assets/fonts/${name}=${file}")
  endforeach()
  set(out "${CMAKE_BINARY_DIR}/${target}.cpp")
  add_custom_command(
    OUTPUT "${out}"
    COMMAND "${Python3_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/cmake/embed_assets.py" "${out}" ${pairs}
    DEPENDS ${json} ${fonts} "${CMAKE_SOURCE_DIR}/cmake/embed_assets.py"
    COMMENT "Embedding assets"
    VERBATIM)
  add_library(${target} STATIC "${out}")
  target_link_libraries(${target} PRIVATE abscope_flags)
endfunction()
