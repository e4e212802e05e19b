# SPDX-License-Identifier: MPL-2.0

# Writes the source that says which git revision is being built, and leaves it
# alone where it says so already:  cmake -DROOT=… -DOUTPUT=… -P revision.cmake
set(revision "")
find_program(GIT git)
if(GIT)
  execute_process(COMMAND ${GIT} -C ${ROOT} rev-parse --show-toplevel
    OUTPUT_VARIABLE top OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  # An archive may lie unpacked in somebody else's tree.
  file(REAL_PATH ${ROOT} root)
  if(top STREQUAL root)
    execute_process(
      COMMAND ${GIT} -C ${ROOT} describe --always --dirty=+ --abbrev=12
        "--exclude=*"
      OUTPUT_VARIABLE revision OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
endif()
set(text "// Written by the build.
#include \"engine/app/revision.h\"

namespace sigte {

std::string_view Revision() { return \"${revision}\"; }

}  // namespace sigte
")
if(EXISTS ${OUTPUT})
  file(READ ${OUTPUT} before)
endif()
if(NOT "${before}" STREQUAL "${text}")
  file(WRITE ${OUTPUT} "${text}")
endif()
