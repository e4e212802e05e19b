// SPDX-License-Identifier: MPL-2.0

// The questions at a terminal: one at a time, each answer written at once.

#include "engine/app/review_dialog.h"

#include <unistd.h>

#include <functional>
#include <string>

#include "engine/app/code_choice.h"
#include "engine/app/line_input.h"
#include "engine/app/output.h"
#include "engine/app/telling.h"
#include "engine/app/terminal_size.h"
#include "engine/base/canonical_text.h"
#include "engine/base/numbers.h"
#include "engine/base/utf8.h"
#include "engine/report/style.h"
#include "engine/report/words.h"

namespace sigte {
namespace {

class Dialog {
 public:
  Dialog(const Settings& settings, const ReviewOptions& options,
         const RulesetStore& store, const RulingShelf& shelf,
         const ReviewQueue& queue, ReviewSession* session)
      : lang_(settings.lang),
        program_(*store.program),
        folder_(store.tables->folder),
        book_(*shelf.book),
        queue_(queue),
        session_(session),
        body_(options.body),
        role_(options.role),
        color_(UseColor(settings.color, STDOUT_FILENO)),
        width_(SizeOf(STDOUT_FILENO).width) {}

  bool Run() {
    std::size_t item = session_->NextOpen(0);
    while (item < session_->items().size() && !ended_ && well_) {
      Ask(item);
      item = session_->NextOpen(item);
    }
    return well_;
  }

 private:
  using Check = std::function<std::optional<Issue>(const std::string&)>;
  using Understand = std::function<std::optional<std::string>(std::string*)>;

  void Say(const std::string& text) {
    well_ = well_ && WriteAll(STDOUT_FILENO, text);
  }

  bool Listen(std::string* line) {
    std::string written;
    if (!well_ || !input_.Next(&written)) {
      ended_ = true;
      return false;
    }
    *line = CanonicalText(written);
    return true;
  }

  void Ask(std::size_t index) {
    const ReviewItem& item = session_->items()[index];
    Say("\n" + Heading(index) + "\n" +
        CaseText(item, queue_, book_, program_, lang_, color_, width_));
    if (item.proposal != kNoIndex) SayProposal(item);
    const auto kind = AskAnswer(item);
    if (!kind || *kind == AnswerKind::kQuit) {
      ended_ = true;
    } else if (*kind == AnswerKind::kSkip) {
      session_->Skip(index);
    } else {
      Carry(index, *kind);
    }
  }

  std::string Heading(std::size_t index) const {
    return Inked(
        Message(lang_, "review.waiting",
                {CountText(index + 1), CountText(session_->items().size())}),
        Ink::kBold, color_);
  }

  void SayProposal(const ReviewItem& item) {
    const Ruling& ruling = book_.rulings()[item.proposal];
    const RulingWords& words = program_.ruling_words;
    const std::string answer =
        Message(lang_, ruling.answer ? MessageKey("review.answer-yes")
                                     : MessageKey("review.answer-no"));
    Say("\n" +
        Wrapped(Message(lang_, "review.proposal",
                        {answer, TitleOf(words.bodies, ruling.by.body),
                         ruling.by.date}),
                0, width_) +
        Wrapped(Message(lang_, "ruling.words",
                        {TitleOf(words.reasons, ruling.reason), ruling.text}),
                2, width_));
  }

  std::optional<AnswerKind> AskAnswer(const ReviewItem& item) {
    const std::string prompt =
        Message(lang_, item.proposal == kNoIndex
                           ? MessageKey("review.answer")
                           : MessageKey("review.approve")) +
        " > ";
    std::string word;
    while (true) {
      Say("\n" + prompt);
      if (!Listen(&word)) return std::nullopt;
      const auto kind = AnswerOf(word);
      if (kind) return kind;
      Say(Message(lang_, "review.not-understood") + "\n");
    }
  }

  void Carry(std::size_t index, AnswerKind kind) {
    const bool approves = session_->items()[index].proposal != kNoIndex &&
                          kind == AnswerKind::kYes;
    RulingAnswer row;
    if (!approves && !AskReason(&row)) return;
    if (!AskWho(&row)) return;
    std::string path;
    std::string id;
    const auto fault = session_->Answer(index, row, kind, &path, &id);
    if (fault) {
      Say(IssueText(*fault, lang_));
      body_.clear();  // it may be that another was meant
      return;
    }
    const MessageKey done =
        approves ? MessageKey("review.approved") : MessageKey("review.written");
    Say(Message(lang_, done, {path}) + "\n");
  }

