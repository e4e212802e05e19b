// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

/// URI references (RFC 3986): resolving and taking apart.
namespace sigte::schema {

/// A reference's five parts as they stand in it; a part that is absent is not
/// the same as one that is empty.
struct UriParts {
  std::string_view scheme;
  std::string_view authority;
  std::string_view path;
  std::string_view query;
  std::string_view fragment;
  bool has_authority = false;
  bool has_query = false;
  bool has_fragment = false;
};

UriParts SplitUri(std::string_view uri);

/// `reference` as seen from `base` (RFC 3986 section 5.2). An empty or relative
/// base gives what can be given.
std::string ResolveUri(std::string_view base, std::string_view reference);

/// Everything before the '#'.
std::string_view WithoutFragment(std::string_view uri);

/// `text` with %XX replaced; false when one is malformed.
bool PercentDecode(std::string_view text, std::string* out);

}  // namespace sigte::schema
