// SPDX-License-Identifier: MPL-2.0

// A language's folding table, and how single letters fold by it.

#include <utf8proc.h>

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/text/characters.h"
#include "engine/text/folding.h"

namespace sigte {
namespace {

char32_t ToLower(char32_t c) {
  return static_cast<char32_t>(
      utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

/// The canonical decomposition of `c`, at most `size` code points.
std::size_t Decompose(char32_t c, utf8proc_int32_t* out, std::size_t size) {
  int last_class = 0;
  const auto n = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), out,
                                         static_cast<utf8proc_ssize_t>(size),
                                         UTF8PROC_DECOMPOSE, &last_class);
  return n < 0 ? 0 : std::min(static_cast<std::size_t>(n), size);
}

}  // namespace

Folder::Folder(const Language& language) {
  for (const auto& [key, value] : language.folding) {
    const char32_t letter = LetterOf(key);
    if (letter == 0 || value.empty()) continue;
    letters_.emplace_back(letter, value);
    if (letter < 0x80) ascii_is_plain_ = false;
    utf8proc_int32_t pieces[4];
    if (Decompose(letter, pieces, 4) == 2) {
      composed_.push_back({static_cast<char32_t>(pieces[0]),
                           static_cast<char32_t>(pieces[1]), letter, value});
    }
  }
  std::ranges::sort(letters_);
  table_.resize(kTableSize);
  for (char32_t c = 0; c < kTableSize; ++c) {
    TableEntry& entry = table_[c];
    entry.kind = KindOf(c);
    if (!IsWordChar(entry.kind)) continue;
    std::string folded;
    char32_t base = 0;
    std::size_t base_at = 0;
    AppendLetter(c, &folded, &base, &base_at);
    // Where the base is not all of it, marks must find it: the slow way.
    if (folded.size() > sizeof entry.folded || base_at != 0) continue;
    entry.size = static_cast<std::uint8_t>(folded.size());
    std::ranges::copy(folded, entry.folded);
    entry.base = base;
  }
  for (const std::string& ending : language.whole_endings) {
    std::string folded = Fold(ending);
    if (!folded.empty()) whole_endings_.push_back(std::move(folded));
  }
}

// Whether `word`, which is folded, is no abbreviation by what it ends in.
bool Folder::EndsWhole(std::string_view word) const {
  constexpr std::size_t kShortest = 5;
  return word.size() >= kShortest &&
         std::ranges::any_of(whole_endings_, [&](const std::string& ending) {
           return word.ends_with(ending);
         });
}

char32_t Folder::LetterOf(std::string_view key) {
  if (key.empty()) return 0;
  std::size_t at = 0;
  const char32_t letter = ToLower(NextCodePoint(key, &at));
  if (!IsWordChar(KindOf(letter))) return 0;
  if (at == key.size()) return letter;
  const char32_t mark = NextCodePoint(key, &at);
  if (at != key.size() || KindOf(mark) != CharKind::kMark) return 0;
  utf8proc_int32_t pair[2] = {static_cast<utf8proc_int32_t>(letter),
                              static_cast<utf8proc_int32_t>(mark)};
  const auto n = utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE);
  return n == 1 ? static_cast<char32_t>(pair[0]) : 0;
}

const std::string* Folder::Find(char32_t letter) const {
  const auto it = std::ranges::lower_bound(
      letters_, letter, {}, [](const auto& l) { return l.first; });
  return it != letters_.end() && it->first == letter ? &it->second : nullptr;
}

const std::string* Folder::FindComposed(char32_t base, char32_t mark) const {
  for (const Composed& composed : composed_) {
    if (composed.base == base && composed.mark == mark) {
      return &composed.folded;
    }
  }
  return nullptr;
}

void Folder::AppendLetter(char32_t letter, std::string* out, char32_t* base,
                          std::size_t* base_at) const {
  letter = ToLower(letter);
  utf8proc_int32_t pieces[8];
  std::size_t count = 1;
  pieces[0] = static_cast<utf8proc_int32_t>(letter);
  if (Find(letter) == nullptr) count = Decompose(letter, pieces, 8);
  for (std::size_t i = 0; i < count; ++i) {
    const auto piece = static_cast<char32_t>(pieces[i]);
    if (KindOf(piece) == CharKind::kMark) {
      if (const auto* folded = FindComposed(*base, piece)) {
        out->resize(*base_at);
        out->append(*folded);
        *base = kReplacement;
      }
      continue;
    }
    *base = piece;
    *base_at = out->size();
    if (const auto* folded = Find(piece)) {
      out->append(*folded);
    } else {
      AppendUtf8(piece, out);
    }
  }
}

}  // namespace sigte