  bool AskReason(RulingAnswer* row) {
    const auto check = [&](const std::string& reason) {
      return session_->CheckReason(reason);
    };
    SayCodes("review.reasons", program_.ruling_words.reasons);
    return PromptCode("review.reason", program_.ruling_words.reasons, check,
                      &row->reason) &&
           PromptWords("review.text", "text", &row->text);
  }

  // Who answers is asked once.
  bool AskWho(RulingAnswer* row) {
    if (body_.empty()) {
      SayCodes("review.bodies", program_.ruling_words.bodies);
      const auto check = [&](const std::string& body) {
        return session_->CheckBody(body);
      };
      const auto& bodies = program_.ruling_words.bodies;
      if (!PromptCode("review.body", bodies, check, &body_)) return false;
    }
    if (role_.empty()) {
      if (!PromptWords("review.role", "role", &role_)) return false;
    }
    row->body = body_;
    row->role = role_;
    return true;
  }

  void SayCodes(MessageKey label, const std::vector<NamedCode>& codes) {
    if (codes.empty()) return;
    std::string text = Message(lang_, label) + ":\n";
    const std::size_t digits = std::to_string(codes.size()).size();
    for (std::size_t i = 0; i < codes.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      text += std::string(2 + digits - number.size(), ' ') + number + ". " +
              InWords(codes[i]) + "\n";
    }
    Say(text);
  }

  std::string InWords(const NamedCode& code) const {
    return code.code.text + "  " + code.title.In(lang_);
  }

  // Says which code was understood, where that was not what was typed.
  bool PromptCode(MessageKey label, const std::vector<NamedCode>& codes,
                  const Check& check, std::string* answer) {
    const auto understand =
        [&](std::string* line) -> std::optional<std::string> {
      const auto meant = CodesMeant(codes, *line, folder_);
      if (meant.size() > 1) return Several(*line, meant);
      if (!meant.empty() && meant.front()->code.text != *line) {
        *line = meant.front()->code.text;
        Say("  " + InWords(*meant.front()) + "\n");
      }
      const auto fault = check(*line);
      return fault ? std::optional(IssueText(*fault, lang_)) : std::nullopt;
    };
    return Prompt(label, understand, answer);
  }

  std::string Several(const std::string& typed,
                      const std::vector<const NamedCode*>& meant) const {
    std::string codes;
    for (const NamedCode* code : meant) {
      codes += (codes.empty() ? "" : ", ") + code->code.text;
    }
    return Message(lang_, "review.several", {Printable(typed), codes}) + "\n";
  }

  bool PromptWords(MessageKey label, const std::string& key,
                   std::string* answer) {
    const auto understand = [&](std::string* line) {
      const auto fault = session_->CheckWords(key, *line);
      return fault ? std::optional(IssueText(*fault, lang_)) : std::nullopt;
    };
    return Prompt(label, understand, answer);
  }

  // `understand` says what is wrong with a line, or makes it the answer.
  bool Prompt(MessageKey label, const Understand& understand,
              std::string* answer) {
    std::string line;
    while (true) {
      Say(Message(lang_, label) + " > ");
      if (!Listen(&line)) return false;
      const auto fault = understand(&line);
      if (!fault) {
        *answer = line;
        return true;
      }
      Say(*fault);
    }
  }

  Lang lang_;
  const Program& program_;
  const Folder& folder_;
  const RulingBook& book_;
  const ReviewQueue& queue_;
  ReviewSession* session_;
  std::string body_;
  std::string role_;
  bool color_;
  std::size_t width_;
  LineInput input_{STDIN_FILENO};
  bool ended_ = false;
  bool well_ = true;
};

}  // namespace

bool ReviewAtTerminal(const Settings& settings, const ReviewOptions& options,
                      const RulesetStore& store, const RulingShelf& shelf,
                      const ReviewQueue& queue, ReviewSession* session) {
  return Dialog(settings, options, store, shelf, queue, session).Run();
}

}  // namespace sigte
