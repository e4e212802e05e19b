// SPDX-License-Identifier: MPL-2.0

#include "engine/audit/receipt.h"

#include <algorithm>

#include "engine/audit/canonical.h"
#include "engine/audit/entries.h"
#include "engine/audit/entry_view.h"

namespace sigte::audit {
namespace {

constexpr std::string_view kHead = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kExtra = "extra ";
constexpr std::string_view kIndex = "index ";
constexpr std::size_t kMaxPath = 64;

// One line off `*text`, without its break.
std::optional<std::string_view> TakeLine(std::string_view* text) {
  const std::size_t end = text->find('\n');
  if (end == text->npos) return std::nullopt;
  const std::string_view line = text->substr(0, end);
  text->remove_prefix(end + 1);
  return line;
}

bool TakeExtra(std::string_view* text, Receipt* receipt) {
  if (!text->starts_with(kExtra)) return false;
  const auto line = TakeLine(text);
  const auto bytes =
      line ? Unbase64(line->substr(kExtra.size())) : std::nullopt;
  const auto extra = bytes ? ParseJson(*bytes) : std::nullopt;
  if (!extra || extra->TextOf("entry").empty()) return false;
  receipt->entry = extra->TextOf("entry");
  const JsonValue* salts = extra->Find("salts");
  if (salts != nullptr && salts->members() != nullptr) {
    receipt->salts = *salts->members();
  }
  return true;
}

bool TakeIndex(std::string_view* text, Receipt* receipt) {
  const auto line = TakeLine(text);
  if (!line || !line->starts_with(kIndex)) return false;
  const auto index = ReadSize(line->substr(kIndex.size()));
  if (!index) return false;
  receipt->index = *index;
  return true;
}

}  // namespace

std::string ReceiptText(const Receipt& receipt) {
  JsonValue::Members extra = {{"entry", receipt.entry}};
  if (!receipt.salts.empty()) extra.emplace_back("salts", receipt.salts);
  std::string text(kHead);
  text += "\n" + std::string(kExtra) +
          Base64(Canonical(std::move(extra)).value_or("")) + "\n" +
          std::string(kIndex) + std::to_string(receipt.index) + "\n";
  for (const Hash& hash : receipt.path) text += Base64(BytesOf(hash)) + "\n";
  return text + "\n" + receipt.checkpoint;
}

std::optional<Receipt> ParseReceipt(std::string_view text) {
  Receipt receipt;
  if (TakeLine(&text) != kHead || !TakeExtra(&text, &receipt) ||
      !TakeIndex(&text, &receipt)) {
    return std::nullopt;
  }
  while (true) {
    const auto line = TakeLine(&text);
    if (!line) return std::nullopt;
    if (line->empty()) break;
    const auto hash = HashOfBase64(*line);
    if (!hash || receipt.path.size() == kMaxPath) return std::nullopt;
    receipt.path.push_back(*hash);
  }
  receipt.checkpoint = text;
  return receipt;
}

std::optional<Receipt> MakeReceipt(const LogReader& reader,
                                   std::uint64_t index) {
  const auto latest = reader.ReadLatest();
  if (!latest || index >= latest->tree.size) return std::nullopt;
  auto entry = reader.ReadEntry(index, latest->tree.size);
  TileHashes hashes(reader, latest->tree.size);
  auto path = InclusionPath(index, latest->tree.size, std::ref(hashes));
  if (!entry || !path) return std::nullopt;
  Receipt receipt{
      std::move(*entry), {}, index, std::move(*path), NoteText(latest->note)};
  const auto root = RootOfPath(LeafHash(receipt.entry), index,
                               latest->tree.size, receipt.path);
  if (root != latest->tree.root) return std::nullopt;
  return receipt;
}

ReceiptFault CheckReceipt(const Receipt& receipt, const VerifierKey& key,
                          SignedCheckpoint* tree) {
  const auto checkpoint = ReadCheckpoint(receipt.checkpoint);
  if (!checkpoint) return ReceiptFault::kNoCheckpoint;
  if (tree != nullptr) *tree = *checkpoint;
  if (FaultOf(*checkpoint, key) != CheckpointFault::kNone) {
    return ReceiptFault::kUnsigned;
  }
  const auto root = RootOfPath(LeafHash(receipt.entry), receipt.index,
                               checkpoint->tree.size, receipt.path);
  return root == checkpoint->tree.root ? ReceiptFault::kNone
                                       : ReceiptFault::kNotIncluded;
}

std::optional<std::uint64_t> FindReceipt(const LogReader& reader,
                                         std::uint64_t size,
                                         std::string_view group) {
  Bundle bundle;
  const std::uint64_t bundles = (size + kTileWidth - 1) / kTileWidth;
  for (std::uint64_t index = bundles; index-- > 0;) {
    const auto width = static_cast<std::size_t>(
        std::min<std::uint64_t>(kTileWidth, size - index * kTileWidth));
    if (!reader.ReadBundle(index, width, &bundle)) return std::nullopt;
    for (std::size_t i = bundle.entries.size(); i-- > 0;) {
      const EntryView entry(bundle.entries[i]);
      if (entry.Text("type") == kReceipt && entry.Text("group") == group) {
        return index * kTileWidth + i;
      }
    }
  }
  return std::nullopt;
}

}  // namespace sigte::audit
