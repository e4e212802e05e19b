// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <gtest/gtest.h>

#include <string>

#include "tests/app/program_runner.h"

namespace sigte {

/// A copy of the small ruleset in which `was` in `file` is `is`.
inline void CopyWith(const Workplace& work, const std::string& file,
                     const std::string& was, const std::string& is) {
  work.CopyRuleset("");
  std::string text = work.Read("rules/" + file);
  const std::size_t at = text.find(was);
  ASSERT_NE(at, std::string::npos) << was;
  work.Write("rules/" + file, text.replace(at, was.size(), is));
}

}  // namespace sigte
