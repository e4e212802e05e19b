// SPDX-License-Identifier: MPL-2.0

// errno in words: a row each, POSIX's names beside.
#include "engine/base/system_words.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>

namespace sigte {
namespace {

std::atomic<Lang> system_language = Lang::kEn;

struct SystemRow {
  int error;
  MessageKey words;
};

constexpr std::array kSystemRows = {
    SystemRow{ENOENT, MessageKey("system.no-such-file")},
    SystemRow{EACCES, MessageKey("system.no-permission")},
    SystemRow{EPERM, MessageKey("system.not-permitted")},
    SystemRow{EISDIR, MessageKey("system.is-folder")},
    SystemRow{ENOTDIR, MessageKey("system.no-folder")},
    SystemRow{EEXIST, MessageKey("system.exists")},
    SystemRow{ENOTEMPTY, MessageKey("system.not-empty")},
    SystemRow{ENOSPC, MessageKey("system.disk-full")},
    SystemRow{EDQUOT, MessageKey("system.quota")},
    SystemRow{EFBIG, MessageKey("system.file-too-large")},
    SystemRow{EROFS, MessageKey("system.read-only")},
    SystemRow{EMFILE, MessageKey("system.too-many-open")},
    SystemRow{ENFILE, MessageKey("system.too-many-open")},
    SystemRow{ENAMETOOLONG, MessageKey("system.name-too-long")},
    SystemRow{ELOOP, MessageKey("system.link-loop")},
    SystemRow{EIO, MessageKey("system.disk-error")},
    SystemRow{EPIPE, MessageKey("system.closed-pipe")},
    SystemRow{EBUSY, MessageKey("system.in-use")},
    SystemRow{ETXTBSY, MessageKey("system.in-use")},
    SystemRow{ENOMEM, MessageKey("system.no-memory")},
    SystemRow{EXDEV, MessageKey("system.other-disk")},
    SystemRow{EINVAL, MessageKey("system.not-supported")},
    SystemRow{ENOTSUP, MessageKey("system.not-supported")},
    SystemRow{ENXIO, MessageKey("system.no-device")},
    SystemRow{ENODEV, MessageKey("system.no-device")},
    SystemRow{EBADF, MessageKey("system.not-open")},
    SystemRow{EINTR, MessageKey("system.interrupted")},
    SystemRow{EAGAIN, MessageKey("system.try-again")},
    SystemRow{ESTALE, MessageKey("system.network-disk")},
    SystemRow{ETIMEDOUT, MessageKey("system.network-disk")},
    SystemRow{EMLINK, MessageKey("system.too-many-links")},
};

}  // namespace

LocalText SystemText(int error) {
  const auto row = std::ranges::find(kSystemRows, error, &SystemRow::error);
  if (row != kSystemRows.end()) return Message(row->words);
  return Message("system.other", {std::to_string(error)});
}

LocalText SystemText(const std::error_code& error) {
  const auto condition = error.default_error_condition();
  if (condition.category() == std::generic_category()) {
    return SystemText(condition.value());
  }
  return Message("system.other", {std::to_string(error.value())});
}

std::string SystemWords(int error) {
  return SystemText(error).In(system_language.load());
}

std::string SystemWords(const std::error_code& error) {
  return SystemText(error).In(system_language.load());
}

std::string SystemWords(const std::string& path, int error) {
  return "'" + path + "': " + SystemWords(error);
}

void SetSystemLanguage(Lang lang) { system_language.store(lang); }

Lang SystemLanguage() { return system_language.load(); }

}  // namespace sigte
