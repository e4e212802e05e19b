// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>

/// The grammars behind the formats, one function each.
namespace sigte::schema {

// RFC 3339 section 5.6 and appendix A.
bool IsDate(std::string_view text);
bool IsTime(std::string_view text);
bool IsDateTime(std::string_view text);
bool IsDuration(std::string_view text);

/// RFC 5321 section 4.1.2; `international`: RFC 6531.
bool IsEmail(std::string_view text, bool international);
/// RFC 1123 section 2.1.
bool IsHostname(std::string_view text);
bool IsIpv4(std::string_view text);  // RFC 2673 section 3.2
bool IsIpv6(std::string_view text);  // RFC 4291 section 2.2

/// RFC 3986; `relative`: with relative references; `international`: RFC 3987.
bool IsUri(std::string_view text, bool relative, bool international);
bool IsUriTemplate(std::string_view text);  // RFC 6570

bool IsUuid(std::string_view text);         // RFC 4122
bool IsJsonPointer(std::string_view text);  // RFC 6901
bool IsRelativeJsonPointer(std::string_view text);

}  // namespace sigte::schema
