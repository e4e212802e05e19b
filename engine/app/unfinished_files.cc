// SPDX-License-Identifier: MPL-2.0

// The names stand where a signal's handler may read them: in room that never
// moves, each behind a flag that is set last and cleared first.
#include "engine/app/unfinished_files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "engine/app/held_signals.h"

namespace sigte {
namespace {

struct FileSlot {
  std::atomic<bool> taken = false;
  std::atomic<bool> ready = false;  // the name is whole
  std::array<char, PATH_MAX> name = {};
};

// As many files as one run may write; of more, the last are not looked after.
constexpr std::size_t kSlots = 32;
std::array<FileSlot, kSlots> slots;
static_assert(std::atomic<bool>::is_always_lock_free);

// The signal then ends the process as it would have done.
extern "C" void RemoveAll(int number) {
  RemoveUnfinishedFiles();
  std::signal(number, SIG_DFL);
  raise(number);
}

// A signal that somebody ignores (nohup) or handles stays theirs.
void Install() {
  for (const int number : kEndingSignals) {
    struct sigaction now = {};
    if (sigaction(number, nullptr, &now) != 0) continue;
    if ((now.sa_flags & SA_SIGINFO) != 0 || now.sa_handler != SIG_DFL) continue;
    struct sigaction own = {};
    own.sa_handler = RemoveAll;
    sigaction(number, &own, nullptr);
  }
}

std::size_t TakeSlot() {
  for (std::size_t i = 0; i < kSlots; ++i) {
    bool free = false;
    if (slots[i].taken.compare_exchange_strong(free, true)) return i;
  }
  return kSlots;
}

}  // namespace

// Only what a signal's handler may do.
void RemoveUnfinishedFiles() {
  for (const FileSlot& slot : slots) {
    if (slot.ready.load()) unlink(slot.name.data());
  }
}

int UnfinishedFile::Create(const std::string& path) {
  const std::filesystem::path target(path);
  std::string name =
      (target.parent_path() / ("." + target.filename().string() + ".XXXXXX"))
          .string();
  Install();
  const HeldSignals held;  // until the name is known
  const int fd = mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return fd;
  name_ = name;
  slot_ = TakeSlot();
  if (slot_ < kSlots && name.size() < PATH_MAX) {
    std::memcpy(slots[slot_].name.data(), name.c_str(), name.size() + 1);
    slots[slot_].ready = true;
  }
  return fd;
}

bool UnfinishedFile::Rename(const std::string& path) {
  if (std::rename(name_.c_str(), path.c_str()) != 0) return false;
  Forget();
  return true;
}

void UnfinishedFile::Remove() {
  if (name_.empty()) return;
  unlink(name_.c_str());
  Forget();
}

void UnfinishedFile::Forget() {
  name_.clear();
  if (slot_ == kSlots) return;
  slots[slot_].ready = false;
  slots[slot_].taken = false;
}

}  // namespace sigte
