// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/issue.h"
#include "engine/record/document.h"
#include "engine/schema/program.h"
#include "engine/schema/schema.h"
#include "engine/schema/subjects.h"

namespace sigte::schema {

/// A fault and what is needed to weigh it against those of other branches.
struct Found {
  SchemaFault fault;
  Op op;
  LocalText expected;   ///< of kType and kValues: "a number", "'-'"
  std::uint32_t depth;  ///< of its node: Subjects::DepthOf
  const ValueSet* values = nullptr;  ///< of kValues
};

/// At most so many values are named in the middle of a sentence.
inline constexpr std::size_t kMostInSentence = 4;

/// Puts what a Runner finds wrong into words: one function for each finding.
/// Knows the way through the schema (the references followed), and chooses
/// among the faults of branches.
class Explainer {
 public:
  /// Borrows program, document and source (which may be null). `entry` is the
  /// unit that the run begins with, `subjects` the document from the node on
  /// that it begins at.
  Explainer(const Program& program, UnitId entry, const Document& document,
            const Subjects& subjects, const Source* source, std::size_t limit)
      : program_(program),
        entry_(entry),
        document_(document),
        subjects_(subjects),
        source_(source),
        limit_(limit) {}

  /// More faults than the limit have been found.
  bool full() const { return found_.size() > limit_; }

  /// `unit` is run next, because of `via`, a place in the caller's schema.
  void Enter(NodeIndex via, UnitId unit) { way_.push_back({via, unit}); }
  void Leave() { way_.pop_back(); }

  // One function a finding. `unit` holds the keyword.
  void Value(UnitId unit, const Step& step, NodeIndex node);
  void MissingMember(UnitId unit, const ObjectPlan& plan, std::uint32_t member,
                     NodeIndex object);
  void UnknownMember(UnitId unit, NodeIndex place, NodeIndex key);
  void TooManyElements(UnitId unit, NodeIndex place, NodeIndex array,
                       NodeIndex element, std::uint32_t allowed);
  void Contains(UnitId unit, const ContainsPlan& plan, std::uint32_t found,
                NodeIndex array);
  void DependentMissing(UnitId unit, const Dependent& dependent,
                        std::string_view name, NodeIndex object);
  void SeveralFit(UnitId unit, const Step& step,
                  const std::vector<std::uint32_t>& fitting, NodeIndex node);
  void Forbidden(UnitId unit, const Step& step, NodeIndex node);
  void ClosestBranch(UnitId unit, const Step& step, NodeIndex node,
                     std::vector<std::vector<Found>> branches);
  void TooDeep(UnitId unit, NodeIndex node);
  void TooCostly(UnitId unit, NodeIndex node);

  /// While it lives, faults are gathered apart.
  class [[nodiscard]] Aside {
   public:
    Aside(Explainer* explainer, std::size_t limit);
    ~Aside();
    Aside(const Aside&) = delete;
    Aside& operator=(const Aside&) = delete;

   private:
    Explainer& explainer_;
    std::vector<Found> kept_;
    std::size_t kept_limit_;
  };
  std::vector<Found> TakeAside() { return std::move(found_); }

  /// Everything found, in document order.
  std::vector<SchemaFault> TakeFaults(bool* cut);

 private:
  struct Hop {
    NodeIndex via;
    UnitId unit;
  };
  struct Where {
    UnitId unit;
    NodeIndex place;  // in the unit's schema
    Op op;
    NodeIndex node;  // in the instance
  };

  Found& Add(const Where& where, MessageKey message,
             std::vector<LocalText> args);
  std::string RelativePath(UnitId unit, NodeIndex place) const;
  std::string KeywordOf(UnitId unit, NodeIndex place) const;
  std::string PathTo(UnitId unit, NodeIndex place) const;
  std::string UriOf(UnitId unit, NodeIndex place) const;

  // faults of one value
  void WrongType(const Where& where, const Step& step);
  void WrongValue(const Where& where, const ValueSet& set);
  void WrongNumber(const Where& where, const Step& step);
  void WrongText(const Where& where, const Step& step);
  void WrongPattern(const Where& where, const Pattern& pattern);
  void WrongCount(const Where& where, const Step& step);
  void RepeatedItem(const Where& where);
  void NotAllowed(const Where& where);
  void GuessValue(const std::vector<const ValueSet*>& sets, NodeIndex node,
                  Issue* issue) const;
  bool ForbiddenByOneKeyword(const Where& where, UnitId negated);
  void ForbiddenMembers(const Where& where, const ObjectPlan& plan);

  LocalText TitleOf(UnitId unit) const;
  LocalText ExpectedOf(const ValueSet& set) const;
  void NamesKnownTo(UnitId unit, std::vector<std::string>* names,
                    std::uint32_t depth) const;
  void NamesOf(const ObjectPlan& plan, std::vector<std::string>* names) const;

  // What several branches have in common is told as one.
  using Branch = std::vector<Found>;
  bool MergeExpected(const Where& where, const std::vector<Branch>& branches);
  bool MergeMissing(const Where& where, const std::vector<Branch*>& nearest);
  bool MergeChoice(const Where& where, const std::vector<Branch*>& nearest);
  bool TellCommon(const std::vector<Branch*>& nearest);
  void TellNearest(const Where& where, std::uint32_t depth,
                   std::vector<Branch>* branches);

  const Program& program_;
  UnitId entry_;
  const Document& document_;
  const Subjects subjects_;
  const Source* source_;
  std::size_t limit_;
  std::vector<Hop> way_;
  std::vector<Found> found_;
};

}  // namespace sigte::schema
