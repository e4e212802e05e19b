// SPDX-License-Identifier: MPL-2.0

#pragma once

#include "engine/app/audit_options.h"
#include "engine/app/settings.h"

/// `sigte audit …`: each gives its exit code.
namespace sigte {

int RunAuditInit(const Settings& settings, const AuditOptions& options);
int RunAuditVerify(const Settings& settings, const AuditOptions& options);
int RunAuditShow(const Settings& settings, const AuditOptions& options);
int RunAuditProve(const Settings& settings, const AuditOptions& options);
int RunAuditReplay(const Settings& settings, const AuditOptions& options);
int RunAuditCosign(const Settings& settings, const AuditOptions& options);
int RunAuditErase(const Settings& settings, const AuditOptions& options);

}  // namespace sigte
