// SPDX-License-Identifier: GPL-3.0-or-later
#include "outputs.h"

#include "model/order.h"

#include <QFileInfo>

namespace retake::cli {

QString outputName(const QString &wished, qsizetype index)
{
    const QFileInfo file(wished);
    if (index == 0)
        return file.absoluteFilePath();
    const QString suffix = file.suffix().isEmpty() ? QString() : QString(u'.' + file.suffix());
    return QString(file.absolutePath() + u'/' + file.completeBaseName() + u'-' + QString::number(index + 1) +
                   suffix);
}

Result<void> checkOutput(const QString &output, const QStringList &sources)
{
    const QFileInfo file(output);
    for (const QString &source : sources) {
        if (!isRemoteMedia(source) && QFileInfo(source) == file)
            return failure(ErrorKind::BadParameter, {QStringLiteral("output"), output});
    }
    const QFileInfo folder(file.absolutePath());
    if (file.isDir() || !folder.isDir() || !folder.isWritable() || (file.exists() && !file.isWritable()))
        return failure(ErrorKind::NotWritable, {file.absoluteFilePath()});
    return {};
}

} // namespace retake::cli
