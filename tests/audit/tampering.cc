// SPDX-License-Identifier: MPL-2.0

#include "tests/audit/tampering.h"

#include <filesystem>

#include "tests/audit/log_surgery.h"

namespace sigte::audit {
namespace {

namespace fs = std::filesystem;

using Folder = const TestFolder&;

const std::vector<std::size_t> kSizes = {1, 257, 563, 609};
constexpr std::size_t kEntry = 300;  // a record of the second run
constexpr const char* kLast = "tile/entries/002.p/97";
constexpr const char* kLastTile = "tile/0/002.p/97";

// The outcome of one record turned round.
Entries WithOtherOutcome(Entries entries, std::size_t index) {
  std::string& entry = entries[index];
  const bool included = entry.find("\"verdict\":\"include\"") != entry.npos;
  entry = included ? Replaced(entry, "\"verdict\":\"include\"",
                              "\"verdict\":\"exclude\"")
                   : Replaced(entry, "\"verdict\":\"", "\"verdict\":\"x");
  return entries;
}

// Nobody would see it in the entry itself: another amount.
Entries WithOtherCommit(Entries entries, std::size_t index) {
  std::string& entry = entries[index];
  const std::size_t at = entry.find("\"commit\":\"") + 10;
  entry[at] = entry[at] == '0' ? '1' : '0';
  return entries;
}

void RewriteLevels(Folder folder, unsigned levels) {
  const Entries entries = WithOtherOutcome(EntriesOf(folder), kEntry);
  PutBundle(folder, entries, kEntry / kTileWidth);
  PutTiles(folder, entries, levels);
}

Hash RootOf(const Entries& entries) {
  Frontier frontier;
  for (const std::string& entry : entries) frontier.Add(LeafHash(entry));
  return frontier.Root();
}

void EditCheckpoint(Folder folder, std::string_view from, std::string_view to) {
  folder.Write("checkpoint", Replaced(folder.Read("checkpoint"), from, to));
}

void Append(Folder folder, std::string_view path, std::string_view bytes) {
  folder.Write(path, folder.Read(path) + std::string(bytes));
}

void Cut(Folder folder, std::string_view path, std::size_t bytes) {
  const std::string text = folder.Read(path);
  folder.Write(path, text.substr(0, text.size() - bytes));
}

void FlipBit(Folder folder, std::string_view path, std::size_t at) {
  std::string text = folder.Read(path);
  text[at] = static_cast<char>(text[at] ^ 1);
  folder.Write(path, text);
}

std::size_t OffsetOf(Folder folder, std::size_t entry) {
  const Entries entries = EntriesOf(folder);
  const std::size_t begin = entry - entry % kTileWidth;
  return BundleOf(entries, begin, entry).size() + 2;
}

// As if the third run had never been.
void RollBack(Folder folder) {
  Entries entries = EntriesOf(folder);
  entries.resize(563);
  Rewrite(folder, entries, {1, 257, 563}, TestKey());
}

// The third run's aggregate, with one record more included than there are.
Entries WithOtherSum(Entries entries) {
  std::string& entry = entries.back();
  const std::size_t at = entry.find("\"records\":10");
  entry = Replaced(entry.substr(0, at), "", "") +
          Replaced(entry.substr(at), "\"records\":10", "\"records\":11");
  return entries;
}

std::vector<Tampering> OfEntries() {
  return {
      {"FlippedBit", "one bit of an entry flipped", "",
       [](Folder f) { FlipBit(f, "tile/entries/001", OffsetOf(f, kEntry)); },
       "L122", "300", "gp"},
      {"RewrittenLeaf", "an entry rewritten, with its hash in level 0", "",
       [](Folder f) { RewriteLevels(f, 1); }, "L127", "300", "gp"},
      {"RewrittenLeafUnseen", "the same, the entry still making sense", "",
       [](Folder f) {
         const Entries e = WithOtherCommit(EntriesOf(f), kEntry);
         PutBundle(f, e, 1);
         PutTiles(f, e, 1);
       },
       "L127", "257-561", "gp"},
      {"RewrittenTree", "an entry rewritten, with all tiles", "",
       [](Folder f) { RewriteLevels(f, kMaxLevels); }, "L127", "300", "gp"},
      {"RewrittenGenesis", "the genesis entry rewritten, with all tiles", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e[0] = Replaced(e[0], "12:00:00", "12:00:01");
         PutBundle(f, e, 0);
         PutTiles(f, e, kMaxLevels);
       },
       "L124", "0", "gp"},
      {"Duplicate", "an entry there twice", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e.insert(e.begin() + kEntry, e[kEntry]);
         f.Write("tile/entries/001", BundleOf(e, 256, 512));
       },
       "L122", "301", "gp"},
      {"SwappedEntries", "two entries of a bundle swapped", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         std::swap(e[kEntry], e[kEntry + 1]);
         PutBundle(f, e, 1);
       },
       "L122", "300", "gp"},
      {"OtherLength", "an entry's length changed", "",
       [](Folder f) {
         FlipBit(f, "tile/entries/001", OffsetOf(f, kEntry) - 1);
       },
       "L122", "300", "gp"},
      {"RemovedEntry", "an entry taken out of a full bundle", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e.erase(e.begin() + kEntry);
         f.Write("tile/entries/001", BundleOf(e, 256, 511));
       },
       "L122", "300", "gp"},
      {"CrlfInBundle", "line feeds of a bundle turned into CRLF", "",
       [](Folder f) {
         std::string text = f.Read("tile/entries/001");
         text.insert(OffsetOf(f, kEntry) + 5, "\r\n");
         f.Write("tile/entries/001", text);
       },
       "L122", "300", "gp"},
  };
}

