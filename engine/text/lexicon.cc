// SPDX-License-Identifier: MPL-2.0

// The lexicon as others see it.

#include "engine/text/lexicon.h"

#include "engine/text/lexicon_builder.h"
#include "engine/text/lexicon_impl.h"

namespace sigte {

Lexicon::Lexicon() = default;
Lexicon::~Lexicon() = default;

std::shared_ptr<const Lexicon> Lexicon::Build(
    const Language& language, const std::vector<TermSource>& terms,
    IssueList* issues) {
  auto impl = LexiconBuilder(language, terms, issues).Build();
  if (impl == nullptr) return nullptr;
  std::shared_ptr<Lexicon> lexicon(new Lexicon());
  lexicon->impl_ = std::move(impl);
  return lexicon;
}

std::string_view MentionName(Mention mention) {
  switch (mention) {
    case kAffirmed: return "affirmed";
    case kNegated: return "negated";
    case kSupplementing: return "supplementing";
    case kNotMentioned: return "";
  }
  return "";
}

std::size_t Lexicon::size() const { return impl_->ids.size(); }

int Lexicon::Find(std::string_view id) const {
  const auto it = impl_->numbers.find(std::string(id));
  return it == impl_->numbers.end() ? -1 : static_cast<int>(it->second);
}

const std::string& Lexicon::id(std::uint32_t term) const {
  return impl_->ids[term];
}

const LocalText& Lexicon::title(std::uint32_t term) const {
  return impl_->titles[term];
}

void Lexicon::Fold(std::string_view text, std::string* folded) const {
  impl_->folder.Fold(text, folded);
}

}  // namespace sigte
