// SPDX-License-Identifier: MPL-2.0

#include "tests/audit/log_surgery.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "engine/audit/log_reader.h"
#include "engine/audit/log_writer.h"
#include "engine/audit/tile_builder.h"

namespace sigte::audit {

namespace fs = std::filesystem;

Entries EntriesOf(const TestFolder& folder) {
  const LogReader reader(folder.log());
  const std::uint64_t size = reader.ReadLatest()->tree.size;
  Entries entries;
  for (std::uint64_t i = 0; i < size; ++i) {
    entries.push_back(*reader.ReadEntry(i, size));
  }
  return entries;
}

std::string BundleOf(const Entries& entries, std::size_t begin,
                     std::size_t end) {
  std::string bytes;
  for (std::size_t i = begin; i < end; ++i) {
    bytes += static_cast<char>(entries[i].size() >> 8U);
    bytes += static_cast<char>(entries[i].size() & 0xFFU);
    bytes += entries[i];
  }
  return bytes;
}

void PutBundle(const TestFolder& folder, const Entries& entries,
               std::size_t index) {
  const std::size_t begin = index * kTileWidth;
  const std::size_t end = std::min(begin + kTileWidth, entries.size());
  folder.Write(TilePath({kEntriesLevel, index, end - begin}),
               BundleOf(entries, begin, end));
}

void PutTiles(const TestFolder& folder, const Entries& entries,
              unsigned levels) {
  TileBuilder tiles([&](const TileName& name, std::string_view hashes) {
    if (name.level < levels) folder.Write(TilePath(name), hashes);
    return true;
  });
  for (const std::string& entry : entries) tiles.Add(LeafHash(entry));
  tiles.EmitPartial();
}

void Swap(const TestFolder& folder, std::string_view a, std::string_view b) {
  const std::string first = folder.Read(a);
  const std::string second = folder.Read(b);
  ASSERT_NE(first, second);
  folder.Write(a, second);
  folder.Write(b, first);
}

void Rewrite(const TestFolder& folder, const Entries& entries,
             const std::vector<std::size_t>& sizes, const SignerKey& key) {
  fs::remove_all(folder.log());
  FileOps ops;
  IssueList issues;
  const auto log = LogWriter::Create(folder.log(), key, &ops, &issues);
  ASSERT_NE(log, nullptr);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    ASSERT_TRUE(log->Append(entries[i]));
    if (std::ranges::find(sizes, i + 1) != sizes.end()) {
      ASSERT_TRUE(log->Commit());
    }
  }
  ASSERT_TRUE(log->Commit());
}

void PutCheckpoint(const TestFolder& folder, const Checkpoint& tree,
                   const SignerKey& key) {
  Note note{tree.Text(), {}};
  SignNote(key, &note);
  folder.Write("checkpoint", NoteText(note));
}

Checkpoint TreeOf(const TestFolder& folder) {
  return ReadCheckpoint(folder.Read("checkpoint"))->tree;
}

std::string Replaced(std::string text, std::string_view from,
                     std::string_view to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, text.npos) << from;
  if (at != text.npos) text.replace(at, from.size(), to);
  return text;
}

}  // namespace sigte::audit
