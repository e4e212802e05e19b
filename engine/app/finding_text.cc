// SPDX-License-Identifier: MPL-2.0

// Findings about files, where no report has room for them.

#include "engine/app/finding_text.h"

#include "engine/base/explanations.h"
#include "engine/base/issue.h"
#include "engine/base/spelled.h"
#include "engine/base/utf8.h"
#include "engine/report/words.h"

namespace sigte {

std::string FindingText(const Finding& finding, const std::string& file,
                        Lang lang) {
  // What is about the file as a whole is told of its beginning, so that editors
  // can go there.
  std::string text =
      PlaceText(file, finding.location.value_or(Location{})) + ": ";
  text += SeverityWord(finding.effect, lang) + ": " +
          Spelled(finding.message.In(lang)) + " [" + finding.code + " " +
          finding.slug + "]\n";
  if (finding.location && HasCaret(*finding.location)) {
    text += CaretLines(finding.location->line, finding.location->place.line,
                       finding.location->caret);
  }
  // A file that was lost stands alone: what can be done is told of each.
  const std::string help = finding.help.empty()
                               ? std::string(WhatToDo(finding.code, lang))
                               : finding.help.In(lang);
  if (!help.empty()) {
    text += "      = " + Message(lang, "issue.help") + ": " + Printable(help) +
            "\n";
  }
  return text;
}

}  // namespace sigte
