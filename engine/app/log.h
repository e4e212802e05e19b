// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <spdlog/spdlog.h>

#include <utility>

/// What is being done, told on standard error under --verbose only. English:
/// it is for those who look after the program.
namespace sigte {

class Log {
 public:
  static void Start(bool verbose);

  template <typename... Args>
  static void Info(spdlog::format_string_t<Args...> format, Args&&... args) {
    spdlog::info(format, std::forward<Args>(args)...);
  }
};

}  // namespace sigte
