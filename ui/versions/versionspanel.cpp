// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/versions/versionspanel.h"

#include "session/workspace.h"
#include "ui/versions/versiondelegate.h"
#include "ui/versions/versionmodel.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/thumbnails.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QFileInfo>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <utility>

namespace retake {

VersionsPanel::VersionsPanel(Workspace &workspace, Thumbnails &thumbnails, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new VersionModel(workspace, this))
    , m_list(new QListView(this))
    , m_count(makeLabel({}, "heading", this))
{
    setObjectName(QStringLiteral("versionsPanel"));
    setProperty("panel", QStringLiteral("left"));
    setAttribute(Qt::WA_StyledBackground);
    m_count->setObjectName(QStringLiteral("versionsCount"));
    m_list->setObjectName(QStringLiteral("versionsList"));
    m_list->setAccessibleName(tr("Versions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new VersionDelegate(thumbnails, this));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);

    auto *head = new QHBoxLayout;
    setGaps(head, 14, 12, 14, 4, 8);
    head->addWidget(makeHeading(tr("Versions"), this), 1);
    head->addWidget(m_count);
    auto *column = new QVBoxLayout(this);
    setGaps(column, 0, 0, 0, 0, 4);
    column->addLayout(head);
    column->addWidget(m_list, 1);

    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_list, &QListView::customContextMenuRequested, this, &VersionsPanel::openMenu);
    connect(&m_workspace, &Workspace::selectionChanged, this, &VersionsPanel::followSelection);
    connect(&m_workspace, &Workspace::versionsChanged, this, &VersionsPanel::followSelection);
    connect(&thumbnails, &Thumbnails::ready, m_list->viewport(), [this] { m_list->viewport()->update(); });
    followSelection();
}

void VersionsPanel::followSelection()
{
    m_count->setText(m_model->rowCount() ? QString::number(m_model->rowCount()) : QString());
    const int row = m_model->rowOf(m_workspace.after().value_or(m_workspace.before()));
    if (row >= 0)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

void VersionsPanel::choose(int row)
{
    const TakeId take = m_model->version(row).take;
    if (take) {
        m_workspace.setAfter(take);
        return;
    }
    m_workspace.setBefore({});
    m_workspace.setAfter(std::nullopt);
}

void VersionsPanel::openMenu(const QPoint &place)
{
    // From the keyboard there is no place under a pointer: the current row is meant.
    QModelIndex index = m_list->indexAt(place);
    if (!index.isValid())
        index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const Workspace::Version version = m_model->version(index.row());
    const TakeId take = version.take;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("versionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(take ? tr("Show as After") : tr("Show alone"), this,
                    [this, row = index.row()] { choose(row); });
    menu->addAction(tr("Show as Before"), this, [this, take] { m_workspace.setBefore(take); });
    addGridChoice(menu, take);
    menu->addAction(tr("Start the next edit from here"), this, [this, take] { m_workspace.setSource(take); })
        ->setEnabled(take != m_workspace.source());
    menu->addSeparator();
    if (take) {
        menu->addAction(themedIcon(version.kept ? QStringLiteral("star-filled") : QStringLiteral("star")),
                        version.kept ? tr("Keep no longer") : tr("Keep"), this,
                        [this, take, kept = version.kept] {
                            if (const auto done = m_workspace.setKept(take, !kept); !done)
                                Q_EMIT failed(done.error());
                        });
        menu->addAction(themedIcon(QStringLiteral("save")), tr("Save as…"), this,
                        [this, take] { Q_EMIT saveWanted(take); });
    }
    menu->addAction(themedIcon(QStringLiteral("open")), tr("Show in folder"), this, [version] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(version.file).absolutePath()));
    });
    if (take) {
        menu->addSeparator();
        menu->addAction(themedIcon(QStringLiteral("trash")), tr("Remove…"), this,
                        [this, take] { askToRemove(take); });
    }
    menu->popup(m_list->viewport()->mapToGlobal(m_list->visualRect(index).center()));
}

void VersionsPanel::setGridPlaces(std::function<GridPlace(TakeId)> places)
{
    m_gridPlaces = std::move(places);
}

void VersionsPanel::addGridChoice(QMenu *menu, TakeId take)
{
    if (!m_gridPlaces)
        return;
    const GridPlace place = m_gridPlaces(take);
    auto *choice =
        menu->addAction(themedIcon(QStringLiteral("grid")),
                        place == GridPlace::Further ? tr("Take out of the grid") : tr("Show in grid"), this,
                        [this, take] { Q_EMIT gridWanted(take); });
    choice->setObjectName(QStringLiteral("showInGrid"));
    choice->setEnabled(place != GridPlace::NoRoom);
    if (place == GridPlace::NoRoom)
        choice->setToolTip(tr("The grid is full: take one out first"));
    menu->setToolTipsVisible(true);
}

void VersionsPanel::askToRemove(TakeId take)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Remove this take?"),
                                tr("“%1” and its file are deleted. This cannot be undone.")
                                    .arg(m_workspace.version(take).title.simplified().left(80)),
                                QMessageBox::Cancel, window());
    box->setObjectName(QStringLiteral("removeTakeDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("removeTakeButton"));
    box->setDefaultButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, remove, take](const QAbstractButton *button) {
        if (button != remove)
            return;
        if (const auto removed = m_workspace.removeTake(take); !removed)
            Q_EMIT failed(removed.error());
    });
    box->open();
}

} // namespace retake