std::vector<Tampering> OfFiles() {
  return {
      {"CutTail", "the last bundle deleted", "",
       [](Folder f) { fs::remove(f.File(kLast)); }, "L120", "512", "gp"},
      {"CutEntry", "the last entry cut off its bundle", "",
       [](Folder f) {
         const Entries e = EntriesOf(f);
         f.Write(kLast, BundleOf(e, 512, 608));
       },
       "L123", "608", "gp"},
      {"CutByte", "the last byte cut off a bundle", "",
       [](Folder f) { Cut(f, kLast, 1); }, "L123", "608", "gp"},
      {"MissingBundle", "a bundle in the middle deleted", "",
       [](Folder f) { fs::remove(f.File("tile/entries/001")); }, "L120", "256",
       "gp"},
      {"AppendedBytes", "bytes appended to a bundle", "",
       [](Folder f) { Append(f, "tile/entries/000", "xx"); }, "L123", "256",
       "gp"},
      {"SwappedBundles", "two bundles swapped", "",
       [](Folder f) { Swap(f, "tile/entries/000", "tile/entries/001"); },
       "L122", "0", "gp"},
      {"SwappedTiles", "two tiles of level 0 swapped", "",
       [](Folder f) { Swap(f, "tile/0/000", "tile/0/001"); }, "L122", "0", "g"},
      {"SwappedBoth", "two bundles swapped, and their tiles", "",
       [](Folder f) {
         Swap(f, "tile/entries/000", "tile/entries/001");
         Swap(f, "tile/0/000", "tile/0/001");
       },
       "L127", "0", "gp"},
      {"CutTile", "a tile of level 0 cut short", "",
       [](Folder f) { Cut(f, "tile/0/001", 32); }, "L121", "256-511", "g"},
      {"MissingTile", "a tile of level 0 deleted", "",
       [](Folder f) { fs::remove(f.File("tile/0/001")); }, "L121", "256-511",
       "g"},
      {"OtherUpperTile", "a hash in level 1 changed", "",
       [](Folder f) { FlipBit(f, "tile/1/000.p/2", 40); }, "L126", "256-511",
       "g"},
      {"TileOffByOne", "the last tile one hash short, and named so", "",
       [](Folder f) {
         Cut(f, kLastTile, 32);
         fs::rename(f.File(kLastTile), f.File("tile/0/002.p/96"));
       },
       "L121", "512-608", "g"},
      {"LeftoverPartialTile", "an older partial tile that says otherwise", "",
       [](Folder f) {
         f.Write("tile/0/001.p/8", f.Read("tile/0/000").substr(0, 256));
       },
       "L130", "", ""},
      {"LeftoverPartialBundle", "an older partial bundle that says otherwise",
       "",
       [](Folder f) {
         f.Write("tile/entries/001.p/2", BundleOf(EntriesOf(f), 0, 2));
       },
       "L130", "", ""},
      {"BeyondTheCheckpoint", "entries after the last checkpoint (told)", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e.push_back("{}");
         PutBundle(f, e, 2);
       },
       "OK", "", ""},
      {"StrayFile", "a file that does not belong among the tiles (told)", "",
       [](Folder f) { f.Write("tile/0/x000/000", "x"); }, "OK", "", ""},
  };
}

