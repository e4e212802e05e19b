// Folds a text in one pass: runs of ASCII letters sixteen bytes at a time,
// everything else one code point at a time.

#include "engine/text/folding.h"

#include <utf8proc.h>

#include <algorithm>
#include <bit>

#include "engine/base/utf8.h"
#include "engine/text/characters.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace sigte {
namespace {

constexpr std::size_t kMaxText = std::size_t{1} << 30;
constexpr std::size_t kSlack = 64;  // the vector stores write past the run

char32_t ToLower(char32_t c) {
  return static_cast<char32_t>(
      utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

/// The canonical decomposition of `c`, at most `size` code points.
std::size_t Decompose(char32_t c, utf8proc_int32_t* out, std::size_t size) {
  int last_class = 0;
  const auto n = utf8proc_decompose_char(
      static_cast<utf8proc_int32_t>(c), out,
      static_cast<utf8proc_ssize_t>(size), UTF8PROC_DECOMPOSE, &last_class);
  return n < 0 ? 0 : std::min(static_cast<std::size_t>(n), size);
}

/// How many of the bytes from `from` on are ASCII letters or digits; writes
/// them in lower case to `out`, which has room for `end - from` + kSlack.
std::size_t CopyRun(const char* from, const char* end, char* out) {
  const char* at = from;
#if defined(__SSE2__)
  const __m128i case_bit = _mm_set1_epi8(0x20);
  for (; end - at >= 16; at += 16, out += 16) {
    const __m128i bytes =
        _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    const __m128i lower = _mm_or_si128(bytes, case_bit);
    // Shifted so that the wanted range begins at the lowest signed byte.
    const __m128i letters =
        _mm_cmplt_epi8(_mm_sub_epi8(lower, _mm_set1_epi8('a' - 128)),
                       _mm_set1_epi8(-128 + 26));
    const __m128i digits =
        _mm_cmplt_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8('0' + 128 - 256)),
                       _mm_set1_epi8(-128 + 10));
    _mm_storeu_si128(reinterpret_cast<__m128i*>(out), lower);
    const auto mask = static_cast<unsigned>(
        _mm_movemask_epi8(_mm_or_si128(letters, digits)));
    if (mask != 0xFFFF) {
      return static_cast<std::size_t>(at - from) +
             static_cast<std::size_t>(std::countr_one(mask));
    }
  }
#endif
  for (; at < end; ++at, ++out) {
    const auto lower = static_cast<char>(*at | 0x20);
    const bool letter = lower >= 'a' && lower <= 'z';
    if (!letter && (*at < '0' || *at > '9')) break;
    *out = letter ? lower : *at;
  }
  return static_cast<std::size_t>(at - from);
}

}  // namespace

/// One pass over one text.
class FoldRun {
 public:
  FoldRun(const Folder& folder, std::string_view text, FoldedText* folded)
      : folder_(folder),
        text_(text.substr(0, kMaxText)),
        folded_(*folded) {}

  void Run() {
    Reserve();
    if (folded_.parts_.size() < text_.size() / 2 + 2) {
      folded_.parts_.resize(text_.size() / 2 + 2);
      folded_.words_.resize(text_.size() / 2 + 2);
    }
    while (at_ < text_.size()) Step();
    if (in_word_) CloseWord();
    folded_.size_ = size_;
    folded_.part_count_ = part_count_;
    folded_.word_count_ = word_count_;
    IndexBlocks();
  }

 private:
  void IndexBlocks() {
    const std::size_t blocks = size_ / FoldedText::kBlock + 1;
    if (folded_.block_parts_.size() < blocks) {
      folded_.block_parts_.resize(2 * blocks);
    }
    std::uint32_t part = 0;
    for (std::size_t b = 0; b < blocks; ++b) {
      const std::size_t begin = b * FoldedText::kBlock;
      while (part + 1 < part_count_ &&
             folded_.parts_[part + 1].fold_begin <= begin) {
        ++part;
      }
      folded_.block_parts_[b] = part;
    }
  }

