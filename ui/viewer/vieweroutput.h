// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "ui/viewer/viewerpair.h"

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QImage;
class QMenu;
class QWidget;

namespace retake {

// What can be taken out of the viewer: the pictures shown, at full size, into a file or the clipboard, and
// the comparison as a video. Its actions are added to the pane.
class ViewerOutput : public QObject
{
    Q_OBJECT
public:
    using Shown = std::function<ViewerPair()>;

    ViewerOutput(Shown shown, QWidget *pane); // follow() is the pane's to call when it is whole

    QMenu *menu() const { return m_menu; }

    void follow(); // other sides are open now: which actions make sense

Q_SIGNALS:
    void copied();
    void saved(const QString &file);
    void failed(const retake::Error &error);

private:
    enum class Which { Before, After, Both };
    enum class Where { Clipboard, File };

    struct Choice
    {
        Which which = Which::Both;
        QAction *action = nullptr;
    };

    void add(Where where, Which which, const char *name, const QString &text, int key);
    void take(Where where, Which which);
    void askForFile(Which which);
    void make(Which which, const std::function<void(const QImage &)> &then);
    void save(const QImage &picture, const QString &file);
    void exportVideo();

    Shown m_shown;
    QWidget *m_pane;
    QMenu *m_menu;
    QAction *m_export;
    QList<Choice> m_choices;
};

} // namespace retake
