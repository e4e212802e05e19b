// SPDX-License-Identifier: MPL-2.0

// TextScanner: what the matcher found, with what the contexts say of it.

#include <algorithm>
#include <bit>
#include <optional>

#include "engine/text/ascii_run.h"
#include "engine/text/characters.h"
#include "engine/text/contexts.h"
#include "engine/text/lexicon.h"
#include "engine/text/lexicon_impl.h"
#include "engine/text/matcher.h"

namespace sigte {
struct TextScanner::Scratch {
  explicit Scratch(const LexiconImpl& lexicon)
      : matcher(lexicon), contexts(lexicon) {}

  /// False where there is nothing.
  bool Read(std::string_view text) {
    matcher.Find(text);
    if (matcher.hits().empty()) return false;
    contexts.Read(matcher.text(), matcher.triggers());
    return true;
  }

  Context ContextOf(PartRun hit) const {
    return contexts.ContextOf(hit, matcher.HasGap(hit));
  }

  Span SpanOf(PartRun parts) const {
    return {matcher.text().part(parts.first).begin,
            matcher.text().part(parts.last).end};
  }

  /// A hit of whatever term at `parts`.
  TermHit HitAt(PartRun parts) const {
    const Context context = ContextOf(parts);
    TermHit hit;
    hit.clause = contexts.ClauseOf(parts.first);
    hit.mention = context.mention;
    hit.span = SpanOf(parts);
    if (context.trigger != nullptr)
      hit.trigger = SpanOf(context.trigger->parts);
    return hit;
  }

  Matcher matcher;
  Contexts contexts;
};

// Clauses come in the order of the text: the last one of each is enough.
bool StandTogether(const std::vector<TermHit>& hits, std::uint32_t term,
                   std::uint32_t other) {
  std::optional<std::uint32_t> one;
  std::optional<std::uint32_t> two;
  for (const TermHit& hit : hits) {
    if (hit.mention != kAffirmed) continue;
    if (hit.term == term) one = hit.clause;
    if (hit.term == other) two = hit.clause;
    if (one && one == two) return true;
  }
  return false;
}

TextScanner::TextScanner(const Lexicon& lexicon)
    : lexicon_(&lexicon), scratch_(std::make_unique<Scratch>(*lexicon.impl_)) {}
TextScanner::~TextScanner() = default;
TextScanner::TextScanner(TextScanner&&) noexcept = default;

void TextScanner::Scan(std::string_view text, TermScan* scans) {
  std::fill_n(scans, lexicon_->size(), TermScan{});
  if (!scratch_->Read(text)) return;
  for (const Match& match : scratch_->matcher.hits()) {
    const Mention mention = scratch_->ContextOf(match.parts).mention;
    scans[match.owner].Add(mention,
                           mention == kAffirmed
                               ? scratch_->contexts.ClauseOf(match.parts.first)
                               : 0);
  }
}

void TextScanner::Hits(std::string_view text, std::vector<TermHit>* hits) {
  hits->clear();
  if (!scratch_->Read(text)) return;
  // Several terms stand at one place: what holds of all is found out once.
  const Match* before = nullptr;
  TermHit hit;
  for (const Match& match : scratch_->matcher.hits()) {
    if (before == nullptr || match.parts != before->parts) {
      hit = scratch_->HitAt(match.parts);
    }
    before = &match;
    hit.term = match.owner;
    hits->push_back(hit);
  }
}

std::size_t TextScanner::CountWords(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    unsigned mask = 0;
    const std::size_t ascii = AsciiWords(text.substr(at), &mask);
    if (ascii > 0) {
      words += static_cast<std::size_t>(
          std::popcount(mask & ~(mask << 1 | (in_word ? 1u : 0u))));
      in_word = (mask >> (ascii - 1) & 1) != 0;
      at += ascii;
      continue;
    }
    std::size_t next = at;
    const CharKind kind = KindAt(text, at, &next);
    const bool continues =
        in_word && (kind == CharKind::kMark || kind == CharKind::kIgnored);
    const bool is_word = IsWordChar(kind) || continues;
    words += is_word && !in_word ? 1u : 0u;
    in_word = is_word;
    at = next;
  }
  return words;
}

}  // namespace sigte
