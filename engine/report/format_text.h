// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

/// What a text must look like to stand in each format as nothing but text.
namespace sigte {

/// Character data or a quoted attribute of XML 1.0: markup is escaped, what
/// XML cannot hold (control characters, U+FFFE, U+FFFF, bytes that are no
/// UTF-8) becomes U+FFFD.
std::string XmlText(std::string_view text);

/// A field of CSV (RFC 4180), quoted, on one line. What a spreadsheet would
/// take for a formula begins with an apostrophe (OWASP, CSV injection).
std::string CsvText(std::string_view text);

/// The message of a GitHub workflow command; all of it stays on one line.
std::string WorkflowMessage(std::string_view text);
/// The value of a property of one.
std::string WorkflowProperty(std::string_view text);

/// `path` below `folder` (absolute) without it, and without "./" before it;
/// others as they are.
std::string RelativePath(std::string_view path, std::string_view folder);

/// A path as a URI reference (RFC 3986): percent-encoded; an absolute path is a
/// file URI.
std::string PathUri(std::string_view path);

}  // namespace sigte
