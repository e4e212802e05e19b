// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/leftovers.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <system_error>

#include "engine/audit/log_reader.h"
#include "engine/audit/tile_path.h"

namespace sigte::audit {

namespace {

// Only what is the log's: a repository may have its own files beside.
void WalkLog(const std::string& folder,
             const std::function<void(const std::string&)>& each) {
  for (const std::string_view part :
       {kTileFolder, kCheckpointFolder, kRulesetFolder}) {
    const std::string below = folder + "/" + std::string(part);
    WalkFiles(below, [&](const std::string& name) {
      std::string path(part);
      path.append("/").append(name);
      each(path);
    });
  }
  for (const std::string_view part : {kCheckpointFile, kKeyFile}) {
    std::string name(part);
    name += kTemporaryEnding;
    std::string path = folder;
    path.append("/").append(name);
    if (Exists(path)) each(name);
  }
}

// How many entries bundles of these widths add to a log of `size`: a file
// counts by what is in it, and where it follows on what is there.
std::uint64_t EntriesAfter(std::uint64_t size,
                           const std::map<std::uint64_t, std::size_t>& widths) {
  std::uint64_t end = size;
  for (std::uint64_t index = size / kTileWidth;; ++index) {
    const auto found = widths.find(index);
    if (found == widths.end()) break;
    end = std::max(end, index * kTileWidth + found->second);
    if (found->second < kTileWidth) break;
  }
  return end - size;
}

}  // namespace

Leftovers FindLeftovers(const std::string& folder, std::uint64_t size) {
  Leftovers found;
  const LogReader reader(folder);
  Bundle bundle;
  std::map<std::uint64_t, std::size_t> widths;  // of whole bundles, by number
  WalkLog(folder, [&](const std::string& path) {
    const auto name = ParseTilePath(path);
    const bool beyond = name && name->end() > WidthOfLevel(name->level, size);
    if (!beyond && !path.ends_with(kTemporaryEnding)) return;
    found.files.push_back(path);
    const bool whole = beyond && name->level == kEntriesLevel &&
                       reader.ReadBundle(name->index, name->width, &bundle);
    if (!whole) return;
    std::size_t& width = widths[name->index];
    width = std::max(width, name->width);
  });
  std::ranges::sort(found.files);
  found.entries = EntriesAfter(size, widths);
  return found;
}

bool RemoveLeftovers(const std::string& folder, const Leftovers& leftovers,
                     FileOps* ops) {
  namespace fs = std::filesystem;
  for (const std::string& path : leftovers.files) {
    const fs::path file = fs::path(folder) / path;
    if (!ops->Remove(file.string())) return false;
    // A partial tile's folder that is empty now; else this does nothing.
    std::error_code ignored;
    if (file.parent_path().extension() == ".p") {
      fs::remove(file.parent_path(), ignored);
    }
  }
  return true;
}

}  // namespace sigte::audit
