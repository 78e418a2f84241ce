# The header model/flux_mechanisms.h, from the catalogue; what uses the model waits for it.
set(catalogue "${CMAKE_SOURCE_DIR}/assets/catalogue/mechanisms.json")
set(script "${CMAKE_SOURCE_DIR}/cmake/flux_mechanisms.py")
set(header "${CMAKE_BINARY_DIR}/generated/model/flux_mechanisms.h")
add_custom_command(
  OUTPUT "${header}"
  COMMAND "${Python3_EXECUTABLE}" "${script}" "${header}" "${catalogue}"
  DEPENDS "${catalogue}" "${script}"
  COMMENT "Reading the mechanisms of the fluxes"
  VERBATIM)
add_custom_target(abscope_flux_mechanisms DEPENDS "${header}")
target_include_directories(abscope_flags INTERFACE "${CMAKE_BINARY_DIR}/generated")
add_dependencies(abscope_model abscope_flux_mechanisms)
