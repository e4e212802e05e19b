// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "gtest/gtest.h"
#include "tests/rule/rule_testing.h"

namespace sigte {

/// One fault in a file that says what texts are looked for, or what the rules
/// reckon with. How each is tried stands in text_faults_test.cc; laws and
/// parameters have their tables in law_faults_test.cc and
/// parameter_faults_test.cc.
class TextFaults : public testing::TestWithParam<FaultCase> {};

}  // namespace sigte
