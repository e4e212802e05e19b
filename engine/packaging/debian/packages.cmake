# SPDX-License-Identifier: MPL-2.0

# Debian packages by CPack, a component each: sigte, libsigte0, libsigte-dev and
# sigte-rules. Everything that goes in is a function of the sources: CPack takes
# the time stamps from SOURCE_DATE_EPOCH, which whoever runs it sets.
set(SIGTE_PACKAGE_MAINTAINER "Sigte maintainers <sigte@packages.invalid>"
  CACHE STRING "Who answers for the packages; whoever publishes them sets it")
set(release 1)
set(library_package libsigte${PROJECT_VERSION_MAJOR})
set(full_version ${PROJECT_VERSION}-${release})

# The files that policy wants in each package's doc folder. The date is that of
# the version, not of the build.
execute_process(COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C TZ=UTC
    date -R -d "${SIGTE_DATE} 00:00"
  OUTPUT_VARIABLE date_in_words OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)
set(docs ${CMAKE_CURRENT_BINARY_DIR}/debian)
configure_file(${CMAKE_CURRENT_LIST_DIR}/changelog.in ${docs}/changelog.Debian
  @ONLY)
configure_file(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${docs}/changelog COPYONLY)
foreach(file changelog changelog.Debian)
  execute_process(COMMAND gzip -9nc ${docs}/${file}
    OUTPUT_FILE ${docs}/${file}.gz COMMAND_ERROR_IS_FATAL ANY)
endforeach()
function(sigte_package_docs component package)
  install(FILES ${CMAKE_CURRENT_LIST_DIR}/copyright
      ${docs}/changelog.gz ${docs}/changelog.Debian.gz
    DESTINATION ${doc_folder}/${package} COMPONENT ${component})
  set(overrides ${CMAKE_CURRENT_LIST_DIR}/${component}.overrides)
  if(EXISTS ${overrides})
    install(FILES ${overrides} RENAME ${package} COMPONENT ${component}
      DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides)
  endif()
endfunction()
sigte_package_docs(program sigte)
sigte_package_docs(library ${library_package})
sigte_package_docs(development libsigte-dev)
sigte_package_docs(rules sigte-rules)

# The loader's cache is brought up to date by a trigger: no scripts.
configure_file(${CMAKE_CURRENT_LIST_DIR}/shlibs.in ${docs}/shlibs @ONLY)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sigte)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program library development rules)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/settle.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE ${release})
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${SIGTE_PACKAGE_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME sigte)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_NAME ${library_package})
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsigte-dev)
set(CPACK_DEBIAN_RULES_PACKAGE_NAME sigte-rules)
set(CPACK_DEBIAN_RULES_PACKAGE_ARCHITECTURE all)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_RULES_PACKAGE_SECTION misc)

set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/engine)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_DEPENDS
  "${library_package} (= ${full_version}), sigte-rules (= ${full_version})")
# Without rules the library screens what its user names.
set(CPACK_DEBIAN_LIBRARY_PACKAGE_RECOMMENDS "sigte-rules (= ${full_version})")
# pkg-config asks for what the archive needs, too; libzip's own needs libbz2 and
# libssl, which Debian's libzip-dev does not bring.
string(CONCAT CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
  "${library_package} (= ${full_version}), libfmt-dev, libsimdjson-dev, "
  "libspdlog-dev, libcli11-dev, libyaml-cpp-dev, libre2-dev, libsodium-dev, "
  "libutf8proc-dev, libzip-dev, libbz2-dev, libssl-dev, libexpat1-dev, "
  "libxlsxwriter-dev")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA
  ${CMAKE_CURRENT_LIST_DIR}/triggers ${docs}/shlibs)

# The first line is the synopsis.
function(sigte_describe component)
  file(READ ${CMAKE_CURRENT_LIST_DIR}/${component}.txt text)
  string(STRIP "${text}" text)
  string(TOUPPER ${component} component)
  set(CPACK_DEBIAN_${component}_DESCRIPTION "${text}" PARENT_SCOPE)
endfunction()
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  sigte_describe(${component})
endforeach()
include(CPack)
