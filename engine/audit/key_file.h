// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/audit/file_ops.h"
#include "engine/audit/key.h"
#include "engine/base/issue.h"

/// Private keys on disk: nobody but their owner may read them.
namespace sigte::audit {

/// No file of a key is longer, in bytes.
inline constexpr std::size_t kKeyLimit = 4096;

/// Refuses a file that others can read, that is another user's, or that holds
/// no private key.
std::optional<SignerKey> ReadKeyFile(const std::string& path,
                                     IssueList* issues);

/// Makes a new file with rights for its owner alone; refuses to replace one.
bool WriteKeyFile(const std::string& path, const SignerKey& key, FileOps* ops,
                  IssueList* issues);

/// A verifier key: the text itself, or a file that holds it.
std::optional<VerifierKey> ReadVerifierKey(const std::string& text_or_path,
                                           IssueList* issues);

}  // namespace sigte::audit
