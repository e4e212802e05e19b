// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/rule_loader.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "engine/base/explanations.h"
#include "engine/rule/condition.h"
#include "engine/rule/example_loader.h"
#include "engine/rule/misplaced.h"
#include "engine/rule/rule_checks.h"
#include "engine/rule/scalar_map.h"
#include "engine/rule/yaml_reader.h"

namespace sigte {
namespace {

constexpr std::array<std::string_view, 16> kRuleKeys = {
    "rule",   "code",       "kind",       "effect",       "group_by", "title",
    "source", "holds_when", "fails_when", "unclear_when", "unless",   "message",
    "ask",    "ask_from",   "help",       "examples"};

constexpr std::array<std::pair<std::string_view, RuleKind>, 4> kKinds = {{
    {"exclusion", RuleKind::kExclusion},
    {"inclusion", RuleKind::kInclusion},
    {"fact", RuleKind::kFact},
    {"check", RuleKind::kCheck},
}};
constexpr std::array<std::pair<std::string_view, CheckEffect>, 3> kEffects = {{
    {"reject", CheckEffect::kReject},
    {"question", CheckEffect::kQuestion},
    {"note", CheckEffect::kNote},
}};

// Keys that only a check has, and those that it has not.
constexpr std::array<std::string_view, 3> kOnlyChecks = {"effect", "group_by",
                                                         "fails_when"};
constexpr std::array<std::string_view, 2> kNeverChecks = {"holds_when",
                                                          "ask_from"};

class RuleReader {
 public:
  RuleReader(YamlReader* reader, const YamlNode& node, const Layout& layout)
      : reader_(reader),
        node_(node),
        map_(reader, node, kRuleKeys),
        layout_(layout) {}

  Rule Read() {
    Rule rule;
    rule.source_file = &reader_->source();
    rule.span = FirstLine();
    rule.id = map_.Name("rule");
    ReadCode(&rule);
    // Without a known kind nothing is said of what kinds may have.
    const std::size_t before = reader_->issues()->issues().size();
    rule.kind = map_.Choice("kind", kKinds);
    const bool kind_known = reader_->issues()->issues().size() == before;
    if (kind_known) CheckKeysOfKind(rule.kind);
    ReadTexts(&rule);
    if (rule.kind == RuleKind::kCheck) {
      rule.effect = map_.Choice("effect", kEffects);
      rule.group_by = ReadGroupBy();
    }
    ReadConditions(&rule, kind_known);
    rule.unless = ReadUnless(rule.id.text);
    rule.ask_from = Distinct(map_.Texts("ask_from", Need::kOptional));
    if (const YamlNode* examples = map_.Get("examples", Need::kRequired)) {
      rule.examples = LoadExamples(reader_, *examples, layout_,
                                   map_.Find("group_by") != nullptr);
      CheckExamples(rule, *examples);
    }
    return rule;
  }

 private:
  Span FirstLine() const {
    if (node_.kind != YamlKind::kMap || node_.items.size() < 2) {
      return node_.span;
    }
    return {node_.items[0].span.begin, node_.items[1].span.end};
  }

  void ReadTexts(Rule* rule) {
    rule->title = map_.Local("title");
    rule->source = map_.Text("source").text;
    rule->message = map_.Local("message");
    rule->ask = map_.Local("ask");
    rule->help = map_.Local("help", Need::kOptional);
    for (const std::string_view key : {"message", "ask", "help"}) {
      const YamlNode* const texts = map_.Find(key);
      if (texts == nullptr || texts->kind != YamlKind::kMap) continue;
      for (std::size_t i = 1; i < texts->items.size(); i += 2) {
        CheckPlaces(rule->kind, texts->items[i]);
      }
    }
  }

  // {field} in a check's text is put in from the record.
  void CheckPlaces(RuleKind kind, const YamlNode& text) {
    if (text.kind != YamlKind::kScalar) return;
    const std::string& words = text.text;
    std::size_t at = words.find('{');
    if (at == std::string::npos) return;
    const ScalarMap map =
        MapScalar(reader_->source().text(), text.span.begin, text.style, words);
    for (; at != std::string::npos; at = words.find('{', at + 1)) {
      const std::size_t end = words.find('}', at);
      if (end == std::string::npos && kind == RuleKind::kCheck) {
        reader_->Error("R191.place-not-closed",
                       {map.offsets[at], map.offsets[at + 1]});
        return;
      }
      if (end == std::string::npos) return;
      const std::string name = words.substr(at + 1, end - at - 1);
      // An empty name has no letter to point at: its brace is.
      const std::size_t begin = name.empty() ? at : at + 1;
      const Span span = {map.offsets[begin], map.offsets[end]};
      if (kind != RuleKind::kCheck) {
        reader_->Error("R167.place-not-in-check", span, {name});
      } else if (layout_.Find(name) == kNoField) {
        reader_->UnknownName("R166.unknown-place", span, name, layout_.Names());
      }
    }
  }

  void ReadCode(Rule* rule) {
    SpannedText code = map_.Text("code", Need::kOptional);
    const bool readable = std::ranges::all_of(code.text, [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' ||
             c == '_' || c == '.';
    });
    if (!readable) {
      reader_->Error("R155.bad-code", code.span, {code.text});
      return;
    }
    // Reports tell rules and messages apart by their codes.
    if (IsMessageCode(code.text)) {
      reader_->Error(
          "R173.code-of-a-message", code.span,
          {code.text, code.text.substr(0, 1) + "-" + code.text.substr(1)});
      return;
    }
    rule->code_span = code.span;
    rule->code = std::move(code.text);
  }

