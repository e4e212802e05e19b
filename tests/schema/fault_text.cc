// SPDX-License-Identifier: MPL-2.0

#include "tests/schema/fault_text.h"

#include "gtest/gtest.h"
#include "tests/schema/schema_store.h"

namespace sigte {
namespace {

std::string Text(const IssueList& issues, Lang lang) {
  std::string text;
  for (const Issue& issue : issues.issues()) text += Format(issue, lang);
  return text;
}

template <typename Tell>
std::string Check(std::string_view schema, std::string_view instance, Lang lang,
                  const SchemaOptions& options, Tell tell,
                  std::string_view other = {}) {
  SchemaStore store;
  store.AddMetaschema();
  if (!other.empty()) store.ParseUnderId("other.json", other);
  const SchemaStore::Entry& text = store.Parse("s.json", schema);
  const SchemaStore::Entry& data = store.Parse("d.json", instance);
  IssueList issues;
  const auto compiled = Schema::Compile(text.document, &text.source, options,
                                        store.Lookup(), &issues);
  EXPECT_EQ(compiled == nullptr, issues.has_errors());
  if (compiled == nullptr) return Text(issues, lang);
  SchemaChecker checker(*compiled);
  bool cut = false;
  const std::vector<SchemaFault> faults =
      checker.Faults(data.document, Document::kRoot, &data.source, &cut);
  EXPECT_EQ(checker.IsValid(data.document), faults.empty());
  std::string all;
  for (const SchemaFault& fault : faults) tell(fault, &all);
  if (cut) all += "cut\n";
  return all;
}

}  // namespace

std::string FaultsIn(std::string_view schema, std::string_view instance,
                     Lang lang, const SchemaOptions& options) {
  return Check(schema, instance, lang, options,
               [&](const SchemaFault& fault, std::string* all) {
                 *all += Format(fault.issue, lang) + "    at " +
                         fault.schema_pointer + "\n";
               });
}

std::string MessageOf(std::string_view schema, std::string_view instance,
                      Lang lang, const SchemaOptions& options) {
  return Check(schema, instance, lang, options,
               [&](const SchemaFault& fault, std::string* all) {
                 if (!all->empty()) *all += "; ";
                 *all += Message(lang, fault.issue.message, fault.issue.args);
               });
}

std::string MessageWith(std::string_view other, std::string_view schema,
                        std::string_view instance) {
  return Check(
      schema, instance, Lang::kEn, {},
      [&](const SchemaFault& fault, std::string* all) {
        if (!all->empty()) *all += "; ";
        *all += Message(Lang::kEn, fault.issue.message, fault.issue.args);
      },
      other);
}

std::string SchemaFaultsIn(std::string_view schema, Lang lang) {
  SchemaStore store;
  const SchemaStore::Entry& text = store.Parse("s.json", schema);
  IssueList issues;
  const auto compiled = Schema::Compile(
      text.document, &text.source, SchemaOptions(), store.Lookup(), &issues);
  EXPECT_EQ(compiled == nullptr, issues.has_errors());
  return Text(issues, lang);
}

}  // namespace sigte
