// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_files.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <system_error>
#include <thread>

namespace sigte {
namespace {

constexpr unsigned kMaxThreads = 4;
constexpr std::size_t kWorthAThread = 32 * 1024;  // bytes

std::size_t ThreadsFor(const std::vector<const Source*>& sources) {
  std::size_t bytes = 0;
  for (const Source* source : sources) bytes += source->text().size();
  const std::size_t cores =
      std::clamp(std::thread::hardware_concurrency(), 1U, kMaxThreads);
  return std::clamp<std::size_t>(bytes / kWorthAThread, 1, cores);
}

// The largest files first, so that no thread is left alone with one at the end.
std::vector<std::size_t> LargestFirst(
    const std::vector<const Source*>& sources) {
  std::vector<std::size_t> order(sources.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::greater<>(), [&sources](std::size_t i) {
    return sources[i]->text().size();
  });
  return order;
}

}  // namespace

std::vector<YamlFile> ReadYamlFiles(const std::vector<const Source*>& sources) {
  std::vector<YamlFile> files(sources.size());
  const std::vector<std::size_t> order = LargestFirst(sources);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < order.size(); i = next++) {
      YamlFile& file = files[order[i]];
      file.root = ReadYaml(*sources[order[i]], &file.issues);
    }
  };
  std::vector<std::jthread> threads;
  try {
    while (threads.size() + 1 < ThreadsFor(sources)) threads.emplace_back(work);
  } catch (const std::system_error&) {
    // No thread to be had: this one reads what is left.
  }
  work();
  threads.clear();  // joins
  return files;
}

}  // namespace sigte
