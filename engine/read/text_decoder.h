// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// Texts in the encodings that spreadsheets write, as UTF-8.
namespace sigte {

enum class Encoding : std::uint8_t { kUtf8, kUtf16Le, kUtf16Be, kWindows1252 };

/// "UTF-8", "UTF-16", "Windows-1252": for people.
std::string_view EncodingName(Encoding encoding);

struct EncodingGuess {
  Encoding encoding = Encoding::kUtf8;
  std::size_t mark_size = 0;  ///< bytes of the byte order mark; 0: none
  /// Without a mark: too much is no letter for a text; or it is UTF-16.
  bool is_binary = false;
};

/// What a whole file is written in: its byte order mark says so; else UTF-8,
/// unless a good part of its letters beyond ASCII is no UTF-8: then it is
/// Windows-1252. Reads `fd` from its start without moving it. False when
/// reading fails.
bool GuessEncoding(int fd, EncodingGuess* guess);

/// Turns bytes into UTF-8, piece by piece. What has no meaning in the encoding
/// becomes U+FFFD.
class TextDecoder {
 public:
  explicit TextDecoder(Encoding encoding) : encoding_(encoding) {}

  /// Appends the text of `bytes` to `*out`; what is the beginning of a longer
  /// character waits for the next piece. `last`: there is none.
  void Decode(std::string_view bytes, bool last, std::string* out);

  /// Where in the last call's `*out` those U+FFFD begin, ascending.
  const std::vector<std::size_t>& replaced() const { return replaced_; }

 private:
  void Replace(std::string* out);
  void DecodeUtf8(bool last, std::string* out);
  void DecodeUtf16(bool last, std::string* out);
  char32_t UnitAt(std::size_t at) const;

  Encoding encoding_;
  std::string waiting_;
  std::vector<std::size_t> replaced_;
};

}  // namespace sigte
