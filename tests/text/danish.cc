// SPDX-License-Identifier: MPL-2.0

#include "tests/text/danish.h"

#include "gtest/gtest.h"

namespace sigte {
namespace {

void ExpectScanAgrees(const Lexicon& lexicon, TextScanner* scanner,
                      const std::string& text,
                      const std::vector<TermHit>& hits) {
  std::vector<TermScan> scans(lexicon.size());
  scanner->Scan(text, scans.data());
  std::vector<TermScan> expected(lexicon.size());
  for (const TermHit& hit : hits) {
    expected[hit.term].mentions |= hit.mention;
    if (hit.mention == kAffirmed) {
      expected[hit.term].clauses |= std::uint64_t{1}
                                    << std::min(hit.clause, 63U);
    }
  }
  for (std::size_t t = 0; t < scans.size(); ++t) {
    EXPECT_EQ(scans[t].mentions, expected[t].mentions) << text;
    EXPECT_EQ(scans[t].clauses, expected[t].clauses) << text;
  }
}

std::string Slice(const std::string& text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace

std::shared_ptr<const Lexicon> Compile(const std::vector<TermSource>& terms,
                                       const Language& language) {
  IssueList issues;
  auto lexicon = Lexicon::Build(language, terms, &issues);
  for (const Issue& issue : issues.issues()) {
    ADD_FAILURE() << Format(issue, Lang::kEn);
  }
  return lexicon;
}

std::string HitsIn(const Lexicon& lexicon, const std::string& text) {
  TextScanner scanner(lexicon);
  std::vector<TermHit> hits;
  scanner.Hits(text, &hits);
  ExpectScanAgrees(lexicon, &scanner, text, hits);
  std::string told;
  for (const TermHit& hit : hits) {
    if (!told.empty()) told += ", ";
    told += lexicon.id(hit.term) + " '" + Slice(text, hit.span) + "'";
    const std::string trigger = Slice(text, hit.trigger);
    if (hit.mention == kNegated) told += " !" + trigger;
    if (hit.mention == kSupplementing) told += " +" + trigger;
  }
  return told;
}

std::string HitsIn(const TermSource& term, const std::string& text) {
  const auto lexicon = Compile({term});
  return lexicon == nullptr ? "no lexicon" : HitsIn(*lexicon, text);
}

std::string IssuesIn(const std::vector<TermSource>& terms,
                     const Language& language) {
  IssueList issues;
  const auto lexicon = Lexicon::Build(language, terms, &issues);
  EXPECT_EQ(lexicon == nullptr, issues.has_errors());
  std::string text;
  for (const Issue& issue : issues.issues()) {
    text += Format(issue, Lang::kEn);
  }
  return text;
}

}  // namespace sigte
