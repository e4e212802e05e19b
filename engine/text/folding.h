// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/text/characters.h"
#include "engine/text/gaps.h"
#include "engine/text/known_words.h"
#include "engine/text/language.h"

/// Folding: what makes "Street-Lamp" and "streetlamp" the same bytes, and
/// where each word of the result stood in the text as written.
namespace sigte {

/// A word, or a piece of one that hyphens divide. A word is a run of parts of
/// which all but the first have kSoftGap.
struct Part {
  std::uint32_t fold_begin = 0;  ///< in FoldedText::bytes()
  std::uint32_t fold_end = 0;
  std::uint32_t begin = 0;  ///< in the text as written, bytes
  std::uint32_t end = 0;
  std::uint32_t word = 0;  ///< number of its word, from 0
  std::uint8_t gap = 0;
};

/// Parts of a text, first and last.
struct PartRun {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  friend bool operator==(const PartRun&, const PartRun&) = default;
};

/// A folded text: words with one blank after each. Keeps its memory, so that
/// folding the next text allocates nothing once it is warm.
class FoldedText {
 public:
  /// Every word with one blank after it.
  std::string_view bytes() const { return {buffer_.data(), size_}; }
  std::size_t part_count() const { return part_count_; }
  std::size_t word_count() const { return word_count_; }
  const Part& part(std::size_t i) const { return parts_[i]; }
  void AddGap(std::size_t part, Gap gap) { parts_[part].gap |= gap; }

  std::uint32_t FirstPartOf(std::uint32_t word) const {
    return words_[word].first;
  }
  /// One past the last part of `word`.
  std::uint32_t EndPartOf(std::uint32_t word) const {
    return words_[word + 1].first;
  }
  PartRun PartsOf(std::uint32_t word) const {
    return {FirstPartOf(word), EndPartOf(word) - 1};
  }
  /// What KnownWords::SetNumber said of `word` before this text was folded.
  std::uint32_t KnownAs(std::uint32_t word) const { return words_[word].known; }
  /// The part as it was written; 24 bytes may be read behind its end.
  std::string_view Written(const Part& part) const {
    return {source_.data() + part.begin, part.end - part.begin};
  }
  /// The one of `parts` that holds the folded byte at `offset`, which is one of
  /// theirs and none of the blanks. Logarithmic.
  std::uint32_t PartAt(std::uint32_t offset, PartRun parts) const;

  /// 32 bytes may be read behind their end.
  std::string_view Bytes(std::uint32_t begin, std::uint32_t end) const {
    return {buffer_.data() + begin, end - begin};
  }

 private:
  friend class FoldRun;
  std::vector<char> source_;  // the text as written, with room behind it
  std::vector<char> buffer_;
  std::vector<Part> parts_;
  struct Word {
    std::uint32_t first = 0;  // part
    std::uint32_t known = KnownWords::kUnknown;
  };
  std::vector<Word> words_;  // and the end
  std::size_t size_ = 0;
  std::size_t part_count_ = 0;
  std::size_t word_count_ = 0;
};

/// Folds by one language's table. Immutable.
class Folder {
 public:
  /// Entries of `language.folding` that are no single letter, or fold to
  /// nothing, are left out; the
  /// lexicon reports them.
  explicit Folder(const Language& language);

  /// `text` is at most 1 GiB; what lies beyond is not looked at. `known`, if
  /// not null, learns its words; it changes nothing but KnownAs.
  void Fold(std::string_view text, FoldedText* folded,
            KnownWords* known = nullptr) const;

  /// The folded words with single blanks between them.
  void Fold(std::string_view text, std::string* folded) const;
  std::string Fold(std::string_view text) const;

  /// The one letter that `key` is, in lower case and composed; 0 if it is none.
  static char32_t LetterOf(std::string_view key);

 private:
  friend class FoldRun;
  static constexpr char32_t kTableSize = 0x250;  // Latin-1 and its extensions

  const std::string* Find(char32_t letter) const;
  const std::string* FindComposed(char32_t base, char32_t mark) const;
  void AppendLetter(char32_t letter, std::string* out, char32_t* base,
                    std::size_t* base_at) const;

  bool EndsWhole(std::string_view word) const;

  std::vector<std::pair<char32_t, std::string>> letters_;  // sorted
  std::vector<std::string> whole_endings_;                 // folded
  struct Composed {
    char32_t base, mark, letter;
    std::string folded;
  };
  std::vector<Composed> composed_;
  bool ascii_is_plain_ = true;  // no ASCII letter folds to anything else
  /// A code point below kTableSize, looked up beforehand.
  struct TableEntry {
    CharKind kind = CharKind::kOther;
    std::uint8_t size = 0;  ///< of `folded`; 0: no letter, or it is too long
    char folded[8] = {};
    char32_t base = 0;  ///< in lower case, for the marks behind it
  };
  std::vector<TableEntry> table_;
};

}  // namespace sigte
