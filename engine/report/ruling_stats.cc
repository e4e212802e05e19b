// SPDX-License-Identifier: MPL-2.0

#include "engine/report/ruling_stats.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/base/json_writer.h"
#include "engine/base/numbers.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

/// What one body says.
struct Statement {
  bool answer = false;
  bool own = false;  ///< it ruled itself
  std::string date;
  std::string id;
};

bool Outweighs(const Statement& a, const Statement& b) {
  return std::tie(a.own, a.date, a.id) > std::tie(b.own, b.date, b.id);
}

using Bodies = std::map<std::string, Statement>;

void Say(const std::string& body, Statement statement, Bodies* bodies) {
  const auto [at, is_new] = bodies->emplace(body, statement);
  if (!is_new && Outweighs(statement, at->second)) {
    at->second = std::move(statement);
  }
}

void Compare(const Bodies& bodies, RuleStats* stats) {
  for (auto one = bodies.begin(); one != bodies.end(); ++one) {
    for (auto other = std::next(one); other != bodies.end(); ++other) {
      const Statement& a = one->second;
      const Statement& b = other->second;
      const std::pair names(one->first, other->first);
      stats->all.bodies[names].Add(a.answer, b.answer);
      if (!a.own || !b.own) continue;
      stats->independent.bodies[names].Add(a.answer, b.answer);
    }
  }
}

void CountOne(const RulingBook& book, std::uint32_t index, RuleStats* stats) {
  const Ruling& ruling = book.rulings()[index];
  const std::int64_t age = DayNumber(book.today()) - DayNumber(ruling.by.date);
  ++stats->rulings;
  ++stats->reasons[ruling.reason];
  stats->ages.push_back(age);
  if (ruling.approved) {
    ++stats->approved;
  } else {
    ++stats->waiting;
    stats->oldest_waiting = std::max(stats->oldest_waiting, age);
  }
}

void AddTo(RuleStats* total, const RuleStats& part) {
  total->rulings += part.rulings;
  total->approved += part.approved;
  total->waiting += part.waiting;
  total->oldest_waiting = std::max(total->oldest_waiting, part.oldest_waiting);
  total->all.Add(part.all);
  total->independent.Add(part.independent);
  total->ages.insert(total->ages.end(), part.ages.begin(), part.ages.end());
  for (const auto& [code, count] : part.reasons) total->reasons[code] += count;
}

std::string Fraction(std::optional<double> number, int scale, Lang lang,
                     std::string_view unit) {
  if (!number) return "–";
  const double power = std::pow(10.0, scale);
  const auto scaled = static_cast<std::int64_t>(std::llround(*number * power));
  std::string text = std::to_string(scaled < 0 ? -scaled : scaled);
  const auto digits = static_cast<std::size_t>(scale);
  if (text.size() <= digits) text.insert(0, digits + 1 - text.size(), '0');
  text.insert(text.size() - digits, ".");
  return DecimalNumber(lang, (scaled < 0 ? "-" : "") + text) +
         std::string(unit);
}

std::string AgreementLine(const Agreement& agreement, MessageKey key,
                          Lang lang) {
  if (agreement.pairs() == 0) return {};
  const auto share = agreement.Share();
  return "  " +
         Message(lang, key,
                 {Fraction(*share * 100, 1, lang, " %"),
                  GroupedNumber(lang, agreement.agree()),
                  GroupedNumber(lang, agreement.pairs()),
                  Fraction(agreement.Kappa(), 2, lang, "")}) +
         "\n";
}

// The lower one of two in the middle.
std::int64_t Median(const std::vector<std::int64_t>& sorted) {
  return sorted[(sorted.size() - 1) / 2];
}

std::string RuleText(const RuleStats& stats, const Program& program,
                     Lang lang) {
  std::string name = Message(lang, "ruling.stats-all");
  if (stats.rule != kNoIndex) {
    const CompiledRule& rule = program.rules[stats.rule];
    name = RuleMark(rule) + " " + rule.title.In(lang);
  }
  const auto number = [&](std::int64_t n) { return GroupedNumber(lang, n); };
  std::string out =
      Message(lang, "ruling.stats-head",
              {name, number(stats.rulings), number(stats.approved)}) +
      "\n";
  out += AgreementLine(stats.all, "ruling.stats-agreement", lang);
  out += AgreementLine(stats.independent, "ruling.stats-independent", lang);
  out += "  " +
         Message(lang, "ruling.stats-ages",
                 {number(stats.ages.front()), number(Median(stats.ages)),
                  number(stats.ages.back())}) +
         "\n";
  if (stats.waiting > 0) {
    out += "  " +
           Message(lang, "ruling.stats-waiting",
                   {number(stats.waiting), number(stats.oldest_waiting)}) +
           "\n";
  }
  for (const auto& [code, count] : stats.reasons) {
    out += "  " +
           Message(lang, "ruling.stats-reason",
                   {code, TitleOf(program.ruling_words.reasons, code),
                    number(count)}) +
           "\n";
  }
  return out;
}

void WriteFraction(std::optional<double> number, JsonWriter* json) {
  if (!number) {
    json->Null();
  } else {
    json->Raw(Fraction(number, 4, Lang::kEn, ""));
  }
}

void WriteAgreement(const Agreement& agreement, JsonWriter* json) {
  json->BeginObject();
  json->Key("pairs");
  json->Int(agreement.pairs());
  json->Key("agree");
  json->Int(agreement.agree());
  json->Key("agreement");
  WriteFraction(agreement.Share(), json);
  json->Key("kappa");
  WriteFraction(agreement.Kappa(), json);
  json->EndObject();
}

