# SPDX-License-Identifier: MPL-2.0

# Fails when a file under engine/ includes what its layer may not use. The table
# is the architecture; change it only on purpose. Also keeps the engine free of
# Danish, and its files short.
# Run by ctest:  cmake -DROOT=<repository> -P tests/layers.cmake
cmake_minimum_required(VERSION 3.25)

set(allow_base)
set(allow_record base)
set(allow_read base record)
set(allow_schema base record)
set(allow_text base)
set(allow_table base record read text)
set(allow_rule base record text)
set(allow_evaluate base record text)
set(allow_compile base record text rule evaluate)
set(allow_decide base record evaluate)
set(allow_report base record evaluate decide)
set(allow_audit base decide)
set(allow_aggregate base record decide)
set(allow_app base record read schema text table rule evaluate compile decide report
  audit aggregate)
# What others link: a thin face on app.
set(allow_api base read evaluate decide report app)
# Tools of the build: turn the wording into a table, write the manual.
set(allow_messages base)
set(allow_manual base record read schema app)

# Third parties are fenced the same way.
set(home_yaml-cpp rule messages)
set(home_simdjson read)
set(home_zip read)
set(home_expat read)
set(home_spdlog app)
set(home_CLI app)
set(home_re2 base evaluate schema rule compile)
set(home_sodium base audit)
set(home_utf8proc base text)
set(home_xlsxwriter report)

set(max_lines 400)

function(check_ours file layer)
  file(STRINGS "${ROOT}/${file}" lines ENCODING UTF-8 REGEX "^#include \"")
  foreach(line IN LISTS lines)
    if(line MATCHES "\"\\.\\./" OR line MATCHES "/\\.\\./")
      message(SEND_ERROR "${file}: ${line} goes up; write it from the root")
      continue()
    endif()
    if(NOT line MATCHES "^#include \"engine/([a-z]+)/")
      message(SEND_ERROR "${file}: ${line} does not begin with engine/")
      continue()
    endif()
    set(used ${CMAKE_MATCH_1})
    if(NOT used STREQUAL layer AND NOT used IN_LIST allow_${layer})
      message(SEND_ERROR "${file}: '${layer}' may not include '${used}'")
    endif()
  endforeach()
endfunction()

function(check_third_parties file layer)
  file(STRINGS "${ROOT}/${file}" lines ENCODING UTF-8 REGEX "^#include <")
  foreach(line IN LISTS lines)
    foreach(party yaml-cpp simdjson zip expat spdlog CLI re2 sodium utf8proc
                  xlsxwriter)
      if(line MATCHES "^#include <${party}[/.]" AND
         NOT layer IN_LIST home_${party})
        message(SEND_ERROR "${file}: ${line} belongs in ${home_${party}}")
      endif()
    endforeach()
  endforeach()
endfunction()

# What people read comes from rulesets, schemas and engine/messages: letters
# that only Danish has stand in comments at most.
function(check_language file)
  file(STRINGS "${ROOT}/${file}" danish ENCODING UTF-8
       REGEX "^([^/]|/[^/])*(æ|ø|å|Æ|Ø|Å)")
  if(danish)
    message(SEND_ERROR "${file}: Danish in the engine: ${danish}")
  endif()
endfunction()

function(check_length file)
  file(READ "${ROOT}/${file}" text)
  string(REGEX MATCHALL "\n" breaks "${text}")
  list(LENGTH breaks count)
  if(count GREATER max_lines)
    message(SEND_ERROR "${file}: ${count} lines; at most ${max_lines}")
  endif()
endfunction()

file(GLOB_RECURSE files RELATIVE "${ROOT}" "${ROOT}/engine/*.h"
     "${ROOT}/engine/*.cc")
foreach(file IN LISTS files)
  string(REGEX REPLACE "^engine/([a-z]+)/.*" "\\1" layer "${file}")
  if(NOT DEFINED allow_${layer} AND NOT layer STREQUAL "base")
    message(SEND_ERROR "${file}: '${layer}' is not in the layer table")
    continue()
  endif()
  check_ours(${file} ${layer})
  check_third_parties(${file} ${layer})
  check_language(${file})
  check_length(${file})
endforeach()
list(LENGTH files count)
if(count EQUAL 0)
  message(SEND_ERROR "no sources under '${ROOT}/engine'")
endif()
message(STATUS "layers: ${count} files checked")
