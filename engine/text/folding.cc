// SPDX-License-Identifier: MPL-2.0

// Folds a text in one pass: known words at once, runs of ASCII letters sixteen
// bytes at a time, everything else one code point at a time.

#include "engine/text/folding.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/base/utf8.h"
#include "engine/text/ascii_run.h"
#include "engine/text/characters.h"

namespace sigte {
namespace {

constexpr std::size_t kMaxText = std::size_t{1} << 30;

}  // namespace

std::uint32_t FoldedText::PartAt(std::uint32_t offset, PartRun parts) const {
  while (parts.first < parts.last) {
    const std::uint32_t middle = parts.last - (parts.last - parts.first) / 2;
    if (parts_[middle].fold_begin <= offset) {
      parts.first = middle;
    } else {
      parts.last = middle - 1;
    }
  }
  return parts.first;
}

/// One pass over one text.
class FoldRun {
 public:
  FoldRun(const Folder& folder, std::string_view text, FoldedText* folded,
          KnownWords* known)
      : folder_(folder),
        text_(text.substr(0, kMaxText)),
        folded_(*folded),
        known_(known) {}

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
    folded_.words_[word_count_].first = static_cast<std::uint32_t>(part_count_);
  }

 private:
  void Step() {
    if (known_ != nullptr && !in_word_ && at_ >= unknown_.end) {
      ReadKnownWords();
      if (at_ == text_.size()) return;
    }
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (c >= 0x80) return StepBeyondAscii();
    const CharKind kind = kAsciiKinds[c];
    if (IsWordChar(kind)) {
      const bool one_at_a_time =
          in_word_ || known_ != nullptr || !folder_.ascii_is_plain_;
      return one_at_a_time ? StepAscii(c) : ReadWords();
    }
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
    const char* from = source() + at_;
    char* to = buffer() + size_;
    ReadLetters(&from, &to);
    size_ = static_cast<std::size_t>(to - buffer());
    at_ = last_end_ = static_cast<std::size_t>(from - source());
  }

  // Words of plain letters with one blank after each, which most of a text is:
  // what Step would do, without a choice at every turn.
  void ReadWords() {
    const char* from = source() + at_;
    char* to = buffer() + size_;
    do {
      OpenWordAt(static_cast<std::size_t>(from - source()),
                 static_cast<std::size_t>(to - buffer()));
      ReadLetters(&from, &to);
      in_word_ = *from != ' ';
      if (in_word_) break;
      Part& part = folded_.parts_[part_count_ - 1];
      part.fold_end = static_cast<std::uint32_t>(to - buffer());
      part.end = static_cast<std::uint32_t>(from - source());
      *to++ = *from++;
    } while (static_cast<unsigned char>(*from) < 0x80 &&
             IsWordChar(kAsciiKinds[static_cast<unsigned char>(*from)]));
    size_ = static_cast<std::size_t>(to - buffer());
    at_ = static_cast<std::size_t>(from - source());
    last_end_ = at_;
  }

  // Words that are known, one blank after each: what Step would do.
  void ReadKnownWords() {
    // In variables: any byte that is written might be one of a member.
    const char* const text = source();
    char* const folded = buffer();
    Part* part = folded_.parts_.data() + part_count_;
    FoldedText::Word* words = folded_.words_.data();
    auto from = static_cast<std::uint32_t>(at_);
    auto to = static_cast<std::uint32_t>(size_);
    auto word = static_cast<std::uint32_t>(word_count_);
    const auto first_part = static_cast<std::uint32_t>(part_count_) - word;
    std::uint8_t gap = gap_;
    bool in_word = false;
    while (!in_word) {
      const auto length = static_cast<std::uint32_t>(WordLength(text + from));
      const KnownWords::Word* const known = FindKnown(text + from, length);
      if (known == nullptr) {
        unknown_ = {from, from + length};
        break;
      }
      words[word] = {first_part + word, known->number};
      part->fold_begin = to;
      part->begin = from;
      part->word = word++;
      part->gap = std::exchange(gap, std::uint8_t{0});
      std::memcpy(folded + to, known->folded.data(), known->folded.size());
      part->fold_end = to += known->size;
      part->end = from += length;
      ++part;
      in_word = text[from] != ' ';
      if (!in_word) folded[to++] = text[from++];
    }
    part_count_ = first_part + word;
    word_count_ = word;
    at_ = last_end_ = from;
    size_ = to;
    gap_ = gap;
    in_word_ = in_word;
  }

  const KnownWords::Word* FindKnown(const char* word, std::size_t length) {
    return length - 1 < WordBytes::kMaxBytes
               ? known_->Find(LoadWordBytes(word, length))
               : nullptr;
  }

  // What was not known, where it turned out to be nothing but one word.
  void KeepWord() {
    const Part& part = folded_.parts_[part_count_ - 1];
    const std::size_t length = part.end - part.begin;
    const std::size_t size = part.fold_end - part.fold_begin;
    if (part.begin != unknown_.begin || part.end != unknown_.end ||
        length > WordBytes::kMaxBytes || size > length) {
      return;
    }
    known_->Keep(LoadWordBytes(source() + part.begin, length),
                 buffer() + part.fold_begin, size);
  }

