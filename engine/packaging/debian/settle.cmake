# SPDX-License-Identifier: MPL-2.0

# Run by CPack before it packs: folders are as policy wants them, whatever the
# umask of whoever packs.
execute_process(COMMAND find ${CPACK_TEMPORARY_DIRECTORY} -type d
    -exec chmod 755 {} +
  COMMAND_ERROR_IS_FATAL ANY)
