# Test and bench programs. A program whose folder has no sources yet is left out, with a message.

# abscope_test_program(NAME GLOBS... LIBRARIES...)
function(abscope_test_program name)
  cmake_parse_arguments(arg "" "" "GLOBS;LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${arg_GLOBS})
  if(NOT sources)
    message(STATUS "${name}: no sources yet")
    return()
  endif()
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} abscope_headers)
  target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(${name} PRIVATE ABSCOPE_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  if(ABSCOPE_SANITIZE)
    # The checks themselves are not where time goes; without optimisation they compile a third faster.
    target_compile_options(${name} PRIVATE -O0)
  endif()
  if(EMSCRIPTEN)
    target_compile_definitions(${name} PRIVATE
      DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS DOCTEST_CONFIG_NO_POSIX_SIGNALS)
    abscope_node_program(${name})
  endif()
endfunction()

# The independent solver (native only): SUNDIALS CVODE where it is installed.
add_library(abscope_peer_solvers INTERFACE)
if(NOT EMSCRIPTEN)
  find_path(SUNDIALS_INCLUDE cvode/cvode.h)
  find_library(SUNDIALS_CVODE sundials_cvode)
  find_library(SUNDIALS_NVEC sundials_nvecserial)
  find_library(SUNDIALS_MATRIX sundials_sunmatrixdense)
  find_library(SUNDIALS_LINSOL sundials_sunlinsoldense)
  if(SUNDIALS_INCLUDE AND SUNDIALS_CVODE AND SUNDIALS_NVEC AND SUNDIALS_MATRIX AND SUNDIALS_LINSOL)
    target_include_directories(abscope_peer_solvers SYSTEM INTERFACE "${SUNDIALS_INCLUDE}")
    target_link_libraries(abscope_peer_solvers INTERFACE
      "${SUNDIALS_CVODE}" "${SUNDIALS_LINSOL}" "${SUNDIALS_MATRIX}" "${SUNDIALS_NVEC}")
    target_compile_definitions(abscope_peer_solvers INTERFACE ABSCOPE_HAS_SUNDIALS=1)
  else()
    message(STATUS "SUNDIALS not found (Debian: libsundials-dev): no comparison with CVODE")
  endif()
endif()
if(ABSCOPE_HAS_BOOST)
  target_compile_definitions(abscope_peer_solvers INTERFACE ABSCOPE_HAS_ODEINT=1)
endif()

# The files of the languages, as the page loads them.
find_program(ABSCOPE_NODE NAMES node nodejs)
set(ABSCOPE_LANGUAGE_DIR "${CMAKE_BINARY_DIR}/languages")
file(GLOB language_inputs CONFIGURE_DEPENDS
  "${CMAKE_SOURCE_DIR}/assets/lang/*.json" "${CMAKE_SOURCE_DIR}/assets/lang/content/*.json"
  "${CMAKE_SOURCE_DIR}/scripts/*language*.mjs" "${CMAKE_SOURCE_DIR}/assets/cases/*.json")
add_custom_command(
  OUTPUT "${ABSCOPE_LANGUAGE_DIR}/lang-de.json"
  COMMAND "${ABSCOPE_NODE}" "${CMAKE_SOURCE_DIR}/scripts/make-languages.mjs" "${ABSCOPE_LANGUAGE_DIR}"
  DEPENDS ${language_inputs}
  COMMENT "Writing the languages"
  VERBATIM)
add_custom_target(abscope_languages DEPENDS "${ABSCOPE_LANGUAGE_DIR}/lang-de.json")

if(ABSCOPE_HAS_DOCTEST)
  abscope_test_program(abscope_tests
    GLOBS "${CMAKE_SOURCE_DIR}/tests/unit/*.cpp" "${CMAKE_SOURCE_DIR}/tests/science/*.cpp"
    LIBRARIES abscope_app abscope_cli abscope_peer_solvers)
  target_compile_definitions(abscope_tests PRIVATE ABSCOPE_LANGUAGE_DIR="${ABSCOPE_LANGUAGE_DIR}")
  add_dependencies(abscope_tests abscope_languages)
else()
  message(STATUS "doctest not found (Debian: doctest-dev): no unit tests")
endif()

# Every number of every study arm, for the comparison of two builds (tests/science/compare-targets.mjs).
abscope_test_program(abscope_dump
  GLOBS "${CMAKE_SOURCE_DIR}/tests/science/dump/*.cpp"
        "${CMAKE_SOURCE_DIR}/tests/science/study_arms.cpp"
  LIBRARIES abscope_library abscope_trial)

# One bench a subject: each prints ratios measured in one run.
abscope_test_program(abscope_solver_bench
  GLOBS "${CMAKE_SOURCE_DIR}/tests/bench/solver_*.cpp" "${CMAKE_SOURCE_DIR}/tests/science/cvode.cpp"
  LIBRARIES abscope_trial abscope_peer_solvers)
abscope_test_program(abscope_tissue_bench
  GLOBS "${CMAKE_SOURCE_DIR}/tests/bench/tissue_*.cpp"
  LIBRARIES abscope_tissue abscope_trial)
abscope_test_program(abscope_sweep_bench
  GLOBS "${CMAKE_SOURCE_DIR}/tests/bench/sweep_*.cpp"
  LIBRARIES abscope_app)

# The fit of the parameters to the directions of the literature: native, by hand, not a test.
# Debian: libpagmo-dev libeigen3-dev.
if(NOT EMSCRIPTEN)
  find_path(PAGMO_INCLUDE pagmo/algorithms/cmaes.hpp)
  find_library(PAGMO_LIBRARY pagmo)
  find_path(EIGEN_INCLUDE Eigen/Dense PATH_SUFFIXES eigen3)
  find_library(BOOST_SERIALIZATION boost_serialization)
  find_library(TBB_LIBRARY tbb)
  if(PAGMO_INCLUDE AND PAGMO_LIBRARY AND EIGEN_INCLUDE AND BOOST_SERIALIZATION AND TBB_LIBRARY)
    abscope_test_program(abscope_fit
      GLOBS "${CMAKE_SOURCE_DIR}/tests/calibration/*.cpp"
            "${CMAKE_SOURCE_DIR}/tests/science/targets_file.cpp"
      LIBRARIES abscope_library abscope_trial)
    if(TARGET abscope_fit)
      target_include_directories(abscope_fit SYSTEM PRIVATE "${PAGMO_INCLUDE}" "${EIGEN_INCLUDE}")
      target_link_libraries(abscope_fit PRIVATE
        "${PAGMO_LIBRARY}" "${BOOST_SERIALIZATION}" "${TBB_LIBRARY}")
      set_target_properties(abscope_fit PROPERTIES EXCLUDE_FROM_ALL TRUE)
    endif()
  endif()
endif()

# UI tests drive ImGui without a window, through the hooks of its own test engine.
if(ABSCOPE_HAS_DOCTEST AND ABSCOPE_IMGUI_DIR AND NOT EMSCRIPTEN)
  file(GLOB ui_sources CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/ui/*.cpp")
  abscope_add_imgui(abscope_imgui_hooked IMGUI_ENABLE_TEST_ENGINE)
  if(ui_sources)
    add_library(abscope_ui_hooked STATIC ${ui_sources})
    target_link_libraries(abscope_ui_hooked PUBLIC abscope_flags abscope_app abscope_imgui_hooked)
  else()
    add_library(abscope_ui_hooked INTERFACE)
    target_link_libraries(abscope_ui_hooked INTERFACE abscope_app abscope_imgui_hooked)
  endif()
  abscope_test_program(abscope_ui_tests
    GLOBS "${CMAKE_SOURCE_DIR}/tests/ui/*.cpp"
    LIBRARIES abscope_ui_hooked)
  target_compile_definitions(abscope_ui_tests PRIVATE ABSCOPE_LANGUAGE_DIR="${ABSCOPE_LANGUAGE_DIR}")
  add_dependencies(abscope_ui_tests abscope_languages)
elseif(NOT EMSCRIPTEN)
  message(STATUS "abscope_ui_tests: Dear ImGui is not there yet (run scripts/fetch-sources.sh)")
endif()
