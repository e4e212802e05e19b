// Looks wording up in the built-in catalogue and fills it in.
#include "engine/base/messages.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "engine/base/message_table.h"

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

// {0} … {9} become the arguments; what an argument holds is not looked at
// again.
std::string Fill(std::string_view wording, Lang lang,
                 const std::vector<LocalText>& args) {
  std::string out;
  for (std::size_t i = 0; i < wording.size(); ++i) {
    if (wording[i] == '{' && i + 2 < wording.size() && wording[i + 2] == '}' &&
        wording[i + 1] >= '0' && wording[i + 1] <= '9') {
      const auto n = static_cast<std::size_t>(wording[i + 1] - '0');
      if (n < args.size()) {
        out += args[n].In(lang);
        i += 2;
        continue;
      }
    }
    out.push_back(wording[i]);
  }
  return out;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool BeginsWithCode(std::string_view name) {
  return name.size() > 5 && name[0] >= 'A' && name[0] <= 'Z' &&
         IsDigit(name[1]) && IsDigit(name[2]) && IsDigit(name[3]) &&
         name[4] == '.';
}

}  // namespace

std::string Message(Lang lang, MessageKey key,
                    const std::vector<LocalText>& args) {
  return Fill(RowOf(key).text[static_cast<std::size_t>(lang)], lang, args);
}

LocalText Message(MessageKey key, const std::vector<LocalText>& args) {
  return {Message(Lang::kDa, key, args), Message(Lang::kEn, key, args)};
}

std::string CountMessage(Lang lang, std::int64_t n, MessageKey one,
                         MessageKey other) {
  return Message(lang, n == 1 ? one : other, {GroupedNumber(lang, n)});
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
