// SPDX-License-Identifier: MPL-2.0

#include "engine/app/shipped_files.h"

#include <dlfcn.h>

#include <system_error>

namespace sigte {
namespace {

namespace fs = std::filesystem;

fs::path FolderOfProgram() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path() : program.parent_path();
}

// Of the shared library that this code is in; empty where it is in the program.
fs::path FolderOfLibrary(const fs::path& program_folder) {
  static const char kSomethingHere = 0;
  Dl_info info;
  if (dladdr(&kSomethingHere, &info) == 0 || info.dli_fname == nullptr) {
    return {};
  }
  std::error_code error;
  const fs::path library = fs::canonical(info.dli_fname, error);
  if (error || library.parent_path() == program_folder) return {};
  return library.parent_path();
}

}  // namespace

std::vector<fs::path> ShippedRoots() {
  std::vector<fs::path> roots;
  const fs::path program = FolderOfProgram();
  if (!program.empty()) roots.push_back(program / SIGTE_DATA_FROM_PROGRAM);
  const fs::path library = FolderOfLibrary(program);
  if (!library.empty()) roots.push_back(library / SIGTE_DATA_FROM_LIBRARY);
  if (!program.empty()) {
    roots.push_back(program.parent_path());
    roots.push_back(program);
  }
  return roots;
}

}  // namespace sigte
