// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <vector>

#include "engine/base/file_set.h"
#include "engine/base/issue.h"
#include "engine/base/redaction.h"
#include "engine/record/layout.h"
#include "engine/record/ruling.h"

/// Rulings as people write them: one YAML file each
/// (schemas/ruling.schema.json), read as strictly as rule files.
namespace sigte {

inline constexpr std::size_t kMaxRulingBytes = 64 * 1024;  ///< a file
inline constexpr std::size_t kMaxRulings = 100'000;

/// What rulings are measured by; borrowed.
struct RulingContext {
  const Layout& layout;
  const RulingWords& words;
  const Redaction& redaction;
};

/// Reads every file of `files`, whose names are what people call them. A file
/// with any fault gives no ruling and at least one error with its place; so do
/// two of one id. The order is that of the files. `files` must outlive what is
/// returned, and `issues`.
std::vector<Ruling> LoadRulings(const FileSet& files,
                                const RulingContext& context,
                                IssueList* issues);

/// Whether `id` may be a ruling's: letters, digits, '-', '_', '.', beginning
/// with a letter or digit, at most 120; it is its file's name too.
bool IsRulingId(std::string_view id);

}  // namespace sigte
