// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/vieweroutput.h"

#include "base/filesystem.h"
#include "playback/comparisonpainter.h"
#include "playback/stillpictures.h"
#include "ui/viewer/exportdialog.h"

#include <QAction>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QMenu>
#include <QPointer>
#include <QUuid>
#include <QtConcurrentRun>

namespace retake {

namespace {

// Whole or not at all, as all files.
Result<void> writePng(const QImage &picture, const QString &file)
{
    const QString part = file + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + u".part";
    if (!picture.save(part, "PNG")) {
        const Error error = writeError(file);
        QFile::remove(part);
        return failure(error);
    }
    auto moved = moveIntoPlace(part, file);
    if (!moved)
        QFile::remove(part);
    return moved;
}

} // namespace

ViewerOutput::ViewerOutput(Shown shown, QWidget *pane)
    : QObject(pane)
    , m_shown(std::move(shown))
    , m_pane(pane)
    , m_menu(new QMenu(pane))
    , m_export(new QAction(tr("Export the comparison as a video…"), pane))
{
    setObjectName(QStringLiteral("viewerOutput"));
    m_menu->setObjectName(QStringLiteral("outputMenu"));
    m_export->setObjectName(QStringLiteral("actionExport"));
    m_export->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_E);
    m_export->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_export, &QAction::triggered, this, &ViewerOutput::exportVideo);
    pane->addAction(m_export);
    m_menu->addAction(m_export);
    m_menu->addSeparator();
    constexpr int keys = int(Qt::CTRL) | int(Qt::SHIFT);
    add(Where::File, Which::Both, "actionSaveBoth", tr("Save the pictures shown…"), keys | Qt::Key_P);
    add(Where::File, Which::Before, "actionSaveBefore", tr("Save the picture of Before…"), 0);
    add(Where::File, Which::After, "actionSaveAfter", tr("Save the picture of After…"), 0);
    m_menu->addSeparator();
    add(Where::Clipboard, Which::Both, "actionCopyBoth", tr("Copy the pictures shown"), keys | Qt::Key_C);
    add(Where::Clipboard, Which::Before, "actionCopyBefore", tr("Copy the picture of Before"),
        keys | Qt::Key_B);
    add(Where::Clipboard, Which::After, "actionCopyAfter", tr("Copy the picture of After"), keys | Qt::Key_F);
}

void ViewerOutput::add(Where where, Which which, const char *name, const QString &text, int key)
{
    auto *action = new QAction(text, m_pane);
    action->setObjectName(QString::fromLatin1(name));
    if (key != 0)
        action->setShortcut(QKeySequence(key));
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, where, which] { take(where, which); });
    m_pane->addAction(action);
    m_menu->addAction(action);
    m_choices.append({which, action});
}

void ViewerOutput::follow()
{
    const ViewerPair pair = m_shown();
    m_export->setEnabled(!pair.half(Side::Before).file.isEmpty() && !pair.half(Side::After).file.isEmpty());
    for (const Choice &choice : m_choices) {
        const bool before = !pair.half(Side::Before).file.isEmpty();
        const bool after = !pair.half(Side::After).file.isEmpty();
        choice.action->setEnabled(choice.which == Which::Before  ? before
                                  : choice.which == Which::After ? after
                                                                 : before || after);
    }
}

void ViewerOutput::take(Where where, Which which)
{
    if (where == Where::File)
        return askForFile(which);
    make(which, [this](const QImage &picture) {
        QGuiApplication::clipboard()->setImage(picture);
        Q_EMIT copied();
    });
}

// The frame is the one that is shown now, not the one that may be playing when the name is there.
void ViewerOutput::askForFile(Which which)
{
    const ViewerPair pair = m_shown();
    const Side named = which == Which::After || !pair.has(Side::Before) ? Side::After : Side::Before;
    if (!pair.has(named))
        return;
    const QFileInfo source(pair.half(named).file);
    auto *dialog = new QFileDialog(m_pane, tr("Save the picture"), source.absolutePath());
    dialog->setObjectName(QStringLiteral("savePictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("PNG picture (*.png)"));
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(tr("%1 frame %2.png").arg(source.completeBaseName()).arg(pair.half(named).frame + 1));
    make(which, [this, dialog = QPointer<QFileDialog>(dialog)](const QImage &picture) {
        QFileDialog *const shown = dialog.data();
        if (!shown)
            return;
        connect(shown, &QFileDialog::fileSelected, this,
                [this, picture](const QString &file) { save(picture, file); });
        shown->open();
    });
}

void ViewerOutput::make(Which which, const std::function<void(const QImage &)> &then)
{
    const ViewerPair pair = m_shown();
    std::array<StillPictures::Frame, 2> frames;
    for (const Side side : bothSides) {
        const bool other = which == (side == Side::Before ? Which::After : Which::Before);
        if (!other && pair.has(side))
            frames[std::size_t(side)] = {pair.half(side).file, pair.half(side).frame};
    }
    if (frames[0].file.isEmpty() && frames[1].file.isEmpty())
        return;
    auto *stills = new StillPictures(frames, this);
    connect(stills, &StillPictures::finished, this,
            [this, stills, then](const Result<StillPictures::Pictures> &pictures) {
                stills->deleteLater();
                if (!pictures) {
                    Q_EMIT failed(pictures.error());
                    return;
                }
                const auto &[before, after] = *pictures;
                if (before.isNull() || after.isNull())
                    then(before.isNull() ? after : before);
                else
                    then(besideEachOther(before, after));
            });
}

void ViewerOutput::save(const QImage &picture, const QString &file)
{
    auto *writing = new QFutureWatcher<Result<void>>(this);
    connect(writing, &QFutureWatcherBase::finished, this, [this, writing, file] {
        const Result<void> written = writing->result();
        writing->deleteLater();
        if (written)
            Q_EMIT saved(file);
        else
            Q_EMIT failed(written.error());
    });
    writing->setFuture(QtConcurrent::run([picture, file] { return writePng(picture, file); }));
}

void ViewerOutput::exportVideo()
{
    const ViewerPair pair = m_shown();
    if (pair.half(Side::Before).file.isEmpty() || pair.half(Side::After).file.isEmpty())
        return;
    auto *dialog = new ExportDialog(pair, m_pane);
    dialog->open();
}

} // namespace retake
