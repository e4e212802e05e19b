// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <string_view>

namespace sigte {

/// `text` in the form in which two texts that read the same are the same bytes:
/// Unicode's composed form (NFC, UAX #15), no blanks at either end, every run
/// of blanks one blank, and one line break where the run holds any (line breaks
/// end clauses, so rules can tell). The form of the form is itself. CR LF, CR
/// and LF are all line breaks; tabs and no-break spaces are blanks; soft
/// hyphens are left out. Letter case, hyphens and punctuation stay. Bytes that
/// are no UTF-8 stay as they are, and what stands between them is composed.
std::string CanonicalText(std::string_view text);

/// Appends `text` in Unicode's composed form (NFC, UAX #15); as it is where it
/// is no UTF-8.
void AppendComposed(std::string_view text, std::string* out);

}  // namespace sigte
