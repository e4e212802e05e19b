// SPDX-License-Identifier: MPL-2.0

#pragma once

/// A CSV file of the shipped questionnaire.
namespace sigte {

inline constexpr const char* kHeading =
    "Id;Kommune;Område;Initiativ;Bruttoudgifter;Primær målgruppe;Indhold";
inline constexpr const char* kAssumed =
    "note D315 the file was read as CSV in UTF-8 with semicolons between the "
    "cells\n";

}  // namespace sigte
