// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_files.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "engine/base/large_pages.h"

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

}  // namespace

YamlFiles::YamlFiles(std::vector<const Source*> sources)
    : sources_(std::move(sources)), jobs_(sources_.size()) {
  const std::size_t threads = ThreadsFor(sources_);
  try {
    while (threads_.size() + 1 < threads) {
      threads_.emplace_back([this] {
        UseLargePagesOfThread();
        while (ReadNext()) {
        }
      });
    }
  } catch (const std::system_error&) {
    // No thread to be had: the caller's reads what is left.
  }
}

YamlFiles::~YamlFiles() { next_ = sources_.size(); }

YamlFile& YamlFiles::At(std::size_t index) {
  Job& job = jobs_[index];
  while (!job.done && ReadNext()) {
  }
  job.done.wait(false);  // where another thread has begun with it
  return job.file;
}

bool YamlFiles::ReadNext() {
  const std::size_t index = next_++;
  if (index >= sources_.size()) return false;
  Job& job = jobs_[index];
  job.file.root = ReadYaml(*sources_[index], &job.file.issues);
  job.done = true;
  job.done.notify_one();
  return true;
}

}  // namespace sigte
