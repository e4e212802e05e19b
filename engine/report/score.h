// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/messages.h"
#include "engine/decide/decision.h"

/// How well a ruleset decides, against what careful readers decided.
namespace sigte {

/// What readers say of one record: include, exclude or borderline.
struct ReaderLabel {
  std::string id;
  Verdict verdict = Verdict::kBorderline;
  std::string difficulty;  ///< may be empty
  std::string note;        ///< may be empty
};

class Score {
 public:
  /// One labelled record and what the scope formula says of it; nullopt: it
  /// could not be read, which agrees with nothing.
  void Add(const ReaderLabel& label, std::optional<Verdict> scope);

  /// Labels that no record answers to.
  void AddMissing(const ReaderLabel& label) { missing_.push_back(label.id); }

  /// Records that no label means: told, and in no figure.
  void AddUnlabelled(std::int64_t records) { unlabelled_ += records; }

  struct Pair {
    ReaderLabel label;
    std::optional<Verdict> scope;
  };

  std::int64_t total() const { return total_; }
  std::int64_t agreeing() const { return agreeing_; }
  /// Taken for included where readers exclude, or the other way round.
  const std::vector<Pair>& opposite() const { return opposite_; }
  /// All other disagreements.
  const std::vector<Pair>& others() const { return others_; }
  /// Records that were left to people.
  std::int64_t left_to_people() const;
  const std::vector<std::string>& missing() const { return missing_; }

  /// Hundredths of a percent of the records that agree, rounded down; 0 where
  /// there are none.
  std::int64_t AgreementInBasisPoints() const;

  /// Of each list of disagreements at most `most`.
  std::string ToText(Lang lang, std::size_t most) const;

 private:
  static constexpr std::size_t kColumns = 4;  ///< kInvalid: could not be read
  struct Tally {
    std::int64_t total = 0;
    std::int64_t agreeing = 0;
  };

  std::string TableText(Lang lang) const;
  std::string FiguresText(Lang lang) const;

  std::array<std::array<std::int64_t, kColumns>, 3> table_{};  // [label][scope]
  std::map<std::string, Tally> by_difficulty_;
  std::vector<Pair> opposite_;
  std::vector<Pair> others_;
  std::vector<std::string> missing_;
  std::int64_t total_ = 0;
  std::int64_t agreeing_ = 0;
  std::int64_t unlabelled_ = 0;
};

}  // namespace sigte
