// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/filedialogs.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace retake {

namespace {

struct FileDialogs
{
    Q_DECLARE_TR_FUNCTIONS(FileDialogs)
};

QString fileNameFor(const QString &title)
{
    static const QRegularExpression unfit(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]+"));
    QString name = title.simplified().left(48);
    name.replace(unfit, QStringLiteral(" "));
    name = name.trimmed();
    while (name.endsWith(u'.') || name.endsWith(u'…'))
        name.chop(1);
    return QString((name.isEmpty() ? FileDialogs::tr("take") : name) + u".mp4");
}

} // namespace

QFileDialog *makeOpenDialog(const QString &folder, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, FileDialogs::tr("Open a video"), folder);
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {FileDialogs::tr("Videos (*.mp4 *.mov *.m4v *.mkv *.webm *.avi *.mpg *.mpeg *.ts *.wmv "
                         "*.flv *.gif)"),
         FileDialogs::tr("All files (*)")});
    return dialog;
}

QFileDialog *makeSaveDialog(const QString &folder, const QString &title, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, FileDialogs::tr("Save the take"), folder);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(FileDialogs::tr("MP4 video (*.mp4)"));
    dialog->setDefaultSuffix(QStringLiteral("mp4"));
    dialog->selectFile(fileNameFor(title));
    return dialog;
}

} // namespace retake
