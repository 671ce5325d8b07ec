// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/versions/versionmodel.h"

#include "ui/widgets/format.h"

#include <QSet>

#include <tuple>

namespace retake {

namespace {

bool same(const Workspace::Version &a, const Workspace::Version &b)
{
    const auto key = [](const Workspace::Version &v) {
        return std::tie(v.take, v.title, v.file, v.depth, v.kept, v.duration, v.size);
    };
    return key(a) == key(b);
}

} // namespace

VersionModel::VersionModel(Workspace &workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
    , m_rows(workspace.versions())
{
    connect(&m_workspace, &Workspace::versionsChanged, this, &VersionModel::follow);
    connect(&m_workspace, &Workspace::selectionChanged, this, &VersionModel::followSource);
}

int VersionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int VersionModel::rowOf(TakeId take) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].take == take)
            return row;
    }
    return -1;
}

QString VersionModel::subtitle(int row) const
{
    const Workspace::Version &v = m_rows[row];
    QStringList parts;
    if (v.take) {
        // Numbered in the order in which they were made.
        int number = 1;
        for (const Workspace::Version &other : m_rows)
            number += other.take && other.take < v.take;
        parts.append(tr("Edit %1").arg(number));
        if (v.take == m_workspace.source())
            parts.append(tr("next edit starts here"));
        else if (v.kept)
            parts.append(tr("kept"));
    } else {
        parts.append(tr("Source"));
    }
    if (v.take && v.take == m_workspace.source())
        return parts.join(QStringLiteral(" · "));
    if (v.duration.count() > 0)
        parts.append(durationText(v.duration));
    if (!v.take && v.size.isValid())
        parts.append(sizeText(v.size));
    return parts.join(QStringLiteral(" · "));
}

QVariant VersionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Workspace::Version &v = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return v.title.simplified();
    case Qt::ToolTipRole:
        return v.title;
    case Qt::AccessibleTextRole:
        return QString(v.title.simplified() + u", " + subtitle(index.row()));
    case SubtitleRole:
        return subtitle(index.row());
    case FileRole:
        return v.file;
    case DepthRole:
        return v.depth;
    case KeptRole:
        return v.kept;
    case SourceRole:
        return v.take == m_workspace.source();
    }
    return {};
}

void VersionModel::follow()
{
    const QList<Workspace::Version> now = m_workspace.versions();
    QSet<QString> staying; // a clip and its takes are told apart by their files
    for (const Workspace::Version &version : now)
        staying.insert(version.file);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (staying.contains(m_rows[row].file))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < now.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].file == now[row].file) {
            if (!same(m_rows[row], now[row])) {
                m_rows[row] = now[row];
                Q_EMIT dataChanged(index(row), index(row));
            }
            continue;
        }
        beginInsertRows({}, row, row);
        m_rows.insert(row, now[row]);
        endInsertRows();
    }
}

void VersionModel::followSource()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {SubtitleRole, SourceRole});
}

} // namespace retake
