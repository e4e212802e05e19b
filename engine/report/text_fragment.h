// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>

#include "engine/report/output_format.h"

namespace sigte {

/// A fragment that is the bytes to be written, for formats that stream.
class TextFragment : public FormatFragment {
 public:
  void Begin(const std::string& /*file*/) override { text.clear(); }

  std::string text;
};

/// A writer whose fragments stand one behind the other.
class StreamWriter : public FormatWriter {
 public:
  bool Merge(FormatFragment* fragment, const Sink& sink) override {
    const std::string& text = static_cast<TextFragment*>(fragment)->text;
    return text.empty() || sink(text);
  }
};

}  // namespace sigte
