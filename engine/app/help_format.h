// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>

#include "engine/base/messages.h"

namespace CLI {
class FormatterBase;
}

namespace sigte {

/// How --help looks: in `lang`, names to the left, what they mean beside them,
/// in lines that fit standard output.
std::shared_ptr<CLI::FormatterBase> MakeHelpFormat(Lang lang);

}  // namespace sigte
