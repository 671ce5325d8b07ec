// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core.h"
#include "session/draft.h"
#include "session/preparation.h"
#include "session/workspace.h"
#include "support/clipmaker.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <memory>

namespace retake {

// The whole program in a folder of its own, with the real practice service as its only engine.
class WindowBench
{
public:
    // `faults`: options of retake-practice.
    explicit WindowBench(const QStringList &faults = {})
        : theme(*qApp)
    {
        qputenv("PATH", QByteArray(RETAKE_BIN_DIR ":" + qgetenv("PATH")));
        start(faults);
    }

    ~WindowBench() { stop(); }

    void start(const QStringList &faults = {})
    {
        auto opened = Core::open(folder.path(), QProcessEnvironment());
        if (!opened)
            qFatal("the core does not open");
        core = std::move(*opened);
        core->practice.setArguments(QStringList{QStringLiteral("--time-scale"), QStringLiteral("200")} +
                                    faults);
        draft = std::make_unique<Draft>(core->catalogue);
        workspace = std::make_unique<Workspace>(*core->store, core->queue, *draft, core->paths);
        preparation = std::make_unique<Preparation>(*draft, core->queue.media(), core->paths);
    }

    void show()
    {
        window = std::make_unique<MainWindow>(MainWindow::Rooms{
            core->settings, core->paths, core->catalogue, core->accounts, core->queue, *draft, *workspace,
            *preparation, theme, QStringLiteral(RETAKE_SOURCE_DIR "/resources/samples/parrot.mp4")});
        window->resize(1440, 900);
        window->show();
    }

    void stop()
    {
        window.reset();
        preparation.reset();
        workspace.reset();
        draft.reset();
        core.reset();
    }

    // Fails hard: a missing name is a broken promise to everything that finds things by name.
    template<class T> T *find(const char *name) const
    {
        T *found = window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }

    static bool drop(QWidget *target, QMimeData *carried)
    {
        // As the platform does it: the drop goes to what has accepted the drag on entering.
        QDragEnterEvent enter(target->rect().center(), Qt::CopyAction, carried, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(target, &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent event(QPointF(target->rect().center()), Qt::CopyAction, carried, Qt::LeftButton,
                         Qt::NoModifier);
        event.ignore();
        QApplication::sendEvent(target, &event);
        return event.isAccepted();
    }

    static bool drop(QWidget *target, const QStringList &files)
    {
        QMimeData carried;
        QList<QUrl> urls;
        for (const QString &file : files)
            urls.append(QUrl::fromLocalFile(file));
        carried.setUrls(urls);
        return drop(target, &carried);
    }

    QString path(const char *name) const { return folder.filePath(QString::fromLatin1(name)); }

    QString clip()
    {
        const QString file = path("clip one.mp4");
        return QFileInfo::exists(file) || makeClip(file) ? file : QString();
    }

    QString picture(const char *name, QSize size = QSize(320, 300), QColor color = Qt::red) const
    {
        QImage image(size, QImage::Format_RGB32);
        image.fill(color);
        const QString file = path(name);
        return image.save(file) ? file : QString();
    }

    void screenshot(const char *name) const
    {
        window->grab().save(QString(QStringLiteral(RETAKE_SCREENSHOT_DIR "/") + QString::fromLatin1(name) +
                                    QStringLiteral(".png")));
    }

    QTemporaryDir folder;
    Theme theme;
    std::unique_ptr<Core> core;
    std::unique_ptr<Draft> draft;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Preparation> preparation;
    std::unique_ptr<MainWindow> window;
};

} // namespace retake
