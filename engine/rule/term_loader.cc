// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/term_loader.h"

#include <array>
#include <utility>

#include "engine/rule/misplaced.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 14> kTermKeys = {
    "term",  "title",   "source",   "words",   "exact",    "heads", "tails",
    "parts", "phrases", "acronyms", "but_not", "includes", "hits",  "misses"};

TermSource LoadTerm(YamlReader* reader, const YamlNode& node) {
  const std::size_t before = reader->issues()->issues().size();
  YamlMap map(reader, node, kTermKeys);
  TermSource term;
  term.source = &reader->source();
  term.words = map.Patterns("words");
  term.exact = map.Patterns("exact");
  term.heads = map.Patterns("heads");
  term.tails = map.Patterns("tails");
  term.parts = map.Patterns("parts");
  term.phrases = map.Patterns("phrases");
  term.acronyms = map.Patterns("acronyms");
  term.but_not = map.Patterns("but_not");
  term.includes = map.Patterns("includes");
  term.readable = reader->issues()->issues().size() == before;
  term.id = map.Name("term");
  term.title = map.Local("title");
  map.Text("source");
  term.hits = map.Texts("hits");
  term.misses = map.Texts("misses");
  return term;
}

}  // namespace

void LoadTerms(const Source& source, const YamlNode& root, Ruleset* ruleset,
               IssueList* issues) {
  YamlReader reader(source, issues);
  if (ReportOtherFile(&reader, root, RulesetFile::kTerms) ||
      !reader.Expect(root, YamlKind::kSequence)) {
    return;
  }
  for (const YamlNode& node : root.items) {
    if (ReportMisplaced(&reader, node, "term")) continue;
    TermSource term = LoadTerm(&reader, node);
    if (term.id.text.empty()) continue;
    const auto [at, is_new] =
        ruleset->term_places.emplace(term.id.text, ruleset->terms.size());
    if (is_new) {
      ruleset->terms.push_back(std::move(term));
    } else {
      const TermSource& first = ruleset->terms[at->second];
      reader.Error("R124.duplicate-name", term.id.span,
                   {term.id.text, PlaceName(*first.source, first.id.span)});
    }
  }
}

}  // namespace sigte
