// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/scalar_map.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace sigte {
namespace {

// Walks file and text side by side. The text says how the parser folded, so
// that its rules need not be known here a second time.
class Mapper {
 public:
  Mapper(std::string_view file, std::size_t begin, YamlStyle style,
         std::string_view text)
      : file_(file), text_(text), style_(style), at_(begin) {}

  ScalarMap Run() {
    map_.offsets.reserve(text_.size() + 1);
    const bool block =
        style_ == YamlStyle::kLiteral || style_ == YamlStyle::kFolded;
    if (block) {
      Block();
    } else {
      Flow();
    }
    at_ = std::min(at_, file_.size());
    map_.offsets.resize(text_.size() + 1, at_);
    map_.end = at_;
    if (!block && style_ != YamlStyle::kPlain) Close();
    return std::move(map_);
  }

 private:
  std::size_t done() const { return map_.offsets.size(); }
  bool finished() const { return done() >= text_.size(); }
  bool Next(char c) const { return !finished() && text_[done()] == c; }
  void Emit(std::size_t offset) { map_.offsets.push_back(offset); }

  // Plain and quoted scalars.
  void Flow() {
    if (style_ != YamlStyle::kPlain) ++at_;
    while (!finished()) {
      if (AtFold()) {
        Fold();
      } else if (style_ == YamlStyle::kDoubleQuoted && At('\\')) {
        Escape();
      } else if (style_ == YamlStyle::kSingleQuoted && At('\'')) {
        Emit(at_);
        at_ += 2;
      } else if (at_ >= file_.size() || file_[at_] != text_[done()]) {
        return;
      } else {
        Emit(at_++);
      }
    }
  }

  bool At(char c) const { return at_ < file_.size() && file_[at_] == c; }

  // Blanks and a line break.
  bool AtFold() const {
    const std::size_t content = file_.find_first_not_of(" \t", at_);
    if (content == std::string_view::npos) return false;
    return file_[content] == '\n' || file_[content] == '\r';
  }

  void Fold() {
    const std::size_t from = at_;
    at_ = std::min(file_.find_first_not_of(" \t\r\n", at_), file_.size());
    EmitBreak(from);
  }

  void EmitBreak(std::size_t from) {
    if (Next(' ')) {
      Emit(from);
    } else {
      while (Next('\n')) Emit(from);
    }
  }

  void Escape() {
    const std::size_t from = at_;
    const char letter = at_ + 1 < file_.size() ? file_[at_ + 1] : '\\';
    if (letter == '\n' || letter == '\r') {
      at_ = std::min(file_.find_first_not_of(" \t\r\n", at_ + 1), file_.size());
      return;
    }
    at_ += letter == 'x' ? 4 : letter == 'u' ? 6 : letter == 'U' ? 10 : 2;
    Emit(from);
    // An escape may stand for a letter of several bytes.
    while (!finished() && IsContinuation(text_[done()])) Emit(from);
  }

  // Literal and folded scalars: the lines after the one that '|' stands on.
  void Block() {
    at_ = NextLine(at_);
    std::size_t indent = std::string_view::npos;
    while (Next('\n')) Emit(at_);
    while (!finished() && at_ < file_.size()) {
      const std::size_t content = file_.find_first_not_of(' ', at_);
      if (content == std::string_view::npos) return;
      if (file_[content] == '\n' || file_[content] == '\r') {
        at_ = NextLine(at_);
        continue;
      }
      if (indent == std::string_view::npos) {
        const std::size_t own = text_.find_first_not_of(' ', done());
        if (own == std::string_view::npos || own - done() > content - at_)
          return;
        indent = content - at_ - (own - done());
      }
      at_ += indent;
      if (!CopyLine()) return;
    }
  }

  bool CopyLine() {
    while (at_ < file_.size() && file_[at_] != '\n' && file_[at_] != '\r') {
      if (!Next(file_[at_])) return false;
      Emit(at_++);
    }
    EmitBreak(at_);
    if (!finished()) at_ = NextLine(at_);
    return true;
  }

  std::size_t NextLine(std::size_t at) const {
    const std::size_t end = file_.find('\n', at);
    return end == std::string_view::npos ? file_.size() : end + 1;
  }

  void Close() {
    const char quote = style_ == YamlStyle::kSingleQuoted ? '\'' : '"';
    // What the parser dropped at the end: blanks before the quote's line.
    const std::size_t content = file_.find_first_not_of(" \t\r\n", at_);
    map_.closed = content != std::string_view::npos && file_[content] == quote;
    map_.end = map_.closed ? content + 1 : at_;
  }

  std::string_view file_;
  std::string_view text_;
  YamlStyle style_;
  std::size_t at_;
  ScalarMap map_;
};

}  // namespace

ScalarMap MapScalar(std::string_view file, std::size_t begin, YamlStyle style,
                    std::string_view text) {
  return Mapper(file, begin, style, text).Run();
}

}  // namespace sigte
