// SPDX-License-Identifier: MPL-2.0

// The only place that knows expat.
#include "engine/read/xml_reader.h"

#include <expat.h>

#include <utility>

#include "engine/base/numbers.h"

namespace sigte {
namespace {

constexpr std::size_t kPiece = 32UL * 1024;
// expat reads a tag again from its start with every piece, so that a tag of
// megabytes would cost the square of its size.
constexpr std::size_t kMaxTag = 1UL << 20;
constexpr char kSeparator = '\n';  // stands in no name and no address

constexpr std::string_view kMain =
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr std::string_view kStrictMain =
    "http://purl.oclc.org/ooxml/spreadsheetml/main";
constexpr std::string_view kRelationships =
    "http://schemas.openxmlformats.org/package/2006/relationships";

struct QualifiedName {
  std::string_view space;
  std::string_view local;

  explicit QualifiedName(std::string_view name) : local(name) {
    const std::size_t at = name.rfind(kSeparator);
    if (at == std::string_view::npos) return;
    space = name.substr(0, at);
    local = name.substr(at + 1);
  }

  bool is_main() const {
    return space.empty() || space == kMain || space == kStrictMain ||
           space == kRelationships;
  }
};

}  // namespace

std::optional<std::string_view> XmlAttributes::Get(
    std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (name == pair[0]) return pair[1];
  }
  return std::nullopt;
}

std::optional<std::string_view> XmlAttributes::GetPrefixed(
    std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    const QualifiedName own(pair[0]);
    if (!own.space.empty() && own.local == name) return pair[1];
  }
  return std::nullopt;
}

bool XmlAttributes::IsTrue(std::string_view name) const {
  const auto value = Get(name);
  return value == "1" || value == "true";
}

struct XmlReader::Impl {
  XML_Parser parser = nullptr;

  static void Start(void* self, const XML_Char* name, const XML_Char** pairs) {
    auto& reader = *static_cast<XmlReader*>(self);
    ++reader.events_;
    if (reader.done_) return;
    if (++reader.depth_ > kMaxXmlDepth) {
      reader.Stop(PackageIssue("D328.xml-too-deep",
                               {reader.name_, CountText(kMaxXmlDepth)}));
      return;
    }
    const QualifiedName own(name);
    reader.handler_->StartElement(own.local, own.is_main(),
                                  XmlAttributes(pairs));
  }

  static void End(void* self, const XML_Char* name) {
    auto& reader = *static_cast<XmlReader*>(self);
    ++reader.events_;
    --reader.depth_;
    const QualifiedName own(name);
    if (!reader.done_) {
      reader.handler_->EndElement(own.local, own.is_main());
    }
  }

  static void Text(void* self, const XML_Char* text, int size) {
    auto& reader = *static_cast<XmlReader*>(self);
    ++reader.events_;
    if (reader.done_) return;
    reader.handler_->Characters({text, static_cast<std::size_t>(size)});
  }

  static void Doctype(void* self, const XML_Char*, const XML_Char*,
                      const XML_Char*, int) {
    auto& reader = *static_cast<XmlReader*>(self);
    reader.Stop(PackageIssue("D329.xml-with-dtd", {reader.name_}));
  }
};

XmlReader::XmlReader(ZipPart* part, std::string name, XmlHandler* handler)
    : impl_(std::make_unique<Impl>()),
      part_(part),
      name_(std::move(name)),
      handler_(handler),
      buffer_(kPiece) {
  impl_->parser = XML_ParserCreateNS(nullptr, kSeparator);
  if (impl_->parser == nullptr) {
    Stop(PackageIssue("D327.xml-damaged", {name_, std::string("0")}));
    return;
  }
  XML_SetUserData(impl_->parser, this);
  XML_SetElementHandler(impl_->parser, &Impl::Start, &Impl::End);
  XML_SetCharacterDataHandler(impl_->parser, &Impl::Text);
  XML_SetStartDoctypeDeclHandler(impl_->parser, &Impl::Doctype);
}

XmlReader::~XmlReader() {
  if (impl_->parser != nullptr) XML_ParserFree(impl_->parser);
}

void XmlReader::Stop(std::optional<Issue> issue) {
  if (!fault_) fault_ = std::move(issue);
  done_ = true;
  if (impl_->parser != nullptr) XML_StopParser(impl_->parser, XML_FALSE);
}

bool XmlReader::Step() {
  if (done_) return false;
  const std::ptrdiff_t got = part_->Read(buffer_.data(), buffer_.size());
  if (got < 0) {
    fault_ = part_->fault();
    done_ = true;
    return false;
  }
  const std::size_t before = events_;
  const bool last = got == 0;
  const XML_Status status = XML_Parse(impl_->parser, buffer_.data(),
                                      static_cast<int>(got), last ? 1 : 0);
  silent_ = events_ == before ? silent_ + static_cast<std::size_t>(got) : 0;
  if (!done_ && (status != XML_STATUS_OK || silent_ > kMaxTag)) {
    const auto line = XML_GetCurrentLineNumber(impl_->parser);
    fault_ = PackageIssue("D327.xml-damaged", {name_, std::to_string(line)});
    done_ = true;
  }
  done_ = done_ || last;
  return !done_;
}

bool XmlReader::ReadAll() {
  while (Step()) {
  }
  return !fault_;
}

}  // namespace sigte
