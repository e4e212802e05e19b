// SPDX-License-Identifier: MPL-2.0

// Formats of the net: addresses, hosts, URIs; and identifiers and pointers.
#include <algorithm>

#include "engine/base/ascii.h"
#include "engine/schema/format_rules.h"
#include "engine/schema/uri.h"

namespace sigte::schema {
namespace {

bool IsLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool IsAlphanumeric(char c) { return IsDigit(c) || IsLetter(c); }
bool IsBeyondAscii(char c) {
  return (static_cast<unsigned char>(c) & 0x80) != 0;
}
bool IsOneOf(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}

// Calls `each` for every part between separators; false when one fails.
template <typename Each>
bool AllParts(std::string_view text, char separator, Each each) {
  while (true) {
    const std::size_t end = text.find(separator);
    if (!each(text.substr(0, end))) return false;
    if (end == std::string_view::npos) return true;
    text.remove_prefix(end + 1);
  }
}

bool IsHostLabel(std::string_view label) {
  // "--" in third place is for A-labels, whose rest must be Punycode.
  const bool reserved = label.size() > 3 && label.substr(2, 2) == "--";
  if (reserved) {
    return (label.starts_with("xn") || label.starts_with("XN")) &&
           label.size() > 4 && label.size() <= 63 && !label.ends_with('-') &&
           std::ranges::all_of(
               label, [](char c) { return IsAlphanumeric(c) || c == '-'; });
  }
  return !label.empty() && label.size() <= 63 && label.front() != '-' &&
         label.back() != '-' && std::ranges::all_of(label, [](char c) {
           return IsAlphanumeric(c) || c == '-';
         });
}

bool IsQuotedLocal(std::string_view text) {
  if (text.size() < 2 || !text.starts_with('"') || !text.ends_with('"')) {
    return false;
  }
  text = text.substr(1, text.size() - 2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"') return false;
    if (text[i] == '\\' && ++i == text.size()) return false;
    if (static_cast<unsigned char>(text[i]) < 0x20) return false;
  }
  return true;
}

bool IsLocalPart(std::string_view text, bool international) {
  if (text.empty()) return false;
  if (IsQuotedLocal(text)) return true;
  return AllParts(text, '.', [&](std::string_view atom) {
    return !atom.empty() && std::ranges::all_of(atom, [&](char c) {
      return IsAlphanumeric(c) || IsOneOf(c, "!#$%&'*+/=?^_`{|}~-") ||
             (international && IsBeyondAscii(c));
    });
  });
}

bool IsMailDomain(std::string_view text, bool international) {
  if (text.starts_with('[') && text.ends_with(']')) {
    text = text.substr(1, text.size() - 2);
    if (text.starts_with("IPv6:")) return IsIpv6(text.substr(5));
    return IsIpv4(text);
  }
  if (!international) return IsHostname(text);
  return AllParts(text, '.', [](std::string_view label) {
    return !label.empty() && std::ranges::all_of(label, [](char c) {
      return IsAlphanumeric(c) || c == '-' || IsBeyondAscii(c);
    });
  });
}

// Signs that may stand as they are; '%' must begin a triple.
bool HasOnly(std::string_view text, std::string_view extra,
             bool international) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '%') {
      if (i + 2 >= text.size() || !IsHexDigit(text[i + 1]) ||
          !IsHexDigit(text[i + 2])) {
        return false;
      }
      i += 2;
    } else if (!IsAlphanumeric(c) && !IsOneOf(c, "-._~!$&'()*+,;=") &&
               !IsOneOf(c, extra) && !(international && IsBeyondAscii(c))) {
      return false;
    }
  }
  return true;
}

bool IsIpFuture(std::string_view text) {
  const std::size_t dot = text.find('.');
  return dot != std::string_view::npos && dot > 1 && IsOneOf(text[0], "vV") &&
         std::ranges::all_of(text.substr(1, dot - 1), IsHexDigit) &&
         dot + 1 < text.size() && HasOnly(text.substr(dot + 1), ":", false);
}

bool IsAuthority(std::string_view text, bool international) {
  const std::size_t at = text.find('@');
  if (at != std::string_view::npos) {
    if (!HasOnly(text.substr(0, at), ":", international)) return false;
    text.remove_prefix(at + 1);
  }
  std::string_view port;
  if (text.starts_with('[')) {
    const std::size_t end = text.find(']');
    if (end == std::string_view::npos) return false;
    const std::string_view host = text.substr(1, end - 1);
    if (!IsIpv6(host) && !IsIpFuture(host)) return false;
    port = text.substr(end + 1);
    if (!port.empty() && !port.starts_with(':')) return false;
    if (!port.empty()) port.remove_prefix(1);
  } else {
    const std::size_t colon = std::min(text.find(':'), text.size());
    if (!HasOnly(text.substr(0, colon), "", international)) return false;
    port = text.substr(std::min(colon + 1, text.size()));
  }
  return std::ranges::all_of(port, IsDigit);
}

