// SPDX-License-Identifier: MPL-2.0

#pragma once

#include <string>
#include <vector>

#include "engine/base/messages.h"
#include "engine/record/document.h"
#include "engine/schema/program.h"

/// How places and values of a document are called in messages.
namespace sigte::schema {

/// "the text 'abc'", "the number 12", "a list": what stands there.
LocalText FoundAt(const Document& document, NodeIndex node);

/// A member's name in quotes: 'title'. Long ones are cut.
LocalText QuotedName(std::string_view name);

/// The value itself: 'abc', 12, null, [1, 2]. Long ones are cut.
LocalText ValueAt(const Document& document, NodeIndex node);

/// The same without the quotes.
std::string PlainValueAt(const Document& document, NodeIndex node);

/// "a text or a number".
LocalText TypesNamed(KindSet kinds);

/// What makes `found` one of `kinds`: "put quotes around it".
LocalText AdviceForType(KindSet kinds, NodeKind found);

/// "a, b or c".
LocalText Either(const std::vector<LocalText>& alternatives);

/// "a date (YYYY-MM-DD)"; `format` is a Format.
LocalText FormatNamed(std::uint32_t format);

/// The stretch that a fault of `node` is shown at: all of a scalar, the opening
/// bracket of an array or object.
Span SpanToShow(const Document& document, NodeIndex node);

}  // namespace sigte::schema
