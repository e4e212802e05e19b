// SPDX-License-Identifier: MPL-2.0

#include "engine/schema/explainer.h"

#include <algorithm>

#include "engine/base/issue_hint.h"
#include "engine/base/numbers.h"
#include "engine/schema/annotations.h"
#include "engine/schema/wording.h"

namespace sigte::schema {
namespace {

// References that are followed for a title or for the names of members.
constexpr std::uint32_t kMaxUnitHops = 8;
// Names that are gathered to find the nearest among.
constexpr std::size_t kMostNames = 1000;

}  // namespace

Explainer::Aside::Aside(Explainer* explainer, std::size_t limit)
    : explainer_(*explainer),
      kept_(std::move(explainer->found_)),
      kept_limit_(explainer->limit_) {
  explainer_.found_.clear();
  explainer_.limit_ = limit;
}

Explainer::Aside::~Aside() {
  explainer_.found_ = std::move(kept_);
  explainer_.limit_ = kept_limit_;
}

std::vector<SchemaFault> Explainer::TakeFaults(bool* cut) {
  *cut = full();
  if (*cut)
    found_.erase(found_.begin() + static_cast<std::ptrdiff_t>(limit_),
                 found_.end());
  std::vector<SchemaFault> faults;
  faults.reserve(found_.size());
  for (Found& found : found_) faults.push_back(std::move(found.fault));
  found_.clear();
  std::ranges::stable_sort(faults, {}, [](const SchemaFault& fault) {
    return fault.issue.span.begin;
  });
  return faults;
}

Found& Explainer::Add(const Where& where, MessageKey message,
                      std::vector<LocalText> args) {
  std::string path = PathTo(where.unit, where.place);
  std::string keyword = KeywordOf(where.unit, where.place);
  SchemaFault fault{
      .node = where.node,
      .keyword = std::move(keyword),
      .schema_pointer = std::move(path),
      .schema_uri = UriOf(where.unit, where.place),
      .schema_document = &program_.DocumentOf(program_.units[where.unit]),
      .schema_node = where.place,
      .issue = {.message = message,
                .args = std::move(args),
                .source = source_,
                .span = SpanToShow(document_, where.node)}};
  found_.push_back(
      {std::move(fault), where.op, LocalText(), subjects_.DepthOf(where.node)});
  return found_.back();
}

std::string Explainer::RelativePath(UnitId unit, NodeIndex place) const {
  const Document& document = program_.DocumentOf(program_.units[unit]);
  const std::size_t root = document.PointerTo(program_.units[unit].node).size();
  return document.PointerTo(place).substr(root);
}

// The keyword that a place in a unit's schema belongs to; of the whole schema,
// the one that led to it.
std::string Explainer::KeywordOf(UnitId unit, NodeIndex place) const {
  std::string path = RelativePath(unit, place);
  if (path.empty() && !way_.empty()) {
    const UnitId caller = way_.size() > 1 ? way_[way_.size() - 2].unit : entry_;
    path = RelativePath(caller, way_.back().via);
  }
  if (path.empty()) return {};
  return path.substr(1, path.find('/', 1) - 1);
}

std::string Explainer::PathTo(UnitId unit, NodeIndex place) const {
  std::string path;
  UnitId caller = entry_;
  for (const Hop& hop : way_) {
    path += RelativePath(caller, hop.via);
    caller = hop.unit;
  }
  return path + RelativePath(unit, place);
}

std::string Explainer::UriOf(UnitId unit, NodeIndex place) const {
  const Resource& resource = program_.resources[program_.units[unit].resource];
  const Document& document = *program_.files[resource.file].document;
  const std::size_t root = document.PointerTo(resource.root).size();
  return resource.uri + '#' + document.PointerTo(place).substr(root);
}

// The title of a schema or of the one that it refers to.
LocalText Explainer::TitleOf(UnitId unit) const {
  for (std::uint32_t hop = 0; unit != kNoUnit && hop < kMaxUnitHops; ++hop) {
    const Unit& at = program_.units[unit];
    LocalText title = Annotation(program_.DocumentOf(at), at.node, "title");
    if (!title.empty()) return title;
    unit = kNoUnit;
    for (std::uint32_t i = at.first; i < at.first + at.count; ++i) {
      if (program_.steps[i].op == Op::kCall) unit = program_.steps[i].a;
    }
  }
  return {};
}

void Explainer::MissingMember(UnitId unit, const ObjectPlan& plan,
                              std::uint32_t member, NodeIndex object) {
  const std::string name(plan.keys.names()[member]);
  const Where where{unit, plan.required_place, Op::kObject, object};
  const LocalText title = TitleOf(plan.members[member].unit);
  if (title.empty()) {
    Add(where, "D202.missing-member", {name});
  } else {
    Add(where, "D203.missing-titled-member", {name, title});
  }
}

void Explainer::UnknownMember(UnitId unit, NodeIndex place, NodeIndex key) {
  const std::string name(document_[key].text);
  std::vector<std::string> known;
  NamesKnownTo(unit, &known, 0);
  SchemaFault& fault =
      Add({unit, place, Op::kObject, key + 1}, "D204.unknown-member",
          {PlainValueAt(document_, key)})
          .fault;
  fault.key = key;
  fault.issue.span = document_.SpanOf(key);
  SuggestName(name, known, &fault.issue);
}

void Explainer::NamesKnownTo(UnitId unit, std::vector<std::string>* names,
                             std::uint32_t depth) const {
  if (unit == kNoUnit || depth > kMaxUnitHops || names->size() > kMostNames) {
    return;
  }
  const Unit& at = program_.units[unit];
  for (std::uint32_t i = at.first; i < at.first + at.count; ++i) {
    const Step& step = program_.steps[i];
    switch (step.op) {
      case Op::kObject: NamesOf(program_.objects[step.a], names); break;
      case Op::kCall: NamesKnownTo(step.a, names, depth + 1); break;
      case Op::kAnyOf:
      case Op::kOneOf:
        for (std::uint32_t k = 0; k < step.b; ++k) {
          NamesKnownTo(program_.list[step.a + k], names, depth + 1);
        }
        break;
      case Op::kIf:
        NamesKnownTo(program_.ifs[step.a].then, names, depth + 1);
        NamesKnownTo(program_.ifs[step.a].otherwise, names, depth + 1);
        break;
      default: break;
    }
  }
}

// Members that are described, not those that are ruled out.
void Explainer::NamesOf(const ObjectPlan& plan,
                        std::vector<std::string>* names) const {
  for (std::uint32_t k = 0; k < plan.members.size(); ++k) {
    std::string name(plan.keys.names()[k]);
    const UnitId unit = plan.members[k].unit;
    if (unit != kNoUnit && !program_.IsFalse(unit) &&
        std::ranges::find(*names, name) == names->end()) {
      names->push_back(std::move(name));
    }
  }
}

void Explainer::TooManyElements(UnitId unit, NodeIndex place, NodeIndex array,
                                NodeIndex element, std::uint32_t allowed) {
  Found& found =
      Add({unit, place, Op::kArray, element}, "D217.too-many-elements",
          {subjects_.NameOf(array), CountText(allowed),
           CountText(document_[array].count)});
  found.fault.issue.span = SpanToShow(document_, element);
}

void Explainer::Contains(UnitId unit, const ContainsPlan& plan,
                         std::uint32_t found, NodeIndex array) {
  const bool few = found < plan.least;
  const Where where{unit, few ? plan.least_place : plan.most_place,
                    Op::kContains, array};
  const LocalText title = TitleOf(plan.unit);
  std::vector<LocalText> args = {
      subjects_.NameOf(array), CountText(few ? plan.least : plan.most),
      CountText(found),
      title.empty() ? Message("schema.wanted-element")
                    : Message("schema.wanted-titled", {title})};
  if (few) {
    Add(where, "D220.too-few-that-fit", std::move(args));
  } else {
    Add(where, "D221.too-many-that-fit", std::move(args));
  }
}

void Explainer::DependentMissing(UnitId unit, const Dependent& dependent,
                                 std::string_view name, NodeIndex object) {
  Add({unit, dependent.place, Op::kDependentRequired, object},
      "D222.dependent-missing", {name, dependent.name});
}

void Explainer::SeveralFit(UnitId unit, const Step& step,
                           const std::vector<std::uint32_t>& fitting,
                           NodeIndex node) {
  LocalText numbers;
  for (const std::uint32_t branch : fitting) {
    const UnitId fits = program_.list[step.a + branch];
    LocalText name = TitleOf(fits);
    if (name.empty()) {
      name = Message("schema.form-number", {std::to_string(branch + 1)});
    }
    numbers = numbers.empty() ? name : Message("schema.and", {numbers, name});
  }
  Add({unit, step.place, step.op, node}, "D224.several-fit",
      {subjects_.NameOf(node), numbers});
}

void Explainer::Forbidden(UnitId unit, const Step& step, NodeIndex node) {
  const Where where{unit, step.place, step.op, node};
  const LocalText title = TitleOf(step.a);
  if (!title.empty()) {
    Add(where, "D226.forbidden-by-title",
        {subjects_.NameOf(node), FoundAt(document_, node), title});
  } else if (ForbiddenByOneKeyword(where, step.a)) {
    return;
  } else if (document_[node].kind == NodeKind::kArray ||
             document_[node].kind == NodeKind::kObject) {
    Add(where, "D238.forbidden-container", {subjects_.NameOf(node)});
  } else {
    Add(where, "D225.forbidden",
        {subjects_.NameOf(node), FoundAt(document_, node)});
  }
}

// What `not` rules out, said by the one keyword that it has.
bool Explainer::ForbiddenByOneKeyword(const Where& where, UnitId negated) {
  const Unit& unit = program_.units[negated];
  if (unit.count != 1) return false;
  const Step& only = program_.steps[unit.first];
  std::vector<LocalText> args = {subjects_.NameOf(where.node),
                                 FoundAt(document_, where.node)};
  switch (only.op) {
    case Op::kType:
      args.push_back(TypesNamed(static_cast<KindSet>(only.a)));
      Add(where, "D226.forbidden-by-title", std::move(args));
      return true;
    case Op::kPattern:
      args.emplace_back(program_.patterns[only.a].text);
      Add(where, "D233.forbidden-pattern", std::move(args));
      return true;
    case Op::kObject: {
      const ObjectPlan& plan = program_.objects[only.a];
      const bool only_required =
          plan.patterns.empty() && plan.additional == kNoUnit &&
          !plan.members.empty() &&
          std::ranges::all_of(plan.members, [](const Member& member) {
            return member.required && member.unit == kNoUnit;
          });
      if (only_required) ForbiddenMembers(where, plan);
      return only_required;
    }
    default: return false;
  }
}

void Explainer::ForbiddenMembers(const Where& where, const ObjectPlan& plan) {
  LocalText names;
  for (std::size_t i = 0; i < plan.members.size(); ++i) {
    LocalText name = QuotedName(plan.keys.names()[i]);
    names = i == 0 ? name : Message("schema.and", {names, name});
  }
  if (plan.members.size() > 1) {
    Add(where, "D235.forbidden-together", {names});
    return;
  }
  Found& found = Add(where, "D234.forbidden-member", {names});
  const NodeIndex value =
      document_.Member(where.node, plan.keys.names().front());
  const NodeIndex key = value == kNoNode ? kNoNode : subjects_.KeyOf(value);
  if (key == kNoNode) return;
  found.fault.of = where.node;
  found.fault.node = value;
  found.fault.key = key;
  found.fault.issue.span = document_.SpanOf(key);
}

void Explainer::TooDeep(UnitId unit, NodeIndex node) {
  Add({unit, program_.units[unit].node, Op::kFalse, node}, "D228.too-deep",
      {subjects_.NameOf(node)});
}

void Explainer::TooCostly(UnitId unit, NodeIndex node) {
  Add({unit, program_.units[unit].node, Op::kFalse, node}, "D229.too-costly",
      {subjects_.NameOf(node)});
}

}  // namespace sigte::schema
