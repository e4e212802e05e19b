// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/app/instances.h"
#include "engine/app/output.h"
#include "engine/base/messages.h"
#include "engine/schema/output.h"
#include "engine/schema/schema.h"

/// What `sigte validate` writes, in each of its formats.
namespace sigte {

enum class FaultFormat : std::uint8_t { kText, kNdjson, kJson };

struct FaultReportOptions {
  FaultFormat format = FaultFormat::kText;
  OutputUnit unit = OutputUnit::kBasic;  ///< of kJson
  Lang lang = Lang::kDa;
  /// Faults shown: of the whole run (kText), of each document (the others).
  std::size_t max_faults = 0;
};

/// One document and what is wrong with it.
struct CheckedInstance {
  Instance* instance = nullptr;
  std::vector<SchemaFault> faults;
  bool cut = false;  ///< there are more faults than were looked for
  bool valid() const {
    return faults.empty() && !instance->issues().has_errors();
  }
};

/// Counts over the run.
struct FaultTotals {
  std::int64_t documents = 0;
  std::int64_t invalid = 0;
  std::int64_t unreadable = 0;  ///< files
  std::int64_t faults = 0;      ///< found
  std::int64_t shown = 0;
  bool more = false;  ///< there are more than `faults`
};

/// Writes as it goes and keeps nothing but counts. What HideInTelling names is
/// shown whole in none of it.
class FaultReport {
 public:
  /// Borrows `output`.
  static std::unique_ptr<FaultReport> Make(const FaultReportOptions& options,
                                           Output* output);
  virtual ~FaultReport() = default;

  void AddInstance(CheckedInstance* checked);
  /// A file that could not be read, or not to its end; `why` is the system's
  /// or the catalogue's.
  void AddUnreadable(const std::string& file, const LocalText& why);

  const FaultTotals& totals() const { return totals_; }
  /// How many were checked, and, where faults were left out, that they were.
  std::string Summary() const;

 protected:
  FaultReport(const FaultReportOptions& options, Output* output)
      : options_(options), output_(*output) {}

  virtual void WriteInstance(CheckedInstance* checked) = 0;
  virtual void WriteUnreadable(const std::string& file, const Issue& issue) = 0;

  Lang lang() const { return options_.lang; }
  const FaultReportOptions& options() const { return options_; }
  void Write(std::string_view text) { output_.Write(text); }
  /// Whether one more may be shown of `shown_here`; counts it.
  bool Show(std::size_t shown_here);

 private:
  FaultReportOptions options_;
  Output& output_;
  FaultTotals totals_;
};

}  // namespace sigte
