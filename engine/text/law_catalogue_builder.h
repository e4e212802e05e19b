// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/base/issue.h"
#include "engine/text/law_catalogue_impl.h"

/// Compiles laws.yaml; says what is wrong with it.
namespace sigte {

class LawCatalogueBuilder {
 public:
  LawCatalogueBuilder(const Language& language, const CitationMarks& marks,
                      const std::vector<LawSource>& laws, IssueList* issues);

  /// Null exactly when an issue that it found is an error.
  std::unique_ptr<LawCatalogueImpl> Build();

 private:
  void AddMarks();
  void AddWords(const std::vector<std::string>& words,
                std::vector<std::string>* folded);
  void AddNumberFirst(const SpannedText& pattern);
  std::optional<NumberFirst::Of> KindOfMark(const std::string& mark) const;
  void AddLaw(std::uint32_t number);
  void AddName(std::uint32_t law, const SpannedText& name,
               bool is_abbreviation);
  void AddSection(std::uint32_t law, const SectionSource& section);
  void CheckOverlaps(std::uint32_t law, const SectionSource& section,
                     std::size_t added_from);
  void CheckPeriod(const LawSource& law, const std::string& from,
                   const std::string& until, Span span);
  void AddDefault();

  const CitationMarks& marks_;
  const std::vector<LawSource>& laws_;
  IssueList& issues_;
  const std::size_t issues_before_;
  std::unique_ptr<LawCatalogueImpl> impl_;
  std::unordered_map<std::string, std::uint32_t> ids_;
  // Folded name → law; abbreviations of different laws may be equal.
  std::unordered_map<std::string, std::uint32_t> names_;
};

}  // namespace sigte
