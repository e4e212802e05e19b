// SPDX-License-Identifier: MPL-2.0

// A slow matcher that does the obvious thing, word by word and pattern by
// pattern, judges the fast one on texts made of pieces of the vocabulary.

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "gtest/gtest.h"
#include "tests/text/danish.h"

namespace sigte {
namespace {

struct Piece {
  std::string text;       // folded, lower-case ASCII
  bool soft = false;      // a hyphen before it
  std::size_t begin = 0;  // in the text
  std::size_t end = 0;
  std::size_t word = 0;
};

/// Texts are lower-case ASCII words, hyphens and single blanks only.
std::vector<Piece> Split(const std::string& text) {
  std::vector<Piece> pieces;
  std::size_t at = 0, word = 0;
  while (at < text.size()) {
    if (text[at] == ' ') {
      ++word;
      ++at;
      continue;
    }
    Piece piece;
    piece.soft = text[at] == '-';
    if (piece.soft) ++at;
    piece.begin = at;
    while (at < text.size() && text[at] != ' ' && text[at] != '-') ++at;
    piece.end = at;
    piece.word = word;
    piece.text = text.substr(piece.begin, at - piece.begin);
    pieces.push_back(piece);
  }
  return pieces;
}

using Run = std::pair<std::size_t, std::size_t>;  // pieces, both included

/// Every stretch of pieces in one word, with its letters.
std::vector<std::pair<Run, std::string>> Stretches(
    const std::vector<Piece>& pieces) {
  std::vector<std::pair<Run, std::string>> stretches;
  for (std::size_t a = 0; a < pieces.size(); ++a) {
    std::string letters;
    for (std::size_t b = a;
         b < pieces.size() && pieces[b].word == pieces[a].word; ++b) {
      letters += pieces[b].text;
      stretches.push_back({{a, b}, letters});
    }
  }
  return stretches;
}

class Obvious {
 public:
  Obvious(const TermSource& term, const Language& language,
          const std::string& text)
      : term_(term), language_(language), pieces_(Split(text)) {}

  std::set<std::pair<std::size_t, std::size_t>> Spans() const {
    std::set<Run> runs;
    for (const auto& [run, letters] : Stretches(pieces_)) {
      AddWords(run, letters, &runs);
      for (const SpannedText& head : term_.heads) {
        if (letters == head.text && run.second + 1 < pieces_.size() &&
            pieces_[run.second + 1].soft) {
          runs.insert(WholeWord(run));
        }
        if (letters.starts_with(head.text) && letters != head.text) {
          runs.insert(WholeWord(run));
        }
      }
      for (const SpannedText& tail : term_.tails) {
        if (EndsSo(letters, tail.text)) runs.insert(WholeWord(run));
      }
      for (const SpannedText& part : term_.parts) {
        if (letters.find(part.text) != letters.npos) {
          runs.insert(WholeWord(run));
        }
      }
    }
    for (const SpannedText& phrase : term_.phrases) {
      AddPhrase(phrase.text, &runs);
    }
    std::set<Run> blocks;
    for (const SpannedText& phrase : term_.but_not) {
      AddPhrase(phrase.text, &blocks);
    }
    std::set<std::pair<std::size_t, std::size_t>> spans;
    for (const Run& run : runs) {
      const bool blocked = std::ranges::any_of(blocks, [&](const Run& block) {
        return block.first <= run.first && run.second <= block.second;
      });
      if (!blocked) {
        spans.insert({pieces_[run.first].begin, pieces_[run.second].end});
      }
    }
    return spans;
  }

 private:
  bool IsEnding(const std::string& rest) const {
    return rest.empty() || std::ranges::find(language_.endings, rest) !=
                               language_.endings.end();
  }

  bool EndsSo(const std::string& letters, const std::string& tail) const {
    for (std::size_t at = letters.find(tail); at != letters.npos;
         at = letters.find(tail, at + 1)) {
      if (IsEnding(letters.substr(at + tail.size()))) return true;
    }
    return false;
  }

