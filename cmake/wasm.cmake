# Flags of every wasm program. Option names are those of Emscripten 3.1.6, which newer ones accept
# (except where a version test says otherwise).
add_compile_options(-msimd128 -fno-exceptions -fno-rtti)
add_link_options(-msimd128)
if(EMSCRIPTEN_VERSION VERSION_LESS 3.1.25)
  set(ABSCOPE_STACK_OPTION -sTOTAL_STACK=1048576)
else()
  set(ABSCOPE_STACK_OPTION -sSTACK_SIZE=1048576)
endif()
# Debian's Emscripten has SDL 1's headers on its default path: without this, <SDL.h> may be those.
add_compile_options(-sUSE_SDL=0)
add_link_options(-sUSE_SDL=0)

# A program that runs under node with the machine's own files: tests, benches, the command line.
# Its wasm is inside the .js, because Emscripten 3.1.6 fails to load a .wasm under node 18.
function(abscope_node_program name)
  target_link_options(${name} PRIVATE
    -sENVIRONMENT=node -sEXIT_RUNTIME=1 -sNODERAWFS=1 -sSINGLE_FILE=1 -sALLOW_MEMORY_GROWTH=1
    ${ABSCOPE_STACK_OPTION})
endfunction()

# Measured on the whole lab: -O2 costs 35 KB (brotli) more than -Oz, and the main thread is busy for
# 120 ms before the first full frame instead of 220 ms. SDL does little: it stays at -Oz.
set(ABSCOPE_PAGE_OPTIMISE -O2 CACHE STRING "Optimisation of the page's program")

# The environment of the linker. Debian's Emscripten looks for acorn where only its packager had
# it, and names a closure compiler that is not there; newer npm ones are too new for it.
set(environment "")
if(EXISTS /usr/share/nodejs/acorn AND "$ENV{NODE_PATH}" STREQUAL "")
  list(APPEND environment NODE_PATH=/usr/share/nodejs)
endif()
set(closure "${CMAKE_SOURCE_DIR}/node_modules/.bin/google-closure-compiler")
set(ABSCOPE_CLOSURE FALSE)
if(EMSCRIPTEN_VERSION VERSION_GREATER_EQUAL 3.1.30)
  set(ABSCOPE_CLOSURE TRUE) # an emsdk brings its own
elseif(EXISTS "${closure}")
  set(ABSCOPE_CLOSURE TRUE)
  list(APPEND environment "EM_CLOSURE_COMPILER=${closure}")
endif()
if(environment)
  list(JOIN environment " " environment)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env ${environment}")
endif()