void WriteAges(const RuleStats& stats, JsonWriter* json) {
  json->BeginObject();
  json->Key("newest");
  json->Int(stats.ages.front());
  json->Key("median");
  json->Int(Median(stats.ages));
  json->Key("oldest");
  json->Int(stats.ages.back());
  json->EndObject();
}

void WriteName(const RuleStats& stats, const Program& program,
               JsonWriter* json) {
  json->Key("rule");
  if (stats.rule == kNoIndex) {
    json->Null();
    return;
  }
  json->String(program.rules[stats.rule].id);
  json->Key("code");
  json->String(program.rules[stats.rule].code);
}

void AppendJson(const RuleStats& stats, const Program& program,
                std::string* out) {
  JsonWriter json(out);
  json.BeginObject();
  WriteName(stats, program, &json);
  json.Key("rulings");
  json.Int(stats.rulings);
  json.Key("approved");
  json.Int(stats.approved);
  json.Key("waiting");
  json.Int(stats.waiting);
  json.Key("oldest_waiting_days");
  json.Int(stats.oldest_waiting);
  json.Key("all");
  WriteAgreement(stats.all, &json);
  json.Key("independent");
  WriteAgreement(stats.independent, &json);
  json.Key("age_days");
  WriteAges(stats, &json);
  json.Key("reasons");
  json.BeginArray();
  for (const auto& [code, count] : stats.reasons) {
    json.BeginObject();
    json.Key("reason");
    json.String(code);
    json.Key("rulings");
    json.Int(count);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  out->push_back('\n');
}

}  // namespace

void TwoBodies::Add(bool first, bool second) {
  ++(first ? (second ? both_true : first_true)
           : (second ? second_true : both_false));
}

void TwoBodies::Add(const TwoBodies& other) {
  both_true += other.both_true;
  first_true += other.first_true;
  second_true += other.second_true;
  both_false += other.both_false;
}

// In whole numbers until the last step: n² (1 - pe) may be 0.
std::optional<double> TwoBodies::Kappa() const {
  const Int128 n = pairs();
  const Int128 first = both_true + first_true;
  const Int128 second = both_true + second_true;
  const Int128 chance = first * second + (n - first) * (n - second);
  const Int128 rest = n * n - chance;
  if (rest == 0) return std::nullopt;
  return static_cast<double>(n * (both_true + both_false) - chance) /
         static_cast<double>(rest);
}

std::int64_t Agreement::pairs() const {
  std::int64_t sum = 0;
  for (const auto& [names, two] : bodies) sum += two.pairs();
  return sum;
}

std::int64_t Agreement::agree() const {
  std::int64_t sum = 0;
  for (const auto& [names, two] : bodies) sum += two.both_true + two.both_false;
  return sum;
}

void Agreement::Add(const Agreement& other) {
  for (const auto& [names, two] : other.bodies) bodies[names].Add(two);
}

std::optional<double> Agreement::Share() const {
  if (pairs() == 0) return std::nullopt;
  return static_cast<double>(agree()) / static_cast<double>(pairs());
}

std::optional<double> Agreement::Kappa() const {
  double sum = 0;
  std::int64_t weight = 0;
  for (const auto& [names, two] : bodies) {
    const std::optional<double> kappa = two.Kappa();
    if (!kappa) continue;
    sum += *kappa * static_cast<double>(two.pairs());
    weight += two.pairs();
  }
  if (weight == 0) return std::nullopt;
  return sum / static_cast<double>(weight);
}

std::vector<RuleStats> StatsOf(const RulingBook& book) {
  std::map<std::uint32_t, RuleStats> by_rule;
  std::map<std::tuple<RecordKey, std::uint32_t, std::string>, Bodies> cases;
  for (std::uint32_t i = 0; i < book.rulings().size(); ++i) {
    const Ruling& ruling = book.rulings()[i];
    const std::uint32_t rule = book.RuleOf(i);
    // What is to come has not been said yet.
    if (rule == kNoIndex || ruling.by.date > book.today()) continue;
    CountOne(book, i, &by_rule[rule]);
    Bodies& bodies = cases[{ruling.record, rule, ruling.evidence}];
    Say(ruling.by.body, {ruling.answer, true, ruling.by.date, ruling.id},
        &bodies);
    if (!ruling.approved || ruling.approved->date > book.today()) continue;
    Say(ruling.approved->body,
        {ruling.answer, false, ruling.approved->date, ruling.id}, &bodies);
  }
  for (const auto& [key, bodies] : cases) {
    Compare(bodies, &by_rule[std::get<1>(key)]);
  }
  std::vector<RuleStats> all;
  RuleStats total;
  for (auto& [rule, stats] : by_rule) {
    stats.rule = rule;
    std::ranges::sort(stats.ages);
    AddTo(&total, stats);
    all.push_back(std::move(stats));
  }
  if (all.empty()) return all;
  std::ranges::sort(total.ages);
  all.push_back(std::move(total));
  return all;
}

std::string StatsText(const std::vector<RuleStats>& stats,
                      const Program& program, Lang lang) {
  if (stats.empty()) return Message(lang, "ruling.stats-none") + "\n";
  std::string out;
  for (const RuleStats& one : stats) {
    if (!out.empty()) out += "\n";
    out += RuleText(one, program, lang);
  }
  return out;
}

std::string StatsJson(const std::vector<RuleStats>& stats,
                      const Program& program) {
  std::string out;
  for (const RuleStats& one : stats) AppendJson(one, program, &out);
  return out;
}

}  // namespace sigte
