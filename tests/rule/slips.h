// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {

/// What beginners write: one fault, one message, with the caret where the hand
/// must go. How each is tried stands in slips_test.cc; their tables are in the
/// files slips_in_….
using Slip = FaultCase;

class Slips : public testing::TestWithParam<Slip> {};

}  // namespace sigte
