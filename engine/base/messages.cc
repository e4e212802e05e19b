// SPDX-License-Identifier: MPL-2.0

// Looks wording up in the built-in catalogue and fills it in.
#include "engine/base/messages.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "engine/base/argument_place.h"
#include "engine/base/ascii.h"
#include "engine/base/message_table.h"
#include "engine/base/numbers.h"

namespace sigte {
namespace {

const MessageRow& RowOf(MessageKey key) {
  const auto table = MessageTable();
  const auto row =
      std::ranges::lower_bound(table, key.name(), {}, &MessageRow::name);
  if (row != table.end() && row->name == key.name()) return *row;
  std::fprintf(stderr, "sigte: no message '%.*s' in the catalogue\n",
               static_cast<int>(key.name().size()), key.name().data());
  std::abort();
}

// The places become the arguments or the words that go with them; what an
// argument holds is not looked at again.
std::string Fill(std::string_view wording, Lang lang,
                 const std::vector<LocalText>& args) {
  std::string out;
  while (!wording.empty()) {
    const ArgumentPlace place = PlaceAt(wording);
    if (place.size == 0 || place.argument >= args.size()) {
      out.push_back(wording.front());
      wording.remove_prefix(1);
      continue;
    }
    const std::string& argument = args[place.argument].In(lang);
    if (!place.is_plural) {
      out += argument;
    } else {
      out += PluralOf(lang, argument) == Plural::kOne ? place.one : place.other;
    }
    wording.remove_prefix(place.size);
  }
  return out;
}

bool BeginsWithCode(std::string_view name) {
  return name.size() > 5 && name[0] >= 'A' && name[0] <= 'Z' &&
         IsDigit(name[1]) && IsDigit(name[2]) && IsDigit(name[3]) &&
         name[4] == '.';
}

}  // namespace

ArgumentPlace PlaceAt(std::string_view wording) {
  ArgumentPlace place;
  if (wording.size() < 3 || wording[0] != '{' || !IsDigit(wording[1])) {
    return place;
  }
  place.argument = static_cast<std::size_t>(wording[1] - '0');
  const std::size_t end = wording.find('}');
  if (end == 2) {
    place.size = 3;
    return place;
  }
  const std::size_t bar = wording.find('|');
  if (wording[2] != ':' || end == std::string_view::npos || bar > end) {
    return place;
  }
  place.is_plural = true;
  place.one = wording.substr(3, bar - 3);
  place.other = wording.substr(bar + 1, end - bar - 1);
  place.size = end + 1;
  return place;
}

std::string Message(Lang lang, MessageKey key,
                    const std::vector<LocalText>& args) {
  return Fill(RowOf(key).text[static_cast<std::size_t>(lang)], lang, args);
}

LocalText Message(MessageKey key, const std::vector<LocalText>& args) {
  return {Message(Lang::kDa, key, args), Message(Lang::kEn, key, args)};
}

std::string MessageHelp(Lang lang, MessageKey key,
                        const std::vector<LocalText>& args) {
  return Fill(RowOf(key).help[static_cast<std::size_t>(lang)], lang, args);
}

std::string GroupedNumber(Lang lang, std::int64_t n) {
  std::string digits = std::to_string(n);
  const std::size_t first = n < 0 ? 1 : 0;
  const char separator = lang == Lang::kDa ? '.' : ',';
  for (std::size_t at = digits.size(); at > first + 3; at -= 3) {
    digits.insert(at - 3, 1, separator);
  }
  return digits;
}

std::vector<MessageRow> MessageCatalogue() {
  const auto table = MessageTable();
  return {table.begin(), table.end()};
}

std::string_view CodeOf(std::string_view message_name) {
  return BeginsWithCode(message_name) ? message_name.substr(0, 4)
                                      : std::string_view();
}

std::string_view SlugOf(std::string_view message_name) {
  return BeginsWithCode(message_name) ? message_name.substr(5) : message_name;
}

}  // namespace sigte
