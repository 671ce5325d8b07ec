// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dashscope/dashscopereplies.h"

namespace retake {

// A name that no upload had before, in ASCII, with the file's own suffix.
QString uniqueObjectName(const QString &file);

// The form of the maker's SDK: the same fields in the same order, the file last.
UploadRequest ossForm(const UploadPolicy &policy, const QString &file, const QString &objectName);

QString ossUrl(const UploadPolicy &policy, const QString &objectName); // oss://...

} // namespace retake
