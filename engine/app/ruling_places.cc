// SPDX-License-Identifier: MPL-2.0

#include "engine/app/ruling_places.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <string_view>

#include "engine/app/inputs.h"
#include "engine/app/ruling_shelf.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;

bool HasData(const std::string& folder) {
  return !ListInputs({folder}).paths.empty();
}

bool HasRulings(const std::string& folder) {
  constexpr std::array<std::string_view, 2> kEndings = {".yaml", ".yml"};
  return !WalkFolder(folder, kEndings).files.empty();
}

// Whether `folder` holds rulings itself: any other that somebody stands in may
// have YAML of all kinds below it.
bool IsOfRulings(const fs::path& folder) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, ignored)) {
    if (entry.path().extension() != ".yaml") continue;
    std::ifstream file(entry.path());
    std::string first;
    if (std::getline(file, first) && first.starts_with("ruling:")) return true;
  }
  return false;
}

}  // namespace

RulingPlaces PlacesOf(const RulingsOptions& options) {
  RulingPlaces places;
  places.folder = options.rulings.folder;
  places.inputs = options.arguments;
  if (places.folder.empty()) {
    const std::string first =
        places.inputs.empty() ? "." : places.inputs.front();
    const std::string within = places.inputs.empty()
                                   ? std::string(kRulingFolder)
                                   : (fs::path(first) / kRulingFolder).string();
    if (IsFolder(within)) {
      places.folder = within;
      if (places.inputs.empty()) places.inputs = {"."};
    } else if (places.inputs.empty() && !IsOfRulings(first)) {
      return places;
    } else if (!IsFolder(first)) {
      places.folder = RulingFolderFor("", {}, first);
    } else if (HasRulings(first) || !HasData(first)) {
      places.folder = first;
      if (!places.inputs.empty()) places.inputs.erase(places.inputs.begin());
    }
  }
  if (!places.inputs.empty()) return places;
  fs::path folder(places.folder);
  if (!folder.has_filename()) folder = folder.parent_path();
  const std::string beside =
      folder.parent_path().empty() ? "." : folder.parent_path().string();
  if (HasData(beside)) places.inputs = {beside};
  return places;
}

}  // namespace sigte
