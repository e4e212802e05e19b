// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/decide/decision.h"
#include "engine/decide/ruling_book.h"
#include "engine/evaluate/program.h"
#include "engine/evaluate/values.h"
#include "engine/record/record.h"

/// What the rulings on one record do to its rules.
///
/// A ruling that is approved and current, and made on the evidence as it is,
/// answers a rule that is unknown, or a check that asks its question: the rule
/// has that answer. A check that is answered with false asks no more; one
/// answered with true is confirmed, and blocks until the data are corrected.
///
/// A rule that answers by itself is not overruled. Where it says the same, the
/// ruling is idle. Where it says the opposite, on the same facts, the ruling is
/// `against` and decides nothing, but the doubt is real: the rule counts as
/// unknown (a question), so that the record can only fall towards borderline. A
/// check that rejects stands: an invalid record goes back to be corrected.
namespace sigte {

/// Instructions and the values that they are to have, by instruction.
using Pins = std::vector<std::pair<std::uint32_t, Value>>;

/// One a thread; keeps its scratch.
class RulingsOnRecord {
 public:
  RulingsOnRecord(const Program& program, const RulingBook& book);

  /// Works out what the rulings on `record` do; `values` are its own, before
  /// any ruling. Appends a note for each to `*notes`. False where there are
  /// none.
  bool Look(const Record& record, const Values& values,
            const std::vector<Value>* measures, std::vector<RulingNote>* notes);

  /// Of the last record: what rulings in force give, sorted.
  const Pins& pins() const { return pins_; }
  /// The same with rulings that wait for approval; differing ones leave the
  /// rule as it is.
  const Pins& pins_if_approved() const { return pins_if_approved_; }

  const RulingBook& book() const { return book_; }

 private:
  RulingState StateOn(const Record& record, const Values& values,
                      const std::vector<Value>* measures, std::uint32_t ruling);
  RulingState AgainstValue(const Value& own, const CompiledRule& rule,
                           bool answer) const;
  void Pin(const RulingNote& note);
  void SettlePins(std::vector<RulingNote>* notes, std::size_t first);

  const Program& program_;
  const RulingBook& book_;
  Pins pins_;
  Pins pins_if_approved_;
};

}  // namespace sigte
