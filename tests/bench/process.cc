// SPDX-License-Identifier: MPL-2.0

// Whole runs of the program, as users start it, beside what simdjson needs to
// parse the same bytes:  bench_process SIGTE

#include <fcntl.h>
#include <fmt/format.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/base/child_process.h"
#include "tests/bench/records.h"

namespace sigte {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int kRepeats = 3;

struct Cost {
  double wall_s = 1e9;
  double cpu_s = 1e9;
  double peak_mib = 0;
};

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_usec) / 1e6;
}

Cost RunOnce(std::vector<std::string> arguments) {
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  const auto start = Clock::now();
  const pid_t child = ForkChild();
  if (child == 0) {
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execv(argv[0], argv.data());
    _exit(127);
  }
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) {
    std::fprintf(stderr, "bench_process: %s failed\n", argv[0]);
    std::exit(2);
  }
  const std::chrono::duration<double> taken = Clock::now() - start;
  return {taken.count(), Seconds(usage.ru_utime) + Seconds(usage.ru_stime),
          static_cast<double>(usage.ru_maxrss) / 1024};
}

// The best of several: what the machine can do when nobody disturbs it.
Cost Best(const std::vector<std::string>& arguments, int repeats) {
  Cost best;
  for (int i = 0; i < repeats; ++i) {
    const Cost cost = RunOnce(arguments);
    best.wall_s = std::min(best.wall_s, cost.wall_s);
    best.cpu_s = std::min(best.cpu_s, cost.cpu_s);
    best.peak_mib = std::max(best.peak_mib, cost.peak_mib);
  }
  return best;
}

void WriteRecords(const fs::path& path, std::int64_t count) {
  RecordMaker maker(1);
  std::ofstream file(path, std::ios::binary);
  std::string line;
  for (std::int64_t i = 1; i <= count; ++i) {
    line.clear();
    maker.Append(i, &line);
    file << line;
  }
}

double ParseAlone(const fs::path& path) {
  simdjson::padded_string text;
  if (simdjson::padded_string::load(path.string()).get(text) !=
      simdjson::SUCCESS) {
    std::exit(2);
  }
  double best = 1e9;
  for (int i = 0; i < kRepeats; ++i) {
    simdjson::dom::parser parser;
    const auto start = Clock::now();
    std::size_t records = 0;
    simdjson::dom::document_stream stream;
    if (parser.parse_many(text).get(stream) != simdjson::SUCCESS) {
      std::exit(2);
    }
    for (auto document : stream) {
      records += document.error() == simdjson::SUCCESS ? 1U : 0U;
    }
    const std::chrono::duration<double> taken = Clock::now() - start;
    if (records > 0) best = std::min(best, taken.count());
  }
  return best;
}

void Print(const std::string& what, double seconds, double records,
           double bytes, double peak_mib) {
  fmt::print("{:<34} {:>8.3f} s {:>12.0f} records/s {:>8.1f} MB/s", what,
             seconds, records / seconds, bytes / seconds / 1e6);
  if (peak_mib > 0) fmt::print(" {:>8.1f} MiB", peak_mib);
  fmt::print("\n");
}

void Measure(const std::string& sigte, const fs::path& folder,
             std::int64_t count) {
  const fs::path path = folder / "records.ndjson";
  WriteRecords(path, count);
  const auto bytes = static_cast<double>(fs::file_size(path));
  const auto records = static_cast<double>(count);
  fmt::print("\n{} records, {:.1f} MB\n", count, bytes / 1e6);
  Print("simdjson's parse alone", ParseAlone(path), records, bytes, 0);
  const std::string out = (folder / "decisions.ndjson").string();
  for (const char* threads : {"1", "2"}) {
    const Cost cost = Best({sigte, "screen", "--format", "ndjson", "-o", out,
                            "--threads", threads, path.string()},
                           kRepeats);
    Print(fmt::format("screen to NDJSON, {} thread(s)", threads), cost.wall_s,
          records, bytes, cost.peak_mib);
  }
  const Cost report =
      Best({sigte, "screen", "--threads", "1", path.string()}, kRepeats);
  Print("screen to a report, 1 thread", report.wall_s, records, bytes,
        report.peak_mib);
}

void MeasureStart(const std::string& sigte, const fs::path& folder) {
  const fs::path path = folder / "one.ndjson";
  WriteRecords(path, 1);
  const Cost cost =
      Best({sigte, "screen", "--format", "ndjson", path.string()}, 20);
  fmt::print("\nstart-up and one record: {:.1f} ms, {:.1f} MiB\n",
             cost.wall_s * 1e3, cost.peak_mib);
}

}  // namespace
}  // namespace sigte

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: bench_process SIGTE\n", stderr);
    return 2;
  }
  std::string folder =
      (std::filesystem::temp_directory_path() / "sigte-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) return 2;
  sigte::MeasureStart(argv[1], folder);
  for (const std::int64_t count : {10'000, 100'000}) {
    sigte::Measure(argv[1], folder, count);
  }
  std::filesystem::remove_all(folder);
  return 0;
}
