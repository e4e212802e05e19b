// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/base/issue.h"
#include "engine/record/document.h"
#include "engine/rule/yaml_tree.h"

/// YAML as the same flat document that JSON gives, so that a JSON Schema can
/// check it. Knows no schema.
namespace sigte {

/// Fills `*document` from `root`, a tree of ReadYaml over `source`; the
/// document borrows the source's text and nothing of the tree.
///
/// Plain scalars are what YAML 1.2's core schema says (section 10.3), with
/// numbers written as JSON writes them. What readers of YAML differ about (yes,
/// no, True, 0123) adds an error and becomes a text. `.inf` and `.nan`, which
/// JSON has not, are texts. Names of members are always texts.
void MakeDocument(const YamlNode& root, const Source& source,
                  Document* document, IssueList* issues);

}  // namespace sigte