std::vector<Tampering> OfCheckpoints() {
  return {
      {"OtherRoot", "an entry, all tiles and the root rewritten, not signed",
       "",
       [](Folder f) {
         const std::string old = Base64(BytesOf(TreeOf(f).root));
         RewriteLevels(f, kMaxLevels);
         const Entries e = WithOtherOutcome(EntriesOf(f), kEntry);
         EditCheckpoint(f, old, Base64(BytesOf(RootOf(EntriesOf(f)))));
       },
       "L108", "", "go"},
      {"OtherKey", "the whole log signed with another key", "",
       [](Folder f) { Rewrite(f, EntriesOf(f), kSizes, OtherKey()); }, "L107",
       "", "go"},
      {"NoSignature", "the signature line removed", "",
       [](Folder f) {
         const std::string text = f.Read("checkpoint");
         f.Write("checkpoint", text.substr(0, text.find("\n\n") + 2));
       },
       "L105", "", "go"},
      {"UnknownSignature", "only somebody else's signature left", "",
       [](Folder f) { PutCheckpoint(f, TreeOf(f), OtherKey("else.example")); },
       "L107", "", "go"},
      {"BadSignature", "one bit of the signature flipped", "",
       [](Folder f) {
         auto checkpoint = *ReadCheckpoint(f.Read("checkpoint"));
         checkpoint.note.signatures[0].bytes[7] ^= 1;
         f.Write("checkpoint", NoteText(checkpoint.note));
       },
       "L108", "", "go"},
      {"SecondSignature", "a wrong second signature by the log's own key", "",
       [](Folder f) {
         auto checkpoint = *ReadCheckpoint(f.Read("checkpoint"));
         auto second = checkpoint.note.signatures[0];
         second.bytes[7] ^= 1;
         checkpoint.note.signatures.push_back(second);
         f.Write("checkpoint", NoteText(checkpoint.note));
       },
       "L108", "", ""},
      {"SizeOneMore", "the size one more", "",
       [](Folder f) { EditCheckpoint(f, "\n609\n", "\n610\n"); }, "L108", "",
       "gpo"},
      {"SizeOneLess", "the size one less", "",
       [](Folder f) { EditCheckpoint(f, "\n609\n", "\n608\n"); }, "L108", "",
       "gpo"},
      {"LeadingZero", "the size with a leading zero", "",
       [](Folder f) { EditCheckpoint(f, "\n609\n", "\n0609\n"); }, "L105", "",
       "go"},
      {"OtherOrigin", "the name of another log", "",
       [](Folder f) { EditCheckpoint(f, "sigte.example", "sigtf.example"); },
       "L106", "", "go"},
      {"OtherLogSameKey", "another log's checkpoint, signed by the same key",
       "",
       [](Folder f) {
         Checkpoint tree = TreeOf(f);
         tree.origin = "other.example/log";
         PutCheckpoint(f, tree, TestKey());
       },
       "L106", "", "g"},
      {"Crlf", "line ends of the checkpoint turned into CRLF", "",
       [](Folder f) {
         std::string text;
         for (const char c : f.Read("checkpoint")) {
           text += c == '\n' ? std::string("\r\n") : std::string(1, c);
         }
         f.Write("checkpoint", text);
       },
       "L105", "", "gpo"},
      {"EmptyCheckpoint", "an empty checkpoint file", "",
       [](Folder f) { f.Write("checkpoint", ""); }, "L105", "", "gpo"},
      {"NoCheckpoint", "no checkpoint at all", "",
       [](Folder f) { fs::remove(f.File("checkpoint")); }, "L101", "", "gpo"},
      {"EditedKept", "a kept checkpoint edited", "",
       [](Folder f) {
         f.Write("checkpoints/257",
                 Replaced(f.Read("checkpoints/257"), "\n257\n", "\n256\n"));
       },
       "L105", "", ""},
      {"OtherKept", "a kept checkpoint's root changed and signed", "",
       [](Folder f) {
         Note note{Checkpoint{"sigte.example/log", 257, Hash{}}.Text(), {}};
         SignNote(TestKey(), &note);
         f.Write("checkpoints/257", NoteText(note));
       },
       "L124", "1-256", ""},
      {"RollbackOfTheFile", "an older checkpoint put in place of the newest",
       "", [](Folder f) { f.Write("checkpoint", f.Read("checkpoints/563")); },
       "L109", "", ""},
      {"EmptyLogSigned", "a signed checkpoint of an empty log in its place", "",
       [](Folder f) {
         PutCheckpoint(f, {"sigte.example/log", 0, EmptyRoot()}, TestKey());
       },
       "L109", "", ""},
  };
}

