// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/source.h"

/// Texts in the encodings that spreadsheets write, as UTF-8.
namespace sigte {

enum class Encoding : std::uint8_t { kUtf8, kUtf16Le, kUtf16Be, kWindows1252 };

/// "UTF-8", "UTF-16", "Windows-1252": for people.
std::string_view EncodingName(Encoding encoding);

struct EncodingGuess {
  Encoding encoding = Encoding::kUtf8;
  std::size_t mark_size = 0;  ///< bytes of the byte order mark; 0: none
  bool is_ascii = false;      ///< nothing to be told apart
  bool has_nul = false;       ///< without a mark: no text, or UTF-16
};

/// What a whole file is written in: its byte order mark says so; else what is
/// UTF-8 throughout is UTF-8, and all else Windows-1252. Reads `fd` from its
/// start without moving it. False when reading fails.
bool GuessEncoding(int fd, EncodingGuess* guess);

/// The first bytes of `fd` that have no meaning in the encoding that its mark
/// says, as line and column; nullopt where there are none, and where reading
/// fails. Without a mark there are none: `encoding` was guessed by them.
std::optional<Place> FindUndecodable(int fd, const EncodingGuess& encoding);

/// Turns bytes into UTF-8, piece by piece. What has no meaning in the encoding
/// becomes U+FFFD.
class TextDecoder {
 public:
  explicit TextDecoder(Encoding encoding) : encoding_(encoding) {}

  /// Appends the text of `bytes` to `*out`; what is the beginning of a longer
  /// character waits for the next piece. `last`: there is none.
  void Decode(std::string_view bytes, bool last, std::string* out);

  /// Where in the last call's `*out` the first of those U+FFFD stands.
  std::optional<std::size_t> replaced_at() const { return replaced_at_; }

 private:
  void Replace(std::string* out);
  void DecodeUtf8(bool last, std::string* out);
  void DecodeUtf16(bool last, std::string* out);
  char32_t UnitAt(std::size_t at) const;

  Encoding encoding_;
  std::string waiting_;
  std::optional<std::size_t> replaced_at_;
};

}  // namespace sigte
