// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What the program says to people, in every language it speaks. The wording
/// lives in engine/messages/*.yaml and is built in; this is how code asks.
namespace sigte {

enum class Lang : std::uint8_t { kDa, kEn };
inline constexpr std::array<std::string_view, 2> kLanguages = {"da", "en"};

/// The name of a message in engine/messages/*.yaml. Only literals: a test finds
/// every one in the sources and looks it up. A finding's name begins with its
/// code: "R102.unknown-key".
class MessageKey {
 public:
  consteval MessageKey(const char* name) : name_(name) {}  // NOLINT: implicit
  constexpr std::string_view name() const { return name_; }
  friend bool operator==(const MessageKey&, const MessageKey&) = default;

 private:
  std::string_view name_;
};

/// One text in every language: from a ruleset, a schema or the catalogue.
struct LocalText {
  std::array<std::string, 2> in;  ///< by Lang

  LocalText() = default;
  /// The same in all languages: a name, a number, a quotation.
  LocalText(std::string text) : in{text, text} {}  // NOLINT: implicit
  LocalText(std::string_view text)                 // NOLINT: implicit
      : LocalText(std::string(text)) {}
  LocalText(const char* text) : LocalText(std::string(text)) {}  // NOLINT
  LocalText(std::string da, std::string en)
      : in{std::move(da), std::move(en)} {}

  const std::string& In(Lang lang) const {
    return in[static_cast<std::size_t>(lang)];
  }
  bool empty() const { return in[0].empty() && in[1].empty(); }
  friend bool operator==(const LocalText&, const LocalText&) = default;
};

/// The catalogue's wording with {0}, {1} … replaced by `args`. An unknown key
/// is a bug of ours and stops the process.
std::string Message(Lang lang, MessageKey key,
                    const std::vector<LocalText>& args = {});
LocalText Message(MessageKey key, const std::vector<LocalText>& args = {});

/// What the user can do about it; empty where the catalogue has no help.
std::string MessageHelp(Lang lang, MessageKey key,
                        const std::vector<LocalText>& args = {});

/// Digits in groups of three: 1.234.567 in Danish, 1,234,567 in English.
std::string GroupedNumber(Lang lang, std::int64_t n);

/// One row of the catalogue, for `explain` and for tests.
struct MessageRow {
  std::string_view name;
  std::array<std::string_view, 2> text;
  std::array<std::string_view, 2> help;  ///< empty where there is none
};

/// All rows, sorted by name.
std::vector<MessageRow> MessageCatalogue();

/// "R102" of "R102.unknown-key"; empty where the name begins with no code.
std::string_view CodeOf(std::string_view message_name);
/// "unknown-key" of "R102.unknown-key"; the whole name where it has no code.
std::string_view SlugOf(std::string_view message_name);

}  // namespace sigte