  void Step() {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c >= 0x80) return StepBeyondAscii();
    const CharKind kind = kAsciiKinds[c];
    if (IsWordChar(kind)) return StepAscii(c);
    if (kind == CharKind::kBlank) {
      if (in_word_) CloseWord();
      ++at_;
      return;
    }
    StepBetween(kind, at_ + 1);
  }

  void StepAscii(unsigned char c) {
    if (!in_word_) OpenWord();
    if (!folder_.ascii_is_plain_) return Emit(c, at_ + 1);
    const std::size_t length = CopyRun(
        text_.data() + at_, text_.data() + text_.size(), buffer() + size_);
    size_ += length;
    at_ += length;
    last_end_ = at_;
    base_ = 0;
  }

  void StepBeyondAscii() {
    std::size_t next = at_;
    const char32_t c = Decode(&next);
    const CharKind kind =
        c < Folder::kTableSize ? folder_.table_[c].kind : KindOf(c);
    if (IsWordChar(kind)) {
      if (!in_word_) OpenWord();
      Emit(c, next);
    } else if (kind == CharKind::kMark) {
      if (in_word_) Combine(c, next);
      at_ = next;
    } else if (kind == CharKind::kIgnored) {
      at_ = next;
    } else {
      StepBetween(kind, next);
    }
  }

  // Two bytes hold nearly all that is not ASCII.
  char32_t Decode(std::size_t* next) const {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c >= 0xC2 && c < 0xE0 && at_ + 1 < text_.size()) {
      const auto d = static_cast<unsigned char>(text_[at_ + 1]);
      if ((d & 0xC0) == 0x80) {
        *next = at_ + 2;
        return static_cast<char32_t>((c & 0x1F) << 6 | (d & 0x3F));
      }
    }
    return NextCodePoint(text_, next);
  }

  // Whatever is no part of a word.
  void StepBetween(CharKind kind, std::size_t next) {
    const bool joins =
        kind == CharKind::kHyphen || kind == CharKind::kApostrophe;
    if (joins && in_word_ && JoinsWords(next)) {
      ClosePart();
      OpenPart(kSoftGap);
      at_ = next;
      return;
    }
    if (in_word_) CloseWord();
    gap_ |= GapOf(kind, next);
    at_ = next;
  }

  std::uint8_t GapOf(CharKind kind, std::size_t next) const {
    switch (kind) {
      case CharKind::kClauseEnd: return kClauseGap;
      case CharKind::kStop: return StopEndsClause(next) ? kClauseGap : 0;
      case CharKind::kComma: return IsDecimalComma(next) ? 0 : kCommaGap;
      case CharKind::kHyphen:
      case CharKind::kDash: return IsBetweenBlanks(next) ? kClauseGap : 0;
      default: return 0;
    }
  }

  // A hyphen between digits alone is a range or a number, no word.
  bool JoinsWords(std::size_t next) const {
    std::size_t after = 0;
    const CharKind kind = KindAt(text_, next, &after);
    if (kind == CharKind::kLetter) return true;
    return kind == CharKind::kDigit && !IsDigit(buffer()[size_ - 1]);
  }

  // An abbreviation's full stop is followed by something that begins no
  // sentence.
  bool StopEndsClause(std::size_t next) const {
    if (next < text_.size() && (text_[next] == '/' || text_[next] == ',')) {
      return false;
    }
    std::size_t after = 0;
    CharKind kind = KindAt(text_, next, &after);
    if (kind == CharKind::kLetter) return false;
    while (kind == CharKind::kBlank) {
      next = after;
      kind = KindAt(text_, next, &after);
    }
    if (kind == CharKind::kDigit) return false;
    return kind != CharKind::kLetter || !IsLower(NextCodePoint(text_, &next));
  }

  bool IsDecimalComma(std::size_t next) const {
    return at_ > 0 && IsDigit(text_[at_ - 1]) && next < text_.size() &&
           IsDigit(text_[next]);
  }

  bool IsBetweenBlanks(std::size_t next) const {
    std::size_t after = 0;
    const bool blank_after = next >= text_.size() ||
                             KindAt(text_, next, &after) == CharKind::kBlank;
    return blank_after && BlankBefore();
  }

  bool BlankBefore() const {
    if (at_ == 0) return true;
    const char c = text_[at_ - 1];
    if (static_cast<unsigned char>(c) < 0x80) {
      return KindOf(static_cast<char32_t>(c)) == CharKind::kBlank;
    }
    std::size_t begin = at_ - 1;
    while (begin > 0 && at_ - begin < 4 && (text_[begin] & 0xC0) == 0x80) {
      --begin;
    }
    std::size_t after = 0;
    return KindAt(text_, begin, &after) == CharKind::kBlank;
  }

  static bool IsDigit(char c) { return c >= '0' && c <= '9'; }

  void OpenWord() {
    in_word_ = true;
    folded_.words_[word_count_++] = static_cast<std::uint32_t>(part_count_);
    OpenPart(gap_);
    gap_ = 0;
  }

  void OpenPart(std::uint8_t gap) {
    Part& part = folded_.parts_[part_count_++];
    part.fold_begin = static_cast<std::uint32_t>(size_);
    part.begin = static_cast<std::uint32_t>(
        gap == kSoftGap ? NextWordChar() : at_);
    part.word = static_cast<std::uint32_t>(word_count_ - 1);
    part.gap = gap;
  }

  // A soft part begins after its hyphen.
  std::size_t NextWordChar() const {
    std::size_t next = at_;
    (void)KindAt(text_, at_, &next);
    return next;
  }

  void ClosePart() {
    Part& part = folded_.parts_[part_count_ - 1];
    part.fold_end = static_cast<std::uint32_t>(size_);
    part.end = static_cast<std::uint32_t>(last_end_);
    base_ = 0;
  }

  void CloseWord() {
    ClosePart();
    buffer()[size_++] = ' ';
    in_word_ = false;
  }

  void Emit(char32_t c, std::size_t next) {
    if (c < Folder::kTableSize && folder_.table_[c].size > 0) {
      const Folder::TableEntry& entry = folder_.table_[c];
      base_ = entry.base;
      base_at_ = size_;
      Append({entry.folded, entry.size});
    } else {
      scratch_.clear();
      std::size_t base_at = 0;
      folder_.AppendLetter(c, &scratch_, &base_, &base_at);
      base_at_ = size_ + base_at;
      Append(scratch_);
    }
    last_end_ = at_ = next;
  }

  // A mark that makes a letter of the folding table with the letter before it
  // replaces that letter; any other is an accent that is dropped.
  void Combine(char32_t mark, std::size_t next) {
    if (base_ == 0 && size_ > folded_.parts_[part_count_ - 1].fold_begin) {
      base_at_ = size_ - 1;
      base_ = static_cast<unsigned char>(buffer()[base_at_]);
    }
    if (const auto* folded = folder_.FindComposed(base_, mark)) {
      size_ = base_at_;
      Append(*folded);
      base_ = kReplacement;  // composed: no further mark changes it
    }
    last_end_ = next;
  }

  void Append(std::string_view bytes) {
    if (size_ + bytes.size() + (text_.size() - at_) + kSlack >
        folded_.buffer_.size()) {
      folded_.buffer_.resize(2 * folded_.buffer_.size() + bytes.size());
    }
    std::copy_n(bytes.data(), bytes.size(), buffer() + size_);
    size_ += bytes.size();
  }

  void Reserve() {
    if (folded_.buffer_.size() < text_.size() + 2 * kSlack) {
      folded_.buffer_.resize(text_.size() + text_.size() / 4 + 2 * kSlack);
    }
  }

  char* buffer() { return folded_.buffer_.data(); }
  const char* buffer() const { return folded_.buffer_.data(); }

  const Folder& folder_;
  const std::string_view text_;
  FoldedText& folded_;
  std::size_t at_ = 0;        // in text_
  std::size_t last_end_ = 0;  // after the last character of a word
  std::size_t size_ = 0;      // of what is folded
  std::size_t part_count_ = 0;
  std::size_t word_count_ = 0;
  std::uint8_t gap_ = 0;  // since the last word
  bool in_word_ = false;
  char32_t base_ = 0;  // the letter that marks combine with; 0: the last byte
  std::size_t base_at_ = 0;
  std::string scratch_;  // letters beyond the table; short strings
};

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
  const auto it = std::ranges::lower_bound(letters_, letter, {},
                                           [](const auto& l) { return l.first; });
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

void Folder::Fold(std::string_view text, FoldedText* folded) const {
  FoldRun(*this, text, folded).Run();
}

std::string Folder::Fold(std::string_view text) const {
  FoldedText folded;
  Fold(text, &folded);
  std::string_view bytes = folded.bytes();
  if (!bytes.empty()) bytes.remove_suffix(1);
  return std::string(bytes);
}

}  // namespace sigte