std::vector<Tampering> OfTheKeyHolder() {
  return {
      {"NotCanonical", "the key holder signs an entry that is not canonical",
       "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e[kEntry] = Replaced(e[kEntry], "{", "{ ");
         Rewrite(f, e, kSizes, TestKey());
       },
       "L127", "300", ""},
      {"OtherSum", "the key holder signs totals that do not add up", "",
       [](Folder f) {
         Rewrite(f, WithOtherSum(EntriesOf(f)), kSizes, TestKey());
       },
       "L127", "563-608", ""},
      {"FreeText", "the key holder signs free text as the code of a rule", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e[kEntry] = Replaced(e[kEntry], "\"E5\"", "\"N.N. said so\"");
         Rewrite(f, e, kSizes, TestKey());
       },
       "L127", "300", ""},
      {"RecordLeftOut", "the key holder leaves a record out", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e.erase(e.begin() + kEntry);
         Rewrite(f, e, {608}, TestKey());
       },
       "L127", "300", ""},
      {"HalfARun", "the key holder cuts a run in the middle", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e.resize(kEntry);
         Rewrite(f, e, {}, TestKey());
       },
       "L127", "299", ""},
      {"RollbackSeen", "rolled back whole; the verifier holds 609", "609",
       [](Folder f) { RollBack(f); }, "L128", "", "g"},
      {"RewriteSeen", "rewritten, same size; the verifier holds 609", "609",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e[0] = Replaced(e[0], "12:00:00", "12:00:01");
         Rewrite(f, e, kSizes, TestKey());
       },
       "L129", "563-608", "g"},
      {"RewriteSeenEarly", "rewritten and longer; the verifier holds 257",
       "257",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e[0] = Replaced(e[0], "12:00:00", "12:00:01");
         Rewrite(f, e, kSizes, TestKey());
       },
       "L129", "1-256", "g"},
      {"RollbackUnseen", "**rolled back whole; the verifier holds nothing**",
       "", [](Folder f) { RollBack(f); }, "OK", "", ""},
      {"RewriteUnseen",
       "**rewritten by the key holder; the verifier holds nothing**", "",
       [](Folder f) {
         Entries e = EntriesOf(f);
         e[0] = Replaced(e[0], "12:00:00", "12:00:01");
         Rewrite(f, e, kSizes, TestKey());
       },
       "OK", "", ""},
  };
}

}  // namespace

const std::vector<Tampering>& Tamperings() {
  static const std::vector<Tampering> all = [] {
    std::vector<Tampering> list;
    for (const auto& part :
         {OfEntries(), OfFiles(), OfCheckpoints(), OfTheKeyHolder()}) {
      list.insert(list.end(), part.begin(), part.end());
    }
    return list;
  }();
  return all;
}

}  // namespace sigte::audit
