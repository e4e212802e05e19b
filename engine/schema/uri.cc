// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/uri.h"

#include <algorithm>

#include "engine/base/ascii.h"

namespace sigte::schema {
namespace {

bool IsScheme(std::string_view text) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  return !text.empty() && letter(text[0]) &&
         std::ranges::all_of(text, [&](char c) {
           return letter(c) || IsDigit(c) || c == '+' || c == '-' || c == '.';
         });
}

// RFC 3986 section 5.2.4.
std::string RemoveDots(std::string_view path) {
  std::string out;
  while (!path.empty()) {
    if (path.starts_with("../")) {
      path.remove_prefix(3);
    } else if (path.starts_with("./") || path.starts_with("/./")) {
      path.remove_prefix(2);
    } else if (path == "/." || path == "/..") {
      if (path == "/..") out.erase(std::min(out.rfind('/'), out.size()));
      out += '/';
      break;
    } else if (path.starts_with("/../")) {
      path.remove_prefix(3);
      out.erase(std::min(out.rfind('/'), out.size()));
    } else if (path == "." || path == "..") {
      break;
    } else {
      const std::size_t end = std::min(path.find('/', 1), path.size());
      out += path.substr(0, end);
      path.remove_prefix(end);
    }
  }
  return out;
}

std::string MergePaths(const UriParts& base, std::string_view path) {
  if (base.has_authority && base.path.empty()) {
    return "/" + std::string(path);
  }
  const std::size_t slash = base.path.rfind('/');
  if (slash == std::string_view::npos) return std::string(path);
  return std::string(base.path.substr(0, slash + 1)) + std::string(path);
}

std::string Join(std::string_view scheme, const UriParts& authority,
                 std::string_view path, const UriParts& rest) {
  std::string uri;
  if (!scheme.empty()) uri.append(scheme).append(":");
  if (authority.has_authority) uri.append("//").append(authority.authority);
  uri.append(path);
  if (rest.has_query) uri.append("?").append(rest.query);
  return uri;
}

}  // namespace

UriParts SplitUri(std::string_view uri) {
  UriParts parts;
  if (const auto at = uri.find('#'); at != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = uri.substr(at + 1);
    uri = uri.substr(0, at);
  }
  if (const auto at = uri.find('?'); at != std::string_view::npos) {
    parts.has_query = true;
    parts.query = uri.substr(at + 1);
    uri = uri.substr(0, at);
  }
  const auto colon = uri.find(':');
  if (colon != std::string_view::npos && IsScheme(uri.substr(0, colon))) {
    parts.scheme = uri.substr(0, colon);
    uri.remove_prefix(colon + 1);
  }
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    parts.has_authority = true;
    const std::size_t end = std::min(uri.find('/'), uri.size());
    parts.authority = uri.substr(0, end);
    uri.remove_prefix(end);
  }
  parts.path = uri;
  return parts;
}

std::string ResolveUri(std::string_view base, std::string_view reference) {
  const UriParts r = SplitUri(reference);
  const UriParts b = SplitUri(base);
  std::string uri;
  if (!r.scheme.empty()) {
    uri = Join(r.scheme, r, RemoveDots(r.path), r);
  } else if (r.has_authority) {
    uri = Join(b.scheme, r, RemoveDots(r.path), r);
  } else if (r.path.empty()) {
    uri = Join(b.scheme, b, b.path, r.has_query ? r : b);
  } else if (r.path.starts_with('/')) {
    uri = Join(b.scheme, b, RemoveDots(r.path), r);
  } else {
    uri = Join(b.scheme, b, RemoveDots(MergePaths(b, r.path)), r);
  }
  if (r.has_fragment) uri.append("#").append(r.fragment);
  return uri;
}

std::string_view WithoutFragment(std::string_view uri) {
  return uri.substr(0, uri.find('#'));
}

bool PercentDecode(std::string_view text, std::string* out) {
  out->clear();
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out->push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return false;
    const int high = HexValue(text[i + 1]);
    const int low = HexValue(text[i + 2]);
    if (high < 0 || low < 0) return false;
    out->push_back(static_cast<char>(high * 16 + low));
    i += 2;
  }
  return true;
}

}  // namespace sigte::schema
