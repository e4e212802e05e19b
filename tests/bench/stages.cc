// SPDX-License-Identifier: MPL-2.0

// What each stage costs a record: parse, schema, terms, evaluation, decision,
// output. Run by ./dev bench.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "engine/app/ruleset_store.h"
#include "engine/decide/decider.h"
#include "engine/read/json_reader.h"
#include "engine/report/decision_json.h"
#include "tests/bench/records.h"

namespace sigte {
namespace {

constexpr int kRecords = 2000;

/// Records parsed once, for the stages after the parser.
struct Sample {
  std::vector<PaddedText> lines;
  std::vector<Document> documents;
  std::unique_ptr<RulesetStore> store;
  std::size_t bytes = 0;
};

Sample* Make() {
  auto* sample = new Sample;
  sample->store = LoadRulesetStore(SIGTE_SOURCE_DIR "/rules/kortlaegning-2022");
  if (!sample->store->ready()) {
    for (const Issue& issue : sample->store->issues.issues()) {
      std::fputs(Format(issue, Lang::kEn).c_str(), stderr);
    }
    std::exit(2);
  }
  RecordMaker maker(1);
  JsonReader reader;
  sample->documents.resize(kRecords);
  for (int i = 0; i < kRecords; ++i) {
    std::string line;
    maker.Append(i, &line);
    line.pop_back();
    sample->bytes += line.size();
    sample->lines.emplace_back(line);
  }
  IssueList issues;
  for (std::size_t i = 0; i < kRecords; ++i) {
    reader.Read(sample->lines[i].text(), nullptr, 0, &sample->documents[i],
                &issues);
  }
  if (issues.has_errors()) std::exit(2);
  return sample;
}

const Sample& TheSample() {
  static const Sample* const sample = Make();
  return *sample;
}

/// Runs `stage` on the records in turn and reports records and bytes a second.
template <typename Stage>
void ForEachRecord(benchmark::State& state, Stage stage) {
  const Sample& sample = TheSample();
  std::size_t next = 0;
  for (auto _ : state) {
    stage(sample, next);
    next = next + 1 == kRecords ? 0 : next + 1;
  }
  state.SetItemsProcessed(state.iterations());
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(sample.bytes / kRecords));
}

void Parse(benchmark::State& state) {
  JsonReader reader;
  Document document;
  IssueList issues;
  ForEachRecord(state, [&](const Sample& sample, std::size_t i) {
    benchmark::DoNotOptimize(
        reader.Read(sample.lines[i].text(), nullptr, 0, &document, &issues));
  });
}
BENCHMARK(Parse);

void CheckSchema(benchmark::State& state) {
  SchemaChecker checker(*TheSample().store->record_schema);
  ForEachRecord(state, [&](const Sample& sample, std::size_t i) {
    benchmark::DoNotOptimize(checker.IsValid(sample.documents[i]));
  });
}
BENCHMARK(CheckSchema);

void FindTerms(benchmark::State& state) {
  const Lexicon& lexicon = *TheSample().store->program->lexicon;
  TextScanner scanner(lexicon);
  std::vector<TermScan> scans(lexicon.size());
  ForEachRecord(state, [&](const Sample& sample, std::size_t i) {
    const Document& document = sample.documents[i];
    for (const char* field : {"title", "content", "purpose"}) {
      const NodeIndex node = document.Member(Document::kRoot, field);
      if (document[node].kind != NodeKind::kString) continue;
      scanner.Scan(document[node].text, scans.data());
      benchmark::DoNotOptimize(scans.data());
    }
  });
}
BENCHMARK(FindTerms);

void Evaluate(benchmark::State& state) {
  const Program& program = *TheSample().store->program;
  Evaluator evaluator(program);
  Record record(program.layout);
  ForEachRecord(state, [&](const Sample& sample, std::size_t i) {
    record.Fill(sample.documents[i], Document::kRoot, kNoNode);
    benchmark::DoNotOptimize(evaluator.Evaluate(record).truths());
  });
}
BENCHMARK(Evaluate);

void Decide(benchmark::State& state) {
  const Program& program = *TheSample().store->program;
  Decider decider(program);
  Record record(program.layout);
  Decision decision;
  const Groups groups(program);
  ForEachRecord(state, [&](const Sample& sample, std::size_t i) {
    record.Fill(sample.documents[i], Document::kRoot, kNoNode);
    decider.Decide(record, {"bench", i + 1}, {}, &groups, {}, &decision);
    benchmark::DoNotOptimize(&decision);
  });
}
BENCHMARK(Decide);

void Write(benchmark::State& state) {
  const Sample& sample = TheSample();
  const Program& program = *sample.store->program;
  Decider decider(program);
  Record record(program.layout);
  std::vector<Decision> decisions(kRecords);
  const Groups groups(program);
  for (std::size_t i = 0; i < kRecords; ++i) {
    record.Fill(sample.documents[i], Document::kRoot, kNoNode);
    decider.Decide(record, {"bench", i + 1}, {}, &groups, {}, &decisions[i]);
  }
  DecisionWriter writer(program);
  ForEachRecord(state, [&](const Sample&, std::size_t i) {
    writer.Clear();
    writer.Append(decisions[i]);
    benchmark::DoNotOptimize(writer.text().data());
  });
}
BENCHMARK(Write);

void LoadRuleset(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        LoadRulesetStore(SIGTE_SOURCE_DIR "/rules/kortlaegning-2022"));
  }
}
BENCHMARK(LoadRuleset)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sigte
