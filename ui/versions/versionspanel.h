// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QWidget>

#include <functional>

class QLabel;
class QListView;
class QMenu;

namespace retake {

class Thumbnails;
class VersionModel;
class Workspace;

// Whether a version stands in the viewer's grid: as Before or After, as a further take, or not.
enum class GridPlace { None, Pair, Further, NoRoom };

// The left side of the window: the clip and its takes. A click compares a take with Before; the menu has the
// rest.
class VersionsPanel : public QWidget
{
    Q_OBJECT
public:
    VersionsPanel(Workspace &workspace, Thumbnails &thumbnails, QWidget *parent = nullptr);

    void setGridPlaces(std::function<GridPlace(TakeId)> places);

Q_SIGNALS:
    void gridWanted(retake::TakeId take); // or, of a further take that is there, wanted no longer
    void saveWanted(retake::TakeId take);
    void failed(const retake::Error &error);

private:
    void followSelection();
    void choose(int row);
    void openMenu(const QPoint &place);
    void addGridChoice(QMenu *menu, TakeId take);
    void askToRemove(TakeId take);

    Workspace &m_workspace;
    std::function<GridPlace(TakeId)> m_gridPlaces;
    VersionModel *m_model;
    QListView *m_list;
    QLabel *m_count;
};

} // namespace retake
