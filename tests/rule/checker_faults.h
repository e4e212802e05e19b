// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <ostream>

#include "gtest/gtest.h"

namespace sigte {

/// An expression that cannot mean what it says. How each is tried stands in
/// checker_faults_test.cc; calls have their table in call_faults_test.cc.
struct CheckerFault {
  const char* name;
  const char* text;
  const char* expected;

  friend void PrintTo(const CheckerFault& fault, std::ostream* out) {
    *out << fault.text;
  }
};

class CheckerFaults : public testing::TestWithParam<CheckerFault> {};

}  // namespace sigte
