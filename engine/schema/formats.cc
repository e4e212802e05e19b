// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/formats.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/schema/ecma_regex.h"
#include "engine/schema/format_rules.h"

namespace sigte::schema {
namespace {

constexpr std::array<std::pair<std::string_view, Format>, 18> kFormats = {{
    {"date", Format::kDate},
    {"time", Format::kTime},
    {"date-time", Format::kDateTime},
    {"duration", Format::kDuration},
    {"email", Format::kEmail},
    {"idn-email", Format::kIdnEmail},
    {"hostname", Format::kHostname},
    {"ipv4", Format::kIpv4},
    {"ipv6", Format::kIpv6},
    {"uri", Format::kUri},
    {"uri-reference", Format::kUriReference},
    {"iri", Format::kIri},
    {"iri-reference", Format::kIriReference},
    {"uri-template", Format::kUriTemplate},
    {"uuid", Format::kUuid},
    {"json-pointer", Format::kJsonPointer},
    {"relative-json-pointer", Format::kRelativeJsonPointer},
    {"regex", Format::kRegex},
}};

bool IsRegex(std::string_view text) {
  const RegexTranslation translation = FormOfRegex(text);
  if (!translation.fault.empty()) return false;
  re2::RE2::Options options;
  options.set_log_errors(false);
  return re2::RE2(translation.re2, options).ok();
}

}  // namespace

std::optional<Format> FindFormat(std::string_view name) {
  const auto it = std::ranges::find(
      kFormats, name, &std::pair<std::string_view, Format>::first);
  if (it == kFormats.end()) return std::nullopt;
  return it->second;
}

std::vector<std::string> FormatNames() {
  std::vector<std::string> names;
  for (const auto& [name, format] : kFormats) names.emplace_back(name);
  return names;
}

bool HasFormat(Format format, std::string_view text) {
  switch (format) {
    case Format::kDate: return IsDate(text);
    case Format::kTime: return IsTime(text);
    case Format::kDateTime: return IsDateTime(text);
    case Format::kDuration: return IsDuration(text);
    case Format::kEmail: return IsEmail(text, false);
    case Format::kIdnEmail: return IsEmail(text, true);
    case Format::kHostname: return IsHostname(text);
    case Format::kIpv4: return IsIpv4(text);
    case Format::kIpv6: return IsIpv6(text);
    case Format::kUri: return IsUri(text, false, false);
    case Format::kUriReference: return IsUri(text, true, false);
    case Format::kIri: return IsUri(text, false, true);
    case Format::kIriReference: return IsUri(text, true, true);
    case Format::kUriTemplate: return IsUriTemplate(text);
    case Format::kUuid: return IsUuid(text);
    case Format::kJsonPointer: return IsJsonPointer(text);
    case Format::kRelativeJsonPointer: return IsRelativeJsonPointer(text);
    case Format::kRegex: return IsRegex(text);
  }
  return true;
}

}  // namespace sigte::schema
