// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string_view>
#include <vector>

#include "engine/text/law_catalogue_impl.h"

/// Puts laws and provisions of one text together.
namespace sigte {

class CitationReader {
 public:
  /// Borrows both.
  CitationReader(const LawCatalogueImpl& catalogue, std::string_view text);

  void Read(std::vector<Citation>* citations);

 private:
  /// Provisions that stand together, and the law that they are of.
  struct Group {
    int mention = -1;  ///< number in mentions_; -1: none stands before it
    bool is_default = false;
    std::uint32_t first = 0;  ///< parts
    std::uint32_t end = 0;
    std::vector<Provision> provisions;
  };

  bool MayHoldProvisions() const;
  void CollectGroups();
  std::uint32_t ReadAfterLaw(std::size_t mention);
  std::uint32_t ReadLedTo(std::size_t mention,
                          const std::vector<std::string>& leading,
                          std::uint32_t part);
  void SplitLastUnit(std::size_t group);
  void FindLaw(Group* group);
  int LawBehind(const Group& group) const;
  int NearestLaw(const Group& group) const;
  bool CanTake(std::size_t mention) const;
  bool StandsByOtherLaw(const Group& group) const;
  void Append(const Group& group, std::vector<Citation>* citations) const;
  Citation CitationOf(std::size_t mention, const Provision& provision) const;
  Span SpanOf(const LawMention& mention) const;

  const LawCatalogueImpl& catalogue_;
  const std::string_view text_;
  const FoldedText& folded_;
  std::vector<LawMention> mentions_;
  std::vector<std::uint32_t> law_parts_;  // the first of each mention
  std::vector<bool> taken_;  // by mention: has provisions of its own
  std::vector<Group> groups_;
};

}  // namespace sigte
