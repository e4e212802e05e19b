// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The formats of JSON Schema 2020-12 (validation, section 7.3) that can be
/// asserted. They have a say about texts only.
namespace sigte::schema {

enum class Format : std::uint8_t {
  kDate,
  kTime,
  kDateTime,
  kDuration,
  kEmail,
  kIdnEmail,
  kHostname,
  kIpv4,
  kIpv6,
  kUri,
  kUriReference,
  kIri,
  kIriReference,
  kUriTemplate,
  kUuid,
  kJsonPointer,
  kRelativeJsonPointer,
  kRegex,
};

/// nullopt where `name` is no format that is asserted (others only annotate).
std::optional<Format> FindFormat(std::string_view name);

/// All that FindFormat knows.
std::vector<std::string> FormatNames();

bool HasFormat(Format format, std::string_view text);

}  // namespace sigte::schema
