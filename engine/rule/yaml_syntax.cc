// SPDX-License-Identifier: MPL-2.0

#include "engine/rule/yaml_syntax.h"

#include <yaml-cpp/exceptions.h>

#include <array>

namespace sigte {
namespace {

struct Words {
  std::string_view begins;  // yaml-cpp's message begins so
  MessageKey message;
};

namespace words = YAML::ErrorMsg;

const std::array kWords = {
    Words{words::END_OF_MAP_FLOW, "yaml.brace-not-closed"},
    Words{words::END_OF_SEQ_FLOW, "yaml.bracket-not-closed"},
    Words{words::END_OF_MAP, "yaml.not-a-key-here"},
    Words{words::END_OF_SEQ, "yaml.not-an-element-here"},
    Words{words::MAP_VALUE, "yaml.colon"},
    Words{words::MAP_KEY, "yaml.question-mark"},
    Words{words::BLOCK_ENTRY, "yaml.dash"},
    Words{words::FLOW_END, "yaml.not-opened"},
    Words{words::INVALID_ESCAPE, "yaml.escape"},
    Words{words::INVALID_HEX, "yaml.escape-digits"},
    Words{words::INVALID_UNICODE, "yaml.escape-digits"},
    Words{words::UNKNOWN_TOKEN, "yaml.first-character"},
    Words{words::EOF_IN_SCALAR, "yaml.quote-not-closed"},
    Words{words::DOC_IN_SCALAR, "yaml.document-mark-in-text"},
    Words{words::TAB_IN_INDENTATION, "yaml.tab"},
    Words{words::CHAR_IN_BLOCK, "yaml.block-head"},
    Words{words::ZERO_INDENT_IN_BLOCK, "yaml.block-head"},
    Words{words::SINGLE_QUOTED_CHAR, "yaml.quote-not-closed"},
};

}  // namespace

LocalText YamlSyntaxWords(std::string_view yaml_cpp_message) {
  for (const Words& row : kWords) {
    if (yaml_cpp_message.starts_with(row.begins)) return Message(row.message);
  }
  return Message("yaml.other", {yaml_cpp_message});
}

}  // namespace sigte
