// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <chrono>
#include <cstdint>

#include "engine/app/settings.h"

/// How far long work has come, on one line of standard error.
namespace sigte {

/// Draws nothing unless standard error is a terminal that wants it, and nothing
/// in the first half second. Call Tell as often as you like.
class Progress {
 public:
  explicit Progress(const Settings& settings);
  ~Progress() { Erase(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// `total` 0: unknown (a pipe).
  void Tell(std::uint64_t bytes, std::uint64_t total);
  /// Takes the line away; before anything else is written.
  void Erase();

 private:
  using Clock = std::chrono::steady_clock;

  bool enabled_;
  bool drawn_ = false;
  Clock::time_point next_;
};

}  // namespace sigte
