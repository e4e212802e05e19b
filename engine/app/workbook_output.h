// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "engine/app/output.h"

namespace sigte {

/// Writes a workbook: gives the path of its own and a scratch folder.
using WriteWorkbook = std::function<bool(
    const std::string& path, const std::string& scratch, std::string* why)>;

/// Has a workbook written to a temporary file and sends its bytes to `output`,
/// which stays to be finished. False with `*why` where that cannot be done.
bool SendWorkbook(const WriteWorkbook& write, Output* output, std::string* why);
/// The same to anything that takes bytes; `*why` stays empty where it was
/// `sink` that took no more.
bool SendWorkbook(const WriteWorkbook& write,
                  const std::function<bool(std::string_view)>& sink,
                  std::string* why);

}  // namespace sigte