  // As far as they fold to no more bytes than they have, so that there is room:
  // runs of ASCII, and letters of two bytes between them.
  void ReadLetters(const char** from, char** to) {
    for (;;) {
      const std::size_t length = CopyRun(*from, *to);
      *from += length;
      *to += length;
      if (length > 0) base_ = 0;
      const Folder::TableEntry* letter = ShortLetterAt(*from);
      if (letter == nullptr) return;
      base_ = letter->base;
      base_at_ = static_cast<std::size_t>(*to - buffer());
      std::copy_n(letter->folded, 2, *to);
      *to += letter->size;
      *from += 2;
    }
  }

  // Null where no letter of two bytes stands that folds to one or two.
  const Folder::TableEntry* ShortLetterAt(const char* from) const {
    const auto lead = static_cast<unsigned char>(from[0]);
    const auto trail = static_cast<unsigned char>(from[1]);
    if (lead < 0xC2 || lead > 0xDF || (trail & 0xC0) != 0x80) return nullptr;
    const unsigned c = (lead & 0x1Fu) << 6 | (trail & 0x3Fu);
    if (c >= Folder::kTableSize) return nullptr;
    const Folder::TableEntry& entry = folder_.table_[c];
    return entry.size == 1 || entry.size == 2 ? &entry : nullptr;
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
      OpenPart(NextWordChar(), size_, kSoftGap);
      folded_.words_[word_count_ - 1].known = KnownWords::kUnknown;
      at_ = next;
      return;
    }
    const bool ends_sentence = kind == CharKind::kStop && in_word_ &&
                               IsBlankAt(text_, next) && EndsWhole();
    if (in_word_) CloseWord();
    gap_ |= GapOf(kind, text_, at_, next);
    if (ends_sentence) gap_ |= kClauseGap;
    at_ = next;
  }

  // Of the part that is open.
  bool EndsWhole() {
    const std::size_t begin = folded_.parts_[part_count_ - 1].fold_begin;
    return folder_.EndsWhole({buffer() + begin, size_ - begin});
  }

  // A hyphen between digits alone is a range or a number, no word.
  bool JoinsWords(std::size_t next) const {
    std::size_t after = 0;
    const CharKind kind = KindAt(text_, next, &after);
    if (kind == CharKind::kLetter) return true;
    return kind == CharKind::kDigit && !IsDigit(buffer()[size_ - 1]);
  }

  void OpenWord() {
    in_word_ = true;
    OpenWordAt(at_, size_);
  }

  void OpenWordAt(std::size_t begin, std::size_t fold_begin) {
    folded_.words_[word_count_++] = {static_cast<std::uint32_t>(part_count_),
                                     KnownWords::kUnknown};
    OpenPart(begin, fold_begin, gap_);
    gap_ = 0;
  }

  void OpenPart(std::size_t begin, std::size_t fold_begin, std::uint8_t gap) {
    Part& part = folded_.parts_[part_count_++];
    part.fold_begin = static_cast<std::uint32_t>(fold_begin);
    part.begin = static_cast<std::uint32_t>(begin);
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
    if (known_ != nullptr) KeepWord();
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
    if (size_ + bytes.size() + (text_.size() - at_) + kRunSlack >
        folded_.buffer_.size()) {
      folded_.buffer_.resize(2 * folded_.buffer_.size() + bytes.size());
    }
    std::copy_n(bytes.data(), bytes.size(), buffer() + size_);
    size_ += bytes.size();
  }

  void Reserve() {
    if (folded_.source_.size() < text_.size() + kRunSlack) {
      folded_.source_.resize(text_.size() + text_.size() / 4 + kRunSlack);
    }
    std::copy_n(text_.data(), text_.size(), folded_.source_.data());
    std::fill_n(folded_.source_.data() + text_.size(), kRunSlack, '\0');
    if (folded_.buffer_.size() < text_.size() + 2 * kRunSlack) {
      folded_.buffer_.resize(text_.size() + text_.size() / 4 + 2 * kRunSlack);
    }
  }

  char* buffer() { return folded_.buffer_.data(); }
  const char* buffer() const { return folded_.buffer_.data(); }
  const char* source() const { return folded_.source_.data(); }

  const Folder& folder_;
  const std::string_view text_;
  FoldedText& folded_;
  KnownWords* const known_;   // or null
  Span unknown_;              // of text_, what was last looked for in vain
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

void Folder::Fold(std::string_view text, FoldedText* folded,
                  KnownWords* known) const {
  FoldRun(*this, text, folded, known).Run();
}

void Folder::Fold(std::string_view text, std::string* folded) const {
  // Warm from text to text: keys of groups are folded for every record.
  thread_local FoldedText words;
  FoldRun(*this, text, &words, nullptr).Run();
  std::string_view bytes = words.bytes();
  if (!bytes.empty()) bytes.remove_suffix(1);
  folded->assign(bytes);
}

std::string Folder::Fold(std::string_view text) const {
  std::string folded;
  Fold(text, &folded);
  return folded;
}

}  // namespace sigte
