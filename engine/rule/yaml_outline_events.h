// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "engine/rule/yaml_outline.h"

/// yaml_tree.cc's own: what the parser says of an outline becomes what it would
/// say of the text.
namespace sigte {

/// Ends a parse that is not of what was emptied; never leaves yaml_tree.cc.
struct NotAsOutlined {};

/// Hands on every event with its place in the text, and for what was emptied
/// the events of what it was.
///
/// What makes it right: outline and text are the same up to the first thing
/// that was emptied; where the parser finds a scalar of that kind at that
/// place, it stands behind it as it would in the text, since nothing there
/// depends on how long it was; and so on to the next. Whoever has parsed must
/// ask whether all of them were found.
class OutlineEvents : public YAML::EventHandler {
 public:
  using Mark = YAML::Mark;

  /// Borrows all three. `text` is the outline's, without its byte order mark.
  OutlineEvents(const YamlOutline& outline, std::string_view text,
                YAML::EventHandler* to)
      : outline_(outline), text_(text), to_(*to) {}

  bool found_all() const { return next_ == outline_.emptied.size(); }

  void OnDocumentStart(const Mark& mark) override {
    to_.OnDocumentStart(InText(mark));
  }
  void OnDocumentEnd() override { to_.OnDocumentEnd(); }
  void OnNull(const Mark& mark, YAML::anchor_t anchor) override {
    to_.OnNull(InText(mark), anchor);
  }
  void OnAlias(const Mark& mark, YAML::anchor_t anchor) override {
    to_.OnAlias(InText(mark), anchor);
  }
  void OnAnchor(const Mark& mark, const std::string& name) override {
    to_.OnAnchor(InText(mark), name);
  }
  void OnScalar(const Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const Mark& mark, const std::string& tag,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    to_.OnSequenceStart(InText(mark), tag, anchor, style);
  }
  void OnSequenceEnd() override { to_.OnSequenceEnd(); }
  void OnMapStart(const Mark& mark, const std::string& tag,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    to_.OnMapStart(InText(mark), tag, anchor, style);
  }
  void OnMapEnd() override { to_.OnMapEnd(); }

 private:
  Mark InText(Mark mark);
  void Tell(const Emptied& emptied, const Mark& mark);
  void TellPart(const FlowPart& part, Mark mark);

  const YamlOutline& outline_;
  std::string_view text_;
  YAML::EventHandler& to_;
  std::size_t next_ = 0;    // the first emptied that was not found yet
  std::size_t before_ = 0;  // how many emptied stand before the last mark
};

}  // namespace sigte