  void CheckKeysOfKind(RuleKind kind) {
    const bool check = kind == RuleKind::kCheck;
    const Keys wrong = check ? Keys(kNeverChecks) : Keys(kOnlyChecks);
    const std::string_view name =
        std::ranges::find(kKinds, kind,
                          &std::pair<std::string_view, RuleKind>::second)
            ->first;
    for (std::size_t i = 0; i + 1 < node_.items.size(); i += 2) {
      const YamlNode& key = node_.items[i];
      if (std::ranges::find(wrong, key.text) == wrong.end()) continue;
      reader_->Error("R149.key-not-for-kind", key.span, {key.text, name});
    }
  }

  std::vector<SpannedText> ReadGroupBy() {
    std::vector<SpannedText> fields =
        Distinct(map_.Texts("group_by", Need::kOptional));
    const YamlNode* node = map_.Find("group_by");
    if (node != nullptr && node->kind == YamlKind::kSequence &&
        node->items.empty()) {
      reader_->Error("R148.empty-list", node->span, {"group_by"});
    }
    for (const SpannedText& name : fields) {
      const FieldIndex index = layout_.Find(name.text);
      if (index == kNoField) {
        reader_->UnknownName("R132.unknown-field", name.span, name.text,
                             layout_.Names());
      } else if (layout_[index].is_list) {
        reader_->Error("R154.group-by-list", name.span, {name.text});
      }
    }
    return fields;
  }

  std::vector<SpannedText> ReadUnless(const std::string& id) {
    std::vector<SpannedText> unless =
        Distinct(map_.Texts("unless", Need::kOptional));
    for (const SpannedText& other : unless) {
      if (!id.empty() && other.text == id) {
        reader_->Error("R163.own-exception", other.span, {id});
      }
    }
    return unless;
  }

  std::vector<SpannedText> Distinct(std::vector<SpannedText> texts) {
    std::vector<SpannedText> distinct;
    for (SpannedText& text : texts) {
      const bool seen = std::ranges::any_of(
          distinct,
          [&text](const SpannedText& t) { return t.text == text.text; });
      if (seen) {
        reader_->Error("R135.given-twice", text.span, {text.text});
      } else {
        distinct.push_back(std::move(text));
      }
    }
    return distinct;
  }

  void ReadConditions(Rule* rule, bool kind_known) {
    const std::string_view key =
        rule->kind == RuleKind::kCheck ? "fails_when" : "holds_when";
    rule->holds_when = ReadOne(key, &rule->holds_words);
    rule->unclear_when = ReadOne("unclear_when", &rule->unclear_words);
    const bool any = map_.Find("holds_when") != nullptr ||
                     map_.Find("fails_when") != nullptr ||
                     map_.Find("unclear_when") != nullptr;
    if (kind_known && !any && node_.kind == YamlKind::kMap) {
      reader_->Error("R150.no-condition", node_.span, {key});
    }
  }

  ExpressionPtr ReadOne(std::string_view key, std::string* words) {
    const YamlNode* node = map_.Find(key);
    if (node == nullptr) return nullptr;
    ExpressionPtr condition = ReadCondition(reader_, *node);
    if (condition == nullptr) return nullptr;
    *words = ConditionWords(reader_->source(), *node);
    if (IsTruthLiteral(*condition)) {
      reader_->Error("R136.constant-condition", condition->span,
                     {key, ToString(condition->literal)});
    }
    return condition;
  }

  // One example that the rule fires on and one that it does not.
  void CheckExamples(const Rule& rule, const YamlNode& node) {
    if (node.kind != YamlKind::kSequence) return;
    const bool only_unclear = map_.Find("holds_when") == nullptr &&
                              map_.Find("fails_when") == nullptr;
    // That is for CheckConditions, which knows the figures.
    if (IsAlwaysUnknown(rule)) return;
    bool fires = false;
    bool silent = false;
    for (const Example& example : rule.examples) {
      // What could not be read may be the one that is asked for.
      if (!example.readable) return;
      fires = fires || example.expect.is_true() ||
              (only_unclear && example.expect.is_unknown());
      silent = silent || example.expect.is_false();
    }
    if (!fires && only_unclear) {
      reader_->Error("R164.no-unclear-example", map_.span(), {rule.id.text});
    } else if (!fires) {
      reader_->Error("R130.no-firing-example", map_.span(), {rule.id.text});
    }
    if (!silent) {
      reader_->Error("R131.no-silent-example", map_.span(), {rule.id.text});
    }
  }

  YamlReader* reader_;
  const YamlNode& node_;
  YamlMap map_;
  const Layout& layout_;
};

}  // namespace

bool LoadRules(const Source& source, const YamlNode& root, Ruleset* ruleset,
               IssueList* issues) {
  YamlReader reader(source, issues);
  if (ReportOtherFile(&reader, root, RulesetFile::kRules)) return false;
  if (!reader.Expect(root, YamlKind::kSequence)) return false;
  const std::size_t before = ruleset->rules.size();
  for (const YamlNode& node : root.items) {
    if (ReportMisplaced(&reader, node, "rule")) continue;
    Rule rule = RuleReader(&reader, node, ruleset->layout).Read();
    if (!rule.id.text.empty()) ruleset->rules.push_back(std::move(rule));
  }
  return ruleset->rules.size() == before + root.items.size();
}

}  // namespace sigte
