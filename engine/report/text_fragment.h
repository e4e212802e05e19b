// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

#include "engine/report/output_format.h"

namespace sigte {

/// A fragment that is the bytes to be written, for formats that stream.
class TextFragment : public FormatFragment {
 public:
  void Begin(const std::string& /*file*/) override { text.clear(); }

  /// What it has come to; lies elsewhere than in `text` where a format says so.
  virtual std::string_view bytes() const { return text; }

  std::string text;
};

/// A writer whose fragments stand one behind the other.
class StreamWriter : public FormatWriter {
 public:
  bool Merge(FormatFragment* fragment, const Sink& sink) override {
    const std::string_view bytes =
        static_cast<TextFragment*>(fragment)->bytes();
    return bytes.empty() || sink(bytes);
  }
};

}  // namespace sigte
