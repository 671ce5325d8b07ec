// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/workspace.h"

#include <QAbstractListModel>
#include <QList>

namespace retake {

// The family tree of the open clip, flattened: the clip first, children after their parent, with their depth.
class VersionModel : public QAbstractListModel
{
    Q_OBJECT
public:
    explicit VersionModel(Workspace &workspace, QObject *parent = nullptr);

    enum Role { SubtitleRole = Qt::UserRole + 1, FileRole, DepthRole, KeptRole, SourceRole };

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const Workspace::Version &version(int row) const { return m_rows[row]; }

    int rowOf(TakeId take) const; // -1: none

private:
    void follow();
    void followSource();
    QString subtitle(int row) const;

    Workspace &m_workspace;
    QList<Workspace::Version> m_rows;
};

} // namespace retake
