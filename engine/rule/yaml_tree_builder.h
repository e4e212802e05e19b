// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <yaml-cpp/eventhandler.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/byte_order_mark.h"
#include "engine/rule/yaml_tree.h"

/// yaml_tree.cc's own: the parser's events become a tree.
namespace sigte {

/// Ends a parse that has gone beyond a bound; never leaves yaml_tree.cc.
struct Stop {};

class TreeBuilder : public YAML::EventHandler {
 public:
  using Mark = YAML::Mark;

  TreeBuilder(const Source& source, IssueList* issues)
      : source_(source),
        text_(source.text()),
        base_(ByteOrderMark(source.text())),
        issues_(issues) {}

  bool has_root() const { return has_root_; }
  YamlNode TakeRoot() { return std::move(root_); }

  /// The mark's byte of the source.
  std::size_t Offset(const Mark& mark) const;

  /// Where the innermost bracket of this kind was opened, or `otherwise`.
  std::size_t OpenBracket(char bracket, std::size_t otherwise) const;

  /// What stands before `at` on its line, blanks apart; '\0' for nothing.
  char Before(std::size_t at) const;

  /// The scalar that was read last.
  Span last_scalar() const { return last_scalar_; }

  /// What begins with '!' at `at` is no tag that anybody meant.
  void RefuseTag(std::size_t at, bool brackets);

  void OnDocumentStart(const Mark& mark) override;
  void OnDocumentEnd() override {}
  void OnNull(const Mark& mark, YAML::anchor_t) override;
  void OnAlias(const Mark& mark, YAML::anchor_t) override;
  void OnAnchor(const Mark& mark, const std::string&) override;
  void OnScalar(const Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const Mark& mark, const std::string& tag, YAML::anchor_t,
                       YAML::EmitterStyle::value) override;
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const Mark& mark, const std::string& tag, YAML::anchor_t,
                  YAML::EmitterStyle::value) override;
  void OnMapEnd() override;

 private:
  bool IsInFlow() const;
  void CheckEscapes(const YamlNode& scalar);
  void Error(MessageKey message, Span span, std::vector<LocalText> args = {});
  std::size_t LineEnd(std::size_t at) const;
  bool AwaitsKey() const;
  void Count();
  void Add(YamlNode node);
  void Open(YamlKind kind, std::size_t at, const std::string& tag);
  void Close();
  void CheckKeys(const YamlNode& map);
  Span NullSpan(std::size_t at) const;
  bool ReadStyle(std::size_t at, const std::string& tag, YamlNode* node);
  Span ScalarSpan(std::size_t at, const YamlNode& node);

  const Source& source_;
  std::string_view text_;
  std::size_t base_;
  IssueList* issues_;
  std::vector<YamlNode> open_;
  YamlNode root_;
  bool has_root_ = false;
  std::size_t documents_ = 0;
  std::size_t nodes_ = 0;
  Span last_scalar_;
  std::size_t refused_to_ = 0;  // the end of the last tag that was told
};

}  // namespace sigte
