// SPDX-License-Identifier: MPL-2.0

#include "engine/app/log.h"

#include <spdlog/sinks/stdout_sinks.h>

namespace sigte {

void Log::Start(bool verbose) {
  if (!verbose) {
    spdlog::set_level(spdlog::level::off);
    return;
  }
  auto logger = spdlog::stderr_logger_mt("sigte");
  logger->set_pattern("sigte: %v");
  spdlog::set_default_logger(std::move(logger));
}

}  // namespace sigte