  // Only the shortest stretch from a piece counts for a word with endings.
  void AddWords(Run run, const std::string& letters,
                std::set<Run>* runs) const {
    for (const SpannedText& word : term_.words) {
      if (!letters.starts_with(word.text) ||
          !IsEnding(letters.substr(word.text.size()))) {
        continue;
      }
      const bool shorter = std::ranges::any_of(*runs, [&](const Run& r) {
        if (r.first != run.first || r.second >= run.second) return false;
        std::string l;
        for (std::size_t i = r.first; i <= r.second; ++i) l += pieces_[i].text;
        return l.starts_with(word.text) && IsEnding(l.substr(word.text.size()));
      });
      if (!shorter) runs->insert(run);
    }
    for (const SpannedText& word : term_.exact) {
      if (letters == word.text) runs->insert(run);
    }
  }

  Run WholeWord(Run run) const {
    while (pieces_[run.first].soft) --run.first;
    while (run.second + 1 < pieces_.size() && pieces_[run.second + 1].soft) {
      ++run.second;
    }
    return run;
  }

  // Phrases here are whole words, the last of which may end in '*'.
  void AddPhrase(const std::string& phrase, std::set<Run>* runs) const {
    for (std::size_t first = 0; first < pieces_.size(); ++first) {
      std::size_t piece = first, at = 0;
      bool matched = true;
      while (matched && at < phrase.size()) {
        const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
        matched = MatchWord(phrase.substr(at, end - at), &piece);
        at = end + 1;
      }
      if (matched) runs->insert({first, piece - 1});
    }
  }

  bool MatchWord(std::string word, std::size_t* piece) const {
    const bool open = word.ends_with('*');
    if (open) word.pop_back();
    std::string letters;
    for (std::size_t p = *piece;
         p < pieces_.size() && pieces_[p].word == pieces_[*piece].word; ++p) {
      letters += pieces_[p].text;
      const bool last =
          p + 1 == pieces_.size() || pieces_[p + 1].word != pieces_[p].word;
      if (open ? last && letters.starts_with(word) : letters == word) {
        *piece = p + 1;
        return true;
      }
    }
    return false;
  }

  const TermSource& term_;
  const Language& language_;
  const std::vector<Piece> pieces_;
};

TermSource RandomTerm(std::mt19937* random,
                      const std::vector<std::string>& pieces) {
  const auto pick = [&] { return pieces[(*random)() % pieces.size()]; };
  TermSource term = Term("t");
  std::set<std::string> used;
  const auto add = [&](std::vector<SpannedText>* list, std::string text) {
    if (used.insert(std::to_string((*random)() % 2) + text).second &&
        list->empty()) {
      list->push_back(Word(std::move(text)));
    }
  };
  add(&term.words, pick());
  add(&term.exact, pick() + pick());
  if ((*random)() % 2 == 0) add(&term.heads, pick());
  if ((*random)() % 2 == 0) add(&term.tails, pick());
  if ((*random)() % 4 == 0) add(&term.parts, pick() + pick());
  const std::string star = (*random)() % 3 == 0 ? "*" : "";
  add(&term.phrases, pick() + " " + pick() + " " + pick() + star);
  add(&term.but_not, pick() + " " + pick() + "*");
  return term;
}

TEST(Reference, FindsExactlyWhatTheFastMatcherFinds) {
  std::mt19937 random(20190101);
  const std::vector<std::string> pieces = {
      "tolk", "e", "en", "kultur", "sprog", "a", "aa", "s", "ikke"};
  const std::vector<std::string> joints = {"", "", " ", " ", " ", "-"};
  const Language language = Danish();
  for (int round = 0; round < 400; ++round) {
    const TermSource term = RandomTerm(&random, pieces);
    const auto lexicon = Compile({term}, language);
    ASSERT_NE(lexicon, nullptr);
    TextScanner scanner(*lexicon);
    for (int t = 0; t < 20; ++t) {
      std::string text = pieces[random() % pieces.size()];
      const std::size_t length = random() % 40;
      for (std::size_t i = 0; i < length; ++i) {
        text += joints[random() % joints.size()];
        text += pieces[random() % pieces.size()];
      }
      std::vector<TermHit> hits;
      scanner.Hits(text, &hits);
      std::set<std::pair<std::size_t, std::size_t>> spans;
      for (const TermHit& hit : hits) {
        spans.insert({hit.span.begin, hit.span.end});
      }
      ASSERT_EQ(spans, Obvious(term, language, text).Spans()) << text;
      HitsIn(*lexicon, text);  // holds Scan to Hits
    }
  }
}

}  // namespace
}  // namespace sigte
