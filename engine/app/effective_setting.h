// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace sigte {

enum class SettingOrigin : std::uint8_t { kFlag, kVariable, kFile, kDefault };

/// One setting as it holds, for `sigte config`.
struct EffectiveSetting {
  std::string name;   ///< as in .sigte.yaml: "audit.folder"
  std::string value;  ///< empty: nothing is set
  SettingOrigin origin = SettingOrigin::kDefault;
  std::string where;  ///< "--rules", "SIGTE_RULES", ".sigte.yaml:2"
  std::vector<std::string> list = {};  ///< of one with several values, each
};

}  // namespace sigte
