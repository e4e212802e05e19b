// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <spdlog/spdlog.h>

#include <string>

/// What is being done, told on standard error under --verbose only.
namespace sigte {

class Log {
 public:
  static void Start(bool verbose);

  static void Info(const std::string& words) { spdlog::info(words); }
};

}  // namespace sigte
