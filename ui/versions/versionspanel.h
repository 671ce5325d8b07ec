// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QWidget>

class QLabel;
class QListView;

namespace retake {

class Thumbnails;
class VersionModel;
class Workspace;

// The left side of the window: the clip and its takes. A click compares a take with Before; the menu has the
// rest.
class VersionsPanel : public QWidget
{
    Q_OBJECT
public:
    VersionsPanel(Workspace &workspace, Thumbnails &thumbnails, QWidget *parent = nullptr);

Q_SIGNALS:
    void saveWanted(retake::TakeId take);
    void failed(const retake::Error &error);

private:
    void followSelection();
    void choose(int row);
    void openMenu(const QPoint &place);
    void askToRemove(TakeId take);

    Workspace &m_workspace;
    VersionModel *m_model;
    QListView *m_list;
    QLabel *m_count;
};

} // namespace retake