bool IsTemplateVariable(std::string_view text) {
  if (text.ends_with('*')) {
    text.remove_suffix(1);
  } else if (const auto colon = text.find(':');
             colon != std::string_view::npos) {
    const std::string_view length = text.substr(colon + 1);
    if (length.empty() || length.size() > 4 || length[0] == '0' ||
        !std::ranges::all_of(length, IsDigit)) {
      return false;
    }
    text = text.substr(0, colon);
  }
  return AllParts(text, '.', [](std::string_view part) {
    if (part.empty()) return false;
    return std::ranges::all_of(part,
                               [](char c) {
                                 return IsAlphanumeric(c) || c == '_' ||
                                        c == '%';
                               }) &&
           HasOnly(part, "", false);
  });
}

bool IsTemplateLiteral(char c) {
  return !IsOneOf(c, "\"<>\\^`{|} ") && static_cast<unsigned char>(c) > 0x20 &&
         c != 0x7F;
}

}  // namespace

bool IsEmail(std::string_view text, bool international) {
  const std::size_t at = text.rfind('@');
  return at != std::string_view::npos &&
         IsLocalPart(text.substr(0, at), international) &&
         IsMailDomain(text.substr(at + 1), international);
}

bool IsHostname(std::string_view text) {
  return text.size() <= 253 && AllParts(text, '.', IsHostLabel);
}

bool IsIpv4(std::string_view text) {
  std::size_t parts = 0;
  const bool well_formed = AllParts(text, '.', [&](std::string_view part) {
    ++parts;
    if (part.empty() || part.size() > 3 ||
        !std::ranges::all_of(part, IsDigit)) {
      return false;
    }
    if (part.size() > 1 && part[0] == '0') return false;
    int value = 0;
    for (const char c : part) value = value * 10 + (c - '0');
    return value <= 255;
  });
  return well_formed && parts == 4;
}

bool IsIpv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap != std::string_view::npos &&
      text.find("::", gap + 1) != std::string_view::npos) {
    return false;
  }
  std::size_t groups = 0;
  const auto count = [&](std::string_view side, bool last) {
    if (side.empty()) return true;
    bool ended = false;
    return AllParts(side, ':', [&](std::string_view group) {
      if (ended) return false;
      if (last && group.find('.') != std::string_view::npos) {
        groups += 2;
        ended = true;
        return IsIpv4(group);
      }
      ++groups;
      return !group.empty() && group.size() <= 4 &&
             std::ranges::all_of(group, IsHexDigit);
    });
  };
  if (gap == std::string_view::npos) {
    return count(text, true) && groups == 8;
  }
  return count(text.substr(0, gap), false) &&
         count(text.substr(gap + 2), true) && groups <= 7;
}

bool IsUri(std::string_view text, bool relative, bool international) {
  const UriParts parts = SplitUri(text);
  if (parts.scheme.empty() && !relative) return false;
  // Without a scheme, a colon in the first segment would look like one.
  const std::string_view first = parts.path.substr(0, parts.path.find('/'));
  if (parts.scheme.empty() && !parts.has_authority &&
      first.find(':') != std::string_view::npos) {
    return false;
  }
  return IsAuthority(parts.authority, international) &&
         HasOnly(parts.path, ":@/", international) &&
         HasOnly(parts.query, ":@/?", international) &&
         HasOnly(parts.fragment, ":@/?", international);
}

bool IsUriTemplate(std::string_view text) {
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    if (!std::ranges::all_of(text.substr(0, open), IsTemplateLiteral)) {
      return false;
    }
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos) return false;
    std::string_view inside = text.substr(1, close - 1);
    if (!inside.empty() && IsOneOf(inside[0], "+#./;?&=,!@|")) {
      inside.remove_prefix(1);
    }
    if (!AllParts(inside, ',', IsTemplateVariable)) return false;
    text.remove_prefix(close + 1);
  }
  return true;
}

bool IsUuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : !IsHexDigit(text[i])) return false;
  }
  return true;
}

bool IsJsonPointer(std::string_view text) {
  if (text.empty()) return true;
  if (!text.starts_with('/')) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '~') continue;
    if (i + 1 == text.size() || !IsOneOf(text[i + 1], "01")) return false;
  }
  return true;
}

bool IsRelativeJsonPointer(std::string_view text) {
  const auto digits = static_cast<std::size_t>(
      std::ranges::find_if_not(text, IsDigit) - text.begin());
  if (digits == 0 || (digits > 1 && text[0] == '0')) return false;
  text.remove_prefix(digits);
  return text == "#" || IsJsonPointer(text);
}

}  // namespace sigte::schema
