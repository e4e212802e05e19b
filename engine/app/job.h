#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/app/inputs.h"
#include "engine/base/issue.h"
#include "engine/read/line_reader.h"
#include "engine/record/layout.h"

/// A run's input, cut into pieces that can be worked on at the same time.
namespace sigte {

enum class JobKind : std::uint8_t {
  kLines,       ///< whole lines of a stream, a record each
  kSubmission,  ///< a whole file
  kLongLine,    ///< one line that is too long to be read; `block.first_line`
  kUnreadable,  ///< a file that cannot be read
};

struct Job {
  JobKind kind = JobKind::kLines;
  std::string file;       ///< what people call it
  std::size_t input = 0;  ///< which of InputList::paths
  LineBlock block;        ///< its text; the padding lies behind
  bool first = true;      ///< of its file
  /// What is to be said of the file, apart from its contents.
  std::vector<Issue> issues;

  std::string_view text() const { return block.text(); }
};

/// An issue about a file or a record as such; its place is the text's start.
Issue MakeIssue(MessageKey key, Severity severity,
                std::vector<LocalText> args = {});

/// Gives the jobs of a list of files, in order. Memory is bounded by the
/// largest submission, or by a block where files are streams.
class JobSource {
 public:
  /// Borrows all. `spooled` stands for standard input where it is not negative.
  JobSource(const InputList& inputs, const Layout& layout, int spooled);
  ~JobSource();
  JobSource(const JobSource&) = delete;
  JobSource& operator=(const JobSource&) = delete;

  /// The next job into `*job`, reusing its room. False when there is none.
  bool Next(Job* job);

  /// Bytes that were read so far.
  std::uint64_t bytes_read() const;

 private:
  bool Open(Job* job);
  bool BeginFile(Job* job);
  bool ReadWhole(Job* job);
  bool TakeNext(Job* job);
  bool Refuse(Job* job, MessageKey key, std::vector<LocalText> args);
  void CloseFile();

  const InputList& inputs_;
  const Layout& layout_;
  int spooled_;
  JsonReader json_;
  std::size_t next_path_ = 0;
  std::string path_;
  std::string source_;  // where it is read from
  int fd_ = -1;
  std::optional<LineReader> lines_;
  std::uint64_t bytes_done_ = 0;
};

}  // namespace sigte
