// SPDX-License-Identifier: MPL-2.0

// Colours, borders and fonts. Severity shows in the border too, so that it does
// not rest on colour alone.

#include "engine/report/workbook_style.h"

#include <xlsxwriter.h>

namespace sigte {
namespace {

constexpr lxw_color_t kInk = 0x1B1B1B;
constexpr lxw_color_t kGrey = 0x5A5A5A;
constexpr lxw_color_t kLine = 0xBFC5CC;
constexpr lxw_color_t kNavy = 0x1F3A5F;
constexpr lxw_color_t kSlate = 0x5B6B7C;
constexpr lxw_color_t kWhite = 0xFFFFFF;
constexpr lxw_color_t kPaper = 0xFFFDF3;
constexpr lxw_color_t kShade = 0xEEF1F4;
constexpr lxw_color_t kLinkBlue = 0x0B4F9E;

struct MarkLook {
  lxw_color_t fill;
  lxw_color_t ink;
  std::uint8_t border;
  lxw_color_t line;
};

MarkLook LookOf(Mark mark) {
  switch (mark) {
    case Mark::kError: return {0xF6D5D5, 0x7A1212, LXW_BORDER_MEDIUM, 0xB3261E};
    case Mark::kQuestion:
      return {0xFFE7B0, 0x5C3D00, LXW_BORDER_MEDIUM_DASHED, 0xB97A00};
    case Mark::kRemark:
      return {0xDCE9F8, 0x12406E, LXW_BORDER_DOTTED, 0x2E6DA4};
    case Mark::kIn: return {0xDFF0E3, 0x1C5A2E, LXW_BORDER_THIN, kLine};
    case Mark::kOut: return {0xE6E6EC, 0x3E3E55, LXW_BORDER_THIN, kLine};
    case Mark::kGap: return {0xFFE7B0, 0x5C3D00, LXW_BORDER_THIN, kLine};
    case Mark::kNone: break;
  }
  return {kWhite, kInk, LXW_BORDER_THIN, kLine};
}

void Box(lxw_format* format, lxw_color_t line) {
  format_set_border(format, LXW_BORDER_THIN);
  format_set_border_color(format, line);
}

void Fill(lxw_format* format, lxw_color_t color) {
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_fg_color(format, color);
  format_set_bg_color(format, color);
}

void Wrapped(lxw_format* format) {
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
}

void Heading(lxw_format* format, lxw_color_t fill) {
  Wrapped(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  format_set_bold(format);
  format_set_font_color(format, kWhite);
  Fill(format, fill);
  Box(format, kWhite);
}

void Cell(lxw_format* format, lxw_color_t fill) {
  Wrapped(format);
  format_set_font_color(format, kInk);
  Fill(format, fill);
  Box(format, kLine);
}

void ApplyLook(Look look, lxw_format* format) {
  switch (look) {
    case Look::kPlain: Wrapped(format); return;
    case Look::kTitle:
      format_set_bold(format);
      format_set_font_size(format, 18);
      format_set_font_color(format, kNavy);
      format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
      return;
    case Look::kSubtitle:
      format_set_bold(format);
      format_set_font_size(format, 13);
      format_set_font_color(format, kNavy);
      return;
    case Look::kSubtle:
      Wrapped(format);
      format_set_font_color(format, kGrey);
      return;
    case Look::kHeading: Heading(format, kSlate); return;
    case Look::kAskedHeading: Heading(format, kNavy); return;
    case Look::kMadeHeading:
      Heading(format, kShade);
      format_set_font_color(format, kInk);
      return;
    case Look::kSentHeading:
      Heading(format, kSlate);
      format_set_unlocked(format);
      return;
    case Look::kLabel:
      Cell(format, kShade);
      format_set_bold(format);
      return;
    case Look::kInput:
    case Look::kAnswer:
      Cell(format, kPaper);
      format_set_unlocked(format);
      return;
    case Look::kLocked: Cell(format, kShade); return;
    case Look::kLive:
      Cell(format, kShade);
      format_set_align(format, LXW_ALIGN_LEFT);
      format_set_font_color(format, kGrey);
      return;
    case Look::kTable: Cell(format, kWhite); return;
    case Look::kLink:
      Cell(format, kWhite);
      format_set_font_color(format, kLinkBlue);
      format_set_underline(format, LXW_UNDERLINE_SINGLE);
      return;
  }
}

}  // namespace

void ApplyMark(Mark mark, lxw_format* format) {
  if (mark == Mark::kNone) return;
  const MarkLook look = LookOf(mark);
  Fill(format, look.fill);
  format_set_font_color(format, look.ink);
}

void Apply(const Style& style, lxw_format* format) {
  ApplyLook(style.look, format);
  if (style.mark != Mark::kNone) {
    const MarkLook look = LookOf(style.mark);
    ApplyMark(style.mark, format);
    format_set_border(format, look.border);
    format_set_border_color(format, look.line);
  }
  if (style.form == NumberForm::kText) format_set_num_format(format, "@");
  if (style.form == NumberForm::kWhole) format_set_num_format(format, "#,##0");
}

}  // namespace sigte
