// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

#include "engine/report/output_format.h"
#include "engine/report/remarks.h"

/// What formats have in common that show the worst remarks and count the rest.
namespace sigte {

class WorstFragment : public FormatFragment {
 public:
  /// `limit` is how many of each grade are kept.
  WorstFragment(const Program& program, const FormatOptions& options,
                std::size_t limit)
      : worst(limit), context_(program, options) {}

  void Begin(const std::string& /*file*/) override { worst.Clear(); }
  void Add(const Decision& decision, const Record* /*record*/) override {
    for (const Remark& remark : RemarksOf(decision, context_)) Tell(remark);
  }
  void AddFileFinding(const Finding& finding,
                      const std::string& file) override {
    Tell(RemarkOf(finding, file, context_));
  }

  WorstRemarks worst;

 protected:
  /// Gives `remark` to `worst` as the format writes it, or leaves it out.
  virtual void Tell(const Remark& remark) = 0;

  const FormatOptions& options() const { return context_.options; }

 private:
  RemarkContext context_;
};

/// `Fragment` is a WorstFragment made of a program and options.
template <typename Fragment>
class WorstWriter : public FormatWriter {
 public:
  WorstWriter(const Program& program, FormatOptions options, std::size_t limit)
      : program_(program), options_(std::move(options)), worst_(limit) {}

  std::unique_ptr<FormatFragment> MakeFragment() const override {
    return std::make_unique<Fragment>(program_, options_);
  }
  bool Merge(FormatFragment* fragment, const Sink& /*sink*/) override {
    worst_.Merge(std::move(static_cast<Fragment*>(fragment)->worst));
    return true;
  }

 protected:
  const Program& program_;
  FormatOptions options_;
  WorstRemarks worst_;
};

}  // namespace sigte
